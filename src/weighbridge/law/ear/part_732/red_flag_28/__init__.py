"""Supplement No. 3 to part 732, red flag 28: computing services for training controlled models."""
