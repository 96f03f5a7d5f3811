"""Use cases; the only place where the parts meet, and one without any `if` about law."""
