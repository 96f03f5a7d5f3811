"""15 CFR 740.20: License Exception STA, available on the literal text only."""
