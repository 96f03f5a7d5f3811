"""15 CFR 740.8 before the January 2025 framework."""
