"""ECCN 5A002.z: information security with advanced circuits."""
