"""ECCN 5A004: its .z paragraphs."""
