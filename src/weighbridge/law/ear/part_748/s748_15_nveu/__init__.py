"""15 CFR 748.15: national validated end users (NVEU)."""
