"""Which account of a book an allocation of the law is kept on, and for which days it runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from weighbridge.core.errors import WeighbridgeError
from weighbridge.core.fact import FactValue
from weighbridge.core.provision import Allocation
from weighbridge.ledger.account import UNKNOWN, account_faults, account_id, calendar_year

Facts = Mapping[str, FactValue]


class CannotKeep(WeighbridgeError):
    """What is asked cannot be kept in a ledger, with every reason. Nothing unknown is counted as nothing."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


def account_of(allocation: Allocation, facts: Facts) -> str:
    """The id of the account: as the engine names it, but with one stock running on through the quarters.

    Raises:
        CannotKeep: a fact that keys the account is not known, or cannot be part of an id.
    """
    if faults := list(account_unknown(allocation, facts)):
        raise CannotKeep(faults)
    whose = [str(facts[fact]) for fact in (allocation.holder, allocation.within) if fact]
    if allocation.period == "calendar_year":
        whose.append(calendar_year(_day(facts)))
    elif allocation.period not in ("quarter", "standing"):
        whose.append(allocation.period)
    account = account_id(allocation.account, *whose)
    if faults := [f"The account {account!r} {fault}." for fault in account_faults(account)]:
        raise CannotKeep(faults)
    return account


def account_unknown(allocation: Allocation, facts: Facts) -> Iterator[str]:
    """What would have to be known to tell the account, a sentence each."""
    for fact in (allocation.holder, allocation.within, "on"):
        if fact and facts.get(fact) in (None, UNKNOWN):
            yield f"{fact} is not known; it tells whose {allocation.account} account is drawn on."


def base_of(allocation: Allocation, facts: Facts) -> str:
    """The id of the account that a ratio is taken of; nothing for another kind."""
    return account_id(allocation.base, str(facts[allocation.holder])) if allocation.base else ""


class Span(NamedTuple):
    """The days for which an account runs; None where no last day is fixed."""

    first: date
    last: date | None


def span_of(allocation: Allocation, on: date) -> Span:
    """The days of the account that a draw on that day falls on."""
    match allocation.period:
        case "calendar_year":
            return Span(date(on.year, 1, 1), date(on.year, 12, 31))
        case "quarter" | "standing":
            return Span(date.min, None)
        case years:
            first, last = map(int, years.split("-"))
            return Span(date(first, 1, 1), date(last, 12, 31))


def _day(facts: Facts) -> date:
    on = facts["on"]
    assert isinstance(on, date), "tested before"
    return on
