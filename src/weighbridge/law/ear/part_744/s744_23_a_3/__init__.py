"""15 CFR 744.23(a)(3): advanced computing items for entities of Macau and D:5 that are elsewhere."""
