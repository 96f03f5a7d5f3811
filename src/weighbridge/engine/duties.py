"""The duties that come with an answer, each with the day on which it falls due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from weighbridge.core.determination import Finding, Obligation
from weighbridge.core.fact import FactValue
from weighbridge.core.provision import Due, Duty, Provision
from weighbridge.core.truth import Truth
from weighbridge.core.value import LawValue
from weighbridge.engine.plan import Plan


def duties_under(
    plan: Plan, ways: frozenset[str], truths: Sequence[Truth], facts: Mapping[str, FactValue]
) -> tuple[Obligation, ...]:
    """The duties that the way taken brings, those that may apply included (`applies` None)."""
    on = facts.get("on")
    day = on if isinstance(on, date) else plan.rulebook.effective_on
    found = []
    for placed in plan.duties:
        truth = truths[placed.place]
        if truth is not False and not ways.isdisjoint(_duty(placed.provision).under):
            due = due_on(_duty(placed.provision).due, day, plan.rulebook.values)
            found.append(Obligation(Finding(placed.provision, truth), due, truth))
    return tuple(found)


def duty_count(plan: Plan, symbol: str, truths: Sequence[Truth]) -> int:
    """How many duties using an exception would bring."""
    return sum(1 for d in plan.duties if truths[d.place] is not False and symbol in _duty(d.provision).under)


def _duty(provision: Provision) -> Duty:
    assert isinstance(provision.effect, Duty)
    return provision.effect


def due_on(due: Due, on: date, values: Mapping[str, LawValue | None]) -> date | None:
    """The day a duty falls due for a transaction on `on`; None where it has no day (ongoing, on receipt).

    Days are calendar days. "Next of" a set of month-days is the first that lies after the transaction.
    """
    amount = values.get(due.amount.value) if due.amount else None
    match due.kind, amount:
        case "days_before", int(days):
            return on - timedelta(days=days)
        case "days_after", int(days):
            return on + timedelta(days=days)
        case "years_kept", int(years):
            return _same_day(on, on.year + years)
        case "next_of", frozenset() as month_days:
            return min(_next(on, text) for text in month_days)
        case "by_day", date() as day:
            return day
        case (("with_shipment" | "before_use" | "with_application"), _):
            return on
        case _:
            return None


def _same_day(on: date, year: int) -> date:
    """The same day in another year; 29 February falls on 1 March where there is none."""
    try:
        return on.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def _next(on: date, month_day: str) -> date:
    this_year = date.fromisoformat(f"{on.year}-{month_day}")
    return this_year if this_year > on else date.fromisoformat(f"{on.year + 1}-{month_day}")
