"""15 CFR 734.9(h) before the January 2025 framework, and 734.9(i)."""
