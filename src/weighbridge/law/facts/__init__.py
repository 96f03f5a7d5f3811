"""The facts that the law asks of a transaction, by what they are about."""
