"""Whom a transaction names, held against the lists: candidates, judgements, and what becomes of them as facts."""
