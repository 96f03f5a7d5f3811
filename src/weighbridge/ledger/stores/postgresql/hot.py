"""The common movement in one statement: a reservation with one leg up on a plain account."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Any

from weighbridge.ledger.entry import Entry
from weighbridge.ledger.limit import Limit
from weighbridge.ledger.movement import Kind, Movement
from weighbridge.ledger.stores.postgresql.connection import Connection
from weighbridge.ledger.stores.turn import NEVER, Row, step_in_force

# The book's row is locked before all else, as in every other turn: one order of locks, so no deadlock. What waited for
# the lock reads, by READ COMMITTED, the rows as the one before it left them. `drawn` finds no row if the terms are no
# longer those that the program knows, the day is before the account's latest, or it does not fit; then nothing changes.
RESERVE = """
WITH held AS MATERIALIZED (
    SELECT id, number, hash FROM ledger_book WHERE id = %s FOR UPDATE
), drawn AS (
    UPDATE ledger_account AS a SET pending = a.pending + %s, latest = %s
    FROM held
    WHERE a.id = %s AND a.terms_from = %s AND a.latest <= %s
      AND a.posted + a.pending + %s <= %s AND a.leaving <= a.posted
    RETURNING a.id
), sealed AS (
    UPDATE ledger_book AS b
    SET number = held.number + 1, hash = sha256(held.hash || int8send(held.number + 1) || %s)
    FROM held, drawn
    WHERE b.id = held.id
    RETURNING b.id, b.number, b.hash
), entered AS (
    INSERT INTO ledger_entry (book, number, key, content, hash)
    SELECT id, number, %s, %s, hash FROM sealed
), touched AS (
    INSERT INTO ledger_leg (account, number, open_until)
    SELECT drawn.id, sealed.number, %s FROM drawn, sealed
)
SELECT sealed.number, sealed.hash, held.hash FROM sealed, held"""


class HotAccount:
    """What a program must know of an account to draw on it by `RESERVE`: its row's number, and its terms' step."""

    __slots__ = ("id", "limit", "most", "plain", "since", "terms_from", "till")

    def __init__(self, row: Row) -> None:
        self.id, self.terms_from, self.plain = row.id, row.terms_from, row.plain
        self.limit: Limit = row.limit
        self.since, self.till, self.most = NEVER, NEVER, 0

    def runs_on(self, on: date) -> bool:
        """Whether there is a limit that day, which is then spelt out."""
        if self.since <= on < self.till:
            return True
        found = step_in_force(self.limit, on)
        if found is not None:
            self.since, self.till, self.most = found
        return found is not None


def suits(movement: Movement, account: HotAccount) -> bool:
    """Whether the statement can decide the movement; what it does not take is then decided by the rules."""
    ((_, amount),) = movement.legs
    return account.plain and amount > 0 and account.runs_on(movement.on)


def reserve(connection: Connection, book: int, name: str, movement: Movement, account: HotAccount) -> Entry | None:
    """The entry, committed; None where the statement did not take the movement.

    Raises:
        psycopg.errors.UniqueViolation: the key is in the book already. Nothing was taken.
    """
    ((_, amount),) = movement.legs
    content, on = movement.content, movement.on
    digest = sha256(content.encode()).digest()
    values = (book, amount, on, account.id, account.terms_from, on, amount, account.most, digest)
    found: Any = (
        connection.cursor(binary=True)
        .execute(RESERVE, (*values, movement.key, content, movement.expires), binary=True)
        .fetchone()
    )
    if found is None:
        return None
    number, own, previous = found
    return Entry(name, number, movement, previous, own)


def is_simple(movement: Movement) -> bool:
    """Whether the movement is of the common kind."""
    return movement.kind is Kind.RESERVE and len(movement.legs) == 1
