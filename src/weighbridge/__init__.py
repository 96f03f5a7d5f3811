"""Weighbridge: what United States export controls ask of a transaction in advanced AI chips or AI model weights."""

__version__ = "0.1.0"
