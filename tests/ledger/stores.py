"""The stores that the contract suite and the model tests run on: a new store is added to `STORES`, and nowhere else."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import psycopg
from tests.cluster import Cluster

from weighbridge.ledger.store import Store
from weighbridge.ledger.stores.memory import MemoryStore
from weighbridge.ledger.stores.postgresql.store import PostgresqlStore
from weighbridge.ledger.stores.sqlite.store import SqliteStore

Opener = Callable[[Path, str], Store]
"""Opens the book of that name; what the store keeps on disk goes into the folder."""

CLUSTERS: list[Cluster] = []
"""The PostgreSQL that runs for the tests, once a test has asked for it."""


@cache
def database_of(folder: Path) -> str:
    """A database of its own in the tests' PostgreSQL."""
    cluster = CLUSTERS[0]
    name = f"t{abs(hash(folder))}"
    with psycopg.connect(cluster.dsn, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return cluster.dsn.rsplit("/", 1)[0] + f"/{name}"


STORES: dict[str, Opener] = {
    "memory": lambda folder, book: MemoryStore(book),
    "sqlite": lambda folder, book: SqliteStore(folder / "ledger.db", book),
    "postgresql": lambda folder, book: PostgresqlStore(database_of(folder), book),
}
