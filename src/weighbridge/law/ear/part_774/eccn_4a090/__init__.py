"""ECCN 4A090: computers, electronic assemblies and components."""
