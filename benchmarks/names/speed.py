"""How fast names are matched, beside rapidfuzz looking through every name, in one run.

Other work on the machine lengthens what a clock on the wall shows. Processor time is given beside it, and ratios are of
processor time.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import TypeVar

from rapidfuzz import fuzz, process

from benchmarks.names.approaches import Names, plain
from benchmarks.names.labelled import REQUIRED, SEED, labelled
from benchmarks.names.misspelling import one_letter
from benchmarks.names.snapshot import snapshot
from benchmarks.names.synthetic import synthetic
from weighbridge.parties.names.batch import search_many
from weighbridge.parties.names.index import NameIndex
from weighbridge.parties.names.match import Query

SCORERS = (fuzz.ratio, fuzz.token_sort_ratio, fuzz.WRatio)
_WORKERS = 2
_ROUNDS = 10
# Queries a round of each brute force, which takes up to a hundred times as long.
_FEW = 10
_T = TypeVar("_T")


def queries(number: int) -> list[str]:
    """So many labelled queries of every class that something is required of, shuffled."""
    parties = snapshot()
    size = number // len(REQUIRED) + 1
    found: list[str] = []
    while len(found) < number:
        # A class of few names, such as those in Arabic script, runs out; the others make up for it.
        found = [case.query for case in labelled(parties, size, kinds=tuple(REQUIRED))]
        size += size // 2
    Random(SEED).shuffle(found)
    return found[:number]


def life_of_an_index() -> dict[str, str]:
    """Built from the whole list, saved, opened, and what a process takes that has it open."""
    parties = snapshot()
    built, index = _timed(lambda: NameIndex.build(parties))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index"
        saved, _ = _timed(lambda: index.save(path))
        opened = min(_timed(lambda: NameIndex.open(path))[0] for _ in range(5))
        memory = _memory(path)
    return {
        "names and aliases, as distinct spellings": f"{len(Names(parties).texts):,}",
        "built (s)": _seconds(built),
        "saved (s)": _seconds(saved),
        "opened from disk, digest checked (s)": _seconds(opened),
        "file (MB)": f"{index.size / 1e6:.1f}",
        "process with the index open and asked (MB)": f"{memory[1]:.0f}, of which before opening {memory[0]:.0f}",
    }


def one_by_one(number: int) -> dict[str, str]:
    """The time of single queries, warm, and the rate beside rapidfuzz's extraction over every name."""
    asked = queries(number)
    index = NameIndex.build(snapshot())
    _search(index, asked[::2])
    walls, processors = [], []
    for name in asked[1::2]:
        wall, processor = time.perf_counter(), time.thread_time()
        index.search(Query(name))
        walls.append(time.perf_counter() - wall)
        processors.append(time.thread_time() - processor)
    table = {
        "median (ms)": f"{_percentile(processors, 0.5):.2f} ({_percentile(walls, 0.5):.2f} by the clock)",
        "p99 (ms)": f"{_percentile(processors, 0.99):.2f} ({_percentile(walls, 0.99):.2f} by the clock)",
    }
    ours, theirs = _beside_brute_force(asked)
    table["queries a second of processor time"] = f"{1 / ours:,.0f}"
    for scorer, seconds in theirs.items():
        table[f"times the rate of rapidfuzz {scorer}"] = f"{seconds / ours:,.1f} (it makes {1 / seconds:,.0f} a second)"
    return table


def _beside_brute_force(asked: Sequence[str]) -> tuple[float, dict[str, float]]:
    """Processor seconds a query of the index and of each scorer, in rounds that alternate between them.

    Each round asks a new index, which has not met any word before.
    """
    names = Names(snapshot())
    ours = 0.0
    theirs = {scorer.__name__: 0.0 for scorer in SCORERS}
    rounds = [list(asked[start::_ROUNDS]) for start in range(_ROUNDS)]
    for some in rounds:
        ours += _processor(partial(_search, NameIndex.build(snapshot()), some)) / len(asked)
        for scorer in SCORERS:
            spent = _processor(partial(_extract, some[:_FEW], names, scorer))
            theirs[scorer.__name__] += spent / (_FEW * len(rounds))
    return ours, theirs


def _search(index: NameIndex, asked: Sequence[str]) -> None:
    for name in asked:
        index.search(Query(name))


def _extract(asked: Sequence[str], names: Names, scorer: Callable[..., float]) -> None:
    for name in asked:
        process.extract(plain(name), names.texts, scorer=scorer, limit=10)


def batch(number: int) -> dict[str, str]:
    """Many queries over two processes, by the clock and by the processor time of both."""
    asked = [Query(name) for name in queries(number)]
    index = NameIndex.build(snapshot())
    before = _children()
    wall = time.perf_counter()
    found = sum(1 for _ in search_many(index, asked, workers=_WORKERS))
    wall = time.perf_counter() - wall
    processor = _children() - before
    return {
        "queries": f"{found:,}",
        "a second, by the clock": f"{found / wall:,.0f}",
        "a second, were both processors free": f"{_WORKERS * found / processor:,.0f}",
        "load of the machine meanwhile": f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} processors",
    }


def million(parties: int) -> dict[str, str]:
    """A made-up list of about a million names."""
    listed = list(synthetic(parties))
    built, index = _timed(lambda: NameIndex.build(listed))
    random = Random(SEED)
    asked = [(one_letter(party.name, "substitute", random), party.id) for party in random.sample(listed, 2_000)]
    spent = _processor(lambda: [index.search(Query(name)) for name, _ in asked if name])
    right = sum(any(match.party == party for match in index.search(Query(name))) for name, party in asked if name)
    return {
        "names and aliases": f"{sum(len(party.names) for party in listed):,}",
        "built (s)": _seconds(built),
        "file (MB)": f"{index.size / 1e6:,.0f}",
        "queries a second of processor time": f"{len(asked) / spent:,.0f}",
        "found, with one letter substituted": f"{100 * right / len(asked):.1f}%",
    }


def _memory(path: Path) -> tuple[float, float]:
    """Megabytes resident in a new process before it opens the index and after it has asked it."""
    program = (
        "import sys; from pathlib import Path; from weighbridge.parties.names.index import NameIndex; "
        "from weighbridge.parties.names.match import Query; import resource; "
        "held = lambda: int(open('/proc/self/statm').read().split()[1]) * resource.getpagesize() / 1e6; "
        "before = held(); "
        "index = NameIndex.open(Path(sys.argv[1])); [index.search(Query(name)) for name in sys.argv[2:]]; "
        "print(before, held())"
    )
    command = [sys.executable, "-c", program, str(path), *queries(200)]
    before, after = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return float(before), float(after)


def _timed(run: Callable[[], _T]) -> tuple[float, _T]:
    started = time.process_time()
    result = run()
    return time.process_time() - started, result


def _processor(run: Callable[[], object]) -> float:
    started = time.process_time()
    run()
    return time.process_time() - started


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _percentile(seconds: Sequence[float], share: float) -> float:
    return 1000 * sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * share))]


def _seconds(seconds: float) -> str:
    return f"{seconds:.3f}" if seconds < 1 else f"{seconds:.1f}"
