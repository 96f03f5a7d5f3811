"""What is asked of a ledger in SQLite, on whatever connection: a reader's, or the writer's within its transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date

from weighbridge.ledger.entry import Entry, EntryRow, genesis, movement_from
from weighbridge.ledger.movement import Kind
from weighbridge.ledger.state import Reservation, Standing
from weighbridge.ledger.store import Head
from weighbridge.ledger.stores.rows import LAST, kind_in, standing_of
from weighbridge.ledger.stores.turn import Kept, Row, opened_by

STANDING = "terms, posted, pending, leaving, latest"


class Reading:
    """The questions of a `Reader` and more, on one connection and one book."""

    def __init__(self, connection: sqlite3.Connection, book: str, id: int) -> None:
        self._ask, self._book, self._id = connection.execute, book, id

    def head(self) -> Head:
        found = self._ask("SELECT number, hash FROM book WHERE id = ?", (self._id,)).fetchone()
        return Head(self._book, *found)

    def row(self, account: str) -> Row | None:
        found = self._ask(
            f"SELECT {STANDING}, id FROM account WHERE book = ? AND name = ?", (self._id, account)
        ).fetchone()
        return Row(_standing(*found[:-1]), found[-1]) if found else None

    def entry(self, key: str) -> Entry | None:
        found = self._ask(
            "SELECT e.number, e.content, e.hash, p.hash FROM entry AS e"
            " LEFT JOIN entry AS p ON p.book = e.book AND p.number = e.number - 1 WHERE e.book = ? AND e.key = ?",
            (self._id, key),
        ).fetchone()
        if found is None:
            return None
        number, content, own, previous = found
        return Entry(self._book, number, movement_from(content), previous or genesis(self._book), own)

    def kept(self, key: str) -> Kept | None:
        found = self._ask(
            "SELECT e.number, e.content, c.content FROM entry AS e"
            " LEFT JOIN entry AS c ON c.book = e.book AND c.closes = e.number WHERE e.book = ? AND e.key = ?",
            (self._id, key),
        ).fetchone()
        if found is None:
            return None
        number, content, closing = found
        return Kept(number, opened_by(movement_from(content), Kind(kind_in(closing)) if closing else None))

    def standing(self, account: str) -> Standing | None:
        row = self.row(account)
        return row.standing() if row else None

    def reservation(self, key: str) -> Reservation | None:
        kept = self.kept(key)
        return kept.reservation if kept and kept.reservation.legs else None

    def ratios_over(self, base: str) -> Sequence[str]:
        found = self._ask("SELECT name FROM account WHERE book = ? AND ratio_of = ? ORDER BY name", (self._id, base))
        return [name for (name,) in found]

    def open_on(self, account: str) -> Sequence[Reservation]:
        return list(self.open_reservations(account, None))

    def open_reservations(self, account: str | None, expired_on: date | None) -> Iterator[Reservation]:
        """Those whose last day is past on a day are found by the index on each account's open legs."""
        before = expired_on.isoformat() if expired_on else LAST
        found = self._ask(
            "SELECT DISTINCT l.number, e.content FROM account AS a"
            " CROSS JOIN leg AS l ON l.account = a.id AND l.open_until < ?"
            " CROSS JOIN entry AS e ON e.book = a.book AND e.number = l.number"
            " WHERE a.book = ? AND (?3 IS NULL OR a.name = ?3) ORDER BY l.number",
            (before, self._id, account),
        )
        return (opened_by(movement_from(content)) for _, content in found)

    def standings(self, prefix: str) -> Iterator[Standing]:
        found = self._ask(
            f"SELECT {STANDING} FROM account WHERE book = ? AND name >= ? AND name < ? ORDER BY name",
            (self._id, prefix, prefix + LAST),
        )
        return (_standing(*row) for row in found)

    def rows(self, after: int, account: str | None) -> Iterator[EntryRow]:
        """The entries after a number, or those of them that touch an account; streamed."""
        first = self._ask("SELECT hash FROM entry WHERE book = ? AND number = ?", (self._id, after)).fetchone()
        previous: bytes = first[0] if first else genesis(self._book)
        if account is None:
            sql = "SELECT number, content, hash FROM entry WHERE book = ? AND number > ? ORDER BY number"
            for number, content, own in self._ask(sql, (self._id, after)):
                yield number, content, own, previous
                previous = own
            return
        found = self._ask(
            "SELECT e.number, e.content, e.hash, p.hash FROM account AS a"
            " CROSS JOIN leg AS l ON l.account = a.id AND l.number > ?"
            " CROSS JOIN entry AS e ON e.book = a.book AND e.number = l.number"
            " LEFT JOIN entry AS p ON p.book = e.book AND p.number = e.number - 1"
            " WHERE a.book = ? AND a.name = ? ORDER BY l.number",
            (after, self._id, account),
        )
        for number, content, own, before in found:
            yield number, content, own, before or genesis(self._book)


def _standing(terms: str, posted: int, pending: int, leaving: int, latest: str) -> Standing:
    return standing_of(terms, posted, pending, leaving, date.fromisoformat(latest))
