"""The Export Administration Regulations, 15 CFR parts 730 to 774, by part and section."""
