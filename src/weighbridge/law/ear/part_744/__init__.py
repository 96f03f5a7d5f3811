"""15 CFR part 744: controls on end uses and end users."""
