"""15 CFR 744.8: persons blocked under certain sanctions programs."""
