"""Which country groups and lists a destination belongs to, one definition for each."""
