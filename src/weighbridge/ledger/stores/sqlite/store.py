"""A ledger in one SQLite file: many threads and processes of one machine, every acknowledged entry on its disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from weighbridge.ledger.entry import genesis
from weighbridge.ledger.movement import Movement
from weighbridge.ledger.result import ConflictRetry, Result
from weighbridge.ledger.store import Head
from weighbridge.ledger.stores.group import GroupCommit
from weighbridge.ledger.stores.lending import Lending
from weighbridge.ledger.stores.questions import Questions
from weighbridge.ledger.stores.sqlite.connection import prepare, reader, told_apart
from weighbridge.ledger.stores.sqlite.reading import Reading
from weighbridge.ledger.stores.sqlite.turnstile import Turnstile
from weighbridge.ledger.stores.sqlite.writing import write
from weighbridge.ledger.stores.turn import Row, Turn

Movements = Sequence[Movement]
Results = tuple[Result, ...]


class SqliteStore(Questions):
    """One book of a ledger file. Threads share a store; a forked process opens its own.

    What threads ask for at once is committed together (`GroupCommit`); processes take turns (`Turnstile`). A turn's
    running sums are kept for the next turn, and used if the book's head shows that nobody else wrote in between.
    """

    def __init__(self, path: Path, book: str = "main", *, create: bool = True) -> None:
        """Open the book, which is made where it is not there yet; with `create` False, only in a ledger that is.

        Raises:
            StoreUnavailable: the file is missing, not a ledger, of a newer schema, or cannot be read or written.
        """
        self.book, self._path = book, path
        self._connection = prepare(path, create=create)
        self._readers = Lending(lambda: reader(path))
        try:
            self._turnstile = Turnstile(path)
            with told_apart(path):
                self._id = _book_id(self._connection, book)
        except BaseException:
            self._connection.close()
            raise
        self._reading = Reading(self._connection, book, self._id)
        self._group = GroupCommit(self._commit)
        self._rows: dict[str, Row] = {}
        self._head: Head | None = None

    def record(self, movement: Movement) -> Result:
        return self._group.submit((movement,))[0]

    def record_all(self, movements: Movements) -> Results:
        return self._group.submit(movements) if movements else ()

    def _commit(self, requests: Sequence[Movements]) -> Sequence[Results]:
        with self._turnstile, told_apart(self._path):
            try:
                return self._take_turn(requests, careful=False)
            except sqlite3.IntegrityError:
                # A movement that fits was sent before. Its key is now looked for first.
                return self._take_turn(requests, careful=True)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                    raise
                conflict = ConflictRetry(f"Another program holds the ledger file: {error}.")
                return [(conflict,) * len(movements) for movements in requests]

    def _take_turn(self, requests: Sequence[Movements], *, careful: bool) -> Sequence[Results]:
        ask = self._connection.execute
        ask("BEGIN IMMEDIATE")
        try:
            head = self._reading.head()
            if head != self._head:
                self._rows.clear()
            turn = Turn(head, self._reading, self._rows, careful=careful)
            answers = [tuple([turn.record(movement) for movement in movements]) for movements in requests]
            write(self._connection, self._id, turn)
            ask("COMMIT")
        except BaseException:
            self._rows.clear()
            self._head = None
            self._connection.rollback()
            raise
        self._head = Head(self.book, turn.number, turn.hash)
        return answers

    def close(self) -> None:
        self._readers.close()
        self._connection.close()
        self._turnstile.close()

    @contextmanager
    def _read(self) -> Iterator[Reading]:
        with told_apart(self._path), self._readers.lent() as connection:
            yield Reading(connection, self.book, self._id)


def _book_id(connection: sqlite3.Connection, book: str) -> int:
    """The number of the book in its file, entered if it is new."""
    which = "SELECT id FROM book WHERE name = ?", (book,)
    found = connection.execute(*which).fetchone()
    if found is None:
        connection.execute(
            "INSERT INTO book (name, number, hash) VALUES (?, 0, ?) ON CONFLICT DO NOTHING", (book, genesis(book))
        )
        found = connection.execute(*which).fetchone()
    return int(found[0])
