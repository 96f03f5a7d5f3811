"""15 CFR 750.7(g): for how long a license is valid."""
