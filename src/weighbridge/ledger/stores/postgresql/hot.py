"""The common movements in one statement: reservations with one leg up on one plain account, singly or in a batch.

The book's row is locked before all else, as in every other turn: one order of locks, so no deadlock. What waited for
the lock reads, by READ COMMITTED, the rows as the one before it left them. `drawn` finds no row if the terms are no
longer those that the program knows, the day is before the account's latest, or it does not fit; then nothing changes,
and the movements take a turn like any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from operator import itemgetter

from psycopg import errors

from weighbridge.ledger.entry import Entry
from weighbridge.ledger.movement import Kind, Movement
from weighbridge.ledger.stores.postgresql.connection import Connection
from weighbridge.ledger.stores.postgresql.raw import (
    BYTEA,
    DATE,
    DATES,
    INT8,
    TEXT,
    TEXTS,
    Statement,
    array,
    day,
    int8,
    number,
)
from weighbridge.ledger.stores.turn import NEVER, Row, step_in_force

# $1 book, $2 amount, $3 first day, $4 last day, $5 account, $6 its terms, $7 the most that is allowed
DRAW = """
held AS MATERIALIZED (
    SELECT id, number, hash FROM ledger_book WHERE id = $1 FOR UPDATE
), drawn AS (
    UPDATE ledger_account AS a SET pending = a.pending + $2, latest = $4
    FROM held
    WHERE a.id = $5 AND a.terms_from = $6 AND a.latest <= $3
      AND a.posted + a.pending + $2 <= $7 AND a.leaving <= a.posted
    RETURNING a.id
)"""
DRAW_TYPES = (INT8, INT8, DATE, DATE, INT8, INT8, INT8)

ONE = Statement(
    "weighbridge_one",
    f"""
WITH {DRAW}, sealed AS (
    UPDATE ledger_book AS b
    SET number = held.number + 1, hash = sha256(held.hash || int8send(held.number + 1) || $8)
    FROM held, drawn
    WHERE b.id = held.id
    RETURNING b.id, b.number, b.hash
), entered AS (
    INSERT INTO ledger_entry (book, number, key, content, hash) SELECT id, number, $9, $10, hash FROM sealed
), touched AS (
    INSERT INTO ledger_leg (account, number, open_until) SELECT drawn.id, sealed.number, $11 FROM drawn, sealed
)
SELECT sealed.number, sealed.hash, held.hash FROM sealed, held""",
    (*DRAW_TYPES, BYTEA, TEXT, TEXT, DATE),
)

# The digests come as one string of 32 bytes each; the chain is computed link by link under the lock.
MANY = Statement(
    "weighbridge_many",
    f"""
WITH RECURSIVE {DRAW}, chain (place, hash) AS (
    SELECT 0::bigint, held.hash FROM held, drawn
    UNION ALL
    SELECT place + 1,
        sha256(chain.hash || int8send(held.number + place + 1) || substring($8 FROM 32 * place::int + 1 FOR 32))
    FROM chain, held
    WHERE place < $9
), sealed AS (
    UPDATE ledger_book AS b SET number = held.number + $9, hash = chain.hash
    FROM held, chain
    WHERE b.id = held.id AND chain.place = $9
), asked (key, content, open_until, place) AS (
    SELECT * FROM unnest($10, $11, $12) WITH ORDINALITY
), entered AS (
    INSERT INTO ledger_entry (book, number, key, content, hash)
    SELECT held.id, held.number + place, asked.key, asked.content, chain.hash
    FROM held, asked JOIN chain USING (place)
), touched AS (
    INSERT INTO ledger_leg (account, number, open_until)
    SELECT drawn.id, held.number + place, asked.open_until FROM held, drawn, asked
)
SELECT held.number + place, chain.hash FROM held, chain ORDER BY place""",
    (*DRAW_TYPES, BYTEA, INT8, TEXTS, TEXTS, DATES),
)


class HotAccount:
    """What a program must know of an account to draw on it by these statements."""

    __slots__ = ("id", "limit", "most", "plain", "since", "terms_from", "till")

    def __init__(self, row: Row) -> None:
        assert row.id is not None, "rows of a finished turn have their numbers"
        self.id, self.terms_from, self.plain, self.limit = row.id, row.terms_from, row.plain, row.limit
        self.since, self.till, self.most = NEVER, NEVER, 0

    def runs(self, first: date, last: date) -> bool:
        """Whether one limit is in force from day to day, which is then spelt out."""
        if not self.since <= first < self.till:
            found = step_in_force(self.limit, first)
            if found is None:
                return False
            self.since, self.till, self.most = found
        return last < self.till


def hot_account(movements: Sequence[Movement]) -> str | None:
    """The account, if these are reservations of one leg up on one account, in the order of their days."""
    first = movements[0]
    if first.kind is not Kind.RESERVE or len(first.legs) != 1:
        return None
    account, on = first.legs[0].account, first.on
    for movement in movements:
        if movement.kind is not Kind.RESERVE or len(movement.legs) != 1 or movement.on < on:
            return None
        ((of, amount),) = movement.legs
        if of != account or amount <= 0:
            return None
        on = movement.on
    return account


def reserve(
    connection: Connection, book: int, name: str, movements: Sequence[Movement], account: HotAccount
) -> list[Entry] | None:
    """The entries, committed; None where the statement took nothing.

    Raises:
        psycopg.Error: what became of the movements is not known, or another writer was in the way.
    """
    first, last = movements[0].on, movements[-1].on
    if not account.plain or not account.runs(first, last):
        return None
    contents = [movement.content.encode() for movement in movements]
    digests = [sha256(content).digest() for content in contents]
    amount = sum(movement.legs[0].amount for movement in movements)
    draw = (int8(book), int8(amount), day(first), day(last), int8(account.id), int8(account.terms_from))
    values = (*draw, int8(account.most), b"".join(digests))
    try:
        if len(movements) == 1:
            return _one(connection, name, movements[0], (*values, movements[0].key.encode(), contents[0]))
        return _many(connection, name, movements, values, contents)
    except errors.UniqueViolation:
        return None  # A key is in the book already: the turn tells which, and what was entered under it.


def _one(connection: Connection, name: str, movement: Movement, values: Sequence[bytes]) -> list[Entry] | None:
    assert movement.expires is not None, "a movement of kind reserve has a last day"
    found = ONE.run(connection, (*values, day(movement.expires)))
    if found.ntuples == 0:
        return None
    place, own, previous = (found.get_value(0, column) or b"" for column in range(3))
    return [Entry(name, number(place), movement, previous, own)]


def _many(
    connection: Connection, name: str, movements: Sequence[Movement], values: Sequence[bytes], contents: Sequence[bytes]
) -> list[Entry] | None:
    keys = array(TEXT, [movement.key.encode() for movement in movements])
    days = array(DATE, [day(movement.expires) for movement in movements if movement.expires])
    found = MANY.run(connection, (*values, int8(len(movements)), keys, array(TEXT, contents), days))
    if found.ntuples == 0:
        return None
    links = [(found.get_value(i, 0) or b"", found.get_value(i, 1) or b"") for i in range(found.ntuples)]
    hashes = list(map(itemgetter(1), links))
    return [
        Entry(name, number(place), movement, previous, own)
        for movement, (place, own), previous in zip(movements, links[1:], hashes, strict=False)
    ]
