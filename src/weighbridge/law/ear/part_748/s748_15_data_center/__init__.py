"""15 CFR 748.15 as of October 2024: one authorization for data centers."""
