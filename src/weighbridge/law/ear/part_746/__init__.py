"""15 CFR part 746: embargoes and other special controls."""
