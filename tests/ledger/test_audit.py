"""The fast check of a book finds what the plain one finds, in the same place, and sums that are not the entries'."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from hashlib import sha256
from itertools import islice
from pathlib import Path

import psycopg
import pytest
from tests.cluster import Cluster
from tests.ledger.making import flow, given, reserve, setting
from tests.ledger.soak.work import movements, opening
from tests.ledger.stores import schema_in

from weighbridge.ledger.entry import Entry, EntryRow, chained, genesis, movement_from
from weighbridge.ledger.movement import MalformedMovement
from weighbridge.ledger.result import Entered
from weighbridge.ledger.store import Head, Store
from weighbridge.ledger.stores.audit import Audit, audit
from weighbridge.ledger.stores.memory import MemoryStore
from weighbridge.ledger.stores.postgresql.store import PostgresqlStore
from weighbridge.ledger.stores.sqlite.store import SqliteStore
from weighbridge.ledger.verify import Wrong, verify


def plainly(rows: Sequence[EntryRow]) -> Head | Wrong:
    """What the plain check says; of an entry that cannot be read, that it is wrong."""
    read: list[Entry] = []
    for number, content, own, previous in rows:
        try:
            read.append(Entry("main", number, movement_from(content), previous, own))
        except (ValueError, MalformedMovement) as unreadable:
            found = verify("main", read)
            return found if isinstance(found, Wrong) else Wrong(len(read) + 1, str(unreadable))
    return verify("main", read)


def fast(rows: Sequence[EntryRow]) -> Head | Wrong:
    check = Audit("main")
    return check.take(rows) or check.head


def rehashed(rows: Sequence[EntryRow]) -> list[EntryRow]:
    """The chain made anew, as one would who wants to hide a change."""
    made, previous = [], genesis("main")
    for number, (_, content, _, _) in enumerate(rows, 1):
        own = chained(previous, number, sha256(content.encode()).digest())
        made.append((number, content, own, previous))
        previous = own
    return made


@pytest.fixture(scope="module")
def book() -> list[EntryRow]:
    store = MemoryStore()
    given(store, opening(), setting(flow("other", 50)), reserve({"other": 1, opening().limit.account: 1}, key="two"))  # type: ignore[union-attr]
    for movement, tell in islice(movements("w", 1), 600):
        result = store.record(movement)
        tell(result)
    return list(store.rows())


def test_a_sound_book_is_found_sound(book: list[EntryRow]) -> None:
    assert fast(book) == plainly(book) == Head("main", len(book), book[-1][2])
    assert rehashed(book) == book


EDITS = (
    ('"kind":"reserve"', '"kind":"void"'),
    ('"legs":[["country/IN/2025-2027",', '"legs":[["country/IN/2025-2027",9'),
    ('"legs":[["country/IN/2025-2027",', '"legs":[["country/IN/2025-2027",-'),
    ('"legs":[["country/IN/2025-2027",', '"legs":[["country/IN/2025-2027",0'),
    ('"legs":[["country/IN/2025-2027",', '"legs": [["country/IN/2025-2027",'),
    ('"country/IN/2025-2027"', '"country/FR/2025-2027"'),
    ('"expires":"2025-09-01"', '"expires":"2025-02-30"'),
    ('"expires":"2025-09-01"', '"expires":"2025-05-01"'),
    ('"on":"2025-06-02"', '"on":"2020-06-02"'),
    ('"on":"2025-06-02"', '"on":"2025-06-01"'),
    ('"on":"2025-06-02"', '"on":"2026-06-02"'),
    ('"by":"w"', '"by":" w"'),
    ('"by":"w"', '"by":"w "'),
    ('"by":"w"', '"by":"\\u0077"'),
    ('"by":"w"', '"by":"w\x7f"'),
    ('"by":"w"', '"by":"é"'),
    ('"by":"w"', '"by":"' + "w" * 401 + '"'),
    ('"key":"w-', '"key":"v-'),
    ('"reservation":"w-', '"reservation":"w-1'),
    ('"most":', '"most":9'),
    ("20000", "2000"),
    ("20000", "200000"),
)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit[1][:40] if isinstance(edit, tuple) else None)
def test_an_edited_entry_is_found_in_the_same_place(book: list[EntryRow], edit: tuple[str, str]) -> None:
    chance, seen = random.Random(1), 0
    places = [i for i, row in enumerate(book) if edit[0] in row[1]]
    for place in sorted(chance.sample(places, min(len(places), 8))):
        number, content, own, previous = book[place]
        edited = [*book]
        edited[place] = (number, content.replace(*edit), own, previous)
        for rows in (edited, rehashed(edited)):
            plain, quick = plainly(rows), fast(rows)
            assert type(plain) is type(quick)
            if isinstance(plain, Wrong) and isinstance(quick, Wrong):
                assert plain.place == quick.place, (plain, quick)
                seen += 1
            else:
                assert plain == quick
        assert isinstance(fast(edited), Wrong)
    assert seen or not places


def test_dropped_swapped_and_doubled_entries_are_found_in_the_same_place(book: list[EntryRow]) -> None:
    chance = random.Random(2)
    for _ in range(12):
        place = chance.randrange(1, len(book) - 1)
        one, other = book[place], book[place + 1]
        for edited in (
            [*book[:place], *book[place + 1 :]],
            [*book[:place], other, one, *book[place + 2 :]],
            [*book[:place], one, one, *book[place + 1 :]],
        ):
            for rows in (edited, rehashed(edited)):
                plain, quick = plainly(rows), fast(rows)
                assert type(plain) is type(quick)
                assert not isinstance(plain, Wrong) or (isinstance(quick, Wrong) and plain.place == quick.place)
            assert isinstance(fast(edited), Wrong)


def test_running_sums_that_are_not_the_entries_are_found(tmp_path: Path, cluster: Cluster) -> None:
    stores = SqliteStore(tmp_path / "ledger.db"), PostgresqlStore(schema_in(cluster, tmp_path))
    for store in stores:
        given(store, setting(flow("f", 100)), reserve({"f": 10}))
        assert audit(store) == store.head()
    with closing(sqlite3.connect(tmp_path / "ledger.db", isolation_level=None)) as file:
        file.execute("UPDATE account SET pending = 9")
    with psycopg.connect(schema_in(cluster, tmp_path)) as server:
        server.execute("UPDATE ledger_account SET pending = 9")

    for store in stores:
        found = audit(store)
        assert isinstance(found, Wrong)
        assert "the running sums of f are" in found.why
        store.close()


def test_a_store_is_found_sound_as_it_grows(store: Store) -> None:
    given(store, opening())
    for movement, tell in islice(movements("w", 3), 200):
        result = store.record(movement)
        tell(result)
        if isinstance(result, Entered) and result.entry.number % 20 == 0:
            assert audit(store) == store.head()
