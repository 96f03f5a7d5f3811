"""15 CFR 740.16(b): License Exception APR, available on the literal text only."""
