"""15 CFR 742.6(b)(10)(iii)(A)(1), since January 2026: case-by-case review for China and Macau."""
