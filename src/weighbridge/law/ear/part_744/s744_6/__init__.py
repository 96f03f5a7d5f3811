"""15 CFR 744.6: what a United States person may not support."""
