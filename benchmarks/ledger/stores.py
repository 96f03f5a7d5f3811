"""The two stores against their floors: alone, many threads, many processes, and in batches of 100."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.cluster import running_cluster

from benchmarks.ledger.floors import bare_table, bare_update, fsync_rate, plain_sqlite, plain_table, sqlite_commit_rate
from benchmarks.ledger.load import Rate, opening, processes, recorder, recording, threads
from weighbridge.ledger.store import Store
from weighbridge.ledger.stores import open_store

SECONDS, ROUNDS = 2.0, 5
Figures = dict[str, float]
TOGETHER = 100


@contextmanager
def opened(url: str) -> Iterator[Store]:
    """The store, with the hot account in it."""
    store = open_store(url)
    store.record(opening())
    try:
        yield store
    finally:
        store.close()


def sqlite(folder: Path, rounds: int) -> dict[str, Figures]:
    """SQLite against the fsync rate; every figure with the floor that was measured just before it."""
    url = f"sqlite:{folder / 'ledger.db'}"
    with opened(url) as store:

        def in_threads(number: int, round: int) -> Rate:
            return threads([recording(store, f"t{number}-{round}-{each}") for each in range(number)], SECONDS)

        def in_processes(number: int, round: int) -> Rate:
            return processes(recorder, [(url, f"p{round}-{each}", 1) for each in range(number)], SECONDS)

        def in_batches(round: int) -> Rate:
            return threads([recording(store, f"b{round}", TOGETHER)], SECONDS)

        def plainly(number: int) -> Rate:
            return processes(plain_sqlite, [(str(folder / "plain.db"),)] * number, SECONDS)

        plain_table(folder / "plain.db")
        runs: Mapping[str, Callable[[int], Rate]] = {
            "SQLite, 1 thread": lambda round: in_threads(1, round),
            "SQLite, 32 threads": lambda round: in_threads(32, round),
            "plain SQLite, 8 processes": lambda _: plainly(8),
            "SQLite, 8 processes": lambda round: in_processes(8, round),
            f"SQLite, batches of {TOGETHER}": in_batches,
        }
        bare = statistics.median(sqlite_commit_rate(folder, SECONDS / 2) for _ in range(rounds))
        found = {"bare SQLite commit": {"a second": bare}}
        return found | against(lambda: fsync_rate(folder, SECONDS / 2), "fsync", runs, rounds)


def postgresql(rounds: int, clients: int = 16) -> dict[str, Figures]:
    """PostgreSQL against a bare UPDATE by as many clients; every figure with the floor measured just before it."""
    with running_cluster("-c fsync=on -c synchronous_commit=on") as cluster:
        bare_table(cluster.dsn)
        with opened(cluster.dsn):

            def drawing(round: int, together: int) -> Rate:
                names = [(cluster.dsn, f"p{round}-{together}-{each}", together) for each in range(clients)]
                return processes(recorder, names, SECONDS)

            def bare() -> float:
                return processes(bare_update, [(cluster.dsn,)] * clients, SECONDS).each_second

            runs: Mapping[str, Callable[[int], Rate]] = {
                f"PostgreSQL, {clients} clients": lambda round: drawing(round, 1),
                f"PostgreSQL, {clients} clients, batches of {TOGETHER}": lambda round: drawing(round, TOGETHER),
            }
            return against(bare, "bare UPDATE", runs, rounds)


def against(
    floor: Callable[[], float], name: str, runs: Mapping[str, Callable[[int], Rate]], rounds: int
) -> dict[str, Figures]:
    """Medians over the rounds; each round measures the floor, then the subject."""
    found: dict[str, Figures] = {}
    for subject, run in runs.items():
        pairs = [(floor(), run(round)) for round in range(rounds)]
        found[subject] = {
            f"{name} a second": statistics.median(base for base, _ in pairs),
            "a second": statistics.median(rate.each_second for _, rate in pairs),
            f"times {name}": statistics.median(rate.each_second / base for base, rate in pairs),
            "p50 ms": statistics.median(rate.wait(0.5) for _, rate in pairs),
            "p99 ms": statistics.median(rate.wait(0.99) for _, rate in pairs),
            "p99 ms, quietest round": min(rate.wait(0.99) for _, rate in pairs),
            "processor us each": statistics.median(rate.busy_s * 1e6 for _, rate in pairs),
            "longest ms": max(rate.wait(1) for _, rate in pairs),
            "least / most of a writer": min(rate.least / rate.most for _, rate in pairs),
        }
    return found


def run_sqlite(rounds: int) -> dict[str, Figures]:
    """SQLite, on the disk that the repository is on."""
    with TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as folder:
        return sqlite(Path(folder), rounds)
