"""The questions that a database store answers, each in a reading of its own: the same whatever the database."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Protocol

from weighbridge.ledger.entry import Entry, EntryRow, movement_from
from weighbridge.ledger.state import Reservation, Standing
from weighbridge.ledger.store import Head
from weighbridge.ledger.stores.rows import line_of


class Reading(Protocol):
    """One consistent look at a book, in the words of its database."""

    def head(self) -> Head: ...

    def entry(self, key: str) -> Entry | None: ...

    def rows(self, after: int, account: str | None) -> Iterator[EntryRow]: ...

    def standing(self, account: str) -> Standing | None: ...

    def standings(self, prefix: str) -> Iterator[Standing]: ...

    def reservation(self, key: str) -> Reservation | None: ...

    def open_reservations(self, account: str | None, expired_on: date | None) -> Iterator[Reservation]: ...

    def ratios_over(self, base: str) -> Sequence[str]: ...

    def open_on(self, account: str) -> Sequence[Reservation]: ...


class Questions(ABC):
    """The part of `Store` that only reads."""

    book: str

    @abstractmethod
    def _read(self) -> AbstractContextManager[Reading]:
        """A reading, given back at the end."""

    def head(self) -> Head:
        with self._read() as reading:
            return reading.head()

    def entry(self, key: str) -> Entry | None:
        with self._read() as reading:
            return reading.entry(key)

    def entries(self, *, after: int = 0, account: str | None = None) -> Iterator[Entry]:
        with self._read() as reading:
            for number, content, own, previous in reading.rows(after, account):
                yield Entry(self.book, number, movement_from(content), previous, own)

    def rows(self, *, after: int = 0) -> Iterator[EntryRow]:
        with self._read() as reading:
            yield from reading.rows(after, None)

    def lines(self, *, after: int = 0) -> Iterator[str]:
        for number, content, own, previous in self.rows(after=after):
            yield line_of(number, content, own, previous)

    def standing(self, account: str) -> Standing | None:
        with self._read() as reading:
            return reading.standing(account)

    def standings(self, prefix: str = "") -> Iterator[Standing]:
        with self._read() as reading:
            yield from reading.standings(prefix)

    def reservation(self, key: str) -> Reservation | None:
        with self._read() as reading:
            return reading.reservation(key)

    def open_reservations(self, *, account: str | None = None, expired_on: date | None = None) -> Iterator[Reservation]:
        with self._read() as reading:
            yield from reading.open_reservations(account, expired_on)

    def ratios_over(self, base: str) -> Sequence[str]:
        with self._read() as reading:
            return reading.ratios_over(base)

    def open_on(self, account: str) -> Sequence[Reservation]:
        with self._read() as reading:
            return reading.open_on(account)
