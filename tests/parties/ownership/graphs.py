"""Ownership graphs for tests: made from a few words, or generated."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from weighbridge.core.truth import Truth
from weighbridge.parties.ownership.finding import ListedOwnership, listed_ownership
from weighbridge.parties.ownership.graph import OwnershipGraph
from weighbridge.parties.ownership.holdings import Holdings
from weighbridge.parties.ownership.read.read import read_graph
from weighbridge.parties.ownership.share import Range

DAY = date(2025, 9, 29)
LISTS = frozenset({"EL", "MEU", "SDN"})
HALF = Fraction(1, 2)
NAMES = tuple("ABCDEFG")
PARTY = "A"


def graph_of(stakes: Iterable[Mapping[str, Any]], entities: Iterable[Mapping[str, Any]] = ()) -> OwnershipGraph:
    """A graph as its JSON document states it; places are codes already."""
    document = json.dumps({"stakes": list(stakes), "entities": list(entities)}, default=str)
    return read_graph(document.encode(), "graph.json", str)


def owned(*stakes: tuple[str, str, object]) -> list[dict[str, Any]]:
    """Stakes as `(owner, owned, percent)`."""
    return [{"owner": owner, "owned": owned, "percent": percent} for owner, owned, percent in stakes]


def known(*names: str, on: str = "none") -> list[dict[str, Any]]:
    """Entities whose further owners are known to be nobody listed."""
    return [{"name": name, "listed_on": on, "rest": "unlisted"} for name in names]


def found(graph: OwnershipGraph, party: str = PARTY, day: date = DAY) -> ListedOwnership:
    return listed_ownership(graph, graph.find(party).id, day, LISTS, HALF)


# --- generated ----------------------------------------------------------------------------------------------------


def parts(whole: Fraction) -> st.SearchStrategy[Fraction]:
    """Some twentieths of a share."""
    return st.integers(0, 20).map(lambda twentieths: whole * twentieths / 20)


@st.composite
def shares_of_one(draw: st.DrawFn, owners: tuple[str, ...], *, certain: bool = False) -> dict[str, Range]:
    """Shares that leave the certain part of the whole at or below it; some of them ranges unless `certain`."""
    chosen = draw(st.lists(st.sampled_from(owners), unique=True, max_size=4))
    left, shares = 20, {}
    for owner in chosen:
        low = draw(st.integers(0, left))
        left -= low
        high = low if certain else draw(st.one_of(st.just(low), st.integers(low, 20)))
        shares[owner] = Range(Fraction(low, 20), Fraction(high, 20))
    return shares


@st.composite
def holdings(draw: st.DrawFn, *, certain: bool = False, acyclic: bool = False) -> Holdings:
    """Up to seven entities, in steps of five percent, with circles unless `acyclic`; the party A is not listed."""
    shares = {}
    for place, name in enumerate(NAMES):
        owners = NAMES[place + 1 :] if acyclic else NAMES
        shares[name] = draw(shares_of_one(owners, certain=certain)) if owners else {}
    truths: st.SearchStrategy[Truth] = st.just(True) if certain else st.sampled_from([True, None])
    listed = draw(st.dictionaries(st.sampled_from(NAMES[1:]), truths, max_size=3))
    open_rest = frozenset() if certain else draw(st.frozensets(st.sampled_from(NAMES)))
    return Holdings(shares, listed, open_rest)


@st.composite
def completions(draw: st.DrawFn, of: Holdings) -> Holdings:
    """One way in which everything that is unknown may turn out."""
    shares: dict[str, dict[str, Range]] = {"?listed": {}}
    for name, ranges in of.shares.items():
        slack = of.slack(name)
        settled = {}
        for owner, share in ranges.items():
            more = draw(parts(min(slack, share.high - share.low)))
            slack -= more
            settled[owner] = Range(share.low + more, share.low + more)
        if name in of.open_rest:
            by_listed = draw(parts(slack))
            settled["?listed"] = Range(by_listed, by_listed)
        shares[name] = settled
    listed: dict[str, Truth] = {"?listed": True}
    for name, truth in of.listed.items():
        if truth or (truth is None and draw(st.booleans())):
            listed[name] = True
    return Holdings(shares, listed, frozenset())
