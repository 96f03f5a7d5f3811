"""15 CFR part 736: general prohibitions and general orders."""
