"""Ultimate parents, by majorities that one holder has alone or through others whom it controls.

The EAR defines neither "headquartered" nor "ultimate parent" and states no percentage. The rule used here: whoever
certainly holds half or more of the equity or of the votes of an entity controls it, and what a controlled entity holds
counts with what its controller holds, so that a stake split between vehicles stays one. The ultimate parents are those
who control a party and whom nobody controls. Two may each hold half, so there can be several.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from weighbridge.parties.ownership.components import components
from weighbridge.parties.ownership.graph import OWNERLESS, EntityKind, OwnershipGraph, Rest, StakeKind
from weighbridge.parties.ownership.share import NOTHING, WHOLE, Range, added

HALF = Fraction(1, 2)
LARGEST_CIRCLE = 200
"""In a circle of more entities than this nobody works out who controls whom; it stays an open question."""

Pool = Mapping[str, Range]
"""Who holds which share of the equity, or of the votes."""


@dataclass(frozen=True, slots=True)
class Perhaps:
    """A controller may exist that is not known: one of the `named`, or somebody in what is `unaccounted` for.

    Neither where the entity stands in a circle that is too large.
    """

    named: tuple[str, ...]
    unaccounted: Fraction


@dataclass(frozen=True, slots=True)
class Ascent:
    """Who stands at the top of a party.

    `tops` are the ultimate parents, the party itself if nobody controls it. `persons` are natural persons who control
    it: they are no parents. `way` lists the party and those through whom it is controlled, `may_go_on` those of them,
    and of the tops, of whom a controller may exist that is not known.
    """

    party: str
    tops: tuple[str, ...]
    persons: tuple[str, ...]
    way: tuple[str, ...]
    may_go_on: Mapping[str, Perhaps]

    @property
    def settled(self) -> bool:
        """Whether it is certain that nobody else stands at the top."""
        return not self.may_go_on


def ascent(graph: OwnershipGraph, party: str, day: date) -> Ascent:
    """Who stands at the top of a party (its id) on a day.

    A natural person is no parent: the highest company below is, and the person is told beside it. Companies that
    control each other in a circle with nobody above are all at the top.
    """
    control = _Control(graph, day, party)
    tops = control.tops[party] or {party: None}
    way = control.way(party)
    perhaps = {e: found for e in dict.fromkeys((*way, *tops)) if (found := control.perhaps(e)) is not None}
    return Ascent(party, tuple(tops), tuple(control.persons[party]), way, perhaps)


@dataclass
class _Control:
    """Who controls whom, worked out for a party and everybody above it, owners before owned."""

    graph: OwnershipGraph
    day: date
    party: str
    pools: dict[str, tuple[Pool, ...]] = field(default_factory=dict)
    tops: dict[str, dict[str, None]] = field(default_factory=dict)
    persons: dict[str, dict[str, None]] = field(default_factory=dict)
    untold: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        waiting = [self.party]
        while waiting:
            entity = waiting.pop()
            if entity not in self.pools:
                self.pools[entity] = self._pools(entity)
                waiting += [owner for pool in self.pools[entity] for owner in pool]
        for group in components({e: {o: None for pool in p for o in pool} for e, p in self.pools.items()}):
            self._settle(group)

    def _pools(self, entity: str) -> tuple[Pool, ...]:
        found: dict[StakeKind, dict[str, Range]] = {}
        for stake in self.graph.stakes_in(entity, self.day):
            if stake.kind is not StakeKind.DIRECTORSHIP:
                pool = found.setdefault(stake.kind, {})
                before = pool.get(stake.owner)
                pool[stake.owner] = stake.share if before is None else before + stake.share
        return tuple(found.values())

    def _kind(self, entity: str) -> EntityKind:
        return self.graph.entities[entity].kind

    # --- who controls -----------------------------------------------------------------------------------

    def _settle(self, group: tuple[str, ...]) -> None:
        """The tops and persons of entities that own each other, or of one that owns nobody above it."""
        inside = set(group)
        if len(group) > LARGEST_CIRCLE:
            self.untold |= inside
            self.tops |= {entity: {entity: None} for entity in group}
            self.persons |= {entity: {} for entity in group}
            return
        outside = {
            controller: None
            for entity in group
            for pool in self.pools[entity]
            for owner in pool
            if owner not in inside
            for controller in self._controllers(owner)
        }
        members = group if len(group) > 1 else ()
        reach = {c: self._reach(c, group, inside) for c in (*outside, *members)}
        controllers = {e: [c for c in reach if e in reach[c] and c != e] for e in group}
        for entity in group:
            found = [c for c in (entity, *controllers[entity]) if self._is_top(c, inside, controllers, reach)]
            self.tops[entity] = dict.fromkeys(found)
            self.persons[entity] = {c: None for c in controllers[entity] if self._kind(c) is EntityKind.PERSON}
            for c in controllers[entity]:
                self.persons[entity] |= self.persons.get(c, {})

    def _controllers(self, owner: str) -> Iterable[str]:
        """Whom the share of a settled owner counts for: itself, and those at its top."""
        if self._kind(owner) is EntityKind.FLOAT:
            return ()
        return dict.fromkeys((owner, *self.tops[owner], *self.persons[owner]))

    def _reach(self, controller: str, group: tuple[str, ...], inside: set[str]) -> set[str]:
        """Whom of a circle a controller controls."""
        found: set[str] = set()
        waiting = True
        while waiting:
            fresh = {e for e in group if e not in found and self._held(e, controller, found, inside)}
            found |= fresh
            waiting = bool(fresh)
        return found

    def _held(self, entity: str, controller: str, controlled: set[str], inside: set[str]) -> bool:
        """Whether a controller and those it controls certainly hold half of some pool of an entity."""

        def counts(owner: str) -> bool:
            if owner == entity:
                return False
            if owner in inside:
                return owner == controller or owner in controlled
            return controller in self._controllers(owner)

        return any(
            added(share.low for owner, share in pool.items() if counts(owner)) >= _half(pool, entity)
            for pool in self.pools[entity]
        )

    def _is_top(
        self, entity: str, inside: set[str], controllers: Mapping[str, list[str]], reach: Mapping[str, set[str]]
    ) -> bool:
        """Whether an entity may be a parent and is controlled by nobody but those whom it controls in turn."""
        if self._kind(entity) in (EntityKind.PERSON, EntityKind.FLOAT):
            return False
        if entity not in inside:
            return entity in self.tops[entity]
        mutual = reach.get(entity, set())
        return all(c in mutual or self._kind(c) is EntityKind.PERSON for c in controllers[entity])

    # --- the way up, and what is not known on it ----------------------------------------------------------

    def way(self, party: str) -> tuple[str, ...]:
        """The party, and everybody through whom one of its tops or persons controls it."""
        above = {*self.tops[party], *self.persons[party]}
        found: dict[str, None] = {}
        waiting = [party]
        while waiting:
            entity = waiting.pop(0)
            if entity not in found:
                found[entity] = None
                owners = dict.fromkeys(o for pool in self.pools[entity] for o in pool)
                waiting += [o for o in owners if o not in above and not above.isdisjoint(self._above(o))]
        return tuple(found)

    def _above(self, owner: str) -> set[str]:
        return {*self.tops[owner], *self.persons[owner]} - {owner}

    def perhaps(self, entity: str) -> Perhaps | None:
        """Who may turn out to hold half of an entity and does not for certain; None if nobody can."""
        found = self.graph.entities[entity]
        if entity in self.untold:
            return Perhaps((), NOTHING)
        if found.kind in OWNERLESS:
            return None
        named: dict[str, None] = {}
        unaccounted = NOTHING
        for pool in self.pools[entity] or (dict[str, Range](),):
            half = _half(pool, entity)
            slack = max(NOTHING, WHOLE - added(share.low for share in pool.values()))
            open_rest = found.rest is Rest.UNKNOWN and slack > NOTHING
            if open_rest and slack >= half:
                unaccounted = max(unaccounted, slack)
            for controller in {c: None for owner in pool if owner != entity for c in self._controllers(owner)}:
                held = [share for owner, share in pool.items() if controller in self._controllers(owner)]
                low = added(share.low for share in held)
                room = slack if open_rest else min(slack, added(share.high - share.low for share in held))
                told = controller in pool or len(held) > 1
                if told and low < half <= low + room and self._kind(controller) is not EntityKind.PERSON:
                    named[controller] = None
                    unaccounted = max(unaccounted, slack) if open_rest else unaccounted
        return Perhaps(tuple(named), unaccounted) if named or unaccounted else None


def _half(pool: Pool, entity: str) -> Fraction:
    """Half of what others hold of an entity: the shares that it holds in itself are nobody's."""
    own = pool.get(entity)
    return HALF * (WHOLE - own.low) if own and own.low < WHOLE else HALF
