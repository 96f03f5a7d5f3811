"""The stores that the contract suite and the model tests run on: a new store is added to `STORES`, and nowhere else."""

from collections.abc import Callable
from pathlib import Path

import psycopg
from tests.cluster import Cluster

from weighbridge.ledger.store import Store
from weighbridge.ledger.stores.memory import MemoryStore
from weighbridge.ledger.stores.postgresql.store import PostgresqlStore
from weighbridge.ledger.stores.sqlite.store import SqliteStore

Opener = Callable[[Path, str], Store]
"""Opens the book of that name; what the store keeps is found again by the folder."""

RUNNING: list[Cluster] = []
"""The PostgreSQL of this test run."""


def schema_in(cluster: Cluster, folder: Path) -> str:
    """The URL of a schema of the folder's own."""
    name = "".join(letter if letter.isalnum() else "_" for letter in str(folder).lower())[-60:]
    with psycopg.connect(cluster.dsn, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS {name}".encode())
    return f"{cluster.dsn}?options=-csearch_path%3D{name}"


STORES: dict[str, Opener] = {
    "memory": lambda folder, book: MemoryStore(book),
    "sqlite": lambda folder, book: SqliteStore(folder / "ledger.db", book),
    "postgresql": lambda folder, book: PostgresqlStore(schema_in(RUNNING[0], folder), book),
}
