"""The cascading majority test: whoever listed parties own by half or more counts whole for the next level.

The least fixpoint of that rule, so cycles end: nobody is caught by going round in a circle that no listed party enters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from weighbridge.core.truth import Truth
from weighbridge.parties.ownership.holdings import Holdings
from weighbridge.parties.ownership.share import WHOLE, Range, added


@dataclass(frozen=True)
class Cascade:
    """For each entity the share that listed or caught owners hold of it, and whether it is listed or caught itself."""

    shares: Mapping[str, Range]
    counts_whole: Mapping[str, Truth]


def cascade(holdings: Holdings, threshold: Fraction) -> Cascade:
    """The cascading test over all entities.

    The range of each share is exact: its low is reached where every unknown share goes to owners that are not listed,
    its high where it goes to owners that are, or are caught, as far as the certain shares leave room.
    """
    owned_by = _owned_by(holdings)
    low = _fixpoint(holdings, owned_by, threshold, _least, certain=True)
    high = _fixpoint(holdings, owned_by, threshold, _most, certain=False)
    shares = {e: Range(_least(holdings, e, low), _most(holdings, e, high)) for e in holdings.members}
    return Cascade(shares, {e: True if e in low else None if e in high else False for e in holdings.members})


ShareOf = Callable[[Holdings, str, set[str]], Fraction]


def _fixpoint(
    holdings: Holdings, owned_by: Mapping[str, list[str]], threshold: Fraction, share_of: ShareOf, *, certain: bool
) -> set[str]:
    """Everybody who counts whole, with `share_of` telling what those found so far hold of an entity."""
    caught = {entity for entity, truth in holdings.listed.items() if truth or not certain}
    if not certain:
        caught |= {e for e in holdings.open_rest if e not in caught and holdings.slack(e) >= threshold}
    waiting = list(caught)
    while waiting:
        for owned in owned_by.get(waiting.pop(), ()):
            if owned not in caught and share_of(holdings, owned, caught) >= threshold:
                caught.add(owned)
                waiting.append(owned)
    return caught


def _least(holdings: Holdings, owned: str, caught: set[str]) -> Fraction:
    return min(WHOLE, added(share.low for owner, share in holdings.shares[owned].items() if owner in caught))


def _most(holdings: Holdings, owned: str, caught: set[str]) -> Fraction:
    slack = holdings.slack(owned)
    if not slack or owned in holdings.open_rest:
        room = slack
    else:
        ranges = (share.high - share.low for owner, share in holdings.shares[owned].items() if owner in caught)
        room = min(slack, added(ranges))
    return min(WHOLE, _least(holdings, owned, caught) + room) if room else _least(holdings, owned, caught)


def _owned_by(holdings: Holdings) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for owned, shares in holdings.shares.items():
        for owner in shares:
            found.setdefault(owner, []).append(owned)
    return found
