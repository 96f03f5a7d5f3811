"""15 CFR 734.3, 734.4 and 734.7: items in or from the United States, de minimis, published."""
