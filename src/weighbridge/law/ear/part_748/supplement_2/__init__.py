"""Supplement No. 2 to 15 CFR part 748: what an application for AI commodities must hold."""
