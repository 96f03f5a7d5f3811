"""15 CFR 742.6(b)(10)(iii)(B)(1) and (C): the country allocations."""
