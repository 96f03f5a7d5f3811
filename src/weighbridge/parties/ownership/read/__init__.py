"""Reads ownership graphs: a CSV, a JSON document, or FollowTheMoney entities as JSON lines."""
