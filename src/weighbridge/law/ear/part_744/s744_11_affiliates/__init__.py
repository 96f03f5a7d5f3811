"""15 CFR 744.11: affiliates of listed entities."""
