"""ECCN 3A001: its .z paragraphs."""
