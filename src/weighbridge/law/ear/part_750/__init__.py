"""15 CFR part 750: licenses, and the savings clause of the rule that encoded them last."""
