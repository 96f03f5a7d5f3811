"""15 CFR 740.9(a)(6): License Exception TMP, for inspection, test, calibration and repair."""
