"""15 CFR 742.6(a)(6)(ii): technology that entities of Macau and Country Group D:5 developed."""
