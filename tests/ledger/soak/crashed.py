"""A PostgreSQL server that crashes while programs write to it: they ask again, with the same keys."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from tests.cluster import Cluster
from tests.ledger.soak.work import Acknowledged, check, movements, opening

from weighbridge.ledger.movement import Movement
from weighbridge.ledger.result import ConflictRetry, Entered, Result
from weighbridge.ledger.store import Store, StoreUnavailable
from weighbridge.ledger.stores import open_store

WRITERS = 4
BETWEEN_S = (0.3, 1.5)


@dataclass(slots=True)
class Crashes:
    """What a run under crashes came to."""

    entries: int = 0
    acknowledged: int = 0
    asked_again: int = 0

    def __str__(self) -> str:
        return (
            f"{self.entries:,} entries verified, {self.acknowledged:,} acknowledged, {self.asked_again:,} asked again"
        )


def crash_runs(cluster: Cluster, url: str, folder: Path, crashes: int, seed: int = 1) -> Crashes:
    """Let stores write while the server is stopped as by a crash and started, time after time; then verify the book.

    Since every writer asks again until it is answered, each movement it asked for is entered once or refused.
    """
    stop, found, chance = Event(), Crashes(), random.Random(seed)
    stores = [open_store(url) for _ in range(WRITERS)]
    stores[0].record(opening())
    writers = [Thread(target=_write, args=(store, f"w{n}", folder, stop, found)) for n, store in enumerate(stores)]
    for writer in writers:
        writer.start()
    for _ in range(crashes):
        time.sleep(chance.uniform(*BETWEEN_S))
        cluster.stop("immediate")
        cluster.start()
    time.sleep(BETWEEN_S[0])
    stop.set()
    for writer in writers:
        writer.join()
    for store in stores:
        store.close()
    store = open_store(url, create=False)
    found.entries = check(store, folder)
    store.close()
    assert found.entries == found.acknowledged + 1, f"{found} beside the terms"
    return found


def _write(store: Store, name: str, folder: Path, stop: Event, found: Crashes) -> None:
    noting = Acknowledged(folder / f"{name}.acknowledged")
    asked: tuple[Movement, Callable[[Result], None]]
    for asked in movements(name, hash(name)):
        if stop.is_set():
            break
        result = None
        while result is None or isinstance(result, ConflictRetry):
            try:
                result = store.record(asked[0])
            except StoreUnavailable:
                found.asked_again += 1
                time.sleep(0.02)
        asked[1](result)
        noting.note([result])
        found.acknowledged += isinstance(result, Entered)
    noting.close()
