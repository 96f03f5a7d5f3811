"""What is left, and the most that still fits: asked of a book, without entering anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from weighbridge.ledger import checks
from weighbridge.ledger.decide import opening
from weighbridge.ledger.limit import MOST, Credit, LimitKind, Share, Unit
from weighbridge.ledger.movement import Leg
from weighbridge.ledger.overlay import Overlay
from weighbridge.ledger.ratio import Draft, held, of_legs, open_holdings, ratios_touched, share_for, worst
from weighbridge.ledger.result import LimitUnknown, NotCredited, OutsidePeriod, UnknownAccount
from weighbridge.ledger.state import Reservation, Standing, State


@dataclass(frozen=True, slots=True)
class Headroom:
    """What an account has left on a day, in its unit.

    `limit` is the limit in force (the lowest since the day, where later draws are in the book already; None for a
    tally), `remaining` what can still be drawn (0 or more; of a ratio: of its part, while its base stays as it is; None
    for a tally). `last_day` is the last day of this limit; None where no end is known.
    """

    account: str
    on: date
    unit: Unit
    limit: int | Share | None
    posted: int
    pending: int
    remaining: int | None
    last_day: date | None
    citation: str


Unanswered = UnknownAccount | OutsidePeriod | LimitUnknown


def headroom(state: State, account: str, on: date) -> Headroom | Unanswered:
    """What the account has left on that day, or the reason why nothing can be drawn on it. Unknown is never room."""
    standing = state.standing(account)
    if standing is None:
        return UnknownAccount((account,))
    accounts = {account: standing}
    refusal = checks.outside_period(accounts, on) or checks.limit_unknown(state, accounts, Draft(on))
    return refusal or _headroom(state, standing, on)


def _headroom(state: State, standing: Standing, on: date) -> Headroom:
    limit, remaining = _room(state, standing, on)
    step = standing.limit.step_on(on)
    next_step = standing.limit.end_of(step) if step else None
    eve = next_step - timedelta(days=1) if next_step else None
    last_day = min((day for day in (standing.limit.until, eve) if day), default=None)
    cite = step.citation if step else ""
    account, unit = standing.account, standing.limit.unit
    return Headroom(account, on, unit, limit, standing.posted, standing.pending, remaining, last_day, cite)


def _room(state: State, standing: Standing, on: date) -> tuple[int | Share | None, int | None]:
    if standing.limit.kind is LimitKind.TALLY:
        return None, None
    if standing.limit.kind is LimitKind.RATIO:
        share = share_for(standing, on)
        assert share is not None, "tested before"
        return share, max(-_weight(state, standing, share) // share.denominator, 0)
    most = checks.most_for(standing, on)
    assert most is not None, "tested before"
    return most, max(most - standing.used, 0)


def _weight(state: State, standing: Standing, share: Share) -> int:
    return worst([held(state, standing), *open_holdings(state, standing)], share).weight(share)


@dataclass(frozen=True, slots=True)
class Route:
    """A way for an item to go: what one unit of it takes from which accounts.

    Raises:
        ValueError: two legs are on the same account.
    """

    name: str
    legs: tuple[Leg, ...]

    def __post_init__(self) -> None:
        if len(dict(self.legs)) < len(self.legs):
            raise ValueError(f"The route {self.name} names an account twice; write the sum.")


@dataclass(frozen=True, slots=True)
class Fit:
    """How many units fit on a route, and the account that allows no more; or why none can go at all."""

    route: Route
    units: int
    bound_by: str
    refusal: Unanswered | NotCredited | None = None


def most_units(state: State, route: Route, on: date) -> Fit:
    """The most units that one reservation on that day can take by this route: that many fit, and one more does not."""
    accounts = checks.standings_of(state, route.legs)
    if isinstance(accounts, UnknownAccount):
        return Fit(route, 0, accounts.accounts[0], accounts)
    draft = Draft(on, opens=route.legs)
    refusal = (
        checks.outside_period(accounts, on)
        or checks.limit_unknown(state, accounts, draft)
        or checks.not_credited(accounts, route.legs, Credit.ATTRITION)
    )
    if refusal:
        return Fit(route, 0, "", refusal)
    bounds = [*_leg_bounds(accounts, route.legs, on), *_ratio_bounds(state, draft)]
    units, account = min(bounds, default=(MOST, ""))
    return Fit(route, max(units, 0), account)


def _leg_bounds(accounts: checks.Accounts, legs: Iterable[Leg], on: date) -> Iterator[tuple[int, str]]:
    for account, amount in legs:
        standing = accounts[account]
        if amount < 0:
            yield standing.can_leave // -amount, account
            continue
        most = checks.most_for(standing, on) if standing.limit.kind in (LimitKind.FLOW, LimitKind.STOCK) else MOST
        assert most is not None, "tested before"
        # One leg of one entry, and the balance that it leads to, are counted exactly up to MOST.
        yield (most - standing.used) // amount, account


def _ratio_bounds(state: State, draft: Draft) -> Iterator[tuple[int, str]]:
    for standing in ratios_touched(state, draft):
        share = share_for(standing, draft.on)
        each = of_legs(draft.opens, standing.account, standing.limit.base).weight(share) if share else 0
        if share and each > 0:
            yield -_weight(state, standing, share) // each, standing.account


def fill(state: State, routes: Sequence[Route], on: date, wanted: int = MOST) -> tuple[Fit, ...]:
    """How many units go by each route when the first is filled before the next, up to `wanted` in all.

    What one route takes is no longer there for the next, where they share accounts. Give the licenses to draw on in
    their order, and what one cannot take spills to the next.
    """
    ahead = Overlay(state)
    fits: list[Fit] = []
    for route in routes:
        fit = most_units(ahead, route, on)
        if fit.units > wanted:
            fit = Fit(route, wanted, "")
        if fit.units:
            _take(ahead, fit, on, f"\0{len(fits)}")
        wanted -= fit.units
        fits.append(fit)
    return tuple(fits)


def together(fits: Iterable[Fit]) -> tuple[Leg, ...]:
    """What the fits take from all their accounts: the legs of one movement, taken all or none."""
    found: dict[str, int] = {}
    for fit in fits:
        for account, amount in fit.route.legs:
            found[account] = found.get(account, 0) + amount * fit.units
    return tuple(Leg(account, amount) for account, amount in found.items() if amount)


def _take(ahead: Overlay, fit: Fit, on: date, key: str) -> None:
    """Reserve so many units, in thought. No entry can have the key, since it cannot be shown."""
    legs = tuple(Leg(account, amount * fit.units) for account, amount in fit.route.legs)
    accounts = checks.standings_of(ahead, legs)
    assert not isinstance(accounts, UnknownAccount), "tested before"
    ahead.write(opening(Reservation(key, on, on, legs), accounts))
