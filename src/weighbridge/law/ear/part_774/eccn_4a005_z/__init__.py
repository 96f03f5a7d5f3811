"""ECCN 4A005: its .z paragraphs."""
