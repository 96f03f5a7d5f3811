"""A state as it would be with some changes taken in, while what is below stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from weighbridge.ledger.entry import Entry
from weighbridge.ledger.limit import LimitKind
from weighbridge.ledger.state import Change, Reservation, Standing, State


class Overlay:
    """Reads first what was written to it, and all else from the state below.

    A store can decide a batch on one: its `standings`, `reservations` and `entries` are then the rows to write.
    """

    def __init__(self, below: State, rows: Iterable[Standing] = ()) -> None:
        self.below = below
        self.standings = {row.account: row for row in rows}
        self.reservations: dict[str, Reservation] = {}
        self.entries: dict[str, Entry] = {}

    def apply(self, entry: Entry, change: Change) -> None:
        """Take in an entry with the change that was decided for it."""
        self.entries[entry.movement.key] = entry
        self.write(change)

    def write(self, change: Change) -> None:
        """Take in a change alone, to see where it would lead."""
        self.standings.update({row.account: row for row in change.standings})
        self.reservations.update({r.key: r for r in (change.opened, change.closed) if r})

    def entry(self, key: str) -> Entry | None:
        return self.entries.get(key) or self.below.entry(key)

    def standing(self, account: str) -> Standing | None:
        return self.standings.get(account) or self.below.standing(account)

    def reservation(self, key: str) -> Reservation | None:
        return self.reservations.get(key) or self.below.reservation(key)

    def ratios_over(self, base: str) -> Sequence[str]:
        new = {a for a, row in self.standings.items() if row.limit.kind is LimitKind.RATIO and row.limit.base == base}
        return sorted(new.union(self.below.ratios_over(base)))

    def open_on(self, account: str) -> Sequence[Reservation]:
        kept = [r for r in self.below.open_on(account) if r.key not in self.reservations]
        changed = [r for r in self.reservations.values() if r.closed_by is None and account in dict(r.legs)]
        return [*kept, *changed]
