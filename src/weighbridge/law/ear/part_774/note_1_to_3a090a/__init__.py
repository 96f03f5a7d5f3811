"""Note 1 to ECCN 3A090.a: what a fabricator or packager must presume of an advanced logic circuit."""
