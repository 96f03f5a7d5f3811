"""15 CFR 740.13(a), (c): License Exception TSU, for operation technology and bug fixes."""
