"""Allocations, books, entries, and the stores that keep them."""
