"""The check of `weighbridge.ledger.verify`, at the speed of a large book, and of the running sums beside it.

Nearly all entries of a book are of two forms: a reservation of one leg up on a plain account, and what settles it
whole. Their canonical text is told by a pattern, which shows at once that it is canonical and well spelt, and few
comparisons of numbers are left of the rules. Whatever does not match is read as a movement and decided by `decide`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256

from weighbridge.ledger.decide import decide
from weighbridge.ledger.entry import Entry, EntryRow, genesis, movement_from
from weighbridge.ledger.limit import LimitKind
from weighbridge.ledger.movement import Kind, Leg, MalformedMovement, Movement
from weighbridge.ledger.state import Change, Reservation, Standing
from weighbridge.ledger.store import Head, Store
from weighbridge.ledger.stores.turn import Row
from weighbridge.ledger.verify import Wrong

LONGEST = 400
"""A content no longer than this holds no text that is longer than any text may be."""

TEXT = r'"([ -!#-\[\]-~]++)"'
"""Printable ASCII that JSON writes as it is."""
BLANKS = '" ', ' "'
"""No text begins or ends with a blank, and there is none between texts."""

DAY = r'"([0-9-]{10})"'
REFERENCE = rf'(?:,"references":\[\["[A-Za-z_][A-Za-z0-9_]*",{TEXT}\]\])?'
RESERVE = re.compile(
    rf'\{{"by":{TEXT},"expires":{DAY},"key":{TEXT},"kind":"reserve","legs":\[\[{TEXT},([1-9][0-9]*)\]\],'
    rf'"on":{DAY}{REFERENCE}\}}'
)
SETTLE = re.compile(
    rf'\{{"by":{TEXT},"key":{TEXT},"kind":"(post|void|expire)","on":{DAY}{REFERENCE},"reservation":{TEXT}\}}'
)


class Audit:
    """Takes in a book's entries in order, and stops at the first that is wrong. Memory grows with the keys alone."""

    def __init__(self, book: str) -> None:
        self.head = Head(book, 0, genesis(book))
        self.rows: dict[str, Row] = {}
        self._keys: set[str] = set()
        """Keys of entries that are no reservation; those of reservations stand in one of the next three."""
        self._short: dict[str, tuple[date, date, str, int]] = {}
        """Open reservations of one leg on a plain account: made on, last day, account, amount. Nothing in there can
        be part of a cycle, so that Python's collector passes over millions of them."""
        self._long: dict[str, Reservation] = {}
        """All other open reservations."""
        self._closed: dict[str, Kind] = {}
        self._days: dict[str, date] = {}

    def take(self, entries: Iterable[EntryRow]) -> Wrong | None:
        """Check the entries that follow; None where all are right."""
        number, hash = self.head.number, self.head.hash
        settle, reserve = self._settles, self._reserves
        try:
            for found, content, own, previous in entries:
                number += 1
                if found != number:
                    return Wrong(number, f"the entry here has number {found}")
                if previous != hash:
                    return Wrong(number, "it does not carry the hash of the entry before it")
                digest = sha256(content.encode()).digest()
                if own != sha256(hash + number.to_bytes(8, "big") + digest).digest():
                    return Wrong(number, "its hash is not that of what it says")
                short = len(content) <= LONGEST and BLANKS[0] not in content and BLANKS[1] not in content
                taken = short and (reserve(content) or settle(content))
                if not taken and (why := self._decided(content)):
                    return Wrong(number, why)
                hash = own
        except (ValueError, MalformedMovement) as unreadable:
            return Wrong(number, str(unreadable))
        self.head = Head(self.head.book, number, hash)
        return None

    def _reserves(self, content: str) -> bool:
        """Take in a plain reservation; False where it is not one, or does not fit at once."""
        match = RESERVE.fullmatch(content)
        if match is None:
            return False
        _, last, key, account, written, day, _ = match.groups()
        row, on, expires, amount = self.rows.get(account), self._day(day), self._day(last), int(written)
        if row is None or self._used(key) or expires < on or not row.takes(amount, on):
            return False
        row.pending += amount
        row.latest = on
        self._short[key] = (on, expires, account, amount)
        return True

    def _settles(self, content: str) -> bool:
        """Take in what settles a plain reservation whole; False where it is not that."""
        match = SETTLE.fullmatch(content)
        if match is None:
            return False
        _, key, word, day, _, reservation = match.groups()
        kept = self._short.get(reservation)
        if kept is None or self._used(key):
            return False
        on, (made, expires, account, amount) = self._day(day), kept
        row = self.rows[account]
        if word == "post":
            if not made <= on <= expires or not row.posts(amount, on):
                return False
            row.posted += amount
            row.latest = on
        elif word == "expire" and on <= expires:
            return False
        row.pending -= amount
        del self._short[reservation]
        self._closed[reservation] = Kind(word)
        self._keys.add(key)
        return True

    def _used(self, key: str) -> bool:
        return key in self._short or key in self._keys or key in self._closed or key in self._long

    def _day(self, written: str) -> date:
        day = self._days.get(written)
        if day is None:
            day = self._days[written] = date.fromisoformat(written)
        return day

    def _decided(self, content: str) -> str:
        """Read the entry and decide it by the rules; what is wrong with it, or nothing."""
        movement = movement_from(content)
        if self._used(movement.key):
            return "its key belongs to an entry before it"
        decision = decide(self, movement)
        if not isinstance(decision, Change):
            return f"the rules do not accept it: {decision.status}"
        self._apply(movement, decision)
        return ""

    def _apply(self, movement: Movement, change: Change) -> None:
        for standing in change.standings:
            row = self.rows.get(standing.account)
            if row is None:
                self.rows[standing.account] = Row(standing, None)
            else:
                row.become(standing)
        if change.opened:
            self._long[movement.key] = change.opened
        else:
            self._keys.add(movement.key)
        if change.closed:
            key = change.closed.key
            self._closed[key] = movement.kind
            self._long.pop(key, None)
            self._short.pop(key, None)

    def entry(self, key: str) -> Entry | None:
        """None: whether the key was used before is looked at ahead of the rules."""
        return None

    def standing(self, account: str) -> Standing | None:
        row = self.rows.get(account)
        return row.standing() if row else None

    def reservation(self, key: str) -> Reservation | None:
        if key in self._short:
            made, expires, account, amount = self._short[key]
            return Reservation(key, made, expires, (Leg(account, amount),))
        closed = self._closed.get(key)
        return Reservation(key, date.min, date.max, (), closed) if closed else self._long.get(key)

    def ratios_over(self, base: str) -> Sequence[str]:
        return sorted(a for a, row in self.rows.items() if row.limit.kind is LimitKind.RATIO and row.limit.base == base)

    def open_on(self, account: str) -> Sequence[Reservation]:
        """Asked only of fleets, which are not plain: their reservations are never of the short form."""
        return [r for r in self._long.values() if any(leg.account == account for leg in r.legs)]


ATTEMPTS = 20


def audit(store: Store) -> Head | Wrong:
    """Where the book ends if every entry is right and the running sums are what the entries come to; else what is not.

    Others may write meanwhile: the sums are compared once no entry came between. Were they to differ, answers about
    balances would be wrong though the book is right; the place given is then the last entry's.
    """
    check = Audit(store.book)
    for _ in range(ATTEMPTS):
        wrong = check.take(store.rows(after=check.head.number))
        if wrong:
            return wrong
        found = {standing.account: standing for standing in store.standings()}
        if store.head() == check.head:
            return _compared(found, check)
    return check.head


def _compared(found: dict[str, Standing], check: Audit) -> Head | Wrong:
    for account in sorted(found.keys() | check.rows.keys()):
        ours = check.standing(account)
        if found.get(account) != ours:
            return Wrong(check.head.number, f"the running sums of {account} are {found.get(account)}, not {ours}")
    return check.head
