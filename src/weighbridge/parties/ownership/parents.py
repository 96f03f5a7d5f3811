"""Ultimate parents, by chains of majorities.

The EAR defines neither "headquartered" nor "ultimate parent" and states no percentage. The rule used here: whoever
certainly holds half or more of the equity or of the votes of an entity is its parent; parents are followed upwards
until nobody has one. Two may each hold half, so there can be several.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from weighbridge.parties.ownership.components import components
from weighbridge.parties.ownership.graph import OWNERLESS, EntityKind, OwnershipGraph, Rest, StakeKind
from weighbridge.parties.ownership.share import NO_SHARE, NOTHING, WHOLE, Range

HALF = Fraction(1, 2)
PARENTS = (EntityKind.COMPANY, EntityKind.GOVERNMENT)

Pools = Mapping[StakeKind, Mapping[str, Range]]
"""Who holds which share of the equity, and of the votes where any are stated."""


@dataclass(frozen=True, slots=True)
class Perhaps:
    """An owner of half may exist that is not known: one of the `named`, or somebody in what is `unaccounted` for."""

    named: tuple[str, ...]
    unaccounted: Fraction


@dataclass(frozen=True, slots=True)
class Ascent:
    """The majority chains above a party.

    `parents` maps each entity on them to those who hold half of it or more. `tops` are where the chains end: the
    ultimate parents, the party itself if nobody holds half of it. `may_go_on` are those of whom an owner of half may
    exist that is not known. `persons` hold half of something on the chains.
    """

    party: str
    parents: Mapping[str, tuple[str, ...]]
    tops: tuple[str, ...]
    may_go_on: Mapping[str, Perhaps]
    persons: tuple[str, ...]

    @property
    def settled(self) -> bool:
        """Whether it is certain that nobody else stands at the top."""
        return not self.may_go_on


def ascent(graph: OwnershipGraph, party: str, day: date) -> Ascent:
    """Follow the majority chains upwards from a party (its id) on a day.

    A natural person is no parent: the chain ends at what the person owns, and the person is told beside it. Companies
    that own each other in a circle with nobody above are all at the top.
    """
    parents: dict[str, tuple[str, ...]] = {}
    may_go_on: dict[str, Perhaps] = {}
    persons: dict[str, None] = {}
    waiting = [party]
    while waiting:
        entity = waiting.pop(0)
        if entity in parents:
            continue
        pools = _pools(graph, entity, day)
        holders = dict.fromkeys(o for pool in pools.values() for o, share in pool.items() if share.low >= HALF)
        holders.pop(entity, None)
        persons |= {o: None for o in holders if graph.entities[o].kind is EntityKind.PERSON}
        parents[entity] = tuple(o for o in holders if graph.entities[o].kind in PARENTS)
        if (open_to := _perhaps(graph, entity, pools)) is not None:
            may_go_on[entity] = open_to
        waiting += parents[entity]
    above = {entity: dict.fromkeys(found) for entity, found in parents.items()}
    tops = [e for group in components(above) if not _beyond(above, group) for e in group]
    return Ascent(party, parents, tuple(sorted(tops, key=list(parents).index)), may_go_on, tuple(persons))


def _beyond(above: Mapping[str, Mapping[str, None]], group: tuple[str, ...]) -> bool:
    return any(owner not in group for entity in group for owner in above[entity])


def _pools(graph: OwnershipGraph, entity: str, day: date) -> Pools:
    found: dict[StakeKind, dict[str, Range]] = {StakeKind.EQUITY: {}}
    for stake in graph.stakes_in(entity, day):
        if stake.kind is not StakeKind.DIRECTORSHIP:
            pool = found.setdefault(stake.kind, {})
            pool[stake.owner] = pool.get(stake.owner, NO_SHARE) + stake.share
    return found


def _perhaps(graph: OwnershipGraph, entity: str, pools: Pools) -> Perhaps | None:
    """Who may turn out to hold half; None if nobody can."""
    found = graph.entities[entity]
    if found.kind in OWNERLESS:
        return None
    named: dict[str, None] = {}
    unaccounted = NOTHING
    for pool in pools.values():
        slack = max(NOTHING, WHOLE - sum((share.low for share in pool.values()), NOTHING))
        if found.rest is Rest.UNKNOWN and slack >= HALF:
            unaccounted = max(unaccounted, slack)
        for owner, share in pool.items():
            dispersed = graph.entities[owner].kind is EntityKind.FLOAT
            if share.low < HALF <= min(share.high, share.low + slack) and owner != entity and not dispersed:
                named[owner] = None
    return Perhaps(tuple(named), unaccounted) if named or unaccounted else None
