"""ECCN 5D992.z: mass market information security software with advanced circuits."""
