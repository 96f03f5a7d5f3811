"""15 CFR 744.15: the Unverified List."""
