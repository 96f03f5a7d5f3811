"""15 CFR part 734: scope of the Export Administration Regulations."""
