"""15 CFR 748.15(b) to (d): what both data center authorizations ask."""
