"""Ownership by a listed party where it brings no requirement of its own."""
