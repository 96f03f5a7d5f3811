"""What differs between two laws, found by putting the same grid of transactions to both.

It shows what the grid can see, in readable statements with one witness each. It does not prove that nothing else
differs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from weighbridge.app.answer import amendment_of, plan_for, plan_under
from weighbridge.app.faults import Fault, RequestFaults
from weighbridge.app.grid import HEADQUARTERS, USES, Cell, cells, gist, verdict
from weighbridge.catalog.destinations import destinations
from weighbridge.core.rulebook import BOOK, TRACKS
from weighbridge.core.text import Language, Text
from weighbridge.engine.plan import Plan
from weighbridge.law.compiled import load_corpus

HOME = "US"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two laws: a day, and a track or an amendment."""

    on: date
    track: str

    def __str__(self) -> str:
        return f"{self.on} {self.track}"


@dataclass(frozen=True, slots=True)
class Statement:
    """Transactions that are answered alike under the one law, and alike but otherwise under the other."""

    before: str
    after: str
    items: tuple[str, ...]
    headquarters: tuple[str, ...]
    uses: tuple[str, ...]
    destinations: tuple[str, ...]
    witness: Cell


@dataclass(frozen=True, slots=True)
class Difference:
    """All statements, the widest first, and how many transactions were tried and differ."""

    first: Side
    second: Side
    known_on: date
    tried: int
    differing: int
    statements: tuple[Statement, ...]

    def to_plain(self, language: Language) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "first": {"on": str(self.first.on), "track": self.first.track},
            "second": {"on": str(self.second.on), "track": self.second.track},
            "known_on": str(self.known_on),
            "tried": self.tried,
            "differing": self.differing,
            "statements": [
                {
                    "first": s.before,
                    "second": s.after,
                    "items": list(s.items),
                    "headquarters": [HEADQUARTERS[h][0].to(language) for h in s.headquarters],
                    "end_uses": [USES[u].to(language) for u in s.uses],
                    "destinations": list(s.destinations),
                    "witness": s.witness.request(str(self.second.on)),
                }
                for s in self.statements
            ],
        }


def read_side(written: str) -> Side:
    """Read `DATE` or `DATE:TRACK`; the track is the book if none is named.

    Raises:
        RequestFaults: the date is not one.
    """
    day, _, track = written.partition(":")
    try:
        return Side(date.fromisoformat(day), track or BOOK)
    except ValueError:
        accepted = Text("DATE or DATE:TRACK, such as 2026-08-01:enforced", "日期或 日期:軌別，如 2026-08-01:enforced")
        raise RequestFaults([Fault("A, B", written, Text("The date is not one.", "日期有誤。"), accepted)]) from None


def differ(first: Side, second: Side, known_on: date | None = None) -> Difference:
    """What differs between two laws, as far as they were published by `known_on` (all that is encoded, if not given).

    Raises:
        DateNotEncoded: the law of one of the days is not encoded.
        InconsistentCorpus: an amendment is faulty.
        RequestFaults: a track is neither one nor an amendment.
    """
    known = known_on or load_corpus().horizon
    plans = _plan(first, known), _plan(second, known)
    classes = _classes(plans)
    tried, differing = 0, 0
    changes: dict[tuple[str, str], dict[Cell, tuple[str, ...]]] = defaultdict(dict)
    for cell in cells(classes):
        there = classes[cell.destination]
        tried += len(there)
        before, after = (gist(verdict(cell, plan)) for plan in plans)
        if before != after:
            differing += len(there)
            changes[before, after][cell] = there
    statements = [s for change, found in changes.items() for s in _statements(*change, found)]
    statements.sort(key=lambda s: -len(s.destinations) * len(s.items) * len(s.headquarters) * len(s.uses))
    return Difference(first, second, known, tried, differing, tuple(statements))


def _plan(side: Side, known_on: date) -> Plan:
    if side.track in TRACKS:
        return plan_for(side.on, known_on, side.track)
    return plan_under(amendment_of(side.track), side.on, known_on)


def _classes(plans: Sequence[Plan]) -> Mapping[str, tuple[str, ...]]:
    """Destinations that no set of either law tells apart, by the first of them: what holds for it holds for all."""
    found: dict[tuple[bool, ...], tuple[str, ...]] = {}
    sets = [v for plan in plans for v in plan.rulebook.values.values() if isinstance(v, frozenset)]
    for code, place in destinations().items():
        if place.treated_as in (None, "", code) and code != HOME:
            seen = tuple(code in members for members in sets)
            found[seen] = (*found.get(seen, ()), code)
    return {members[0]: members for members in found.values()}


def _statements(before: str, after: str, found: Mapping[Cell, tuple[str, ...]]) -> Iterator[Statement]:
    """Cells of one change in as few statements as whole blocks of destinations, headquarters and uses allow."""
    reach: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for cell, there in found.items():
        reach[cell.item, cell.headquarters, cell.use] += there
    by_places: dict[tuple[str, ...], list[tuple[str, str, str]]] = defaultdict(list)
    for axes, reached in reach.items():
        by_places[tuple(sorted(reached))].append(axes)
    for places, all_axes in by_places.items():
        by_item: dict[str, tuple[tuple[str, str], ...]] = {}
        for item, headquarters, use in all_axes:
            by_item[item] = (*by_item.get(item, ()), (headquarters, use))
        for pairs in dict.fromkeys(by_item.values()):
            items = tuple(item for item, mine in by_item.items() if mine == pairs)
            by_head: dict[str, tuple[str, ...]] = {}
            for headquarters, use in pairs:
                by_head[headquarters] = (*by_head.get(headquarters, ()), use)
            for uses in dict.fromkeys(by_head.values()):
                heads = tuple(head for head, mine in by_head.items() if mine == uses)
                witness = Cell(items[0], places[0], heads[0], uses[0])
                yield Statement(before, after, items, heads, uses, places, witness)
