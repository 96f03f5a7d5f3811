"""The statement of an account: its entries in order, each with the balance after it; and the same of all accounts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from weighbridge.ledger.entry import Entry
from weighbridge.ledger.limit import Limit
from weighbridge.ledger.movement import SETTLES, Kind, Leg, Movement


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as it touched an account: by how much posted and pending changed, and what they came to.

    Pending is what open reservations would add; what they would take off is not in it (see `Standing.leaving`).
    `limit` is the account's terms after the entry; None before the first.
    """

    account: str
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
    return (line for line in journal(entries) if line.account == account)


def journal(entries: Iterable[Entry]) -> Iterator[Line]:
    """The lines of every account that the entries touch: in the order of the entries, and of the legs in each."""
    last: dict[str, Line] = {}
    reserved: dict[str, dict[str, int]] = {}
    for entry in entries:
        movement = entry.movement
        legs = _amounts(movement, reserved)
        for account in [movement.limit.account] if movement.limit else legs:
            before = last.get(account)
            posted_by, pending_by = _changes(movement, legs, account, reserved)
            posted = posted_by + (before.posted if before else 0)
            pending = pending_by + (before.pending if before else 0)
            limit = movement.limit or (before.limit if before else None)
            last[account] = Line(account, entry, posted_by, pending_by, posted, pending, limit)
            yield last[account]


def _changes(
    movement: Movement, legs: dict[str, int], account: str, reserved: dict[str, dict[str, int]]
) -> tuple[int, int]:
    """By how much the movement changes what is posted to the account and what is pending."""
    match movement.kind:
        case Kind.RESERVE:
            return 0, max(legs[account], 0)
        case Kind.POST | Kind.VOID | Kind.EXPIRE:
            held = reserved.get(movement.reservation, {}).get(account, 0)
            return _posted(movement, legs, account) if movement.kind is Kind.POST else 0, -max(held, 0)
        case Kind.LIMIT | Kind.BALANCE:
            return 0, 0
    return legs[account], 0


def _amounts(movement: Movement, reserved: dict[str, dict[str, int]]) -> dict[str, int]:
    """Each account that the movement touches, with the amount of its leg or of the reservation it settles."""
    if movement.kind is Kind.RESERVE:
        reserved[movement.key] = dict(movement.legs)
    return reserved.get(movement.reservation, {}) if movement.kind in SETTLES else dict(movement.legs)


def _posted(movement: Movement, legs: dict[str, int], account: str) -> int:
    posted: Iterable[Leg] = movement.legs
    return dict(posted).get(account, 0) if posted else legs[account]
