"""`weighbridge ledger`: allocations that cannot be overdrawn."""
