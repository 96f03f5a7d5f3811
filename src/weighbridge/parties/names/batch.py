"""Many queries over several processes, each of which maps the same index file."""

from __future__ import annotations

import tempfile
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from weighbridge.parties.names.index import NameIndex
from weighbridge.parties.names.match import REVIEW_AT, Match, Query

_Found = list[tuple[Match, ...]]

_AT_ONCE = 500
# Chunks under way for each worker: enough that none waits, few enough that a long stream is not held in memory.
_AHEAD = 4


def search_many(
    index: NameIndex, queries: Iterable[Query], limit: int = 10, floor: int = REVIEW_AT, workers: int = 1
) -> Iterator[tuple[Match, ...]]:
    """What the index finds for each query, in their order; with several workers, found in as many processes."""
    if workers < 2:
        yield from index.search_many(queries, limit, floor)
        return
    with tempfile.TemporaryDirectory(prefix="weighbridge-names-") as folder:
        path = Path(folder) / "index"
        index.save(path)
        # Spawned, not forked: a fork copies the locks of whatever other threads hold, such as a web server's.
        with ProcessPoolExecutor(workers, get_context("spawn"), _open, (path,)) as pool:
            waiting = iter(queries)
            under_way: deque[Future[_Found]] = deque()
            while True:
                while len(under_way) < _AHEAD * workers and (chunk := list(islice(waiting, _AT_ONCE))):
                    under_way.append(pool.submit(_search, chunk, limit, floor))
                if not under_way:
                    return
                yield from under_way.popleft().result()


_index: NameIndex | None = None


def _open(path: Path) -> None:
    global _index
    _index = NameIndex.open(path)


def _search(queries: list[Query], limit: int, floor: int) -> _Found:
    assert _index is not None, "a worker opens the index before it searches"
    return list(_index.search_many(queries, limit, floor))
