"""15 CFR 740.27: what hardware received under AIA may not serve."""
