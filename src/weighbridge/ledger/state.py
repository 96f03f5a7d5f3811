"""What a decision reads of a book, and what it changes: rows that every store can keep."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol

from weighbridge.ledger.entry import Entry
from weighbridge.ledger.limit import Limit, LimitKind
from weighbridge.ledger.movement import Kind, Leg
from weighbridge.ledger.result import Over


class Standing(NamedTuple):
    """Where an account stands after the last entry: its terms and its running sums, in its unit.

    `posted` is what has been drawn, less what was given back. `pending` is what open reservations would add;
    `leaving` what they would take off, as a positive number, and which gives nothing back before it is posted.
    `latest` is the latest day of any draw on the account.
    """

    limit: Limit
    posted: int = 0
    pending: int = 0
    leaving: int = 0
    latest: date = date.min

    @property
    def account(self) -> str:
        """The id."""
        return self.limit.account

    @property
    def used(self) -> int:
        """What counts against the limit: posted and pending."""
        return self.posted + self.pending

    @property
    def can_leave(self) -> int:
        """What can still be taken off."""
        return self.posted - self.leaving

    def moved(self, *, pending: int = 0, back: bool = False, posted: int = 0, on: date = date.min) -> Standing:
        """The standing after a leg of so much was reserved, or restored (`back`), and so much posted, on a day."""
        sign = -1 if back else 1
        up, down = (sign * pending, 0) if pending > 0 else (0, -sign * pending)
        latest = max(self.latest, on)
        return Standing(self.limit, self.posted + posted, self.pending + up, self.leaving + down, latest)

    @property
    def plain(self) -> bool:
        """Whether a draw needs to look at no other account: a flow or stock that is served first come, first served."""
        return self.limit.kind in (LimitKind.FLOW, LimitKind.STOCK) and self.limit.first_come


class Reservation(NamedTuple):
    """A reservation: open, or closed by a post, void or expiry. `expires` is the last day on which it can be posted."""

    key: str
    on: date
    expires: date
    legs: tuple[Leg, ...]
    closed_by: Kind | None = None


class State(Protocol):
    """What `decide` asks about a book. A store answers from its rows, within the lock or transaction that it writes in.

    Only what a movement touches is asked: its key, its accounts, its reservation, and for ratios those over the same
    base with the open reservations on both.
    """

    def entry(self, key: str) -> Entry | None:
        """The entry with this key."""

    def standing(self, account: str) -> Standing | None:
        """Where the account stands; None while no limit was entered for it."""

    def reservation(self, key: str) -> Reservation | None:
        """The reservation with this key, open or closed."""

    def ratios_over(self, base: str) -> Sequence[str]:
        """The accounts of kind ratio that are taken of this account, in alphabetical order."""

    def open_on(self, account: str) -> Sequence[Reservation]:
        """The open reservations with a leg on this account."""


class Change(NamedTuple):
    """What an accepted movement changes: whole rows to write, beside the entry itself.

    `standings` are the rows of every account that changes; `opened` a new reservation; `closed` a reservation with
    `closed_by` set. `over` is what the result reports.
    """

    standings: tuple[Standing, ...] = ()
    opened: Reservation | None = None
    closed: Reservation | None = None
    over: tuple[Over, ...] = ()
