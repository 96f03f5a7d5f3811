"""15 CFR 744.23(a)(1) and (a)(2)(i): supercomputers and advanced-node integrated circuits in Macau and D:5."""
