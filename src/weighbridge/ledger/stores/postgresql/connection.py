"""Connections to a ledger in PostgreSQL: durable commits, no waiting without end, the newest schema."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import errors
from psycopg.types.numeric import Int8BinaryDumper, Int8Dumper

from weighbridge.ledger.store import StoreUnavailable
from weighbridge.ledger.stores.migrations import migrations_of, missing

Connection = psycopg.Connection[tuple[object, ...]]

LOCK_TIMEOUT_MS = 10_000
"""How long a movement waits for others on its book, in milliseconds, before it is answered with `CONFLICT_RETRY`."""

PREPARE_AT_ONCE = 0

# A connection lost is told by `StoreUnavailable`; psycopg's own note of it is for programs that set up logging.
logging.getLogger("psycopg").addHandler(logging.NullHandler())


def connect(url: str) -> Connection:
    """A connection where each statement is a transaction of its own, unless one is begun.

    `READ COMMITTED` whatever the server's default: the book's row is locked before anything is decided, and under
    `SERIALIZABLE` those who waited for it would all have to start again. A server that does not wait for its disk is
    told to.

    Raises:
        StoreUnavailable: the server cannot be reached.
    """
    with told_apart():
        connection = psycopg.connect(url, autocommit=True, prepare_threshold=PREPARE_AT_ONCE)
        try:
            _set_up(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def _set_up(connection: Connection) -> None:
    # Whole numbers always go as bigint, so that small and large amounts share one prepared statement.
    for dumper in (Int8Dumper, Int8BinaryDumper):
        connection.adapters.register_dumper(int, dumper)
    connection.execute("SET default_transaction_isolation = 'read committed'")
    connection.execute(f"SET lock_timeout = {LOCK_TIMEOUT_MS}")
    (commit,) = connection.execute("SHOW synchronous_commit").fetchone() or ("on",)
    if commit == "off":
        connection.execute("SET synchronous_commit = on")


def prepare(connection: Connection, *, create: bool) -> None:
    """Bring the schema to its newest version.

    Raises:
        StoreUnavailable: there is no ledger (and none is to be made), or its schema is newer than the program.
    """
    with told_apart():
        (there,) = connection.execute("SELECT to_regclass('ledger_version') IS NOT NULL").fetchone() or (False,)
        if not there and not create:
            raise StoreUnavailable("There is no ledger in this database. `weighbridge ledger open` makes one.")
        steps = migrations_of("postgresql")
        if there and _version(connection) == steps[-1].version:
            return
        if not there:
            _make_version_table(connection)
        with connection.transaction():
            for step in missing(steps, _version(connection, "FOR UPDATE")):
                connection.execute(step.sql.encode(), prepare=False)
                connection.execute("UPDATE ledger_version SET version = %s", (step.version,))


def _make_version_table(connection: Connection) -> None:
    """Make the table of the schema's version. Of several programs that try at once, one does."""
    try:
        with connection.transaction():
            connection.execute(
                "CREATE TABLE IF NOT EXISTS ledger_version (one int PRIMARY KEY, version bigint NOT NULL)"
            )
    except errors.UniqueViolation:
        pass  # Another program's table of this name appeared in PostgreSQL's catalog just now.
    connection.execute("INSERT INTO ledger_version VALUES (1, 0) ON CONFLICT DO NOTHING")


def _version(connection: Connection, lock: str = "") -> int:
    row = connection.execute(f"SELECT version FROM ledger_version {lock}".encode()).fetchone()
    return int(str(row[0])) if row else 0


def conflict(error: psycopg.Error) -> bool:
    """Whether the server said that it took nothing, since another writer was in the way.

    Serialization failures, deadlocks (class 40, but not "statement completion unknown"), locks not had in time,
    statements stopped by a time limit.
    """
    state = error.sqlstate or ""
    return (state.startswith("40") and state != "40003") or state in ("55P03", "57014")


@contextmanager
def told_apart() -> Iterator[None]:
    """Says of PostgreSQL's errors what they mean for a ledger.

    Raises:
        StoreUnavailable: the server is gone, or answered with an error that leaves open what became of the statement.
    """
    try:
        yield
    except psycopg.Error as error:
        raise StoreUnavailable(f"The ledger's database cannot be used: {str(error).strip()}") from error
