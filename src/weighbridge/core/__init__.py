"""The nouns of the law: facts, values, conditions, provisions, rulebooks, findings. Standard library only."""
