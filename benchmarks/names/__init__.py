"""How well and how fast names are matched, on labelled sets made by seeded procedures."""
