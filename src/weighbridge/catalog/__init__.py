"""Dated reference data: chips, models and destinations, with every conflicting source kept."""
