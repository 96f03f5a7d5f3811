"""Supplement No. 8 to part 740: entities for which the United Arab Emirates need no license."""
