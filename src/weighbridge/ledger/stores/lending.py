"""Connections kept open and lent to one thread at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, Protocol, TypeVar


class Closable(Protocol):
    """A connection, as far as lending it goes."""

    def close(self) -> object:
        """Close it."""


C = TypeVar("C", bound=Closable)


class Lending(Generic[C]):
    """As many connections as are in use at once; the last given back is lent first."""

    def __init__(self, make: Callable[[], C], sound: Callable[[C], bool] = lambda _: True) -> None:
        self._make, self._sound = make, sound
        self._idle: deque[C] = deque()

    @contextmanager
    def lent(self) -> Iterator[C]:
        """A connection for as long as the block runs. One that is no longer sound takes the idle ones with it."""
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self._make()
        try:
            yield connection
        finally:
            if self._sound(connection):
                self._idle.append(connection)
            else:
                connection.close()
                self.close()

    def close(self) -> None:
        """Close those that are not lent out."""
        while self._idle:
            self._idle.pop().close()
