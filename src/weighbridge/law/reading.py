"""How a rule asks which way an ambiguous text is read."""

from __future__ import annotations

from weighbridge.core.condition import Among, Words
from weighbridge.core.provision import Position, Reading


def reads(reading: Reading, position: Position) -> Among:
    """The answer takes this position on the ambiguity."""
    return Among(reading.fact, Words((position.word,)), citation=position.citation.cite)
