"""Timing in rounds that alternate between the candidates, so that a busy machine is unfair to all alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping


def rounds(
    candidates: Mapping[str, Callable[[], object]], number: int, clock: Callable[[], float] = time.perf_counter
) -> dict[str, list[float]]:
    """Run every candidate once a round; the seconds each took in each round. One round before goes unmeasured."""
    taken: dict[str, list[float]] = {name: [] for name in candidates}
    for measured in range(-1, number):
        for name, run in candidates.items():
            start = clock()
            run()
            if measured >= 0:
                taken[name].append(clock() - start)
    return taken


def medians(taken: Mapping[str, list[float]]) -> dict[str, float]:
    """The median of each candidate, in seconds."""
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def percentile(seconds: list[float], share: float) -> float:
    """The value below which that share of the measurements lies."""
    return sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * share))]
