"""Where the law's allocations and the ledger's accounts meet."""
