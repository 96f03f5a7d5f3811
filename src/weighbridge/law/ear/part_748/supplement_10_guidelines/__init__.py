"""Supplement No. 10 to part 748, paragraphs 1 to 3, 5, 9 to 13 and 16 to 19."""
