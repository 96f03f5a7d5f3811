"""Where the truth of each condition stands in a trace.

A trace is one flat tuple. Provision by provision, in the rulebook's order, it holds the truth of the provision's
condition and of everything inside it, outermost first; a restriction adds the conditions of the exceptions it spares.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from weighbridge.core.condition import Condition, parts_of
from weighbridge.core.provision import Provision
from weighbridge.core.rulebook import Rulebook
from weighbridge.core.truth import Truth


@dataclass(frozen=True, slots=True)
class Traced:
    """A condition with the truth that was found for it and for each of its parts."""

    condition: Condition
    truth: Truth
    parts: tuple[Traced, ...]


def roots(provision: Provision) -> Iterator[Condition]:
    """The conditions of a provision that are traced."""
    return provision.conditions


def size(condition: Condition) -> int:
    """How many places a condition takes in a trace."""
    return 1 + sum(size(part) for part in parts_of(condition))


def layout(rulebook: Rulebook) -> dict[str, int]:
    """The place of each provision's condition."""
    places: dict[str, int] = {}
    place = 0
    for provision in rulebook.provisions.values():
        places[provision.id] = place
        place += sum(size(root) for root in roots(provision))
    return places


def annotate(condition: Condition, truths: Sequence[Truth], place: int) -> Traced:
    """The condition with the truths that stand from `place` on."""
    parts = []
    inner = place + 1
    for part in parts_of(condition):
        parts.append(annotate(part, truths, inner))
        inner += size(part)
    return Traced(condition, truths[place], tuple(parts))
