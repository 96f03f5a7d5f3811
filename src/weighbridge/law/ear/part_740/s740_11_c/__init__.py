"""15 CFR 740.11(c): License Exception GOV for cooperating governments, available on the literal text only."""
