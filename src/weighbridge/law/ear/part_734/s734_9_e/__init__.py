"""15 CFR 734.9(e): foreign direct product rules for parties with a footnote on the Entity List."""
