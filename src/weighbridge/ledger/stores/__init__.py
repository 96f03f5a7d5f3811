"""The stores that keep a book, by URL."""

from __future__ import annotations

from pathlib import Path

from weighbridge.ledger.store import Store, StoreUnavailable

MEMORY = "memory:"
SQLITE = "sqlite:"
POSTGRESQL = ("postgresql://", "postgres://")


def open_store(url: str, book: str = "main", *, create: bool = True) -> Store:
    """The store at the URL, opened on a book. Imports what it needs alone.

    `memory:` keeps a book in this process, `sqlite:PATH` in a file, `postgresql://…` (a URL of libpq) in a database.
    With `create` False the ledger must be there already; a book in it is made where it is not there yet.

    Raises:
        StoreUnavailable: the store cannot be reached, is not there, is not a ledger, or of a newer schema.
        ValueError: the URL names no kind of store; the message lists those that are.
    """
    if url == MEMORY:
        from weighbridge.ledger.stores.memory import MemoryStore

        return MemoryStore(book)
    if url.startswith(SQLITE) and url != SQLITE and not url.startswith(SQLITE + "//"):
        from weighbridge.ledger.stores.sqlite.store import SqliteStore

        return SqliteStore(Path(url.removeprefix(SQLITE)), book, create=create)
    if url.startswith(POSTGRESQL):
        try:
            from weighbridge.ledger.stores.postgresql.store import PostgresqlStore
        except ImportError as missing:
            wanted = "A ledger in PostgreSQL needs psycopg: pip install 'weighbridge[ledger]'."
            raise StoreUnavailable(wanted) from missing
        return PostgresqlStore(url, book, create=create)
    raise ValueError(f"{url!r} names no store. Accepted: {MEMORY}, {SQLITE}PATH, {POSTGRESQL[0]}USER@HOST/DATABASE")
