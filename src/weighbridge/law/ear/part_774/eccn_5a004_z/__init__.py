"""ECCN 5A004.z: cryptanalysis and extraction of data with advanced circuits."""
