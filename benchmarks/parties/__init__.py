"""Benchmarks of lists, names and ownership."""
