"""On which day a limit binds if draws go on as they did of late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from weighbridge.ledger.limit import LimitKind
from weighbridge.ledger.state import Standing
from weighbridge.ledger.statement import Line


@dataclass(frozen=True, slots=True)
class Rate:
    """So much over so many days, in the account's unit: kept as two whole numbers, so that nothing is rounded."""

    amount: int
    days: int


@dataclass(frozen=True, slots=True)
class Binds:
    """The first day at whose end the draws would have passed the limit in force on it."""

    on: date
    limit: int
    citation: str


@dataclass(frozen=True, slots=True)
class DoesNotBind:
    """The limit holds at this rate: to the last day of the account, or for good where it has none."""

    until: date | None


@dataclass(frozen=True, slots=True)
class NotPublished:
    """The limit holds at this rate as long as it is known: from this day on the law leaves it unpublished."""

    since: date


def rate(lines: Iterable[Line], on: date, days: int) -> Rate:
    """How fast an account was drawn on over the days up to and with `on`: what was reserved or posted, less restored.

    Raises:
        ValueError: the number of days is not above zero.
    """
    if days <= 0:
        raise ValueError(f"{days} days; accepted: a whole number above zero.")
    first = on - timedelta(days=days - 1)
    return Rate(sum(line.used_by for line in lines if first <= line.entry.movement.on <= on), days)


def binds(standing: Standing, on: date, at: Rate) -> Binds | DoesNotBind | NotPublished:
    """The day on which a flow or stock binds, going on from what is used on `on` at that rate, limit after limit.

    Raises:
        ValueError: the account is a ratio or a tally, which no single rate can fill.
    """
    limit = standing.limit
    if limit.kind not in (LimitKind.FLOW, LimitKind.STOCK):
        raise ValueError(f"{standing.account} is a {limit.kind}; the day on which it binds turns on two rates.")
    last = limit.until or date.max
    for step in limit.steps_between(on, last):
        begins = max(step.since, on)
        if not isinstance(step.most, int):
            return NotPublished(begins)
        ends = limit.end_of(step)
        day = _first_above(standing.used, step.most, at, on, begins)
        if day is not None and day <= last and (ends is None or day < ends):
            return Binds(day, step.most, step.citation)
    return DoesNotBind(limit.until)


def _first_above(used: int, most: int, at: Rate, on: date, begins: date) -> date | None:
    """The first day from `begins` on with `used + rate x days gone by > most`; None where that never comes."""
    if used * at.days + at.amount * (begins - on).days > most * at.days:
        return begins
    if at.amount <= 0:
        return None
    days = (most - used) * at.days // at.amount + 1
    return on + timedelta(days=days) if days <= (date.max - on).days else None
