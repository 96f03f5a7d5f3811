"""Writers killed by SIGKILL at random moments, reopened and verified each time."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from threading import Thread

from tests.ledger.soak.work import Acknowledged, check, movements, noted, opening

from weighbridge.ledger.result import Result
from weighbridge.ledger.stores import open_store

ROOT = Path(__file__).parents[3]
RUNS_A_BOOK = 10
THREADS = 3
BATCH = 7


def kill_runs(url: str, folder: Path, runs: int, seed: int = 1) -> Iterator[tuple[int, int]]:
    """Run a writer and kill it, time after time; after each, the entries in its book and those acknowledged so far.

    Some are killed while they open the store. A book is used for ten runs, so that each opens what another left.
    """
    chance = random.Random(seed)
    for run in range(runs):
        book = f"book {run // RUNS_A_BOOK}"
        acknowledged = folder / book
        acknowledged.mkdir(exist_ok=True)
        command = [sys.executable, "-m", "tests.ledger.soak.killed", url, book, str(acknowledged), str(run)]
        writer = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
        assert writer.stdout is not None
        if chance.random() < 0.1:
            time.sleep(chance.uniform(0.1, 0.6))
        else:
            writer.stdout.readline()
            time.sleep(chance.uniform(0, 0.15))
        writer.send_signal(signal.SIGKILL)
        assert writer.wait() == -signal.SIGKILL, "the writer ended by itself"
        writer.stdout.close()
        store = open_store(url, book)
        store.record(opening())
        entries = check(store, acknowledged)
        store.close()
        yield entries, len(noted(acknowledged))


def _write(url: str, book: str, folder: Path, run: int) -> None:
    """Write without end, in several threads, by single movements and by batches."""
    store = open_store(url, book)
    store.record(opening())

    def singly(name: str, seed: int) -> None:
        noting = Acknowledged(folder / f"{name}.acknowledged")
        for movement, tell in movements(name, seed):
            result = store.record(movement)
            tell(result)
            noting.note([result])

    def in_batches(name: str, seed: int) -> None:
        noting, asked = Acknowledged(folder / f"{name}.acknowledged"), movements(name, seed)
        while True:
            batch: list[tuple[object, Callable[[Result], None]]] = list(islice(asked, BATCH))
            results = store.record_all([movement for movement, _ in batch])  # type: ignore[misc]
            noting.note(results)
            for (_, tell), result in zip(batch, results, strict=True):
                tell(result)

    for thread in range(THREADS):
        write = in_batches if thread == 0 else singly
        Thread(target=write, args=(f"r{run}-{thread}", run * 10 + thread), daemon=True).start()
    os.write(1, b"writing\n")
    signal.pause()


if __name__ == "__main__":
    _write(sys.argv[1], sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))
