"""15 CFR 742.6(b)(10): license review policy for advanced computing items, and country allocations."""
