"""A book's state in memory, built by taking in its entries one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from weighbridge.ledger.entry import Entry
from weighbridge.ledger.limit import LimitKind
from weighbridge.ledger.state import Change, Reservation, Standing


class Replay:
    """A `State` that changes are written to. Reading it costs the same however many entries it has taken in."""

    def __init__(self) -> None:
        self.standings: dict[str, Standing] = {}
        self.reservations: dict[str, Reservation] = {}
        self._entries: dict[str, Entry] = {}
        self._open: dict[str, dict[str, Reservation]] = {}
        self._over: dict[str, list[str]] = {}

    def entry(self, key: str) -> Entry | None:
        return self._entries.get(key)

    def standing(self, account: str) -> Standing | None:
        return self.standings.get(account)

    def reservation(self, key: str) -> Reservation | None:
        return self.reservations.get(key)

    def ratios_over(self, base: str) -> Sequence[str]:
        return self._over.get(base, ())

    def open_on(self, account: str) -> Sequence[Reservation]:
        return tuple(self._open.get(account, {}).values())

    def apply(self, entry: Entry, change: Change) -> None:
        """Take in an entry with the change that was decided for it."""
        self._entries[entry.movement.key] = entry
        self.write(change)

    def write(self, change: Change) -> None:
        """Take in a change alone, to see where it would lead."""
        for standing in change.standings:
            if standing.account not in self.standings and standing.limit.kind is LimitKind.RATIO:
                over = self._over.setdefault(standing.limit.base, [])
                over.append(standing.account)
                over.sort()
            self.standings[standing.account] = standing
        if change.opened:
            self.reservations[change.opened.key] = change.opened
            for account, _ in change.opened.legs:
                self._open.setdefault(account, {})[change.opened.key] = change.opened
        if change.closed:
            self.reservations[change.closed.key] = change.closed
            for account, _ in change.closed.legs:
                del self._open[account][change.closed.key]
