"""Decides: from a rulebook and facts to a determination, its explanation, the next question, the smallest change."""
