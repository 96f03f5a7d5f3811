"""The floors: what the disk, SQLite and PostgreSQL do when they do nothing but make a number durable."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

import psycopg

from benchmarks.ledger.load import Operation

RECORD = b"x" * 300


def fsync_rate(folder: Path, seconds: float) -> float:
    """How often a second one page can be written and synced, at its fastest: in place, in a file that does not grow.

    A log that grows has its length to write too, and is slower; SQLite's is overwritten from its beginning once it
    has been taken into the database.
    """
    page, size = os.urandom(4096), 1000
    with (folder / "synced").open("w+b", buffering=0) as file:
        file.write(page * size)
        os.fsync(file.fileno())
        done, end = 0, time.perf_counter() + seconds
        while time.perf_counter() < end:
            os.pwrite(file.fileno(), page, done % size * len(page))
            sync(file.fileno())
            done += 1
    return done / seconds


sync = getattr(os, "fdatasync", os.fsync)


def sqlite_commit_rate(folder: Path, seconds: float) -> float:
    """How often a second one thread can insert a row of 300 bytes into SQLite and commit, as durable as the ledger."""
    path = folder / "bare.db"
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL").fetchone()
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, record BLOB)")
    done, end = 0, time.perf_counter() + seconds
    while time.perf_counter() < end:
        connection.execute("INSERT INTO bare (record) VALUES (?)", (RECORD,))
        done += 1
    connection.close()
    return done / seconds


def plain_table(path: Path) -> None:
    """The file that `plain_sqlite` writes to."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL").fetchone()
    connection.execute("CREATE TABLE plain (id INTEGER PRIMARY KEY, record BLOB)")
    connection.close()


def plain_sqlite(path: str) -> Operation:
    """A row of 300 bytes by SQLite as it is, which waits for other writers by sleeping and trying again."""
    connection = sqlite3.connect(path, 60, isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")

    def insert() -> int:
        connection.execute("INSERT INTO plain (record) VALUES (?)", (RECORD,))
        return 1

    return insert


def bare_table(dsn: str) -> None:
    """The table of one row that `bare_update` draws on."""
    with psycopg.connect(dsn) as connection:
        connection.execute(
            "CREATE TABLE bare (id int PRIMARY KEY, used bigint, cap bigint) WITH (fillfactor = 50);"
            "INSERT INTO bare VALUES (1, 0, 9000000000000000000)"
        )


def bare_update(dsn: str) -> Operation:
    """The bare statement: draw one unit on the row if it fits. No entry, no chain, no key."""
    connection = psycopg.connect(dsn, autocommit=True, prepare_threshold=0)
    cursor = connection.cursor(binary=True)

    def update() -> int:
        cursor.execute("UPDATE bare SET used = used + %s WHERE id = 1 AND used + %s <= cap RETURNING used", (1, 1))
        if cursor.fetchone() is None:
            raise AssertionError("the bare row was not updated")
        return 1

    return update
