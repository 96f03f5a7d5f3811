"""Which entries of which lists count for the affiliates rule, on a day."""

from __future__ import annotations

from datetime import date

from weighbridge.law.compiled import load_corpus
from weighbridge.law.ear.part_744.s744_11_affiliates.owners import BLOCKED, COUNTED_LISTS, PROGRAMS
from weighbridge.parties.listed import ListedParty
from weighbridge.parties.ownership.graph import Counts


def counting(on: date, known_on: date | None = None) -> Counts:
    """Tells whether ownership by whoever an entry names counts: of blocked persons, those under certain programs.

    A blocked person whose programs are not stated counts. `known_on` bounds what law had been published.
    """
    version = load_corpus().values[PROGRAMS].at(on, known_on or date.max)
    value = version.value if version else None
    programs = value if isinstance(value, frozenset) else frozenset()

    def counts(entry: ListedParty) -> bool:
        blocked_otherwise = entry.list == BLOCKED and bool(entry.programs) and programs.isdisjoint(entry.programs)
        return entry.list in COUNTED_LISTS and not blocked_otherwise

    return counts
