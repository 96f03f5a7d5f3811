"""15 CFR 742.6(a)(6) before the January 2025 framework."""
