"""15 CFR 748.15: universal validated end users (UVEU)."""
