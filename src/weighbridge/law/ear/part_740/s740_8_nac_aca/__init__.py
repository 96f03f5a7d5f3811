"""15 CFR 740.8: License Exceptions NAC and ACA."""
