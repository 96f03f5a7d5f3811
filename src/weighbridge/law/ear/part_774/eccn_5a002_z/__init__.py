"""ECCN 5A002: its .z paragraphs."""
