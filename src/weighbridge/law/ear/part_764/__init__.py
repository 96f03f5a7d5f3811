"""15 CFR part 764: enforcement and protective measures."""
