"""15 CFR part 732: steps for using the EAR, and red flags."""
