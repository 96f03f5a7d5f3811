"""15 CFR part 748: applications and documentation."""
