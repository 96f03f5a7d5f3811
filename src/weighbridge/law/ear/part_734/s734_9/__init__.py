"""15 CFR 734.9(h) and (l): foreign direct product rules."""
