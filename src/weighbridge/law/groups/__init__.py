"""Country groups and party tests that many sections share, with dated membership."""
