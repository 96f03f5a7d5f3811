"""A ledger in PostgreSQL: many writers on many machines, every acknowledged entry on the server's disk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import psycopg
from psycopg.pq import TransactionStatus

from weighbridge.ledger.entry import genesis
from weighbridge.ledger.movement import Movement
from weighbridge.ledger.result import ConflictRetry, Reserved, Result
from weighbridge.ledger.store import Head
from weighbridge.ledger.stores.group import GroupCommit
from weighbridge.ledger.stores.lending import Lending
from weighbridge.ledger.stores.postgresql.beginning import begin
from weighbridge.ledger.stores.postgresql.connection import Connection, conflict, connect, prepare, told_apart
from weighbridge.ledger.stores.postgresql.hot import HotAccount, hot_account, reserve
from weighbridge.ledger.stores.postgresql.reading import Reading
from weighbridge.ledger.stores.postgresql.writing import write
from weighbridge.ledger.stores.questions import Questions
from weighbridge.ledger.stores.turn import Turn

Movements = Sequence[Movement]
Results = tuple[Result, ...]


class PostgresqlStore(Questions):
    """One book of a ledger in a database. Threads share a store; a forked process opens its own.

    Reservations on one plain account are one statement (`hot`). Everything else takes a turn: lock the book's row, read
    the rows that the movements touch, decide, write and commit, in two round trips.
    """

    def __init__(self, url: str, book: str = "main", *, create: bool = True) -> None:
        """Open the book, which is made where it is not there yet; with `create` False, only in a ledger that is.

        Raises:
            StoreUnavailable: the server cannot be reached, holds no ledger, or one of a newer schema.
        """
        self.book, self._url = book, url
        self._connections = Lending(lambda: connect(url), lambda connection: not connection.broken)
        try:
            with told_apart(), self._connections.lent() as connection:
                prepare(connection, create=create)
                self._id = _book_id(connection, book)
        except BaseException:
            self._connections.close()
            raise
        self._writer: Connection | None = None
        self._group = GroupCommit(self._commit)
        self._hot: dict[str, HotAccount] = {}
        self._hot_works = True

    def record(self, movement: Movement) -> Result:
        return self._group.submit((movement,))[0]

    def record_all(self, movements: Movements) -> Results:
        return self._group.submit(movements) if movements else ()

    def _commit(self, requests: Sequence[Movements]) -> Sequence[Results]:
        with told_apart():
            if self._writer is None or self._writer.closed:
                self._writer = connect(self._url)
            try:
                return self._hot_turn(self._writer, requests) or self._turn(self._writer, requests)
            except psycopg.Error as error:
                if not conflict(error):
                    raise
                refusal = ConflictRetry(str(error).strip())
                return [(refusal,) * len(movements) for movements in requests]
            finally:
                _end(self._writer)

    def _hot_turn(self, connection: Connection, requests: Sequence[Movements]) -> Sequence[Results] | None:
        """The answers where all are common movements that fit; None where they must take a turn."""
        movements = requests[0] if len(requests) == 1 else [movement for request in requests for movement in request]
        account = self._hot.get(hot_account(movements) or "")
        if account is None or not self._hot_works:
            return None
        try:
            entries = reserve(connection, self._id, self.book, movements, account)
        except (psycopg.ProgrammingError, psycopg.NotSupportedError):
            # A relative of PostgreSQL that lacks a function of the statement: turns need none of them.
            self._hot_works, entries = False, None
        if entries is None:
            return None
        results = iter(entries)
        return [tuple([Reserved(next(results)) for _ in request]) for request in requests]

    def _turn(self, connection: Connection, requests: Sequence[Movements]) -> Sequence[Results]:
        opened = begin(connection, self._id, [movement for request in requests for movement in request])
        head = Head(self.book, *opened.head)
        reading = Reading(connection, self.book, self._id)
        turn = Turn(head, reading, opened.rows, careful=opened.any_sent_before, kept=opened.kept)
        answers = [tuple([turn.record(movement) for movement in request]) for request in requests]
        if turn.entries:
            write(connection, self._id, turn)
        else:
            connection.execute("COMMIT")
        for account, row in turn.rows.items():
            if account not in self._hot or self._hot[account].terms_from != row.terms_from:
                self._hot[account] = HotAccount(row)
        return answers

    def close(self) -> None:
        self._connections.close()
        if self._writer is not None:
            self._writer.close()

    @contextmanager
    def _read(self) -> Iterator[Reading]:
        with told_apart(), self._connections.lent() as connection:
            yield Reading(connection, self.book, self._id)


def _end(connection: Connection) -> None:
    """Roll back what was begun and not committed."""
    if not connection.closed and connection.info.transaction_status is not TransactionStatus.IDLE:
        connection.rollback()


def _book_id(connection: Connection, book: str) -> int:
    """The number of the book in its database, entered if it is new."""
    found = connection.execute("SELECT id FROM ledger_book WHERE name = %s", (book,)).fetchone()
    if found is None:
        connection.execute(
            "INSERT INTO ledger_book (name, number, hash) VALUES (%s, 0, %s) ON CONFLICT DO NOTHING",
            (book, genesis(book)),
        )
        return _book_id(connection, book)
    return int(str(found[0]))
