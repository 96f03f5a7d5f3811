"""15 CFR 742.6(a)(6)(i): high-bandwidth memory to Macau and Country Group D:5."""
