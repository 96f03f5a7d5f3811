"""The stores that the contract suite and the model tests run on: a new store is added to `STORES`, and nowhere else."""

from collections.abc import Callable
from pathlib import Path

from weighbridge.ledger.store import Store
from weighbridge.ledger.stores.memory import MemoryStore

Opener = Callable[[Path, str], Store]
"""Opens the book of that name; what the store keeps on disk goes into the folder."""

STORES: dict[str, Opener] = {
    "memory": lambda folder, book: MemoryStore(book),
}
