"""Benchmarks of who is really buying: names and ownership."""
