"""Denial orders: 15 CFR 736.2(b)(4), 764.2(k) and Supplement No. 1 to part 764."""
