"""Supplement No. 10 to part 748, paragraphs 14, 15 and 18: security, by 15 January 2026."""
