"""What is asked of a ledger in PostgreSQL, on whatever connection: a reader's, or the writer's in its transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from weighbridge.ledger.entry import Entry, EntryRow, genesis, movement_from
from weighbridge.ledger.movement import Kind
from weighbridge.ledger.state import Reservation, Standing
from weighbridge.ledger.store import Head
from weighbridge.ledger.stores.postgresql.connection import Connection
from weighbridge.ledger.stores.rows import LAST, kind_in, standing_of
from weighbridge.ledger.stores.turn import Kept, Row, opened_by

STANDING = "terms, posted, pending, leaving, latest"

KEPT_BY = (
    "SELECT e.number, e.content, c.content FROM ledger_entry AS e"
    " LEFT JOIN ledger_entry AS c ON c.book = e.book AND c.closes = e.number WHERE e.book = %s"
)

PAGE = 5_000
"""Entries that are fetched at a time: the book only grows, so no transaction need stay open between the pages."""


class Reading:
    """The questions of a `Reader` and more, on one connection and one book."""

    def __init__(self, connection: Connection, book: str, id: int) -> None:
        self._cursor, self._book, self._id = connection.cursor(binary=True), book, id

    def _all(self, sql: str, *values: object) -> list[Any]:
        return self._cursor.execute(sql.encode(), values).fetchall()

    def _one(self, sql: str, *values: object) -> Any:
        return self._cursor.execute(sql.encode(), values).fetchone()

    def head(self) -> Head:
        return Head(self._book, *self._one("SELECT number, hash FROM ledger_book WHERE id = %s", self._id))

    def row(self, account: str) -> Row | None:
        found = self._one(
            f"SELECT id, terms_from, {STANDING} FROM ledger_account WHERE book = %s AND name = %s", self._id, account
        )
        return row_of(*found) if found else None

    def entry(self, key: str) -> Entry | None:
        found = self._one(
            "SELECT e.number, e.content, e.hash, p.hash FROM ledger_entry AS e"
            " LEFT JOIN ledger_entry AS p ON p.book = e.book AND p.number = e.number - 1"
            " WHERE e.book = %s AND e.key = %s",
            self._id,
            key,
        )
        if found is None:
            return None
        number, content, own, previous = found
        return Entry(self._book, number, movement_from(content), previous or genesis(self._book), own)

    def kept(self, key: str) -> Kept | None:
        found = self._one(f"{KEPT_BY} AND e.key = %s", self._id, key)
        return kept_of(*found) if found else None

    def standing(self, account: str) -> Standing | None:
        row = self.row(account)
        return row.standing() if row else None

    def reservation(self, key: str) -> Reservation | None:
        kept = self.kept(key)
        return kept.reservation if kept and kept.reservation.legs else None

    def ratios_over(self, base: str) -> Sequence[str]:
        sql = "SELECT name FROM ledger_account WHERE book = %s AND ratio_of = %s ORDER BY name"
        return [name for (name,) in self._all(sql, self._id, base)]

    def open_on(self, account: str) -> Sequence[Reservation]:
        return list(self.open_reservations(account, None))

    def open_reservations(self, account: str | None, expired_on: date | None) -> Iterator[Reservation]:
        """Those whose last day is past on a day are found by the index on each account's open legs."""
        only = "" if account is None else "AND a.name = %s"
        found = self._all(
            "SELECT DISTINCT l.number, e.content FROM ledger_account AS a"
            " JOIN ledger_leg AS l ON l.account = a.id"
            " JOIN ledger_entry AS e ON e.book = a.book AND e.number = l.number"
            " WHERE l.open_until IS NOT NULL AND l.open_until < coalesce(%s::date, 'infinity')"
            f" AND a.book = %s {only} ORDER BY l.number",
            expired_on,
            self._id,
            *(() if account is None else (account,)),
        )
        return (opened_by(movement_from(content)) for _, content in found)

    def standings(self, prefix: str) -> Iterator[Standing]:
        found = self._all(
            f"SELECT {STANDING} FROM ledger_account WHERE book = %s AND name >= %s AND name < %s ORDER BY name",
            self._id,
            prefix,
            prefix + LAST,
        )
        return (standing_of(*row) for row in found)

    def rows(self, after: int, account: str | None) -> Iterator[EntryRow]:
        """The entries after a number, or those of them that touch an account; page by page."""
        while page := self._page(after, account):
            for number, content, own, previous in page:
                yield number, content, own, previous or genesis(self._book)
            after = page[-1][0]

    def _page(self, after: int, account: str | None) -> list[tuple[int, str, bytes, bytes | None]]:
        if account is None:
            before = self._one("SELECT hash FROM ledger_entry WHERE book = %s AND number = %s", self._id, after)
            found = self._all(
                "SELECT number, content, hash FROM ledger_entry"
                " WHERE book = %s AND number > %s ORDER BY number LIMIT %s",
                self._id,
                after,
                PAGE,
            )
            previous = [before[0] if before else None, *(row[2] for row in found)]
            return [(*row, hash) for row, hash in zip(found, previous, strict=False)]
        return self._all(
            "SELECT e.number, e.content, e.hash, p.hash FROM ledger_account AS a"
            " JOIN ledger_leg AS l ON l.account = a.id"
            " JOIN ledger_entry AS e ON e.book = a.book AND e.number = l.number"
            " LEFT JOIN ledger_entry AS p ON p.book = e.book AND p.number = e.number - 1"
            " WHERE a.book = %s AND a.name = %s AND l.number > %s ORDER BY l.number LIMIT %s",
            self._id,
            account,
            after,
            PAGE,
        )


def row_of(id: int, terms_from: int, terms: str, posted: int, pending: int, leaving: int, latest: date) -> Row:
    """An account's row from its columns."""
    return Row(standing_of(terms, posted, pending, leaving, latest), id, terms_from)


def kept_of(number: int, content: str, closing: str | None) -> Kept:
    """A reservation by its entry, and the entry that closed it."""
    return Kept(number, opened_by(movement_from(content), Kind(kind_in(closing)) if closing else None))
