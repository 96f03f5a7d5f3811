"""15 CFR 740.27: License Exception Artificial Intelligence Authorization (AIA)."""
