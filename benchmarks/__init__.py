"""Benchmarks: ratios within one run. They are not tests and nothing waits for them."""
