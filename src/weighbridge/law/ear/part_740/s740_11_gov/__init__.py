"""15 CFR 740.11(b): License Exception GOV, for the United States Government."""
