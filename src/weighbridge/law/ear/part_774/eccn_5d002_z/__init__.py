"""ECCN 5D002.z: information security software with advanced circuits."""
