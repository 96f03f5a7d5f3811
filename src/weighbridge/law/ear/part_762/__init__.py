"""15 CFR part 762: records."""
