"""A state as it would be with some rows changed, to look at what a movement leads to before it is entered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from weighbridge.ledger.entry import Entry
from weighbridge.ledger.state import Reservation, Standing, State


class Overlay:
    """Reads the rows given, and all else from the state below."""

    def __init__(self, below: State, rows: Iterable[Standing]) -> None:
        self._below = below
        self._rows = {row.account: row for row in rows}

    def entry(self, key: str) -> Entry | None:
        return self._below.entry(key)

    def standing(self, account: str) -> Standing | None:
        return self._rows.get(account) or self._below.standing(account)

    def reservation(self, key: str) -> Reservation | None:
        return self._below.reservation(key)

    def ratios_over(self, base: str) -> Sequence[str]:
        return self._below.ratios_over(base)

    def open_on(self, account: str) -> Sequence[Reservation]:
        return self._below.open_on(account)
