"""15 CFR part 742: license requirements and review policies of the Commerce Control List."""
