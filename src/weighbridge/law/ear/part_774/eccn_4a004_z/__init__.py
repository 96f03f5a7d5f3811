"""ECCN 4A004: its .z paragraphs."""
