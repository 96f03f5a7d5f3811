"""What a store promises: one book, kept by whatever means, decided by `weighbridge.ledger.decide`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from weighbridge.core.errors import WeighbridgeError
from weighbridge.ledger.entry import Entry, EntryRow
from weighbridge.ledger.movement import Movement
from weighbridge.ledger.result import Result
from weighbridge.ledger.state import Reservation, Standing


class StoreUnavailable(WeighbridgeError):
    """The store cannot be reached, read or written (disk full, server gone, another program's file).

    What was acknowledged before is safe. Of a movement in flight nothing is known: repeat it with the same key.
    """


@dataclass(frozen=True, slots=True)
class Head:
    """How far a book has come: its name, the number of its last entry (0 while empty), and that entry's hash."""

    book: str
    number: int
    hash: bytes


class Store(Protocol):
    """One book, and what is promised to any number of threads, processes and machines that write to it.

    - **Decided once.** `record` answers as `decide` would on the book as it stood at the entry's place in the chain.
    - **All or none.** The entry, every account's running sums, the reservation and the head change together or not.
    - **Durable.** When `record` returns an entry, the entry survives a crash of program and machine.
    - **Once a key.** A movement repeated with its key, after whatever failure, is entered once.
    - **Exhaustion is certain.** `ALLOCATION_EXHAUSTED` is said of what was read under the lock. When the store cannot
      decide (lock not had in time, serialization failure) it says `CONFLICT_RETRY`, and nothing was taken.
    - **One chain.** Numbers run from 1 without gap, and each entry carries the hash of the one before.

    How to be fast and still say the same: a running row per account holds `posted`, `pending`, `leaving`, `latest`
    and the terms, with the step now in force spelt out (from, until, most) beside them. A reservation whose legs are
    all positive, on accounts that are `plain`, dated no earlier than `latest` and within that step, fits exactly if
    `posted + pending + amount <= most` for each leg; then the accounts change as `Change` would have it, in one
    statement that also inserts the entry. Whatever that statement does not match goes to `decide`. The content's
    digest is known before the place (`Movement.digest`); under the lock only `chained` is left to be computed, in the
    program or in SQL.
    """

    book: str

    def record(self, movement: Movement) -> Result:
        """Decide one movement and enter it.

        Raises:
            StoreUnavailable: nothing is known of this movement.
        """

    def record_all(self, movements: Sequence[Movement]) -> tuple[Result, ...]:
        """Decide movements one after the other, each by itself, and make them durable together; results in order.

        A refusal of one does not undo another. For all or none, put the legs into one movement.

        Raises:
            StoreUnavailable: nothing is known of any of these movements.
        """

    def head(self) -> Head:
        """The last entry's place."""

    def entry(self, key: str) -> Entry | None:
        """The entry with this key."""

    def entries(self, *, after: int = 0, account: str | None = None) -> Iterator[Entry]:
        """The entries with a number above `after`, in order; with `account`, those that touch it.

        An entry touches the accounts of its legs; a post, void or expiry those of its reservation; a limit its own.
        """

    def rows(self, *, after: int = 0) -> Iterator[EntryRow]:
        """The entries with a number above `after`, unread: quick to pass through."""

    def lines(self, *, after: int = 0) -> Iterator[str]:
        """The entries with a number above `after` as lines of an export (`weighbridge.ledger.entry.to_line`)."""

    def standing(self, account: str) -> Standing | None:
        """Where the account stands now: from its row, however long the book."""

    def standings(self, prefix: str = "") -> Iterator[Standing]:
        """Where every account stands whose id begins with `prefix`, in alphabetical order of the ids."""

    def reservation(self, key: str) -> Reservation | None:
        """The reservation with this key, open or closed."""

    def open_reservations(self, *, account: str | None = None, expired_on: date | None = None) -> Iterator[Reservation]:
        """The open reservations, in the order of their entries: on an account; past their last day on a day."""

    def ratios_over(self, base: str) -> Sequence[str]:
        """The ratios that are taken of an account, in alphabetical order: with the above, a store is a `State`."""

    def open_on(self, account: str) -> Sequence[Reservation]:
        """The open reservations on an account."""

    def close(self) -> None:
        """Give back what the store holds open. It is not used afterwards."""
