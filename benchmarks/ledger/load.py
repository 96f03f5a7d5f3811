"""What the benchmarks write: reservations of one unit on one hot account, each under a key of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing import get_context
from threading import Barrier, Thread
from typing import Any

from weighbridge.ledger.limit import Limit, LimitKind, Step
from weighbridge.ledger.movement import Kind, Leg, Movement
from weighbridge.ledger.result import Reserved
from weighbridge.ledger.store import Store
from weighbridge.ledger.stores import open_store

HOT = "country/IN/2025-2027"
DAY, LAST_DAY = date(2025, 6, 2), date(2025, 9, 1)
LEGS = (Leg(HOT, 1),)


def opening() -> Movement:
    """The terms of the hot account: so much that it is not exhausted."""
    step = Step(date(2025, 1, 1), 790_000_000, "15 CFR 742.6(b)(10)(iii)(B)")
    return Movement(
        Kind.LIMIT, DAY, "terms", "keeper", limit=Limit(HOT, LimitKind.STOCK, (step,), until=date(2027, 12, 31))
    )


def reservations(name: str) -> Iterator[Movement]:
    """Without end."""
    number = 0
    while True:
        number += 1
        yield Movement(Kind.RESERVE, DAY, f"{name}-{number}", "clerk", LEGS, expires=LAST_DAY)


@dataclass(frozen=True, slots=True)
class Rate:
    """What some writers did: operations a second altogether, and how long each waited, in seconds, sorted."""

    each_second: float
    waits: Sequence[float]
    least: int = 0
    most: int = 0
    busy_s: float = 0
    """Processor time of this process for one operation, in seconds; 0 where others did the work."""

    def wait(self, share: float) -> float:
        """The wait below which that share of the operations lies, in milliseconds."""
        return self.waits[min(len(self.waits) - 1, int(len(self.waits) * share))] * 1e3


Operation = Callable[[], int]
"""Does something durable, and says how many movements that were."""


def repeat(operation: Operation, seconds: float, counted: list[tuple[int, list[float]]]) -> None:
    """Do it for so many seconds; note how many movements, and the waits."""
    waits, done, clock = list[float](), 0, time.perf_counter
    end = clock() + seconds
    while (begun := clock()) < end:
        done += operation()
        waits.append(clock() - begun)
    counted.append((done, waits))


def rate_of(counted: Sequence[tuple[int, list[float]]], seconds: float) -> Rate:
    """The writers' counts as one rate."""
    each = [done for done, _ in counted]
    return Rate(sum(each) / seconds, sorted(wait for _, waits in counted for wait in waits), min(each), max(each))


def threads(operations: Sequence[Operation], seconds: float) -> Rate:
    """Each operation in a thread of its own, at once."""
    counted: list[tuple[int, list[float]]] = []
    start = Barrier(len(operations))

    def run(operation: Operation) -> None:
        start.wait()
        repeat(operation, seconds, counted)

    busy = time.process_time()
    running = [Thread(target=run, args=(operation,)) for operation in operations]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    busy = time.process_time() - busy
    return replace(rate_of(counted, seconds), busy_s=busy / max(sum(done for done, _ in counted), 1))


def processes(make: Callable[..., Any], arguments: Sequence[tuple[Any, ...]], seconds: float) -> Rate:
    """In a process for each of the arguments, the operation that `make` makes of them; all at once."""
    context = get_context("spawn")
    start, results = context.Barrier(len(arguments)), context.Queue()
    running = [context.Process(target=_run, args=(make, each, seconds, start, results)) for each in arguments]
    for process in running:
        process.start()
    counted = [results.get() for _ in running]
    for process in running:
        process.join()
    return rate_of(counted, seconds)


def _run(make: Callable[..., Operation], arguments: tuple[Any, ...], seconds: float, start: Any, results: Any) -> None:
    operation, counted = make(*arguments), list[tuple[int, list[float]]]()
    operation()
    start.wait()
    repeat(operation, seconds, counted)
    results.put(counted[0])


def recording(store: Store, name: str, together: int = 1) -> Operation:
    """Reserving on a store: one at a time, or so many in a batch."""
    asked = reservations(name)

    def one() -> int:
        if not isinstance(store.record(next(asked)), Reserved):
            raise AssertionError("a reservation was not taken")
        return 1

    def batch() -> int:
        results = store.record_all([next(asked) for _ in range(together)])
        if not all(isinstance(result, Reserved) for result in results):
            raise AssertionError("a reservation was not taken")
        return together

    return one if together == 1 else batch


def recorder(url: str, name: str, together: int) -> Operation:
    """As `recording`, on a store of its own: for a process."""
    return recording(open_store(url, create=False), name, together)
