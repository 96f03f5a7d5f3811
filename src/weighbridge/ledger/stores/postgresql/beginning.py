"""The first round trip of a turn: lock the book, then read what the movements name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from weighbridge.ledger.movement import Movement
from weighbridge.ledger.stores.postgresql.connection import Connection
from weighbridge.ledger.stores.postgresql.reading import STANDING, row_of
from weighbridge.ledger.stores.turn import Row

HEAD = "SELECT number, hash FROM ledger_book WHERE id = %s FOR UPDATE"
ROWS = f"SELECT name, id, terms_from, {STANDING} FROM ledger_account WHERE book = %s AND name = ANY(%s)"
SENT_BEFORE = "SELECT EXISTS (SELECT FROM ledger_entry WHERE book = %s AND key = ANY(%s))"


@dataclass(frozen=True, slots=True)
class Begun:
    """What a turn starts from: the book's last number and hash, rows by account, whether any key is in the book."""

    head: tuple[int, bytes]
    rows: Mapping[str, Row]
    any_sent_before: bool


def begin(connection: Connection, book: int, movements: Sequence[Movement]) -> Begun:
    """Begin a transaction and lock the book's row in it. What is read after that is as the one before left it."""
    accounts = {account for movement in movements for account in _accounts_of(movement)}
    keys = [movement.key for movement in movements]

    def ask(sql: str, *values: object) -> Any:
        return connection.cursor(binary=True).execute(sql.encode(), values)

    with connection.pipeline():
        connection.execute("BEGIN")
        head, rows, sent = ask(HEAD, book), ask(ROWS, book, list(accounts)), ask(SENT_BEFORE, book, keys)
        found = head.fetchone(), rows.fetchall(), sent.fetchone()
    return Begun(found[0], {name: row_of(*columns) for name, *columns in found[1]}, found[2][0])


def _accounts_of(movement: Movement) -> tuple[str, ...]:
    """The accounts that a movement names itself; one that settles a reservation need name none."""
    return (movement.limit.account,) if movement.limit else tuple(account for account, _ in movement.legs)
