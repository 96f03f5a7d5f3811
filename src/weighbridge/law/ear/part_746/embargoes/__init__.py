"""15 CFR 746.2 to 746.9: embargoes and special controls by destination."""
