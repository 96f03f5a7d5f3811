"""15 CFR 740.25: License Exception HBM, for high-bandwidth memory that is to be co-packaged."""
