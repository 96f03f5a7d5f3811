"""ECCN 4A003: its .z paragraphs."""
