"""15 CFR 748.15(f): reports of validated end users and reexporters."""
