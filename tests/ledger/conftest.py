"""A fresh, empty book in each kind of store."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cluster import Cluster, running_cluster
from tests.ledger.stores import RUNNING, STORES

from weighbridge.ledger.store import Store


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL for the contract, which does not look at what a crash leaves: so it need not sync."""
    with running_cluster("-c fsync=off") as running:
        RUNNING.append(running)
        yield running
        RUNNING.clear()


@pytest.fixture(params=sorted(STORES))
def store_name(request: pytest.FixtureRequest) -> str:
    """Each kind of store in turn, ready to be opened by `STORES`."""
    name: str = request.param
    if name == "postgresql":
        request.getfixturevalue("cluster")
    return name


@pytest.fixture
def store(store_name: str, tmp_path: Path) -> Iterator[Store]:
    opened = STORES[store_name](tmp_path, "main")
    yield opened
    opened.close()
