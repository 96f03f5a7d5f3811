"""A store of each kind: every test that asks for `store` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from tests.cluster import Cluster, running_cluster

from weighbridge.parties.store.store import Store, open_store


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL for the session; what is lost in a crash of the machine does not matter here."""
    with running_cluster("-c fsync=off -c full_page_writes=off") as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty store may be made: a file, or a database of its own."""
    if request.param == "sqlite":
        return str(tmp_path / "parties.sqlite")
    cluster: Cluster = request.getfixturevalue("cluster")
    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(cluster.dsn, autocommit=True) as connection:
        connection.execute(f'create database "{name}"')
    return cluster.dsn.rpartition("/")[0] + "/" + name


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """An empty store."""
    opened = open_store(address, create=True)
    yield opened
    opened.close()
