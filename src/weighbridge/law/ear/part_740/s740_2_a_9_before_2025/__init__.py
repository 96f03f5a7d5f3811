"""15 CFR 740.2(a)(9) before the January 2025 framework."""
