"""Reads a request into facts: nothing is guessed, everything taken is said, all faults are found together."""
