"""What a transaction takes from the law's limited quantities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from weighbridge.core.determination import Draw
from weighbridge.core.fact import FactValue
from weighbridge.core.provision import Allocation
from weighbridge.core.truth import Truth
from weighbridge.engine.plan import Placed, Plan
from weighbridge.engine.reckon import Reckoner

NOTHING = Decimal(0)


def draws_under(
    plan: Plan, ways: frozenset[str], truths: Sequence[Truth], facts: Mapping[str, FactValue]
) -> tuple[Draw, ...]:
    """The draws of the way taken: the account, its limit, what is used, what this takes, what is left (TPP)."""
    return tuple(
        _draw(plan, placed, truths, facts)
        for placed in plan.allocations
        if truths[placed.place] is not False and not ways.isdisjoint(_allocation(placed).draws_under)
    )


def draw_count(plan: Plan, symbol: str, truths: Sequence[Truth]) -> int:
    """How many limited quantities using an exception would draw on."""
    return sum(1 for p in plan.allocations if truths[p.place] is not False and symbol in _allocation(p).draws_under)


def _allocation(placed: Placed) -> Allocation:
    assert isinstance(placed.provision.effect, Allocation)
    return placed.provision.effect


def _draw(plan: Plan, placed: Placed, truths: Sequence[Truth], facts: Mapping[str, FactValue]) -> Draw:
    allocation = _allocation(placed)
    reckon = Reckoner(plan.rulebook, facts, lambda name: truths[plan.places[name]]).quantity
    limit, used, draws = reckon(allocation.limit), reckon(allocation.used), reckon(allocation.draws)
    left = None if limit is None or used is None or draws is None else limit - used - draws
    remaining = None if left is None else max(left, NOTHING)
    fits = None if left is None else left >= 0
    return Draw(placed.provision, account(allocation, facts), limit, used, draws, remaining, fits)


def account(allocation: Allocation, facts: Mapping[str, FactValue]) -> str:
    """The id of the account: what is limited, whose it is, where, and for which period; `?` for what is unknown."""
    on = facts.get("on")
    day = on if isinstance(on, date) else None
    period = {
        "calendar_year": f"{day.year}" if day else "?",
        "quarter": f"{day.year}-Q{(day.month + 2) // 3}" if day else "?",
        "standing": "",
    }.get(allocation.period, allocation.period)
    whose = [str(facts.get(fact, "?")) for fact in (allocation.holder, allocation.within) if fact]
    return "/".join(part for part in (allocation.account, *whose, period) if part)
