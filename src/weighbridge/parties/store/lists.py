"""Versions of lists in the store: one is added whole or not at all, and each can be read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, exists, insert, literal, null, or_, select, update

from weighbridge.core.text import Text
from weighbridge.parties.codec import from_text, to_text
from weighbridge.parties.listed import ListedParty
from weighbridge.parties.lists.faults import RowFault
from weighbridge.parties.lists.identity import digest, ids_in_turn, lineage
from weighbridge.parties.lists.version import ListVersion, Origin
from weighbridge.parties.store.schema import ENTRY, INCOMING, VERSION

BATCH = 1_000
FAULTS_KEPT = 1_000

Accept = Callable[[ListVersion, ListVersion | None], None]
"""Looks at a version before it is kept, beside the one before it, and raises what speaks against it."""


def sources(connection: Connection) -> tuple[str, ...]:
    """The names under which lists are held."""
    return tuple(connection.scalars(select(VERSION.c.source).distinct().order_by(VERSION.c.source)))


def versions(connection: Connection, source: str) -> tuple[ListVersion, ...]:
    """Every version of a source that is kept, the newest first."""
    rows = connection.execute(select(VERSION).where(VERSION.c.source == source).order_by(VERSION.c.number.desc()))
    return tuple(map(_version, rows))


def current(connection: Connection, source: str) -> ListVersion | None:
    """The newest version of a source."""
    found = select(VERSION).where(VERSION.c.source == source).order_by(VERSION.c.number.desc()).limit(1)
    row = connection.execute(found).one_or_none()
    return _version(row) if row else None


def entries(connection: Connection, source: str, number: int) -> Iterator[ListedParty]:
    """Every entry of one version, in the order of their ids."""
    return _parties(connection, and_(ENTRY.c.source == source, _in(number)))


def entry(connection: Connection, id_: str) -> ListedParty | None:
    """The entry with that id in the current version of its source; None where there is none."""
    of_source = ENTRY.c.source == id_.partition("/")[0]  # An id begins with its source, which the index asks for first.
    body = connection.scalar(select(ENTRY.c.body).where(of_source, ENTRY.c.id == id_, ENTRY.c.until.is_(None)))
    return from_text(body) if body else None


def entries_of_lineage(connection: Connection, id_: str) -> tuple[ListedParty, ...]:
    """The entries of the current version that are the one with this id, what became of it, or its namesakes."""
    name = lineage(id_)
    # An id is its lineage, or that with a dot and a digest behind it; a slash is the character after the dot.
    itself = or_(ENTRY.c.id == name, and_(ENTRY.c.id > f"{name}.", ENTRY.c.id < f"{name}/"))
    return tuple(_parties(connection, and_(itself, ENTRY.c.until.is_(None))))


def differing(
    connection: Connection, source: str, old: int, new: int
) -> tuple[Iterator[ListedParty], Iterator[ListedParty]]:
    """The entries of each of two versions that do not stand unchanged in all versions between them."""
    of_source = ENTRY.c.source == source
    return (
        _parties(connection, and_(of_source, _in(old), ~_in(new))),
        _parties(connection, and_(of_source, _in(new), ~_in(old))),
    )


def add_version(
    connection: Connection, read: Iterable[ListedParty | RowFault], about: ListVersion, accept: Accept
) -> ListVersion:
    """Add what is read as the newest version of its source; unless `accept` raises, whereupon nothing has happened.

    `about` says what is known of the file beforehand. The transaction is the caller's: entries are first gathered in
    a table of this connection's own, then compared with the current version, and only differences are written.
    """
    before = current(connection, about.source)
    INCOMING.create(connection)
    counts, faults, faulty = _gather(connection, read)
    number = before.number + 1 if before else 1
    version = replace(about, number=number, counts=dict(counts), faulty=faulty, faults=tuple(faults))
    accept(version, before)
    connection.execute(insert(VERSION).values(_row(version)))
    _write_differences(connection, about.source, number)
    INCOMING.drop(connection)  # What raises before this undoes the table with all the rest.
    return version


def confirm(connection: Connection, version: ListVersion) -> None:
    """Keep the day on which a version was last confirmed, and the server's mark of it."""
    which = and_(VERSION.c.source == version.source, VERSION.c.number == version.number)
    connection.execute(update(VERSION).where(which).values(confirmed=version.confirmed, etag=version.origin.etag))


def forget_older(connection: Connection, source: str, keep: int) -> None:
    """Drop all versions of a source but the newest `keep`, with the entries that stand in none of these."""
    newest = current(connection, source)
    oldest = newest.number - keep + 1 if newest else 0
    connection.execute(delete(ENTRY).where(ENTRY.c.source == source, ENTRY.c.until <= oldest))
    connection.execute(delete(VERSION).where(VERSION.c.source == source, VERSION.c.number < oldest))


def _gather(connection: Connection, read: Iterable[ListedParty | RowFault]) -> tuple[Counter[str], list[RowFault], int]:
    counts: Counter[str] = Counter()
    faults: list[RowFault] = []
    faulty = 0
    reading = iter(read)
    while batch := list(islice(reading, BATCH)):
        parties = [item for item in batch if isinstance(item, ListedParty)]
        wrong = [item for item in batch if isinstance(item, RowFault)]
        faulty += len(wrong)
        faults += wrong[: FAULTS_KEPT - len(faults)]
        counts.update(party.list for party in parties)
        if parties:
            connection.execute(insert(INCOMING), _under_ids_of_their_own(connection, parties))
    return counts, faults, faulty


def _under_ids_of_their_own(connection: Connection, parties: list[ListedParty]) -> list[dict[str, str]]:
    """Rows to insert, each party under the first of its ids that no other entry of the version has taken."""
    taken = set(connection.scalars(select(INCOMING.c.id).where(INCOMING.c.id.in_([party.id for party in parties]))))
    rows = []
    for party in parties:
        id_ = party.id
        if id_ in taken:
            others = (other for other in ids_in_turn(party) if other not in taken)
            id_ = next(other for other in others if not _has(connection, other))
        taken.add(id_)
        named = party if id_ == party.id else replace(party, id=id_)
        rows.append({"id": id_, "digest": digest(party), "body": to_text(named)})
    return rows


def _has(connection: Connection, id_: str) -> bool:
    return connection.scalar(select(exists().where(INCOMING.c.id == id_))) or False


def _write_differences(connection: Connection, source: str, number: int) -> None:
    """Close what the version does not hold as it was, and open what is new or changed."""
    stands = and_(ENTRY.c.source == source, ENTRY.c.until.is_(None))
    same = exists().where(INCOMING.c.id == ENTRY.c.id, INCOMING.c.digest == ENTRY.c.digest)
    connection.execute(update(ENTRY).where(stands, ~same).values(until=number))
    kept = exists().where(stands, ENTRY.c.id == INCOMING.c.id)
    opened = select(literal(source), INCOMING.c.id, literal(number), null(), INCOMING.c.digest, INCOMING.c.body)
    columns = ["source", "id", "since", "until", "digest", "body"]
    connection.execute(insert(ENTRY).from_select(columns, opened.where(~kept)))


def _in(number: int) -> ColumnElement[bool]:
    """That an entry stands in the version of that number."""
    return and_(ENTRY.c.since <= number, or_(ENTRY.c.until.is_(None), ENTRY.c.until > number))


def _parties(connection: Connection, which: ColumnElement[bool]) -> Iterator[ListedParty]:
    found = select(ENTRY.c.body).where(which).order_by(ENTRY.c.id).execution_options(yield_per=BATCH)
    for body in connection.scalars(found):
        yield from_text(body)


def _row(version: ListVersion) -> dict[str, Any]:
    return {
        "source": version.source,
        "number": version.number,
        "sha256": version.sha256,
        "bytes": version.bytes,
        "format": version.format,
        "place": version.origin.place,
        "etag": version.origin.etag,
        "dated": version.origin.dated,
        "confirmed": version.confirmed,
        "imported": version.imported,
        "counts": json.dumps(version.counts),
        "faulty": version.faulty,
        "faults": json.dumps([[f.line, f.problem.en, f.problem.zh] for f in version.faults], ensure_ascii=False),
    }


def _version(row: Row[Any]) -> ListVersion:
    faults = tuple(RowFault(line, Text(en, zh)) for line, en, zh in json.loads(row.faults))
    return ListVersion(
        source=row.source,
        number=row.number,
        sha256=row.sha256,
        bytes=row.bytes,
        format=row.format,
        origin=Origin(row.place, row.dated, row.etag),
        confirmed=row.confirmed,
        imported=row.imported,
        counts=json.loads(row.counts),
        faulty=row.faulty,
        faults=faults,
    )
