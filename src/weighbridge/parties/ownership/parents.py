"""Ultimate parents, by chains of majorities.

The EAR defines neither "headquartered" nor "ultimate parent" and states no percentage. The rule used here: whoever
certainly holds half or more of the equity or of the votes of an entity is its parent; parents are followed upwards until
nobody has one. Two may each hold half, so there can be several.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from weighbridge.parties.ownership.components import components
from weighbridge.parties.ownership.graph import OWNERLESS, EntityKind, OwnershipGraph, Rest, StakeKind
from weighbridge.parties.ownership.share import NO_SHARE, NOTHING, WHOLE, Range

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Ascent:
    """The majority chains above a party.

    `parents` maps each entity on them to those who hold half of it or more. `tops` are where the chains end: the ultimate
    parents, the party itself if nobody holds half of it. `may_go_on` are those of whom an owner of half may exist that is
    not known, with the owners whose share may turn out to be half. `persons` are natural persons at a top.
    """

    party: str
    parents: dict[str, tuple[str, ...]]
    tops: tuple[str, ...]
    may_go_on: dict[str, tuple[str, ...]]
    persons: tuple[str, ...]

    @property
    def settled(self) -> bool:
        """Whether it is certain that nobody stands above the tops."""
        return not self.may_go_on


def ascent(graph: OwnershipGraph, party: str, day: date) -> Ascent:
    """Follow the majority chains upwards from a party (its id) on a day.

    A natural person is no parent: the chain ends at what the person owns, and the person is told beside it. Companies
    that own each other in a circle with nobody above are all at the top.
    """
    parents: dict[str, tuple[str, ...]] = {}
    may_go_on: dict[str, tuple[str, ...]] = {}
    persons: dict[str, None] = {}
    waiting = [party]
    while waiting:
        entity = waiting.pop()
        if entity in parents:
            continue
        held = {**_held(graph, entity, day)}
        holders = [owner for owner, share in held.items() if share.low >= HALF and owner != entity]
        persons |= {o: None for o in holders if graph.entities[o].kind is EntityKind.PERSON}
        parents[entity] = tuple(
            o for o in holders if graph.entities[o].kind in (EntityKind.COMPANY, EntityKind.GOVERNMENT)
        )
        if not holders and (open_to := _open_to(graph, entity, held)) is not None:
            may_go_on[entity] = open_to
        waiting += parents[entity]
    above: dict[str, dict[str, None]] = {entity: dict.fromkeys(found) for entity, found in parents.items()}
    tops = [e for group in components(above) if not _beyond(above, group) for e in group]
    return Ascent(party, parents, tuple(sorted(tops, key=list(parents).index)), may_go_on, tuple(persons))


def _beyond(above: dict[str, dict[str, None]], group: tuple[str, ...]) -> bool:
    return any(owner not in group for entity in group for owner in above[entity])


def _held(graph: OwnershipGraph, entity: str, day: date) -> dict[str, Range]:
    """The share of each owner in equity or in votes, whichever is more."""
    by_kind: dict[tuple[StakeKind, str], Range] = {}
    for stake in graph.stakes_in(entity, day):
        if stake.kind is not StakeKind.DIRECTORSHIP:
            key = (stake.kind, stake.owner)
            by_kind[key] = by_kind.get(key, NO_SHARE) + stake.share
    found: dict[str, Range] = {}
    for (_, owner), share in by_kind.items():
        before = found.get(owner, NO_SHARE)
        found[owner] = Range(max(before.low, share.low), max(before.high, share.high))
    return found


def _open_to(graph: OwnershipGraph, entity: str, held: dict[str, Range]) -> tuple[str, ...] | None:
    """The owners who may turn out to hold half; nobody named where it can only be somebody unknown; None if nobody can."""
    found = graph.entities[entity]
    if found.kind in OWNERLESS:
        return None
    slack = max(NOTHING, WHOLE - sum((share.low for share in held.values()), NOTHING))
    named = tuple(
        owner
        for owner, share in held.items()
        if share.low < HALF <= min(share.high, share.low + slack) and graph.entities[owner].kind is not EntityKind.FLOAT
    )
    somebody = found.rest is Rest.UNKNOWN and slack >= HALF
    return named if named or somebody else None
