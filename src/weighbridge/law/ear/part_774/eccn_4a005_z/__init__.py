"""ECCN 4A005.z: systems for intrusion software with advanced circuits."""
