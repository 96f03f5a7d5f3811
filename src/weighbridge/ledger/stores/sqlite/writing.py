"""What a turn has gathered, written to SQLite within the turn's transaction."""

from __future__ import annotations

import sqlite3

from weighbridge.ledger.stores.rows import terms_of
from weighbridge.ledger.stores.turn import Row, Turn


def write(connection: sqlite3.Connection, book: int, turn: Turn) -> None:
    """Write the accounts that changed, the new entries with their legs, and the book's new head.

    Raises:
        sqlite3.IntegrityError: a key is in the book already.
    """
    if not turn.entries:
        return
    for account, row in turn.changed.items():
        _write_account(connection, book, account, row)
    connection.executemany(
        f"INSERT INTO entry (book, number, key, closes, content, hash) VALUES ({book}, ?, ?, ?, ?, ?)", turn.entries
    )
    connection.executemany(
        "INSERT INTO leg (account, number, open_until) VALUES (?, ?, ?)",
        [(row.id, number, open_until and open_until.isoformat()) for row, number, open_until in turn.legs],
    )
    if turn.closed:
        connection.executemany(
            "UPDATE leg SET open_until = NULL WHERE account = ? AND number = ?",
            [(row.id, number) for row, number in turn.closed],
        )
    connection.execute("UPDATE book SET number = ?, hash = ? WHERE id = ?", (turn.number, turn.hash, book))


def _write_account(connection: sqlite3.Connection, book: int, account: str, row: Row) -> None:
    sums = (row.posted, row.pending, row.leaving, row.latest.isoformat())
    if row.id is None:
        row.id = connection.execute(
            "INSERT INTO account (book, name, terms, ratio_of, posted, pending, leaving, latest)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (book, account, terms_of(row.limit), row.limit.base or None, *sums),
        ).lastrowid
        row.new_terms = False
    elif row.new_terms:
        connection.execute("UPDATE account SET terms = ? WHERE id = ?", (terms_of(row.limit), row.id))
        row.new_terms = False
    connection.execute(
        "UPDATE account SET posted = ?, pending = ?, leaving = ?, latest = ? WHERE id = ?", (*sums, row.id)
    )
