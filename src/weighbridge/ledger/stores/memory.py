"""A book in this process's memory, gone with it: for trying things out, and as the yardstick of the other stores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from threading import Lock

from weighbridge.ledger.decide import decide, entered
from weighbridge.ledger.entry import Entry, EntryRow, genesis, seal, to_line
from weighbridge.ledger.movement import SETTLES, Kind, Movement
from weighbridge.ledger.replay import Replay
from weighbridge.ledger.result import Result
from weighbridge.ledger.state import Change, Reservation, Standing
from weighbridge.ledger.store import Head


class MemoryStore:
    """Keeps the promises of `Store` for the threads of one process, except that nothing is durable."""

    def __init__(self, book: str = "main") -> None:
        self.book = book
        self._chain: list[Entry] = []
        self._state = Replay()
        self._lock = Lock()

    def record(self, movement: Movement) -> Result:
        with self._lock:
            return self._record(movement)

    def record_all(self, movements: Sequence[Movement]) -> tuple[Result, ...]:
        with self._lock:
            return tuple(self._record(movement) for movement in movements)

    def _record(self, movement: Movement) -> Result:
        decision = decide(self._state, movement)
        if not isinstance(decision, Change):
            return decision
        head = self.head()
        entry = seal(self.book, head.number + 1, head.hash, movement)
        self._chain.append(entry)
        self._state.apply(entry, decision)
        return entered(entry, decision)

    def head(self) -> Head:
        last = self._chain[-1] if self._chain else None
        return Head(self.book, last.number, last.hash) if last else Head(self.book, 0, genesis(self.book))

    def entry(self, key: str) -> Entry | None:
        return self._state.entry(key)

    def entries(self, *, after: int = 0, account: str | None = None) -> Iterator[Entry]:
        for entry in self._chain[after:]:
            if account is None or account in self._touched(entry.movement):
                yield entry

    def rows(self, *, after: int = 0) -> Iterator[EntryRow]:
        for entry in self.entries(after=after):
            yield entry.number, entry.movement.content, entry.hash, entry.previous

    def lines(self, *, after: int = 0) -> Iterator[str]:
        return map(to_line, self.entries(after=after))

    def _touched(self, movement: Movement) -> frozenset[str]:
        if movement.kind is Kind.LIMIT and movement.limit:
            return frozenset({movement.limit.account})
        legs = self._state.reservations[movement.reservation].legs if movement.kind in SETTLES else movement.legs
        return frozenset(account for account, _ in legs)

    def standing(self, account: str) -> Standing | None:
        return self._state.standing(account)

    def standings(self, prefix: str = "") -> Iterator[Standing]:
        with self._lock:
            found = sorted(account for account in self._state.standings if account.startswith(prefix))
        yield from (self._state.standings[account] for account in found)

    def reservation(self, key: str) -> Reservation | None:
        return self._state.reservation(key)

    def open_reservations(self, *, account: str | None = None, expired_on: date | None = None) -> Iterator[Reservation]:
        with self._lock:
            found = [r for r in self._state.reservations.values() if r.closed_by is None]
        for reservation in found:
            on_account = account is None or account in dict(reservation.legs)
            if on_account and (expired_on is None or reservation.expires < expired_on):
                yield reservation

    def ratios_over(self, base: str) -> Sequence[str]:
        return self._state.ratios_over(base)

    def open_on(self, account: str) -> Sequence[Reservation]:
        with self._lock:
            return self._state.open_on(account)

    def close(self) -> None:
        """Nothing is held open."""
