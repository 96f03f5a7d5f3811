"""Prepared statements straight through libpq, for the hot path, where adapting types took half the time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from struct import Struct
from weakref import WeakSet

import psycopg
from psycopg import errors, pq

from weighbridge.ledger.stores.postgresql.connection import Connection

INT8, DATE, BYTEA, TEXT, INT8S, DATES, TEXTS = 20, 1082, 17, 25, 1016, 1182, 1009
"""PostgreSQL's numbers of the types that are sent; the plural is an array."""

BINARY = pq.Format.BINARY
_int8, _date, _array, _length = Struct("!q"), Struct("!i"), Struct("!iiIii"), Struct("!i")
EPOCH = 730_120
"""The day that PostgreSQL counts days from, as Python counts them: the first of the year 2000."""

int8 = _int8.pack


def day(on: date) -> bytes:
    """A day as PostgreSQL sends it."""
    return _date.pack(on.toordinal() - EPOCH)


def number(sent: bytes) -> int:
    """A whole number as PostgreSQL sent it."""
    found: int = _int8.unpack(sent)[0]
    return found


def array(of: int, elements: Sequence[bytes]) -> bytes:
    """An array of these elements, none of them null."""
    head = _array.pack(1, 0, of, len(elements), 1)
    return head + b"".join([part for element in elements for part in (_length.pack(len(element)), element)])


class Statement:
    """A statement with its parameters' types, prepared on a connection when it is first used there."""

    def __init__(self, name: str, sql: str, types: Iterable[int]) -> None:
        self._name, self.sql, self._types = name.encode(), sql, tuple(types)
        self._formats = (BINARY,) * len(self._types)
        self._prepared_on: WeakSet[Connection] = WeakSet()

    def run(self, connection: Connection, values: Sequence[bytes]) -> pq.abc.PGresult:
        """Execute it; what it returns is binary.

        Raises:
            psycopg.Error: the server's or the connection's error, by its SQLSTATE.
        """
        link = connection.pgconn
        if connection in self._prepared_on:
            try:
                return _checked(link.exec_prepared(self._name, values, self._formats, BINARY), link)
            except errors.InvalidSqlStatementName:
                pass  # Forgotten by the server, as after a rollback, when psycopg has it forget all. Nothing was done.
        _checked(link.prepare(self._name, self.sql.encode(), self._types), link)
        self._prepared_on.add(connection)
        return _checked(link.exec_prepared(self._name, values, self._formats, BINARY), link)


def _checked(result: pq.abc.PGresult, link: pq.abc.PGconn) -> pq.abc.PGresult:
    if result.status in (pq.ExecStatus.TUPLES_OK, pq.ExecStatus.COMMAND_OK):
        return result
    state = result.error_field(pq.DiagnosticField.SQLSTATE)
    message = (result.error_message or link.error_message).decode(errors="replace")
    try:
        kind: type[psycopg.Error] = errors.lookup(state.decode()) if state else psycopg.OperationalError
    except KeyError:
        kind = psycopg.DatabaseError
    raise kind(message)
