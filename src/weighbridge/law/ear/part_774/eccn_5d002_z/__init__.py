"""ECCN 5D002: its .z paragraphs."""
