"""ECCN 5A992.z: mass market information security with advanced circuits."""
