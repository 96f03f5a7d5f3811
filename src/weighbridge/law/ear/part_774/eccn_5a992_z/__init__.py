"""ECCN 5A992: its .z paragraphs."""
