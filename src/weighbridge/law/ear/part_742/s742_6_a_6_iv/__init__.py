"""15 CFR 742.6(a)(6)(iv): deemed exports stay outside the requirements of (a)(6)(i) to (iii)."""
