"""ECCN 3A090: advanced integrated circuits and high-bandwidth memory."""
