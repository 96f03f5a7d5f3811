"""Many processes on one hot account at once."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path
from threading import Thread

from tests.ledger.soak.work import Acknowledged, check, movements, opening

from weighbridge.ledger.stores import open_store


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a load came to: entries acknowledged by each process, refusals, the longest wait for an answer (seconds)."""

    acknowledged: tuple[int, ...]
    refused: int
    longest_s: float
    entries: int

    def __str__(self) -> str:
        mean = sum(self.acknowledged) / len(self.acknowledged)
        return (
            f"{len(self.acknowledged)} processes: {sum(self.acknowledged):,} movements acknowledged, "
            f"{self.refused:,} refused, {self.entries:,} entries verified; "
            f"a process got {min(self.acknowledged):,} to {max(self.acknowledged):,} (mean {mean:,.0f}), "
            f"and waited {self.longest_s * 1e3:,.0f} ms at most"
        )


def load(url: str, folder: Path, *, processes: int, seconds: float, threads: int = 1) -> Outcome:
    """Let the processes write for so many seconds, then verify the book and that nothing acknowledged is missing."""
    store = open_store(url)
    store.record(opening())
    context = get_context("spawn")
    start, results = context.Barrier(processes), context.Queue()
    workers = [
        context.Process(target=_work, args=(url, folder, number, seconds, threads, start, results))
        for number in range(processes)
    ]
    for worker in workers:
        worker.start()
    found: Sequence[tuple[int, int, float]] = [results.get(timeout=seconds + 120) for _ in workers]
    for worker in workers:
        worker.join()
        assert worker.exitcode == 0, f"a writer failed: {worker.exitcode}"
    entries = check(store, folder)
    store.close()
    acknowledged = tuple(count for count, _, _ in found)
    assert entries == sum(acknowledged) + 1, f"{entries} entries, {sum(acknowledged)} acknowledged beside the terms"
    return Outcome(acknowledged, sum(refused for _, refused, _ in found), max(each for _, _, each in found), entries)


def _work(url: str, folder: Path, number: int, seconds: float, threads: int, start: Barrier, results) -> None:  # type: ignore[no-untyped-def]
    store = open_store(url, create=False)
    start.wait(timeout=120)
    until = time.monotonic() + seconds
    found: list[tuple[int, int, float]] = []

    def write(name: str, seed: int) -> None:
        noting, taken, refused, longest = Acknowledged(folder / f"{name}.acknowledged"), 0, 0, 0.0
        for movement, tell in movements(name, seed):
            begun = time.monotonic()
            if begun >= until:
                break
            result = store.record(movement)
            longest = max(longest, time.monotonic() - begun)
            tell(result)
            if noting.note([result]):
                taken += 1
            else:
                refused += 1
        noting.close()
        found.append((taken, refused, longest))

    running = [Thread(target=write, args=(f"w{number}-{t}", number * 1000 + t)) for t in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    store.close()
    assert len(found) == threads, "a thread failed"
    results.put((sum(f[0] for f in found), sum(f[1] for f in found), max(f[2] for f in found)))
