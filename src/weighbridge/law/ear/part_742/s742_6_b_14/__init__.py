"""15 CFR 742.6(b)(14): license review policy for model weights."""
