"""ECCN 5D992: its .z paragraphs."""
