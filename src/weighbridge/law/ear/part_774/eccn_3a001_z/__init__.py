"""ECCN 3A001.z: electronic components with advanced circuits."""
