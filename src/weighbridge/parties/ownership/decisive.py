"""What is unknown about the owners of a party, and which of it would settle whether listed parties own half or more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import partial
from itertools import islice
from typing import NamedTuple

from weighbridge.core.truth import Truth, any_holds
from weighbridge.parties.ownership.cascade import cascade
from weighbridge.parties.ownership.holdings import Holdings
from weighbridge.parties.ownership.multiply import multiply
from weighbridge.parties.ownership.share import NO_SHARE, NOTHING, Range

MOST_TOLD = 40
MOST_WORK = 20_000
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

    Where no single thing would, what is unknown nearest to the party is given.
    """
    if reached(holdings, party, threshold) is not None:
        return ()
    tried = MOST_WORK // (len(holdings.shares) * len(("mild", "strict")))
    told = [
        _weighed(guess, party, threshold, try_it=place < tried)
        for place, guess in enumerate(islice(_guesses(holdings, party), MOST_TOLD))
    ]
    found = [unknown for unknown in told if unknown.decides] or told
    return tuple(sorted(found, key=lambda unknown: (not unknown.alone, not unknown.decides)))


def reached(holdings: Holdings, party: str, threshold: Fraction) -> Truth:
    """Whether listed parties reach the threshold in a party by either method."""
    shares = cascade(holdings, threshold).shares[party], multiply(holdings)[party]
    return any_holds(share.at_least(threshold) for share in shares)


class _Guess(NamedTuple):
    """Something unknown, and the holdings as they would be if it turned out as mild, or as strict, as it can."""

    what: What
    owned: str
    owner: str
    possible: Range
    mild: Callable[[], Holdings]
    strict: Callable[[], Holdings]


def _weighed(guess: _Guess, party: str, threshold: Fraction, *, try_it: bool) -> Unknown:
    what, owned, owner, possible, mild, strict = guess
    answers = (reached(mild(), party, threshold), reached(strict(), party, threshold)) if try_it else (None, None)
    return Unknown(what, owned, owner, possible, *answers)


def _guesses(holdings: Holdings, party: str) -> Iterator[_Guess]:
    for entity, shares in holdings.shares.items():
        if entity != party and holdings.listed.get(entity, False) is None:
            listing = partial(holdings.with_listing, entity)
            yield _Guess(What.LISTING, entity, "", NO_SHARE, partial(listing, False), partial(listing, True))
        if entity != party and holdings.listed.get(entity):
            continue  # Who is listed counts whole, whoever owns it.
        slack = holdings.slack(entity)
        for owner, share in shares.items():
            highest = min(share.high, share.low + slack)
            if share.low < highest:
                settled = partial(holdings.with_share, entity, owner)
                possible = Range(share.low, highest)
                yield _Guess(
                    What.SHARE, entity, owner, possible, partial(settled, share.low), partial(settled, highest)
                )
        if slack and entity in holdings.open_rest:
            rest = partial(holdings.with_rest, entity)
            possible = Range(NOTHING, slack)
            yield _Guess(What.REST, entity, "", possible, partial(rest, listed=False), partial(rest, listed=True))
