"""ECCN 4E091: parameters (weights) of AI models."""
