"""The statement of one account: its entries in order, each with the balance after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from weighbridge.ledger.entry import Entry
from weighbridge.ledger.limit import Limit
from weighbridge.ledger.movement import SETTLES, Kind, Leg, Movement


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as it touched the account: by how much posted and pending changed, and what they came to.

    Pending is what open reservations would add; what they would take off is not in it (see `Standing.leaving`).
    `limit` is the account's terms after the entry; None before the first.
    """

    entry: Entry
    posted_by: int
    pending_by: int
    posted: int
    pending: int
    limit: Limit | None

    @property
    def used_by(self) -> int:
        """By how much what counts against the limit changed."""
        return self.posted_by + self.pending_by


def statement(entries: Iterable[Entry], account: str) -> Iterator[Line]:
    """The lines of the account, from the entries of its book, or from those that touch it (`Store.entries`)."""
    posted = pending = 0
    limit: Limit | None = None
    reserved: dict[str, dict[str, int]] = {}
    for entry in entries:
        movement = entry.movement
        legs = _amounts(movement, reserved)
        if movement.limit and movement.limit.account == account:
            limit = movement.limit
        elif account not in legs:
            continue
        up = max(reserved.get(movement.reservation, {}).get(account, 0), 0) if movement.kind in SETTLES else 0
        posted_by, pending_by = 0, -up
        if movement.kind is Kind.RESERVE:
            pending_by = max(legs[account], 0)
        elif movement.kind not in (Kind.LIMIT, Kind.BALANCE, Kind.VOID, Kind.EXPIRE):
            posted_by = _posted(movement, legs, account)
        posted, pending = posted + posted_by, pending + pending_by
        yield Line(entry, posted_by, pending_by, posted, pending, limit)


def _amounts(movement: Movement, reserved: dict[str, dict[str, int]]) -> dict[str, int]:
    """Each account that the movement touches, with the amount of its leg or of the reservation it settles."""
    if movement.kind is Kind.RESERVE:
        reserved[movement.key] = dict(movement.legs)
    return reserved.get(movement.reservation, {}) if movement.kind in SETTLES else dict(movement.legs)


def _posted(movement: Movement, legs: dict[str, int], account: str) -> int:
    posted: Iterable[Leg] = movement.legs
    return dict(posted).get(account, 0) if posted else legs[account]
