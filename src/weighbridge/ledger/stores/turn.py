"""A writer's turn at a book: decides movements on rows read under the lock, and gathers what is to be written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from types import MappingProxyType
from typing import NamedTuple, Protocol

from weighbridge.ledger.decide import decide, entered
from weighbridge.ledger.entry import Entry, chained
from weighbridge.ledger.limit import Limit, LimitKind
from weighbridge.ledger.movement import Kind, Leg, Movement
from weighbridge.ledger.result import Reserved, Result
from weighbridge.ledger.state import Change, Reservation, Standing
from weighbridge.ledger.store import Head

NEVER = date.max


class Row:
    """A `Standing` that is written to, with the step last used spelt out beside it."""

    __slots__ = (
        "id",
        "latest",
        "leaving",
        "limit",
        "most",
        "new_terms",
        "pending",
        "plain",
        "posted",
        "since",
        "terms_from",
        "till",
    )

    def __init__(self, standing: Standing, id: int | None, terms_from: int = 0) -> None:
        self.id = id
        """The row's number in the store; None while it is not in there."""
        self.terms_from = terms_from
        """Tells these terms from later ones, where a store keeps that."""
        self.limit = standing.limit
        self.new_terms = False
        self.become(standing)

    def become(self, standing: Standing) -> None:
        """Take over what a change decided."""
        self.new_terms = self.new_terms or standing.limit is not self.limit
        self.limit, self.plain = standing.limit, standing.plain
        self.posted, self.pending, self.leaving = standing.posted, standing.pending, standing.leaving
        self.latest = standing.latest
        self.since, self.till, self.most = NEVER, NEVER, 0

    def standing(self) -> Standing:
        """The row as decisions read it."""
        return Standing(self.limit, self.posted, self.pending, self.leaving, self.latest)

    def takes(self, amount: int, on: date) -> bool:
        """Whether so much more certainly fits. False says nothing: `decide` has the last word.

        This is what `decide` comes to for a leg up on a plain account on no earlier day than its latest draw: one
        step matters, the one in force that day, and no other account.
        """
        if not self.since <= on < self.till and not self._step_to(on):
            return False
        return (
            self.plain
            and on >= self.latest
            and 0 < amount <= self.most - self.posted - self.pending
            and self.leaving <= self.posted
        )

    def posts(self, amount: int, on: date) -> bool:
        """Whether so much of what is pending can certainly be posted: what `takes` says of reserving."""
        if not self.since <= on < self.till and not self._step_to(on):
            return False
        return self.plain and on >= self.latest and 0 < amount <= self.most - self.posted

    def _step_to(self, on: date) -> bool:
        found = step_in_force(self.limit, on)
        if found is not None:
            self.since, self.till, self.most = found
        return found is not None


class InForce(NamedTuple):
    """A step of a flow or stock: the days from `since` on, before `till`, and the most that is allowed."""

    since: date
    till: date
    most: int


def step_in_force(limit: Limit, on: date) -> InForce | None:
    """The step of that day as numbers; None outside the period, for a ratio, and while the limit is unpublished."""
    step = limit.step_on(on)
    if step is None or not isinstance(step.most, int):
        return None
    ends = [limit.end_of(step) or NEVER]
    if limit.until is not None and limit.until < NEVER:
        ends.append(limit.until + timedelta(days=1))
    return InForce(step.since, min(ends), step.most)


@dataclass(slots=True)
class Kept:
    """A reservation with the number of its entry."""

    number: int
    reservation: Reservation


class Reader(Protocol):
    """What a store reads for a turn, within the transaction that it will write in."""

    def row(self, account: str) -> Row | None:
        """The account's row."""

    def entry(self, key: str) -> Entry | None:
        """The entry with this key."""

    def kept(self, key: str) -> Kept | None:
        """The reservation with this key."""

    def ratios_over(self, base: str) -> Sequence[str]:
        """The ratios taken of an account."""

    def open_on(self, account: str) -> Sequence[Reservation]:
        """The open reservations on an account."""


class NewEntry(NamedTuple):
    """A row to insert. `closes` is the number of the reservation that the entry closes."""

    number: int
    key: str
    closes: int | None
    content: str
    hash: bytes


class NewLeg(NamedTuple):
    """That the entry with this number touches the account; for a reservation, the last day on which it is open."""

    row: Row
    number: int
    open_until: date | None


class Turn:
    """Reads as a `State` what the movements before have made of the book.

    `rows` may hold rows from an earlier turn, if nobody else wrote since; `kept`, reservations that were read ahead.
    What is to be written afterwards stands in `entries`, `legs`, `closed` and `changed`; `number` and `hash` are then
    the book's head.
    """

    def __init__(
        self,
        head: Head,
        reader: Reader,
        rows: dict[str, Row],
        *,
        careful: bool,
        kept: Mapping[str, Kept] = MappingProxyType({}),
    ) -> None:
        self.book, self.number, self.hash = head.book, head.number, head.hash
        self.rows = rows
        self.entries: list[NewEntry] = []
        self.legs: list[NewLeg] = []
        self.closed: list[tuple[Row, int]] = []
        self.changed: dict[str, Row] = {}
        self._reader, self._careful = reader, careful
        self._new: dict[str, Entry] = {}
        self._kept: dict[str, Kept] = {key: each for key, each in kept.items() if each.reservation.legs}

    def record(self, movement: Movement) -> Result:
        """Decide one movement, and enter it.

        Unless the turn is `careful`, a movement that fits is entered without a look whether its key is in the book:
        the store's unique index on the keys finds out, and the store then takes the turn again with care.
        """
        if movement.kind is Kind.RESERVE and self._fits(movement):
            return Reserved(self._enter(movement, [self.changed[account] for account, _ in movement.legs]))
        decision = decide(self, movement)
        if not isinstance(decision, Change):
            return decision
        return entered(self._write(movement, decision), decision)

    def _fits(self, movement: Movement) -> bool:
        """Take the short way: each leg certainly fits, and is taken."""
        legs, on = movement.legs, movement.on
        if movement.key in self._new or (self._careful and self.entry(movement.key)):
            return False
        found = [self._row(account) for account, _ in legs]
        for row, (_, amount) in zip(found, legs, strict=True):
            if row is None or not row.takes(amount, on):
                return False
        for row, (account, amount) in zip(found, legs, strict=True):
            assert row is not None
            row.pending += amount
            row.latest = on
            self.changed[account] = row
        return True

    def _write(self, movement: Movement, change: Change) -> Entry:
        for standing in change.standings:
            row = self._row(standing.account)
            if row is None:
                row = self.rows[standing.account] = Row(standing, None)
            else:
                row.become(standing)
            self.changed[standing.account] = row
        if change.closed is None:
            accounts = [movement.limit.account] if movement.limit else [account for account, _ in movement.legs]
            return self._enter(movement, [self.rows[account] for account in accounts])
        closed = self._kept[change.closed.key]
        touched = [self.rows[account] for account, _ in change.closed.legs]
        entry = self._enter(movement, touched, closes=closed.number)
        self._kept[change.closed.key] = Kept(closed.number, change.closed)
        self.closed += [(row, closed.number) for row in touched]
        return entry

    def _enter(self, movement: Movement, touched: Sequence[Row], *, closes: int | None = None) -> Entry:
        content, key, previous = movement.content, movement.key, self.hash
        self.number = number = self.number + 1
        self.hash = chained(previous, number, sha256(content.encode()).digest())
        self.entries.append(NewEntry(number, key, closes, content, self.hash))
        for row in touched:
            self.legs.append(NewLeg(row, number, movement.expires))
        entry = self._new[key] = Entry(self.book, number, movement, previous, self.hash)
        return entry

    def _row(self, account: str) -> Row | None:
        row = self.rows.get(account)
        if row is None:
            row = self._reader.row(account)
            if row is not None:
                self.rows[account] = row
        return row

    def entry(self, key: str) -> Entry | None:
        return self._new.get(key) or self._reader.entry(key)

    def standing(self, account: str) -> Standing | None:
        row = self._row(account)
        return row.standing() if row else None

    def reservation(self, key: str) -> Reservation | None:
        if key not in self._kept:
            entry = self._new.get(key)
            kept = Kept(entry.number, opened_by(entry.movement)) if entry else self._reader.kept(key)
            if kept is None or not kept.reservation.legs:
                return None
            self._kept[key] = kept
        return self._kept[key].reservation

    def ratios_over(self, base: str) -> Sequence[str]:
        new = {a for a, row in self.changed.items() if row.limit.kind is LimitKind.RATIO and row.limit.base == base}
        return sorted(new.union(self._reader.ratios_over(base)))

    def open_on(self, account: str) -> Sequence[Reservation]:
        new = [self.reservation(e.movement.key) for e in self._new.values() if e.movement.kind is Kind.RESERVE]
        below = [r for r in self._reader.open_on(account) if r.key not in self._kept]
        own = {r.key: r for r in (*new, *(kept.reservation for kept in self._kept.values())) if r}
        return [*below, *(r for r in own.values() if r.closed_by is None and _touches(r.legs, account))]


def opened_by(movement: Movement, closed_by: Kind | None = None) -> Reservation:
    """The reservation that a movement of kind reserve opens; without legs for one of another kind, which opens none."""
    if movement.kind is not Kind.RESERVE or movement.expires is None:
        return Reservation(movement.key, movement.on, movement.on, ())
    return Reservation(movement.key, movement.on, movement.expires, movement.legs, closed_by)


def _touches(legs: Sequence[Leg], account: str) -> bool:
    return any(of == account for of, _ in legs)
