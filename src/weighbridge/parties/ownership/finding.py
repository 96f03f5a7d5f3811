"""Whether listed parties own half of a party or more: by two methods, as ranges, with what would settle it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from weighbridge.core.truth import Truth, any_holds
from weighbridge.parties.listed import ListedParty
from weighbridge.parties.ownership.cascade import Cascade, cascade
from weighbridge.parties.ownership.decisive import Unknown, deciding
from weighbridge.parties.ownership.graph import OwnershipGraph
from weighbridge.parties.ownership.holdings import Holdings, holdings_of
from weighbridge.parties.ownership.multiply import multiply
from weighbridge.parties.ownership.share import NO_SHARE, Range, larger

MOST_OWNERS = 40
"""How many listed owners are told apart, the nearest first; the aggregate counts them all."""
MOST_WORK = 20_000
"""How many entities are gone through, over all listed owners, to tell what each owns alone."""


@dataclass(frozen=True, slots=True)
class Alone:
    """What one listed owner owns of a party, were nobody else listed: the certain part, by each method."""

    cascaded: Fraction
    multiplied: Fraction


@dataclass(frozen=True)
class ListedOwner:
    """One listed owner, near or far: what it holds itself, and what it owns alone.

    `certain` is None where a match awaits judgement. The parts need not add up to the aggregate: an owner may hold its
    share through another listed one, and majorities may come about only together. `alone` is None where so many stand
    above the party that it is not worked out.
    """

    entity: str
    entries: tuple[ListedParty, ...]
    counts: bool
    certain: Truth
    direct: Range
    alone: Alone | None


@dataclass(frozen=True)
class ListedOwnership:
    """What listed parties own of a party on a day, directly or indirectly, together.

    `majorities` tells for the party and everybody above it what those hold who are listed or, level by level, owned by
    half or more; `products` what listed parties own by multiplication along every path, added up. Neither is always the
    larger. A party that is listed itself is asked about its owners as if it were not. `unknown` holds what would settle
    an answer that is open.
    """

    party: str
    day: date
    threshold: Fraction
    itself: Truth
    majorities: Cascade
    products: Mapping[str, Range]
    owners: tuple[ListedOwner, ...]
    owners_left_out: int
    unknown: tuple[Unknown, ...]
    holdings: Holdings

    @property
    def cascaded(self) -> Range:
        """The share of the party by the cascading majority test."""
        return self.majorities.shares[self.party]

    @property
    def multiplied(self) -> Range:
        """The share of the party by multiplication."""
        return self.products[self.party]

    @property
    def by_cascade(self) -> Truth:
        """Whether the cascading test finds the threshold reached."""
        return self.cascaded.at_least(self.threshold)

    @property
    def by_multiplication(self) -> Truth:
        """Whether multiplication finds the threshold reached."""
        return self.multiplied.at_least(self.threshold)

    @property
    def reached(self) -> Truth:
        """Whether either method finds the threshold reached; the law names neither, so the stricter decides."""
        return any_holds((self.by_cascade, self.by_multiplication))

    @property
    def share(self) -> Range:
        """The larger of the two shares."""
        return larger(self.cascaded, self.multiplied)

    @property
    def listed_owner_of_unknown_share(self) -> bool:
        """Whether somebody listed is known to own a part, while it cannot be told whether it is enough."""
        return self.reached is None and any(o.counts and o.certain for o in self.owners)


def listed_ownership(
    graph: OwnershipGraph, party: str, day: date, counted: frozenset[str], threshold: Fraction
) -> ListedOwnership:
    """What parties on the `counted` lists own of a party (its id) on a day."""
    holdings = holdings_of(graph, [party], day, counted)
    itself = holdings.listed.get(party, False)
    if itself is not False:
        holdings = holdings.with_listing(party, False)
    told_alone = MOST_WORK // len(holdings.shares)
    above = [e for e in holdings.members if e != party and _on_some_list(graph, e, day)]
    return ListedOwnership(
        party=party,
        day=day,
        threshold=threshold,
        itself=itself,
        majorities=cascade(holdings, threshold),
        products=multiply(holdings),
        owners=tuple(
            ListedOwner(
                entity=owner,
                entries=graph.entities[owner].listings_on(day),
                counts=holdings.listed.get(owner, False) is not False,
                certain=holdings.listed.get(owner, True),
                direct=holdings.shares[party].get(owner, NO_SHARE),
                alone=_alone(holdings, party, owner, threshold) if place < told_alone else None,
            )
            for place, owner in enumerate(above[:MOST_OWNERS])
        ),
        owners_left_out=max(0, len(above) - MOST_OWNERS),
        unknown=deciding(holdings, party, threshold),
        holdings=holdings,
    )


def _on_some_list(graph: OwnershipGraph, entity: str, day: date) -> bool:
    found = graph.entities[entity]
    return found.may_be_listed or bool(found.listings_on(day))


def _alone(holdings: Holdings, party: str, owner: str, threshold: Fraction) -> Alone:
    only = Holdings(holdings.shares, {owner: True}, frozenset())
    return Alone(cascade(only, threshold).shares[party].low, multiply(only)[party].low)
