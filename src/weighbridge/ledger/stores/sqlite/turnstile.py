"""Processes that write to one file take turns, in the order in which they come."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from weighbridge.ledger.store import StoreUnavailable


class Turnstile:
    """A fair lock between processes. SQLite's own makes those who find it taken sleep and try again, up to a second.

    Two files, each locked whole: `queue`, then `turn`. Who has the queue waits for the turn and lets go of the queue
    once it has it; so at most one waits for the turn, and who comes back for another turn must first queue behind
    those who wait. The kernel frees both when a process ends, however it ends.

    The turn only orders: without it, SQLite's transactions would still keep writers apart.
    """

    def __init__(self, database: Path) -> None:
        self._database = database
        with _told_apart(database):
            self._queue, self._turn = _opened(database, "-queue"), _opened(database, "-turn")

    def __enter__(self) -> None:
        """Wait for the turn.

        Raises:
            StoreUnavailable: the file system has no such locks.
        """
        with _told_apart(self._database):
            fcntl.flock(self._queue, fcntl.LOCK_EX)
            try:
                fcntl.flock(self._turn, fcntl.LOCK_EX)
            finally:
                fcntl.flock(self._queue, fcntl.LOCK_UN)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        fcntl.flock(self._turn, fcntl.LOCK_UN)

    def close(self) -> None:
        """Close both files."""
        os.close(self._queue)
        os.close(self._turn)


@contextmanager
def _told_apart(database: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreUnavailable(f"The lock files beside the ledger {database} cannot be used: {error}.") from error


def _opened(database: Path, suffix: str) -> int:
    return os.open(database.with_name(database.name + suffix), os.O_RDWR | os.O_CREAT, 0o666)
