"""What a determination takes from which accounts, and by which ways an item may go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_CEILING

from weighbridge.app.ledger.accounts import CannotKeep, Facts, account_of, account_unknown, base_of
from weighbridge.core.determination import Determination, Draw
from weighbridge.core.outcome import Outcome
from weighbridge.core.provision import Allocation
from weighbridge.engine.determine import review_of
from weighbridge.engine.draws import draws_under
from weighbridge.engine.plan import Plan
from weighbridge.ledger.headroom import Route
from weighbridge.ledger.movement import Leg

LICENSE = "LICENSE"
MAY_DRAW = frozenset({Outcome.EXCEPTION_AVAILABLE, Outcome.VEU_AUTHORIZATION, Outcome.LICENSE_REQUIRED})
"""Where an allocation is drawn on: by using an exception or authorization, or by applying for a license."""


def legs_of(determination: Determination, *, acquired: bool = True) -> tuple[Leg, ...]:
    """What the transaction takes, a leg for each account; whole TPP, a fraction counted as one.

    `acquired`: the items come into the group's ownership by this transaction, so that they count in the base of a
    ratio as well; items that it owned before and only moves do not.

    Raises:
        CannotKeep: the outcome permits nothing, or what is drawn, or on whose account, is not known.
    """
    if determination.outcome not in MAY_DRAW:
        raise CannotKeep([f"The outcome is {determination.outcome}; nothing is drawn on it."])
    return _legs(determination.draws, determination.facts, acquired=acquired)


def _legs(draws: Iterable[Draw], facts: Facts, *, acquired: bool) -> tuple[Leg, ...]:
    found: dict[str, int] = {}
    faults: list[str] = []
    for draw in draws:
        allocation = draw.provision.effect
        assert isinstance(allocation, Allocation), "a draw is on an allocation"
        unknown = list(account_unknown(allocation, facts))
        if draw.draws is None:
            unknown.append(f"How much TPP is drawn on {draw.account} is not known.")
        faults += unknown
        if unknown or not draw.draws:
            continue
        amount = int(draw.draws.to_integral_value(ROUND_CEILING))
        found[account_of(allocation, facts)] = amount
        if allocation.base and acquired:
            found[base_of(allocation, facts)] = amount
    if faults:
        raise CannotKeep(list(dict.fromkeys(faults)))
    return tuple(Leg(account, amount) for account, amount in found.items())


def routes_of(plan: Plan, determination: Determination, *, acquired: bool = True) -> tuple[Route, ...]:
    """The ways open to one unit: each exception and authorization that is available, then a license.

    Ask with a quantity of one, and with what was used before taken from the ledger. A route without legs draws on
    nothing. Whether a license is granted is for its agency; the route says what it would draw on.

    Raises:
        CannotKeep: what a way draws, or on whose account, is not known.
    """
    return tuple(_routes(plan, determination, acquired))


def _routes(plan: Plan, d: Determination, acquired: bool) -> Iterator[Route]:
    def route(name: str, way: str) -> Route:
        draws = draws_under(plan, frozenset({way}), d.truths, d.facts)
        return Route(name, _legs(draws, d.facts, acquired=acquired))

    for considered in d.considered:
        if considered.available:
            yield route(considered.symbol, considered.symbol)
    review = review_of(plan, d.truths)
    if d.outcome in MAY_DRAW and review:
        yield route(LICENSE, review.provision.id)
