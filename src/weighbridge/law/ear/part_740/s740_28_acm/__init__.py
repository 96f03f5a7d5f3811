"""15 CFR 740.28: License Exception Advanced Compute Manufacturing (ACM)."""
