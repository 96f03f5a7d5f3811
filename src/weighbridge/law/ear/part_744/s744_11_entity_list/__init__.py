"""15 CFR 744.11, 744.16: the Entity List."""
