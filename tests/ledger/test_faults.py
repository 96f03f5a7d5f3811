"""What goes wrong around a store: a full disk, a server gone and back, an answer that is lost, a clock set back."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from tests.cluster import Cluster, running_cluster
from tests.ledger.making import DAY, flow, fresh, given, post, reserve, setting, used, void
from tests.ledger.soak.crashed import crash_runs
from tests.ledger.soak.proxy import Line
from tests.ledger.stores import STORES, schema_in

from weighbridge.ledger.movement import Movement
from weighbridge.ledger.result import AlreadyRecorded, AlreadyReserved, ConflictRetry, Entered, Reserved
from weighbridge.ledger.store import Store, StoreUnavailable
from weighbridge.ledger.stores.postgresql import connection
from weighbridge.ledger.stores.postgresql.store import PostgresqlStore
from weighbridge.ledger.stores.sqlite import connection as sqlite_connection
from weighbridge.ledger.stores.sqlite.store import SqliteStore
from weighbridge.ledger.verify import verify


@pytest.fixture(scope="module")
def crashing() -> Iterator[Cluster]:
    """A PostgreSQL that keeps what it acknowledges, to be stopped as by a crash."""
    with running_cluster("-c fsync=on") as running:
        yield running


def settled(store: Store, movement: Movement, patience_s: float = 30) -> Entered:
    """Ask until it is entered, always with the same key, as a caller should."""
    until = time.monotonic() + patience_s
    while True:
        try:
            result = store.record(movement)
            if not isinstance(result, ConflictRetry):
                assert isinstance(result, Entered), result
                return result
        except StoreUnavailable:
            pass
        assert time.monotonic() < until, "the store did not come back"
        time.sleep(0.05)


def test_what_postgresql_acknowledged_outlives_its_crash(crashing: Cluster, tmp_path: Path) -> None:
    store = PostgresqlStore(schema_in(crashing, tmp_path))
    given(store, setting(flow("f", 1_000_000)))
    keys = []
    for _ in range(3):
        for _ in range(20):
            keys.append(settled(store, reserve({"f": 1})).entry.movement.key)
        crashing.stop("immediate")
        movement = reserve({"f": 1})
        with pytest.raises(StoreUnavailable):
            store.record(movement)
        with pytest.raises(StoreUnavailable):
            store.standing("f")
        crashing.start()
        keys.append(settled(store, movement).entry.movement.key)

    assert [entry.movement.key for entry in store.entries()][1:] == keys
    assert verify("main", store.entries()) == store.head()
    assert used(store, "f") == (0, len(keys))
    store.close()


@pytest.mark.parametrize("answers", [0, 1])
@pytest.mark.parametrize("asked", ["reserve", "void", "batch"])
def test_a_lost_answer_is_had_by_asking_again_with_the_same_key(
    cluster: Cluster, tmp_path: Path, asked: str, answers: int
) -> None:
    url = schema_in(cluster, tmp_path)
    direct = PostgresqlStore(url)
    given(direct, setting(flow("f", 100)), reserve({"f": 10}, key="held"))
    with Line(cluster.port) as line:
        store = PostgresqlStore(url.replace(f":{cluster.port}/", f":{line.port}/"))
        given(store, reserve({"f": 1}), reserve({"f": 1}))
        batch = [reserve({"f": 5}), reserve({"f": 6})]
        movements = {"reserve": batch[:1], "void": [void("held")], "batch": batch}[asked]
        before = direct.head().number
        line.cut_after(answers)
        try:
            store.record_all(movements)
        except StoreUnavailable:
            entered = direct.head().number - before
            assert entered in (0, len(movements))
            results = store.record_all(movements)
        else:
            line.cut_after(0)
            with pytest.raises(StoreUnavailable):
                store.record_all([reserve({"f": 1})])
            entered, results = len(movements), store.record_all(movements)

        repeated = (AlreadyReserved, AlreadyRecorded)
        assert all(isinstance(result, repeated if entered else Entered) for result in results)
        assert [r.entry for r in results if isinstance(r, Entered)] == [direct.entry(m.key) for m in movements]
        assert verify("main", direct.entries()) == direct.head()
        store.close()
    direct.close()


def test_a_book_locked_for_too_long_is_a_conflict_and_not_exhaustion(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "LOCK_TIMEOUT_MS", 50)
    url = schema_in(cluster, tmp_path)
    store = PostgresqlStore(url)
    given(store, setting(flow("f", 100)), reserve({"f": 1}))
    movements = [reserve({"f": 1}), void("unheard of")]
    with psycopg.connect(url) as other:
        other.execute("SELECT * FROM ledger_book FOR UPDATE")
        assert [type(store.record(movement)) for movement in movements] == [ConflictRetry, ConflictRetry]

    assert isinstance(store.record(movements[0]), Reserved)
    store.close()


def test_a_file_that_another_program_holds_for_too_long_is_a_conflict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_connection, "PATIENCE_S", 0.05)
    store = SqliteStore(tmp_path / "ledger.db")
    given(store, setting(flow("f", 100)))
    with closing(sqlite3.connect(tmp_path / "ledger.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        movement = reserve({"f": 1})
        assert isinstance(store.record(movement), ConflictRetry)
        other.execute("ROLLBACK")

    assert isinstance(store.record(movement), Reserved)
    store.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounting = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(folder)], capture_output=True, text=True
    )
    if mounting.returncode:
        pytest.skip(f"no small file system can be mounted here: {mounting.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_loses_nothing_and_takes_more_once_there_is_room(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    store = SqliteStore(small_disk / "ledger.db")
    given(store, setting(flow("f", 1_000_000)))
    ballast.write_bytes(bytes(1_000_000))
    acknowledged: list[str] = []
    refused: list[Movement] = []
    while not refused:
        batch = [reserve({"f": 1}) for _ in range(20)]
        try:
            given(store, *batch)
            acknowledged += [movement.key for movement in batch]
        except StoreUnavailable:
            refused = batch

    with pytest.raises(StoreUnavailable, match="full"):
        store.record_all(refused)
    assert acknowledged
    assert [entry.movement.key for entry in store.entries()][1:] == acknowledged
    ballast.unlink()
    given(store, *refused)
    store.close()
    again = SqliteStore(small_disk / "ledger.db")
    assert [e.movement.key for e in again.entries()][1:] == [*acknowledged, *(m.key for m in refused)]
    assert verify("main", again.entries()) == again.head()
    assert used(again, "f") == (0, again.head().number - 1)
    again.close()


def test_a_clock_set_back_changes_nothing(store_name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No store asks what time it is: entries keep the order in which they came, whatever day they say."""
    hours = iter(range(10**9, 0, -3600))
    monkeypatch.setattr(time, "time", lambda: next(hours))
    store = STORES[store_name](tmp_path, fresh("book"))
    given(store, setting(flow("f", 100)), reserve({"f": 10}, key="late", on=DAY + timedelta(days=30)))
    given(store, reserve({"f": 10}, key="early", on=DAY), post("early", on=DAY))

    assert [entry.movement.on for entry in store.entries()][1:] == [DAY + timedelta(days=30), DAY, DAY]
    assert verify(store.book, store.entries()) == store.head()
    assert used(store, "f") == (10, 10)
    store.close()


FORKED = """
import os, sys
from tests.ledger.making import flow, given, reserve, setting
from weighbridge.ledger.store import StoreUnavailable
from weighbridge.ledger.stores import open_store

store = open_store(sys.argv[1])
given(store, setting(flow("f", 100)))
if child := os.fork():
    os._exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
try:
    store.record(reserve({"f": 1}))
except StoreUnavailable as told:
    os._exit(7 if "open" in str(told) else 1)
"""


def test_a_forked_process_is_told_to_open_its_own_store(tmp_path: Path) -> None:
    url = f"sqlite:{tmp_path / 'ledger.db'}"

    assert subprocess.run([sys.executable, "-c", FORKED, url], cwd=Path(__file__).parents[2]).returncode == 7


def test_a_server_that_crashes_under_load_loses_nothing_and_doubles_nothing(crashing: Cluster, tmp_path: Path) -> None:
    outcome = crash_runs(crashing, schema_in(crashing, tmp_path), tmp_path, crashes=3)

    assert outcome.asked_again > 0
