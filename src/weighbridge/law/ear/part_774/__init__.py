"""15 CFR part 774: the Commerce Control List."""
