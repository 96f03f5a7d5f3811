"""Proves that the cases hold the law fast: each runs, and each number, day and list that is moved makes one fail."""
