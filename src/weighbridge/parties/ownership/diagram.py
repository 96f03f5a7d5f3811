"""What a drawing of the owners of a party shows: the entities that matter, in rows, and the stakes between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from weighbridge.core.truth import Truth
from weighbridge.parties.ownership.components import components
from weighbridge.parties.ownership.finding import ListedOwnership
from weighbridge.parties.ownership.graph import Entity, OwnershipGraph, Stake, StakeKind
from weighbridge.parties.ownership.holdings import Holdings
from weighbridge.parties.ownership.parents import HALF, Ascent
from weighbridge.parties.ownership.share import NOTHING, Range

MOST_OWNERS = 8
"""How many owners of one entity are drawn; those on the way to somebody listed, or with half, are drawn first."""
MOST_DRAWN = 40


@dataclass(frozen=True, slots=True)
class Node:
    """An entity as drawn. `row` counts the stakes on the longest way down to the party, which stands in row 0.

    `lists` are those on which it stands on the day, counted or not. `listed` and `counts_whole` are None where it
    cannot be told. `rest` is what no stake accounts for; `open_rest` tells whether it may be anyone's. `left_out`
    owners are not drawn, with `left_out_share` of it between them.
    """

    entity: Entity
    row: int
    lists: tuple[str, ...]
    listed: Truth
    counts_whole: Truth
    cascaded: Range
    multiplied: Range
    top: bool
    rest: Fraction
    open_rest: bool
    left_out: int
    left_out_share: Fraction


@dataclass(frozen=True, slots=True)
class Line:
    """A share as drawn, from owner to owned, with the stakes that it is taken from."""

    owner: str
    owned: str
    share: Range
    stakes: tuple[Stake, ...]


@dataclass(frozen=True)
class Diagram:
    """The drawing: nodes by id, the party first, and the lines between them."""

    party: str
    nodes: Mapping[str, Node]
    lines: tuple[Line, ...]

    def owners(self, owned: str) -> tuple[Line, ...]:
        """The lines that end at an entity, the largest share first."""
        return tuple(line for line in self.lines if line.owned == owned)


def diagram(graph: OwnershipGraph, found: ListedOwnership, above: Ascent) -> Diagram:
    """What to draw of the owners above a party: all of them, or those that matter where they are many."""
    leads = _leading_to_listed(found.holdings)
    drawn: dict[str, tuple[str, ...]] = {}
    waiting = {found.party: None}
    while waiting:
        here = next(iter(waiting))
        del waiting[here]
        room = MOST_DRAWN - len(drawn) - len(waiting) - 1
        kept = _kept(found.holdings, here, leads)
        drawn[here] = tuple(o for i, o in enumerate(kept) if o in drawn or o in waiting or o == here or i < room)
        waiting |= {owner: None for owner in drawn[here] if owner not in drawn}
    lines = [
        Line(owner, owned, found.holdings.shares[owned][owner], _stakes(graph, owner, owned, found))
        for owned, owners in drawn.items()
        for owner in owners
    ]
    rows = _rows(drawn)
    nodes = {entity: _node(graph, found, above, entity, row, drawn[entity]) for entity, row in rows.items()}
    return Diagram(found.party, nodes, tuple(lines))


def _rows(drawn: Mapping[str, tuple[str, ...]]) -> Mapping[str, int]:
    """The row of each entity: above everything that it owns. Those that own each other share a row."""
    rows = dict.fromkeys(drawn, 0)
    for group in reversed(list(components({owned: dict.fromkeys(owners) for owned, owners in drawn.items()}))):
        row = max(rows[entity] for entity in group)
        rows |= dict.fromkeys(group, row)
        for owner in {owner for entity in group for owner in drawn[entity]} - set(group):
            rows[owner] = max(rows[owner], row + 1)
    return rows


def _node(
    graph: OwnershipGraph, found: ListedOwnership, above: Ascent, entity: str, row: int, owners: tuple[str, ...]
) -> Node:
    shares = found.holdings.shares[entity]
    left_out = [share.low for owner, share in shares.items() if owner not in owners]
    listed = found.itself if entity == found.party else found.holdings.listed.get(entity, False)
    return Node(
        entity=graph.entities[entity],
        row=row,
        lists=tuple(dict.fromkeys(entry.list for entry in graph.entities[entity].listings_on(found.day))),
        listed=listed,
        counts_whole=found.majorities.counts_whole[entity],
        cascaded=found.majorities.shares[entity],
        multiplied=found.products[entity],
        top=entity in above.tops,
        rest=found.holdings.slack(entity),
        open_rest=entity in found.holdings.open_rest,
        left_out=len(left_out),
        left_out_share=sum(left_out, NOTHING),
    )


def _stakes(graph: OwnershipGraph, owner: str, owned: str, found: ListedOwnership) -> tuple[Stake, ...]:
    stakes = graph.stakes_in(owned, found.day)
    return tuple(s for s in stakes if s.owner == owner and s.kind is not StakeKind.DIRECTORSHIP)


def _kept(holdings: Holdings, owned: str, leads: set[str]) -> list[str]:
    """The owners to draw, the largest first."""
    shares = holdings.shares[owned]

    def importance(owner: str) -> tuple[bool, bool, Fraction, Fraction]:
        share = shares[owner]
        return owner in leads, share.low >= HALF, share.low, share.high

    kept = sorted(shares, key=importance, reverse=True)[:MOST_OWNERS]
    return sorted(kept, key=lambda owner: (shares[owner].low, shares[owner].high), reverse=True)


def _leading_to_listed(holdings: Holdings) -> set[str]:
    """Everybody who is, or may be, listed, and everybody such a one may own a part of."""
    below: dict[str, list[str]] = {}
    for owned, shares in holdings.shares.items():
        for owner in shares:
            below.setdefault(owner, []).append(owned)
    found = {entity for entity, truth in holdings.listed.items() if truth is not False}
    waiting = list(found)
    while waiting:
        fresh = [owned for owned in below.get(waiting.pop(), ()) if owned not in found]
        found.update(fresh)
        waiting += fresh
    return found
