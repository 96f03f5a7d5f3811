"""Books for the verifiers: one with every kind of entry, and movements at random, allowed or not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from weighbridge.ledger.entry import Entry, genesis, seal, to_line
from weighbridge.ledger.export import export_lines, head_line
from weighbridge.ledger.limit import Credit, Limit, LimitKind, Share, Shortage, Step
from weighbridge.ledger.movement import Kind, Leg, MalformedMovement, Movement, Reference
from weighbridge.ledger.store import Head
from weighbridge.ledger.stores.memory import MemoryStore

BOOK = "trial"
SOURCE = "a source"
DAYS = (date(2025, 6, 2), date(2025, 6, 3), date(2025, 12, 31), date(2026, 2, 1), date(2028, 1, 1))
EARLY, LATE = date(2025, 1, 13), date(2026, 1, 1)
LPP, COUNTRY, NVEU, FLEET, ABROAD, SHARED = (
    "lpp/Ex/2025",
    "country/IN",
    "nveu/Ex/IN",
    "uveu/G/total",
    "uveu/G/out",
    "fair",
)


def steps(*since: tuple[date, int | Share | None]) -> tuple[Step, ...]:
    """Limits that follow each other."""
    return tuple(Step(day, most, SOURCE) for day, most in since)


TERMS = (
    Limit(LPP, LimitKind.FLOW, steps((EARLY, 40)), until=date(2025, 12, 31), credits=frozenset({Credit.RETURN})),
    Limit(COUNTRY, LimitKind.STOCK, steps((EARLY, 100), (LATE, 60))),
    Limit(NVEU, LimitKind.STOCK, steps((EARLY, 50), (LATE, 80), (DAYS[-1], None)), credits=frozenset(Credit)),
    Limit(FLEET, LimitKind.TALLY),
    Limit(ABROAD, LimitKind.RATIO, steps((EARLY, Share(25, 100))), base=FLEET),
    Limit(SHARED, LimitKind.STOCK, steps((EARLY, 30)), shortage=Shortage.SAME_DAY),
)
LIMITS = {limit.account: limit for limit in TERMS}


def opened() -> list[Movement]:
    """The entries that give every account its limit."""
    return [Movement(Kind.LIMIT, EARLY, f"limit {account}", "keeper", limit=limit) for account, limit in LIMITS.items()]


def every_kind() -> list[Movement]:
    """A history in which every kind of entry occurs and every one is accepted."""
    june, july = DAYS[0], date(2025, 7, 1)

    def reserve(key: str, *legs: tuple[str, int], **more: Any) -> Movement:
        return Movement(Kind.RESERVE, june, key, "clerk", tuple(Leg(*leg) for leg in legs), expires=july, **more)

    fleet = Movement(Kind.ADJUST, june, "fleet", "keeper", (Leg(FLEET, 400),), reason="count", authority="audit 3")
    return [
        *opened(),
        fleet,
        reserve("D-1", (COUNTRY, 30), (LPP, 30), references=(Reference("determination", "D-1"),)),
        reserve("D-2", (NVEU, 20)),
        reserve("D-3", (ABROAD, 90)),
        reserve("D-4", (COUNTRY, 60)),
        reserve("D-5", (SHARED, 10), references=(Reference("sharing", "2025-06-02"),)),
        Movement(Kind.POST, june, "P-1", "clerk", reservation="D-1", references=(Reference("shipment", "S-88"),)),
        Movement(Kind.POST, june, "P-2", "clerk", (Leg(NVEU, 15),), reservation="D-2"),
        Movement(Kind.VOID, june, "V-4", "clerk", reservation="D-4", reason="order cancelled"),
        Movement(Kind.EXPIRE, date(2025, 7, 2), "E-5", "clerk", reservation="D-5"),
        Movement(Kind.RETURN, july, "R-1", "clerk", (Leg(LPP, -5),), reason="sent back"),
        Movement(Kind.ATTRITION, july, "A-1", "clerk", (Leg(NVEU, -2),), reason="burnt"),
        Movement(Kind.BALANCE, july, "B-1", "clerk", (Leg(NVEU, 13), Leg(LPP, 25))),
    ]


def sealed(movements: Iterable[Movement]) -> list[Entry]:
    """Entries with a faultless chain, whether or not the rules allow what they say: what a forger could write."""
    entries: list[Entry] = []
    for movement in movements:
        previous = entries[-1].hash if entries else genesis(BOOK)
        entries.append(seal(BOOK, len(entries) + 1, previous, movement))
    return entries


def exported(entries: Iterable[Entry], file: Path) -> Path:
    """The entries as an export whose first line promises just them."""
    all_ = list(entries)
    head = Head(BOOK, len(all_), all_[-1].hash if all_ else genesis(BOOK))
    file.write_text("".join(f"{line}\n" for line in [head_line(head), *map(to_line, all_)]), encoding="utf-8")
    return file


def store_of(movements: Iterable[Movement]) -> MemoryStore:
    """A book that was asked to take the movements, and took those that the rules allow."""
    store = MemoryStore(BOOK)
    store.record_all(list(movements))
    return store


def export_of(store: MemoryStore, file: Path) -> Path:
    """The book's export."""
    file.write_text("".join(f"{line}\n" for line in export_lines(store)), encoding="utf-8")
    return file


@st.composite
def histories(draw: Any) -> list[Movement]:
    """Movements at random on the accounts above, many of which no rule allows."""
    found = opened()
    for number in range(draw(st.integers(0, 14))):
        movement = draw(movements(f"K-{number}", [m.key for m in found if m.kind is Kind.RESERVE]))
        if movement:
            found.append(movement)
    return found


@st.composite
def movements(draw: Any, key: str, reserved: list[str]) -> Movement | None:
    """One movement under the key (or under one that was used); None where what was drawn is malformed."""
    kind = draw(st.sampled_from([*Kind, Kind.RESERVE, Kind.RESERVE, Kind.POST]))
    on = draw(st.sampled_from(DAYS))
    more: dict[str, Any] = {}
    if kind is Kind.LIMIT:
        more["limit"] = draw(changed_limits())
    elif kind in (Kind.POST, Kind.VOID, Kind.EXPIRE):
        more["reservation"] = draw(st.sampled_from([*reserved, "K-0"]))
    if kind in (Kind.RESERVE, Kind.RETURN, Kind.ATTRITION, Kind.ADJUST, Kind.BALANCE, Kind.POST):
        sign = -1 if kind in (Kind.RETURN, Kind.ATTRITION) else 1
        amounts = st.sampled_from((1, 5, 13, 25, 40, 50, 100, 400, -5, -30))
        legs = draw(st.dictionaries(st.sampled_from([*LIMITS, "unknown"]), amounts, max_size=3))
        more["legs"] = tuple(Leg(account, sign * amount) for account, amount in legs.items())
    if kind is Kind.RESERVE:
        more["expires"] = draw(st.sampled_from(DAYS))
        more["references"] = (Reference("sharing", "x"),) if draw(st.booleans()) else ()
    if kind in (Kind.RETURN, Kind.ATTRITION, Kind.ADJUST):
        more |= {"reason": "so", "authority": "law"}
    used = draw(st.sampled_from([key, key, key, key, key, *reserved]))
    try:
        return Movement(kind, on, used, "somebody", **more)
    except MalformedMovement:
        return None


@st.composite
def changed_limits(draw: Any) -> Limit:
    """New terms for an account, of its own kind or of another."""
    account = draw(st.sampled_from([*LIMITS, "new"]))
    stranger = account not in LIMITS or draw(st.integers(0, 9)) == 0
    terms = LIMITS[draw(st.sampled_from(list(LIMITS))) if stranger else account]
    most = draw(st.sampled_from((0, 10, 50, 200)))
    changed = tuple(Step(s.since, most if isinstance(s.most, int) else s.most, s.citation) for s in terms.steps)
    return replace(terms, account=account, steps=changed)
