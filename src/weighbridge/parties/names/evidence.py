"""What is known beside the name. It can support a match and never excludes one: people move, and lists leave out."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from weighbridge.parties.names.characters import latin, readable
from weighbridge.parties.names.forms import Record
from weighbridge.parties.names.match import FULL_SCORE, Feature, Query

SAME_COUNTRY = 15
SAME_ADDRESS = 40
_ADDRESS_ALIKE = 85


def supporting(query: Query, record: Record, score: int) -> list[Feature]:
    """The features that countries and addresses add to a score; none takes anything from it."""
    room = FULL_SCORE - score
    found = []
    if query.countries and record.countries:
        shared = sorted({country.upper() for country in query.countries} & set(record.countries))
        points = min(room, SAME_COUNTRY) if shared else 0
        says = f"both in {', '.join(shared)}" if shared else f"the list says {', '.join(record.countries)}"
        found.append(Feature("country", points, says))
        room -= points
    met = _addresses(query.addresses, record.addresses)
    if met is not None:
        found.append(Feature("address", min(room, SAME_ADDRESS), f"{met[0]} ~ {met[1]}"))
    return found


def _addresses(asked: Sequence[str], listed: Sequence[str]) -> tuple[str, str] | None:
    """The two addresses that are most alike, if they are alike at all. A country alone is no address."""
    pairs = [
        (fuzz.token_set_ratio(mine, theirs), one, other)
        for one in asked
        for other in listed
        if len(mine := latin(readable(one))) > 8 and len(theirs := latin(readable(other))) > 8
    ]
    best = max(pairs, default=None)
    return best[1:] if best and best[0] >= _ADDRESS_ALIKE else None
