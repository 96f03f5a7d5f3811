"""A ledger of an older schema is brought forward with all that it holds; a newer or foreign one is left alone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from tests.cluster import Cluster
from tests.ledger.making import DAY, event, flow, given, post, ratio, reserve, setting, stock, tally, void
from tests.ledger.stores import schema_in

from weighbridge.ledger.entry import genesis
from weighbridge.ledger.limit import Credit
from weighbridge.ledger.movement import SETTLES, Kind
from weighbridge.ledger.plain import limit_to_plain
from weighbridge.ledger.store import Store, StoreUnavailable
from weighbridge.ledger.stores import open_store
from weighbridge.ledger.stores.memory import MemoryStore
from weighbridge.ledger.stores.migrations import migrations_of
from weighbridge.ledger.stores.sqlite.connection import APPLICATION
from weighbridge.ledger.verify import verify

Table = tuple[str, Sequence[tuple[object, ...]]]


@pytest.fixture
def history() -> MemoryStore:
    """A book with every kind of entry, and reservations open and closed."""
    store = MemoryStore()
    given(store, setting(flow("f", 100, credits={Credit.RETURN})), setting(stock("s", (DAY, 50))), setting(tally("t")))
    given(store, setting(ratio("r", 25, "t")), reserve({"t": 80}, key="fleet"), post("fleet"))
    given(store, reserve({"f": 9, "s": 5}, key="a"), reserve({"f": 7}, key="b"), reserve({"r": 20}, key="c"))
    given(store, reserve({"f": 3}, key="d", expires=DAY + timedelta(days=9)), post("a", {"f": 8}), void("b"))
    given(store, event(Kind.RETURN, {"f": -2}), event(Kind.BALANCE, {"f": 6}), event(Kind.ADJUST, {"s": 1}))
    return store


def first_schema(store: MemoryStore) -> Iterator[Table]:
    """The rows of a book as the first schema kept them: without what later ones added."""
    accounts = {standing.account: place for place, standing in enumerate(store.standings(), 1)}
    numbers = {entry.movement.key: entry.number for entry in store.entries()}
    head = store.head()
    yield "book (id, name, number, hash)", [(1, store.book, head.number, head.hash)]
    yield (
        "account (id, book, name, terms, ratio_of, posted, pending, leaving, latest)",
        [
            (
                accounts[s.account],
                1,
                s.account,
                json.dumps(limit_to_plain(s.limit)),
                s.limit.base or None,
                s.posted,
                s.pending,
                s.leaving,
                s.latest.isoformat(),
            )
            for s in store.standings()
        ],
    )
    yield (
        "entry (book, number, key, closes, content, hash)",
        [
            (
                1,
                e.number,
                e.movement.key,
                numbers[e.movement.reservation] if e.movement.kind in SETTLES else None,
                e.movement.content,
                e.hash,
            )
            for e in store.entries()
        ],
    )
    yield (
        "leg (account, number)",
        [(place, e.number) for account, place in accounts.items() for e in store.entries(account=account)],
    )


def old_sqlite(history: MemoryStore, folder: Path, cluster: Cluster) -> str:
    path = folder / "ledger.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(migrations_of("sqlite")[0].sql)
        for columns, rows in first_schema(history):
            marks = ", ".join("?" * len(rows[0]))
            connection.executemany(f"INSERT INTO {columns} VALUES ({marks})", rows)
        connection.execute("PRAGMA user_version = 1")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.commit()
    return f"sqlite:{path}"


def old_postgresql(history: MemoryStore, folder: Path, cluster: Cluster) -> str:
    url = schema_in(cluster, folder)
    with psycopg.connect(url) as connection:
        connection.execute(migrations_of("postgresql")[0].sql.encode())
        connection.execute("CREATE TABLE ledger_version (one int PRIMARY KEY, version bigint NOT NULL)")
        connection.execute("INSERT INTO ledger_version VALUES (1, 1)")
        for columns, rows in first_schema(history):
            table, marks = columns.partition(" ")[0], ", ".join(["%s"] * len(rows[0]))
            if table == "account":
                columns = columns.replace("terms,", "terms, terms_from,")
                rows = [(*row[:4], 1, *row[4:]) for row in rows]
                marks += ", %s"
            keep = "OVERRIDING SYSTEM VALUE" if table in ("book", "account") else ""
            sql = f"INSERT INTO ledger_{columns} {keep} VALUES ({marks})"
            connection.cursor().executemany(sql.encode(), rows)
        connection.execute("ALTER TABLE ledger_account ALTER id RESTART WITH 100")
    return url


@pytest.mark.parametrize("older", [old_sqlite, old_postgresql])
def test_a_ledger_of_the_first_schema_is_brought_forward_with_all_it_holds(
    older: Callable[[MemoryStore, Path, Cluster], str], history: MemoryStore, tmp_path: Path, cluster: Cluster
) -> None:
    store = open_store(older(history, tmp_path, cluster), create=False)

    assert told(store) == told(history)
    assert verify("main", store.entries()) == history.head()
    for movement in (post("c"), void("d"), reserve({"f": 80}), setting(flow("g", 5)), reserve({"g": 5})):
        assert store.record(movement) == history.record(movement)
    assert told(store) == told(history)
    store.close()


def told(store: Store) -> tuple[object, ...]:
    """All that a store tells of its book."""
    accounts = [standing.account for standing in store.standings()]
    return (
        store.head(),
        list(store.standings()),
        list(store.entries()),
        [list(store.entries(account=account)) for account in accounts],
        list(store.open_reservations()),
        list(store.open_reservations(expired_on=DAY + timedelta(days=1))),
        [store.reservation(key) for key in ("a", "b", "c", "d")],
        [list(store.ratios_over(account)) for account in accounts],
    )


def test_a_ledger_of_a_newer_schema_is_left_alone(tmp_path: Path, cluster: Cluster) -> None:
    urls = [f"sqlite:{tmp_path / 'ledger.db'}", schema_in(cluster, tmp_path)]
    for url in urls:
        open_store(url).close()
    with closing(sqlite3.connect(tmp_path / "ledger.db")) as connection:
        connection.execute("PRAGMA user_version = 1000")
    with psycopg.connect(urls[1]) as server:
        server.execute("UPDATE ledger_version SET version = 1000")

    for url in urls:
        with pytest.raises(StoreUnavailable, match="schema version 1000; this program knows versions up to"):
            open_store(url)


def test_a_ledger_that_is_not_there_is_made_only_on_demand(tmp_path: Path, cluster: Cluster) -> None:
    for url in (f"sqlite:{tmp_path / 'mistyped.db'}", schema_in(cluster, tmp_path)):
        with pytest.raises(StoreUnavailable, match=r"There is no ledger .* makes one"):
            open_store(url, create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_ledger_is_left_as_it_is(tmp_path: Path) -> None:
    other, text, folder = tmp_path / "other.db", tmp_path / "text", tmp_path / "folder"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    text.write_text("not a database" * 1000)
    folder.mkdir()

    for path, told in ((other, "another program"), (text, "not a database"), (folder, "unable to open")):
        with pytest.raises(StoreUnavailable, match=told):
            open_store(f"sqlite:{path}")
    assert text.read_text() == "not a database" * 1000


def test_a_ledger_whose_lock_files_cannot_be_made_is_unavailable(tmp_path: Path) -> None:
    open_store(f"sqlite:{tmp_path / 'ledger.db'}").close()
    (tmp_path / "ledger.db-turn").unlink()
    (tmp_path / "ledger.db-turn").mkdir()

    with pytest.raises(StoreUnavailable, match="lock files beside the ledger"):
        open_store(f"sqlite:{tmp_path / 'ledger.db'}")


def test_a_server_that_is_not_there_is_said_to_be_unavailable() -> None:
    with pytest.raises(StoreUnavailable, match="cannot be used"):
        open_store("postgresql://nobody@127.0.0.1:1/nothing")


def test_what_names_no_store_is_refused_with_what_does() -> None:
    for url in ("mysql://x", "sqlite:", "sqlite:///x.db", "ledger.db"):
        with pytest.raises(ValueError, match="Accepted: memory:, sqlite:PATH, postgresql://"):
            open_store(url)


def test_two_books_in_one_ledger_do_not_mix(store_name: str, tmp_path: Path, cluster: Cluster) -> None:
    url = {
        "memory": "memory:",
        "sqlite": f"sqlite:{tmp_path / 'ledger.db'}",
        "postgresql": schema_in(cluster, tmp_path),
    }[store_name]
    one, other = open_store(url, "one"), open_store(url, "other")
    for store, most in ((one, 10), (other, 20)):
        given(store, setting(flow("f", most)), reserve({"f": most}, key="all"))

    assert [s.limit.steps[0].most for store in (one, other) for s in store.standings()] == [10, 20]
    assert [store.head().number for store in (one, other)] == [2, 2]
    assert next(one.entries()).previous == genesis("one") != genesis("other") == next(other.entries()).previous
    assert [len(list(store.open_reservations())) for store in (one, other)] == [1, 1]
    assert [len(list(store.entries(account="f"))) for store in (one, other)] == [2, 2]
    one.close()
    other.close()


def test_entries_in_an_sqlite_ledger_cannot_be_changed_or_deleted(tmp_path: Path) -> None:
    store = open_store(f"sqlite:{tmp_path / 'ledger.db'}")
    given(store, setting(flow("f", 1)))
    with closing(sqlite3.connect(tmp_path / "ledger.db")) as connection:
        for sql in ("UPDATE entry SET content = ''", "DELETE FROM entry"):
            with pytest.raises(sqlite3.IntegrityError, match="reverse it by a new one"):
                connection.execute(sql)
    store.close()


def test_who_may_only_insert_entries_can_keep_the_book_and_not_alter_its_past(tmp_path: Path, cluster: Cluster) -> None:
    url = schema_in(cluster, tmp_path)
    open_store(url).close()
    with psycopg.connect(url) as server:
        server.execute(
            "DROP ROLE IF EXISTS keeper; CREATE ROLE keeper LOGIN;"
            "GRANT SELECT ON ALL TABLES IN SCHEMA {0} TO keeper; GRANT USAGE ON SCHEMA {0} TO keeper;"
            "GRANT INSERT ON ledger_entry TO keeper;"
            "GRANT INSERT, UPDATE ON ledger_book, ledger_account, ledger_leg TO keeper".format(
                url.rpartition("%3D")[2]
            ).encode()
        )
    store = open_store(url.replace("postgres@", "keeper@"), create=False)
    given(store, setting(flow("f", 100)), reserve({"f": 5}, key="a"), reserve({"f": 6}), post("a"))
    given(store, reserve({"f": 1}), reserve({"f": 2}))

    with psycopg.connect(url.replace("postgres@", "keeper@"), autocommit=True) as keeper:
        for sql in (b"UPDATE ledger_entry SET content = ''", b"DELETE FROM ledger_entry", b"TRUNCATE ledger_entry"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                keeper.execute(sql)
    store.close()
    with psycopg.connect(url) as server:
        server.execute("DROP OWNED BY keeper; DROP ROLE keeper")
