"""The savings clause of 90 FR 4544: shipments under way on the compliance date."""
