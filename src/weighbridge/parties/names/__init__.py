"""Names and how they match: `NameIndex` finds the listed parties that a name may mean, and says why."""
