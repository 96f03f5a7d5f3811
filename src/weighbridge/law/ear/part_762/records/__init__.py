"""15 CFR 762.2(b)(58) to (60) and 762.6(a): records of the new exceptions."""
