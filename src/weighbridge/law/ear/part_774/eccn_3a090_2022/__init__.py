"""ECCN 3A090 and 4A090 as the rule of October 2022 made them."""
