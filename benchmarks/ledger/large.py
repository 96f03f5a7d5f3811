"""A large book in SQLite: a balance question, the statement of a small account, and `verify`."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.ledger.load import DAY, HOT, LAST_DAY, opening, reservations
from benchmarks.measure import medians, percentile, rounds
from weighbridge.ledger.limit import Limit, LimitKind, Step
from weighbridge.ledger.movement import Kind, Leg, Movement
from weighbridge.ledger.store import Head
from weighbridge.ledger.stores.audit import audit
from weighbridge.ledger.stores.sqlite.store import SqliteStore

SMALL = "license/D1234567/quantity"
FILLING = 10_000
QUESTIONS = 2_000


def fill(store: SqliteStore, entries: int) -> None:
    """Fill a book with reservations, one in fifty of them posted, and a small account; without waiting for the disk."""
    store._connection.execute("PRAGMA synchronous = OFF")
    step = Step(date(2025, 1, 1), 1_000, "a license")
    terms = Limit(SMALL, LimitKind.FLOW, (step,), until=date(2025, 12, 31))
    store.record_all([opening(), Movement(Kind.LIMIT, DAY, "small terms", "keeper", limit=terms)])
    for number in range(50):
        legs = (Leg(SMALL, 1),)
        store.record(Movement(Kind.RESERVE, DAY, f"small-{number}", "clerk", legs, expires=LAST_DAY))
    asked = reservations("large")
    for _ in range(0, entries, FILLING + FILLING // 50):
        batch = list(islice(asked, FILLING))
        batch += [Movement(Kind.POST, DAY, f"post-{m.key}", "clerk", reservation=m.key) for m in batch[::50]]
        store.record_all(batch)


def run(entries: int = 1_000_000) -> dict[str, dict[str, float]]:
    """Milliseconds of the questions, and entries a second of exporting and verifying."""
    with TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as folder:
        store = SqliteStore(Path(folder) / "ledger.db")
        fill(store, entries)
        store.close()
        store = SqliteStore(Path(folder) / "ledger.db")
        waits = []
        for _ in range(QUESTIONS):
            begun = time.perf_counter()
            store.standing(HOT)
            waits.append(time.perf_counter() - begun)
        asked = medians(
            rounds(
                {
                    "statement": lambda: list(store.entries(account=SMALL)),
                    "due": lambda: list(store.open_reservations(account=SMALL, expired_on=date(2025, 9, 2))),
                    "none due": lambda: list(store.open_reservations(expired_on=DAY)),
                },
                5,
            )
        )
        passes = {"export": lambda: sum(1 for _ in store.lines()), "verify": lambda: sound(store)}
        passed = {name: timed(walk) for name, walk in passes.items()}
        size, head = (Path(folder) / "ledger.db").stat().st_size, store.head().number
        store.close()
    return {
        "book": {"entries": float(head), "bytes an entry": size / head},
        "balance question": {
            "first ms": waits[0] * 1e3,
            "median ms": percentile(waits, 0.5) * 1e3,
            "p99 ms": percentile(waits, 0.99) * 1e3,
        },
        "an account of 51 entries": {"its entries, ms": asked["statement"] * 1e3, "its 50 due, ms": asked["due"] * 1e3},
        "nothing due in the whole book": {"ms": asked["none due"] * 1e3},
        **{
            name: {"entries a second": head / wall, "a second of processor time": head / busy}
            for name, (wall, busy) in passed.items()
        },
    }


def timed(walk: Callable[[], object]) -> tuple[float, float]:
    """The seconds that it took, and those in which it had a processor."""
    wall, busy = time.perf_counter(), time.process_time()
    walk()
    return time.perf_counter() - wall, time.process_time() - busy


def sound(store: SqliteStore) -> None:
    """Verify the book."""
    found = audit(store)
    if not isinstance(found, Head):
        raise AssertionError(found.why)
