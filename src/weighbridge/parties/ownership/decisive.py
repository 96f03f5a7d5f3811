"""What is unknown about the owners of a party, and which of it would settle whether listed parties own half or more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import islice

from weighbridge.core.truth import Truth, any_holds
from weighbridge.parties.ownership.cascade import cascade
from weighbridge.parties.ownership.holdings import SOMEBODY_LISTED, Holdings
from weighbridge.parties.ownership.multiply import multiply
from weighbridge.parties.ownership.share import NOTHING, Range

MOST_TRIED = 40
MOST_WORK = 200_000
"""How many entities are gone through, over all that is tried, before the rest is told without being tried."""


class What(StrEnum):
    """What is not known: how much somebody holds, who holds the rest, or whether somebody is listed."""

    SHARE = "share"
    REST = "rest"
    LISTING = "listing"


@dataclass(frozen=True, slots=True)
class Unknown:
    """One thing that is not known, and what would follow.

    `possible` is the range it can lie in: of the share, or of what listed parties can hold of the rest. `mildest` is
    the answer if it turned out as mild as it can be, `strictest` as strict; None where the answer would stay open.
    """

    what: What
    owned: str
    owner: str
    possible: Range
    mildest: Truth
    strictest: Truth

    @property
    def alone(self) -> bool:
        """Whether knowing this settles the answer, whatever it turns out to be."""
        return self.mildest is not None and self.strictest is not None

    @property
    def decides(self) -> bool:
        """Whether knowing this may settle the answer."""
        return self.mildest is not None or self.strictest is not None


def deciding(holdings: Holdings, party: str, threshold: Fraction) -> tuple[Unknown, ...]:
    """What would settle whether listed parties reach the threshold, the most decisive first; nothing if it is settled.

    Where no single thing would, everything unknown that was tried is given, the nearest first.
    """
    if reached(holdings, party, threshold) is not None:
        return ()
    most = min(MOST_TRIED, max(1, MOST_WORK // len(holdings.shares)))
    tried = list(islice(_unknown(holdings, party, threshold), most))
    found = [unknown for unknown in tried if unknown.decides] or tried
    return tuple(sorted(found, key=lambda unknown: (not unknown.alone, not unknown.decides)))


def reached(holdings: Holdings, party: str, threshold: Fraction) -> Truth:
    """Whether listed parties reach the threshold in a party by either method."""
    shares = cascade(holdings, threshold).shares[party], multiply(holdings)[party]
    return any_holds(share.at_least(threshold) for share in shares)


def _unknown(holdings: Holdings, party: str, threshold: Fraction) -> Iterator[Unknown]:
    def weighed(what: What, owned: str, owner: str, possible: Range, mild: Holdings, strict: Holdings) -> Unknown:
        answers = (reached(mild, party, threshold), reached(strict, party, threshold))
        return Unknown(what, owned, owner, possible, *answers)

    for entity, shares in holdings.shares.items():
        if entity != party and entity in holdings.listed and holdings.listed[entity] is None:
            mild, strict = holdings.with_listing(entity, False), holdings.with_listing(entity, True)
            yield weighed(What.LISTING, entity, "", Range(NOTHING, NOTHING), mild, strict)
        if entity != party and holdings.listed.get(entity):
            continue  # Who is listed counts whole, whoever owns it.
        slack = holdings.slack(entity)
        for owner, share in shares.items():
            highest = min(share.high, share.low + slack)
            if share.low < highest and owner != SOMEBODY_LISTED:
                mild = holdings.with_share(entity, owner, share.low)
                strict = holdings.with_share(entity, owner, highest)
                yield weighed(What.SHARE, entity, owner, Range(share.low, highest), mild, strict)
        if slack and entity in holdings.open_rest:
            mild, strict = holdings.with_rest(entity, listed=False), holdings.with_rest(entity, listed=True)
            yield weighed(What.REST, entity, "", Range(NOTHING, slack), mild, strict)
