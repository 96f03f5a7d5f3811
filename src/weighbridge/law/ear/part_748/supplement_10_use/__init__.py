"""Supplement No. 10 to part 748, paragraphs 4, 7 and 8: what a validated end user may not do."""
