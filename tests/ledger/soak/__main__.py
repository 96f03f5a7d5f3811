"""The long form of the ledger's load and crash tests: `python -m tests.ledger.soak [--seconds 60] [--kills 500]`."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.cluster import Cluster, running_cluster
from tests.ledger.soak.crashed import crash_runs
from tests.ledger.soak.killed import RUNS_A_BOOK, kill_runs
from tests.ledger.soak.writers import load
from tests.ledger.stores import schema_in

DURABLE = "-c fsync=on -c synchronous_commit=on"


def main() -> None:
    """Run all of it; a failed check ends the run with its message."""
    parser = argparse.ArgumentParser(prog="python -m tests.ledger.soak")
    parser.add_argument("--seconds", type=float, default=60, help="of each load on a hot account")
    parser.add_argument("--kills", type=int, default=500, help="runs that are killed, on each store")
    parser.add_argument("--crashes", type=int, default=10, help="of the PostgreSQL server under load")
    given = parser.parse_args()
    with TemporaryDirectory(dir=Path.cwd(), prefix=".soak-") as folder, running_cluster(DURABLE) as cluster:
        _loads(Path(folder), cluster, given.seconds)
        _kills(Path(folder), cluster, given.kills)
        where = _fresh(Path(folder), "crashes")
        outcome = crash_runs(cluster, schema_in(cluster, where), where, given.crashes)
        print(f"PostgreSQL crashed {given.crashes} times under load: {outcome}", flush=True)
    print("Nothing lost, nothing doubled, not one unit over.")


def _loads(folder: Path, cluster: Cluster, seconds: float) -> None:
    for processes, name in ((8, "SQLite"), (16, "PostgreSQL")):
        where = _fresh(folder, name)
        url = f"sqlite:{where / 'ledger.db'}" if name == "SQLite" else schema_in(cluster, where)
        print(f"{name}, {seconds:g} s: {load(url, where, processes=processes, seconds=seconds)}", flush=True)


def _kills(folder: Path, cluster: Cluster, kills: int) -> None:
    for name in ("SQLite", "PostgreSQL"):
        where, begun, verified = _fresh(folder, f"kills-{name}"), time.monotonic(), list[int]()
        url = f"sqlite:{where / 'ledger.db'}" if name == "SQLite" else schema_in(cluster, where)
        for entries, _ in kill_runs(url, where, kills):
            verified.append(entries)
            if len(verified) % 50 == 0:
                print(f"{name}: killed {len(verified)} times, {time.monotonic() - begun:.0f} s", flush=True)
        ends = verified[RUNS_A_BOOK - 1 :: RUNS_A_BOOK]
        print(f"{name}: {kills} writers killed, {sum(ends):,} entries in {len(ends)} books verified", flush=True)


def _fresh(folder: Path, name: str) -> Path:
    where = folder / name
    where.mkdir()
    return where


if __name__ == "__main__":
    main()
