"""What remains enforced since the announcement of 13 May 2025."""
