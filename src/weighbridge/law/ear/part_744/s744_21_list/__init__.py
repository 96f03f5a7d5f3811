"""15 CFR 744.21(b)(1): the Military End-User List."""
