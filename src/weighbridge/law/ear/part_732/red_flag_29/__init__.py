"""Supplement No. 3 to part 732, red flag 29."""
