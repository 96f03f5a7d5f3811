"""15 CFR part 740: license exceptions."""
