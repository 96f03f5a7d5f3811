"""The stores that keep a book, by URL."""

from __future__ import annotations

from weighbridge.ledger.store import Store

MEMORY = "memory:"


def open_store(url: str, book: str) -> Store:
    """The store at the URL, opened on a book, which is made where it is not there yet. Imports what it needs alone.

    Raises:
        StoreUnavailable: the store cannot be reached.
        ValueError: the URL names no kind of store; the message lists those that are.
    """
    from weighbridge.ledger.stores.memory import MemoryStore

    if url == MEMORY:
        return MemoryStore(book)
    raise ValueError(f"{url!r} names no store. Accepted: {MEMORY}")
