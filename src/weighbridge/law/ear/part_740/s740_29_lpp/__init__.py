"""15 CFR 740.29: License Exception Low Processing Performance (LPP)."""
