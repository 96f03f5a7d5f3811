"""What is left on accounts, quarter by quarter, and when their limits bind at the current rate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from weighbridge.ledger.account import quarter
from weighbridge.ledger.binding import Binds, DoesNotBind, NotPublished, Rate, binds, rate
from weighbridge.ledger.headroom import Headroom, Unanswered, headroom
from weighbridge.ledger.limit import LimitKind
from weighbridge.ledger.movement import Kind
from weighbridge.ledger.state import Standing
from weighbridge.ledger.statement import statement
from weighbridge.ledger.store import Store

WINDOW = 90
"""Days over which the current rate is taken, where nothing else is asked."""
QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Quarter:
    """What an account has left in a quarter, from `first` on, if nothing more is drawn before."""

    name: str
    first: date
    room: Headroom | Unanswered


@dataclass(frozen=True, slots=True)
class Outlook:
    """An account on a day: what it has left by quarter, how fast it was drawn on, and when its limit binds so.

    `rate` and `binding` are None for a ratio and a tally, which no single rate fills. `lapsed` is what reservations
    past their last day still hold: it is free once their expiry is entered.
    """

    standing: Standing
    on: date
    quarters: tuple[Quarter, ...]
    lapsed: int
    rate: Rate | None = None
    binding: Binds | DoesNotBind | NotPublished | None = None


def outlooks(
    store: Store, on: date, prefixes: Iterable[str] = ("",), *, quarters: int = QUARTERS, window: int = WINDOW
) -> tuple[Outlook, ...]:
    """Every account whose id begins with one of the prefixes, in alphabetical order.

    Raises:
        StoreUnavailable: the book cannot be read.
        ValueError: the window is not above zero.
    """
    found = {standing.account: standing for prefix in prefixes for standing in store.standings(prefix)}
    return tuple(_outlook(store, found[account], on, quarters, window) for account in sorted(found))


def _outlook(store: Store, standing: Standing, on: date, quarters: int, window: int) -> Outlook:
    account = standing.account
    rooms = tuple(Quarter(quarter(day), day, headroom(store, account, day)) for day in _days(on, quarters))
    lapsed = sum(
        max(dict(reservation.legs)[account], 0)
        for reservation in store.open_reservations(account=account, expired_on=on)
    )
    if standing.limit.kind not in (LimitKind.FLOW, LimitKind.STOCK):
        return Outlook(standing, on, rooms, lapsed)
    lines = statement(store.entries(account=account), account)
    # A correction, or what was there when the book was opened, says nothing of how fast the account is drawn on.
    draws = (line for line in lines if line.entry.movement.kind is not Kind.ADJUST)
    current = rate(draws, on, window)
    return Outlook(standing, on, rooms, lapsed, current, binds(standing, on, current))


def _days(on: date, quarters: int) -> Iterator[date]:
    """The day, then the first day of each quarter after its own."""
    day = on
    for _ in range(quarters):
        yield day
        month = day.month - (day.month - 1) % 3 + 3
        if month > 12 and day.year == date.max.year:
            return
        day = date(day.year, month, 1) if month <= 12 else date(day.year + 1, 1, 1)
