"""How a movement can end: each way a class of its own, with the name by which reports and scripts know it.

Where several refusals apply, the one that stands first in `REFUSALS` is given, for every account to which it applies.
A malformed movement is no result: it cannot be made (`MalformedMovement`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from weighbridge.ledger.entry import Entry
from weighbridge.ledger.limit import Share
from weighbridge.ledger.movement import Kind


@dataclass(frozen=True, slots=True)
class Over:
    """An account above its limit, and by how much. Only a lowered limit, an adjustment or a shrunken base does this."""

    account: str
    by: int


@dataclass(frozen=True, slots=True)
class Reserved:
    """Entered: the reservation holds until it is posted, voided or expired."""

    status: ClassVar[str] = "RESERVED"
    entry: Entry


@dataclass(frozen=True, slots=True)
class Recorded:
    """Entered. `over` names the accounts that the entry leaves above their limit; they refuse every draw."""

    status: ClassVar[str] = "RECORDED"
    entry: Entry
    over: tuple[Over, ...] = ()


@dataclass(frozen=True, slots=True)
class AlreadyReserved:
    """The same reservation was entered before under the same key; nothing is taken a second time."""

    status: ClassVar[str] = "ALREADY_RESERVED"
    entry: Entry


@dataclass(frozen=True, slots=True)
class AlreadyRecorded:
    """The same movement of another kind was entered before under the same key."""

    status: ClassVar[str] = "ALREADY_RECORDED"
    entry: Entry


@dataclass(frozen=True, slots=True)
class KeyReused:
    """The key belongs to another movement, which stays as it is. Choose another key, or repeat that movement."""

    status: ClassVar[str] = "KEY_REUSED"
    entry: Entry


@dataclass(frozen=True, slots=True)
class UnknownAccount:
    """No limit was ever entered for these accounts. An unknown limit is never permission."""

    status: ClassVar[str] = "UNKNOWN_ACCOUNT"
    accounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AccountDiffers:
    """The account exists with another kind, unit or base (`found`), which no change of terms alters."""

    status: ClassVar[str] = "ACCOUNT_DIFFERS"
    account: str
    found: str
    asked: str


@dataclass(frozen=True, slots=True)
class UnknownReservation:
    """No reservation was entered under this key."""

    status: ClassVar[str] = "UNKNOWN_RESERVATION"
    reservation: str


@dataclass(frozen=True, slots=True)
class ReservationClosed:
    """The reservation was posted, voided or expired before (`by`)."""

    status: ClassVar[str] = "RESERVATION_CLOSED"
    reservation: str
    by: Kind


@dataclass(frozen=True, slots=True)
class Expired:
    """The reservation's last day is past: reserve anew."""

    status: ClassVar[str] = "EXPIRED"
    reservation: str
    last_day: date


@dataclass(frozen=True, slots=True)
class NotExpired:
    """The reservation still holds on that day: void it instead, or wait until its last day is past."""

    status: ClassVar[str] = "NOT_EXPIRED"
    reservation: str
    last_day: date


@dataclass(frozen=True, slots=True)
class Period:
    """The days on which an account, or a reservation, can be drawn on; None where one side is open."""

    of: str
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class OutsidePeriod:
    """The day lies outside what these accounts or this reservation run for."""

    status: ClassVar[str] = "OUTSIDE_PERIOD"
    on: date
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class LimitUnknown:
    """The law leaves the limit of these accounts unpublished for that day. An unknown limit is never permission."""

    status: ClassVar[str] = "LIMIT_UNKNOWN"
    accounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AwaitsSharing:
    """These accounts are shared out among many requests: the draw takes part in that, and is then reserved with it."""

    status: ClassVar[str] = "AWAITS_SHARING"
    accounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotCredited:
    """The terms of these accounts give nothing back for such an event."""

    status: ClassVar[str] = "NOT_CREDITED"
    accounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoreThanReserved:
    """More is posted than was reserved. `reserved` is what the reservation holds; reserve the rest by itself."""

    status: ClassVar[str] = "MORE_THAN_RESERVED"
    account: str
    reserved: int


@dataclass(frozen=True, slots=True)
class BelowZero:
    """More would be taken off than is there. `posted` is what can still be taken off."""

    status: ClassVar[str] = "BELOW_ZERO"
    account: str
    posted: int


@dataclass(frozen=True, slots=True)
class OutOfRange:
    """The balance would pass what a ledger can count exactly."""

    status: ClassVar[str] = "OUT_OF_RANGE"
    account: str
    most: int


@dataclass(frozen=True, slots=True)
class Short:
    """An account that has too little left: the limit, what is left of it (0 or more), and what was asked."""

    account: str
    limit: int
    remaining: int
    asked: int


@dataclass(frozen=True, slots=True)
class AllocationExhausted:
    """Too little is left in at least one account; nothing was taken from any."""

    status: ClassVar[str] = "ALLOCATION_EXHAUSTED"
    short: tuple[Short, ...]


@dataclass(frozen=True, slots=True)
class RatioExceeded:
    """A ratio would be passed: `part` of `base`, where at most `limit` is allowed."""

    status: ClassVar[str] = "RATIO_EXCEEDED"
    account: str
    limit: Share
    part: int
    base: int


@dataclass(frozen=True, slots=True)
class BalanceDiffers:
    """The balance asserted is not the one in the book; nothing was entered."""

    status: ClassVar[str] = "BALANCE_DIFFERS"
    account: str
    asserted: int
    found: int


@dataclass(frozen=True, slots=True)
class ConflictRetry:
    """Another writer was in the way; nothing was decided, nothing taken. Repeat it with the same key."""

    status: ClassVar[str] = "CONFLICT_RETRY"
    reason: str


Entered = Reserved | Recorded | AlreadyReserved | AlreadyRecorded
Refused = (
    KeyReused
    | UnknownAccount
    | AccountDiffers
    | UnknownReservation
    | ReservationClosed
    | Expired
    | NotExpired
    | OutsidePeriod
    | LimitUnknown
    | AwaitsSharing
    | NotCredited
    | MoreThanReserved
    | BelowZero
    | OutOfRange
    | AllocationExhausted
    | RatioExceeded
    | BalanceDiffers
    | ConflictRetry
)
Result = Entered | Refused

REFUSALS: tuple[type[Refused], ...] = (
    ConflictRetry,
    KeyReused,
    UnknownAccount,
    AccountDiffers,
    UnknownReservation,
    ReservationClosed,
    Expired,
    NotExpired,
    OutsidePeriod,
    LimitUnknown,
    AwaitsSharing,
    NotCredited,
    MoreThanReserved,
    BelowZero,
    OutOfRange,
    AllocationExhausted,
    RatioExceeded,
    BalanceDiffers,
)
"""The refusals in the order in which they are looked for. `CONFLICT_RETRY` comes before anything is decided."""
