"""The shares of one day, taken from the stakes: whom the arithmetic of majorities and products works on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from weighbridge.core.truth import Truth
from weighbridge.parties.ownership.graph import OWNERLESS, OwnershipGraph, Rest, StakeKind
from weighbridge.parties.ownership.share import NOTHING, UNKNOWN, WHOLE, Range, added, exactly

SOMEBODY_LISTED = "?listed"
"""An owner that no graph holds: whoever on a list may hold what no stake accounts for."""


@dataclass(frozen=True)
class Holdings:
    """The shares in every entity that stands above the parties asked about, nearest first.

    `shares` maps the owned entity to its owners. `listed` holds True for who is on a list that counts and None for who
    may be; who is absent is not. What the known shares of an entity in `open_rest` leave over may be held by anyone.
    """

    shares: Mapping[str, Mapping[str, Range]]
    listed: Mapping[str, Truth]
    open_rest: frozenset[str]
    _certain: dict[str, Fraction] = field(init=False, default_factory=dict, repr=False, compare=False)

    @property
    def members(self) -> Iterable[str]:
        """Every entity, owned or owning, the ones asked about first."""
        return self.shares.keys()

    def slack(self, owned: str) -> Fraction:
        """What the certain shares in an entity leave over; nothing where they make more than the whole."""
        return max(NOTHING, WHOLE - self.certain(owned))

    def overfull(self, owned: str) -> bool:
        """Whether the certain shares in an entity make more than the whole."""
        return self.certain(owned) > WHOLE

    def certain(self, owned: str) -> Fraction:
        """The certain shares in an entity together."""
        if owned not in self._certain:
            self._certain[owned] = added(share.low for share in self.shares[owned].values())
        return self._certain[owned]

    # --- what would be, were something known ----------------------------------------------------------

    def with_share(self, owned: str, owner: str, share: Fraction) -> Holdings:
        """The holdings, were the share of this owner known."""
        changed = {**self.shares[owned], owner: exactly(share)}
        return replace(self, shares={**self.shares, owned: changed})

    def with_rest(self, owned: str, *, listed: bool) -> Holdings:
        """The holdings, were it known whether listed parties hold the whole rest of this entity or nothing of it."""
        open_rest = self.open_rest - {owned}
        if not listed:
            return replace(self, open_rest=open_rest)
        changed = {**self.shares[owned], SOMEBODY_LISTED: exactly(self.slack(owned))}
        shares = {**self.shares, owned: changed, SOMEBODY_LISTED: {}}
        return replace(self, shares=shares, open_rest=open_rest, listed={**self.listed, SOMEBODY_LISTED: True})

    def with_listing(self, entity: str, listed: bool) -> Holdings:
        """The holdings, were it known whether this entity is on a list that counts."""
        return replace(self, listed={**self.listed, entity: listed})


def holdings_of(graph: OwnershipGraph, parties: Iterable[str], day: date, counted: frozenset[str]) -> Holdings:
    """The shares of the day in these parties and in everybody above them. `counted` are the lists that count."""
    shares: dict[str, Mapping[str, Range]] = {}
    waiting = dict.fromkeys(parties)
    while waiting:
        here = list(waiting)
        shares |= {owned: _shares_in(graph, owned, day) for owned in here}
        waiting = {owner: None for owned in here for owner in shares[owned] if owner not in shares}
    listed = {entity: truth for entity in shares if (truth := graph.listing(entity, day, counted)) is not False}
    return Holdings(shares, listed, frozenset(entity for entity in shares if _open(graph, entity)))


def _open(graph: OwnershipGraph, entity: str) -> bool:
    found = graph.entities[entity]
    return found.rest is Rest.UNKNOWN and found.kind not in OWNERLESS


def _shares_in(graph: OwnershipGraph, owned: str, day: date) -> Mapping[str, Range]:
    """Equity as stated; who holds votes but no stated equity holds a share of unknown size."""
    equity: dict[str, Range] = {}
    votes: list[str] = []
    for stake in graph.stakes_in(owned, day):
        if stake.kind is StakeKind.EQUITY:
            before = equity.get(stake.owner)
            equity[stake.owner] = stake.share if before is None else before + stake.share
        elif stake.kind is StakeKind.VOTES:
            votes.append(stake.owner)
    return {**dict.fromkeys(votes, UNKNOWN), **equity}
