"""Supplement No. 1 to part 736: the temporary general license."""
