"""The stores that keep a book, by URL."""

from __future__ import annotations

from weighbridge.ledger.store import Store

MEMORY = "memory:"


def open_store(url: str, book: str = "main", *, create: bool = True) -> Store:
    """The store at the URL, opened on a book. What is not there yet is made, unless `create` is false.

    Raises:
        StoreUnavailable: the store cannot be reached, or is not there and is not to be made.
        ValueError: the URL names no kind of store; the message lists those that are.
    """
    from weighbridge.ledger.stores.memory import MemoryStore

    if url == MEMORY:
        return MemoryStore(book)
    raise ValueError(f"{url!r} names no store. Accepted: {MEMORY}")
