"""The ledger's stores beside the floors that the machine sets them, in one run."""
