"""How a rule asks which way an ambiguous text is read."""

from __future__ import annotations

from weighbridge.core.condition import Among, Words
from weighbridge.core.provision import Position, Reading
from weighbridge.core.text import Text


def reads(reading: Reading, position: Position) -> Among:
    """The answer takes this position on the ambiguity."""
    says = Text("reading {0} is taken so: {1}", "解讀 {0} 採：{1}").format(reading.id, position.text)
    return Among(reading.fact, Words((position.word,)), citation=position.citation.cite, says=says)
