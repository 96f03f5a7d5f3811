"""ECCN 4A004.z: systolic array, neural and optical computers with advanced circuits."""
