"""Connections to a ledger in an SQLite file: opened durable, brought to the newest schema, shared out to readers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from weighbridge.ledger.store import StoreUnavailable
from weighbridge.ledger.stores.migrations import migrations_of, missing

APPLICATION = 0x57474C42
"""Marks the file as a ledger of ours (`PRAGMA application_id`); "WGLB"."""

OLDEST = (3, 38, 0)
PATIENCE_S = 30.0
"""How long another program may hold the file, in seconds, before a movement is answered with `CONFLICT_RETRY`."""


def connect(path: Path) -> sqlite3.Connection:
    """A connection on which a commit is on the disk before it returns.

    `synchronous=FULL` syncs the log at every commit; `fullfsync` asks macOS to empty the drive's own cache too.
    """
    connection = sqlite3.connect(path, PATIENCE_S, isolation_level=None, check_same_thread=False)
    for setting in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "fullfsync = ON",
        "checkpoint_fullfsync = ON",
        "wal_autocheckpoint = 4000",
        "cache_size = -65536",
        "trusted_schema = OFF",
    ):
        connection.execute(f"PRAGMA {setting}").fetchall()
    return connection


def prepare(path: Path, *, create: bool) -> sqlite3.Connection:
    """A connection for writing, to a file that has the newest schema.

    Raises:
        StoreUnavailable: the file is missing (and not to be made), not a ledger, of a newer schema, or unreadable.
    """
    if sqlite3.sqlite_version_info < OLDEST:
        raise StoreUnavailable(f"SQLite {sqlite3.sqlite_version} is too old; needed is 3.38 or newer.")
    if not create and not path.exists():
        raise StoreUnavailable(f"There is no ledger at {path}. `weighbridge ledger open` makes one.")
    with told_apart(path):
        connection = connect(path)
        try:
            _migrate(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    steps = migrations_of("sqlite")
    if _version(connection, path) == steps[-1].version:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in missing(steps, _version(connection, path)):
            for statement in _statements(step.sql):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {step.version}")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def _version(connection: sqlite3.Connection, path: Path) -> int:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application != APPLICATION and (application or version or tables):
        raise StoreUnavailable(f"{path} is an SQLite file of another program, not a ledger.")
    return int(version)


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one, since `executescript` would end the transaction that they belong to."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def told_apart(path: Path) -> Iterator[None]:
    """Says of SQLite's errors what they mean for a ledger.

    Raises:
        StoreUnavailable: the file cannot be read or written.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise StoreUnavailable(f"The ledger at {path} cannot be used: {error}.") from error


def reader(path: Path) -> sqlite3.Connection:
    """A connection that cannot write."""
    connection = connect(path)
    connection.execute("PRAGMA query_only = ON")
    return connection
