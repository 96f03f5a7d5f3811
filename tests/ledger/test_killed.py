"""A writer killed at any moment leaves a book that verifies and holds all that it acknowledged."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from tests.cluster import Cluster
from tests.ledger.making import DAY, flow, given, reserve, setting
from tests.ledger.soak.killed import kill_runs
from tests.ledger.stores import schema_in

from weighbridge.ledger.stores.sqlite.store import SqliteStore
from weighbridge.ledger.verify import verify

RUNS = 12


def test_killed_writers_on_sqlite_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    found = list(kill_runs(f"sqlite:{tmp_path / 'ledger.db'}", tmp_path, RUNS))

    assert any(acknowledged for _, acknowledged in found)


def test_killed_writers_on_postgresql_lose_nothing_and_double_nothing(tmp_path: Path, cluster: Cluster) -> None:
    found = list(kill_runs(schema_in(cluster, tmp_path), tmp_path, RUNS))

    assert any(acknowledged for _, acknowledged in found)


def test_a_log_cut_at_any_byte_leaves_the_book_as_it_was_after_some_commit(tmp_path: Path) -> None:
    """What a power cut leaves of SQLite's write-ahead log is a part of it: whole commits are read, the rest is not."""
    store = SqliteStore(tmp_path / "ledger.db")
    given(store, setting(flow("f", 10_000)))
    lengths = []
    for size in (1, 7, 1, 30, 2):
        given(store, *(reserve({"f": 1}, expires=DAY) for _ in range(size)))
        lengths.append(store.head().number)
    log = (tmp_path / "ledger.db-wal").read_bytes()
    chance = random.Random(1)

    for number, cut in enumerate([0, len(log), *(chance.randrange(len(log)) for _ in range(40))]):
        folder = tmp_path / f"cut {number}"
        folder.mkdir()
        shutil.copy(tmp_path / "ledger.db", folder / "ledger.db")
        (folder / "ledger.db-wal").write_bytes(log[:cut])
        found = SqliteStore(folder / "ledger.db")
        assert verify("main", found.entries()) == found.head()
        assert found.head().number in {0, 1, *lengths}
        found.close()
    store.close()
