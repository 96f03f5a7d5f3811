"""Shares of a fleet, compared exactly: never by dividing, always by multiplying across.

A ratio holds where `part / base <= share`, that is where the *weight* `denominator x part - numerator x base` is not
above zero. An open reservation may still be posted or not, each by itself; so a ratio must hold for every such
outcome. The worst of them posts just those reservations whose weight is above zero, which is what is added up here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from weighbridge.ledger.limit import LimitKind, Share
from weighbridge.ledger.movement import Leg
from weighbridge.ledger.result import RatioExceeded
from weighbridge.ledger.state import Reservation, Standing, State


@dataclass(frozen=True, slots=True)
class Holding:
    """How much of a base is in the part that a ratio limits."""

    part: int
    base: int

    def __add__(self, other: Holding) -> Holding:
        return Holding(self.part + other.part, self.base + other.base)

    def weight(self, share: Share) -> int:
        """Above zero where the share is passed."""
        return share.denominator * self.part - share.numerator * self.base


@dataclass(frozen=True, slots=True)
class Draft:
    """What a movement would do to the fleet: a reservation it opens, legs it posts, a reservation it closes."""

    on: date
    opens: tuple[Leg, ...] = ()
    posts: tuple[Leg, ...] = ()
    closes: Reservation | None = None


def ratios_touched(state: State, draft: Draft) -> Iterator[Standing]:
    """The ratios that the draft can raise: those with a leg up, and those whose base has a leg down."""
    legs = dict(draft.opens or draft.posts)
    found = {account for account, amount in legs.items() if amount > 0}
    found |= {over for account, amount in legs.items() if amount < 0 for over in state.ratios_over(account)}
    for account in sorted(found):
        standing = state.standing(account)
        if standing and standing.limit.kind is LimitKind.RATIO:
            yield standing


def share_for(standing: Standing, on: date) -> Share | None:
    """The lowest share in force from a day to the latest draw; None where it is unpublished or outside the period."""
    steps = standing.limit.steps_between(on, max(on, standing.latest))
    shares = [step.most for step in steps if isinstance(step.most, Share)]
    if len(shares) < len(steps) or not shares:
        return None
    return min(shares, key=lambda share: Fraction(*share))


def ratio_exceeded(state: State, draft: Draft) -> RatioExceeded | None:
    """The ratio that limits the draft most, where one would be passed, or passed by more than before."""
    passed = [found for standing in ratios_touched(state, draft) if (found := _passed(state, standing, draft))]
    return min(passed, key=lambda found: found[0])[1] if passed else None


def _passed(state: State, standing: Standing, draft: Draft) -> tuple[Fraction, RatioExceeded] | None:
    """How much of the draft fits (a fraction of it), and the refusal; None where all of it does."""
    share = share_for(standing, draft.on)
    if share is None:
        return None
    account, base = standing.account, standing.limit.base
    posted, open_now = held(state, standing), list(_open(state, standing))
    closing = draft.closes.key if draft.closes else None
    open_then = [holding for key, holding in open_now if key != closing]
    if draft.opens:
        open_then.append(of_legs(draft.opens, account, base))
    then = posted + of_legs(draft.posts, account, base)
    # First what is posted by itself, since pending ones give a right against nobody but each other.
    states = [
        (posted, then),
        (worst([posted, *(h for _, h in open_now)], share), worst([then, *open_then], share)),
    ]
    for before, after in states:
        had, has = before.weight(share), after.weight(share)
        if has > 0 and has > had:
            return Fraction(-had, has - had), RatioExceeded(account, share, after.part, after.base)
    return None


def worst(holdings: Iterable[Holding], share: Share) -> Holding:
    """The first, which is certain, with those of the others that bring it closer to the limit or over it."""
    certain, *open_ones = holdings
    for holding in open_ones:
        if holding.weight(share) > 0:
            certain += holding
    return certain


def held(state: State, standing: Standing) -> Holding:
    """What is posted in the part and in its base."""
    base = state.standing(standing.limit.base)
    return Holding(standing.posted, base.posted if base else 0)


def open_holdings(state: State, standing: Standing) -> list[Holding]:
    """What each open reservation would add to the part and to its base."""
    return [holding for _, holding in _open(state, standing)]


def of_legs(legs: Iterable[Leg], account: str, base: str) -> Holding:
    """What the legs add to the part and to its base."""
    amounts: Mapping[str, int] = dict(legs)
    return Holding(amounts.get(account, 0), amounts.get(base, 0))


def _open(state: State, standing: Standing) -> Iterator[tuple[str, Holding]]:
    account, base = standing.account, standing.limit.base
    open_ones = {r.key: r for side in (account, base) for r in state.open_on(side)}
    for key, reservation in open_ones.items():
        yield key, of_legs(reservation.legs, account, base)
