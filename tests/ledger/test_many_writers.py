"""Processes and threads that write to one hot account at once: not one unit over, nothing lost, nobody left out."""

from pathlib import Path

from tests.cluster import Cluster
from tests.ledger.soak.writers import load
from tests.ledger.stores import schema_in

FAIR = 4
"""No process may get less than a fourth of the mean, on a machine that does other things too."""


def test_processes_on_sqlite_lose_nothing_and_share(tmp_path: Path) -> None:
    outcome = load(f"sqlite:{tmp_path / 'ledger.db'}", tmp_path, processes=4, seconds=2)

    assert min(outcome.acknowledged) * FAIR >= sum(outcome.acknowledged) / 4, outcome


def test_threads_of_several_processes_on_sqlite_lose_nothing(tmp_path: Path) -> None:
    load(f"sqlite:{tmp_path / 'ledger.db'}", tmp_path, processes=2, seconds=1.5, threads=6)


def test_processes_on_postgresql_lose_nothing_and_share(tmp_path: Path, cluster: Cluster) -> None:
    outcome = load(schema_in(cluster, tmp_path), tmp_path, processes=6, seconds=3)

    assert min(outcome.acknowledged) * FAIR >= sum(outcome.acknowledged) / 6, outcome


def test_threads_of_several_processes_on_postgresql_lose_nothing(tmp_path: Path, cluster: Cluster) -> None:
    load(schema_in(cluster, tmp_path), tmp_path, processes=2, seconds=1.5, threads=6)
