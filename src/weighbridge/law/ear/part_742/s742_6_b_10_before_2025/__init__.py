"""15 CFR 742.6(b)(10) before the January 2025 framework."""
