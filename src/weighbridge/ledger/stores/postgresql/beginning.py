"""The first round trip of a turn: lock the book, then read what the movements name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from weighbridge.ledger.movement import Movement
from weighbridge.ledger.stores.postgresql.connection import Connection
from weighbridge.ledger.stores.postgresql.reading import KEPT_BY, STANDING, kept_of, row_of
from weighbridge.ledger.stores.turn import Kept, Row

HEAD = "SELECT number, hash FROM ledger_book WHERE id = %s FOR UPDATE"

# A movement that settles a reservation touches that one's accounts, which stand in its content.
ROWS = f"""
SELECT name, id, terms_from, {STANDING} FROM ledger_account
WHERE book = %s AND name IN (
    SELECT unnest(%s::text[])
    UNION
    SELECT leg ->> 0 FROM ledger_entry AS e CROSS JOIN json_array_elements(e.content::json -> 'legs') AS leg
    WHERE e.book = %s AND e.key = ANY(%s)
)"""
KEPT = f"{KEPT_BY} AND e.key = ANY(%s)"
SENT_BEFORE = "SELECT EXISTS (SELECT FROM ledger_entry WHERE book = %s AND key = ANY(%s))"


@dataclass(frozen=True, slots=True)
class Begun:
    """What a turn starts from: the book's last number and hash, rows by account, reservations by key."""

    head: tuple[int, bytes]
    rows: dict[str, Row]
    kept: dict[str, Kept]
    any_sent_before: bool
    """Whether any of the movements' keys is in the book."""


def begin(connection: Connection, book: int, movements: Sequence[Movement]) -> Begun:
    """Begin a transaction and lock the book's row in it. What is read after that is as the one before left it."""
    accounts = {account for movement in movements for account in _accounts_of(movement)}
    settled = [movement.reservation for movement in movements if movement.reservation]
    keys = [movement.key for movement in movements]

    def ask(sql: str, *values: object) -> Any:
        return connection.cursor(binary=True).execute(sql.encode(), values)

    with connection.pipeline():
        connection.execute("BEGIN")
        head, rows = ask(HEAD, book), ask(ROWS, book, list(accounts), book, settled)
        kept, sent = ask(KEPT, book, settled), ask(SENT_BEFORE, book, keys)
        found = head.fetchone(), rows.fetchall(), kept.fetchall(), sent.fetchone()
    reservations = (kept_of(*columns) for columns in found[2])
    return Begun(
        found[0],
        {name: row_of(*columns) for name, *columns in found[1]},
        {each.reservation.key: each for each in reservations},
        found[3][0],
    )


def _accounts_of(movement: Movement) -> tuple[str, ...]:
    """The accounts that a movement names itself; one that settles a reservation need name none."""
    return (movement.limit.account,) if movement.limit else tuple(account for account, _ in movement.legs)
