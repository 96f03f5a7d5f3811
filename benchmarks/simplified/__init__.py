"""One simplified rule, written for several engines."""
