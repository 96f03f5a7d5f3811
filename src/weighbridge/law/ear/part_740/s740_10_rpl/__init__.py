"""15 CFR 740.10: License Exception RPL, for replacing parts one for one."""
