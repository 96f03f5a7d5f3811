"""Anti-terrorism controls (AT Column 1) of the advanced computing entries."""
