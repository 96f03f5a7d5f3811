"""What a turn has gathered, sent to PostgreSQL in one go with the commit."""

from __future__ import annotations

from weighbridge.ledger.stores.postgresql.connection import Connection
from weighbridge.ledger.stores.rows import terms_of
from weighbridge.ledger.stores.turn import Row, Turn

SUMS = """
UPDATE ledger_account AS a
SET posted = n.posted, pending = n.pending, leaving = n.leaving, latest = n.latest
FROM unnest(%s::bigint[], %s::bigint[], %s::bigint[], %s::bigint[], %s::date[])
    AS n (id, posted, pending, leaving, latest)
WHERE a.id = n.id"""

ENTRIES = """
INSERT INTO ledger_entry (book, number, key, closes, content, hash)
SELECT %s, n.* FROM unnest(%s::bigint[], %s::text[], %s::bigint[], %s::text[], %s::bytea[])
    AS n (number, key, closes, content, hash)"""

LEGS = """
INSERT INTO ledger_leg (account, number, open_until)
SELECT n.* FROM unnest(%s::bigint[], %s::bigint[], %s::date[]) AS n (account, number, open_until)"""

CLOSED = """
UPDATE ledger_leg AS l SET open_until = NULL
FROM unnest(%s::bigint[], %s::bigint[]) AS n (account, number)
WHERE l.account = n.account AND l.number = n.number"""

NEW_ACCOUNT = """
INSERT INTO ledger_account (book, name, terms, terms_from, ratio_of, posted, pending, leaving, latest)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING id"""


def write(connection: Connection, book: int, turn: Turn) -> None:
    """Write the accounts that changed, the new entries with their legs and the book's new head, and commit."""
    for account, row in turn.changed.items():
        if row.id is None:
            _add(connection, book, turn.number, account, row)
    with connection.pipeline(), connection.cursor(binary=True) as cursor:
        for row in turn.changed.values():
            if row.new_terms:
                terms = (terms_of(row.limit), turn.number, row.id)
                cursor.execute("UPDATE ledger_account SET terms = %s, terms_from = %s WHERE id = %s", terms)
                row.terms_from, row.new_terms = turn.number, False
        if turn.changed:
            sums = [(row.id, row.posted, row.pending, row.leaving, row.latest) for row in turn.changed.values()]
            cursor.execute(SUMS, [list(column) for column in zip(*sums, strict=True)])
        cursor.execute(ENTRIES, [book, *(list(column) for column in zip(*turn.entries, strict=True))])
        legs = [(row.id, number, open_until) for row, number, open_until in turn.legs]
        cursor.execute(LEGS, [list(column) for column in zip(*legs, strict=True)])
        if turn.closed:
            cursor.execute(CLOSED, ([row.id for row, _ in turn.closed], [number for _, number in turn.closed]))
        cursor.execute("UPDATE ledger_book SET number = %s, hash = %s WHERE id = %s", (turn.number, turn.hash, book))
        cursor.execute("COMMIT")


def _add(connection: Connection, book: int, number: int, account: str, row: Row) -> None:
    terms = (terms_of(row.limit), number, row.limit.base or None)
    sums = (row.posted, row.pending, row.leaving, row.latest)
    found = connection.execute(NEW_ACCOUNT, (book, account, *terms, *sums)).fetchone()
    assert found is not None, "an inserted row is returned"
    row.id, row.terms_from, row.new_terms = int(str(found[0])), number, False
