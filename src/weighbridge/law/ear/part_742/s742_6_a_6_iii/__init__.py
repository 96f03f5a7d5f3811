"""15 CFR 742.6(a)(6)(iii): where a- and b-tier items require a license."""
