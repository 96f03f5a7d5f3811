"""ECCN 4A003.z: digital computers and assemblies with advanced circuits."""
