"""What is asked of a book: one movement, taken whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from weighbridge.core.errors import WeighbridgeError
from weighbridge.ledger.account import account_faults
from weighbridge.ledger.limit import MOST, Limit, limit_faults
from weighbridge.ledger.plain import canonical, limit_to_plain, quoted
from weighbridge.ledger.wording import LONGEST_RESERVED, plainly_spelt, spelling_faults


class Kind(StrEnum):
    """The kinds of entry. Nothing is ever edited: a mistake is reversed by a new entry."""

    LIMIT = "limit"
    RESERVE = "reserve"
    POST = "post"
    VOID = "void"
    EXPIRE = "expire"
    RETURN = "return"
    ATTRITION = "attrition"
    ADJUST = "adjust"
    BALANCE = "balance"


class Leg(NamedTuple):
    """One account and by how much the movement raises (or, below zero, lowers) it, in the account's unit."""

    account: str
    amount: int


class Reference(NamedTuple):
    """What the movement belongs to, outside the ledger: `determination` D-0193, `shipment` S-88."""

    to: str
    id: str


class MalformedMovement(WeighbridgeError):
    """A movement that no book can take, with every fault found."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


@dataclass(frozen=True, slots=True)
class Movement:
    """A request: what to enter, on which day, under which idempotency key, by whom.

    `key` is unique in a book: the same movement sent twice under one key is entered once. `legs` are taken all or
    none. `reservation` is the key of the reservation that a post, void or expire settles; a post without legs posts
    the whole of it, and what a post leaves is restored. `expires` is the last day on which a reservation can be
    posted.

    Raises:
        MalformedMovement: with every fault, where the movement is not one of its kind.
    """

    kind: Kind
    on: date
    key: str
    by: str
    legs: tuple[Leg, ...] = ()
    reservation: str = ""
    expires: date | None = None
    limit: Limit | None = None
    reason: str = ""
    authority: str = ""
    references: tuple[Reference, ...] = ()

    def __post_init__(self) -> None:
        if faults := tuple(_faults(self)):
            raise MalformedMovement(faults)

    @property
    def content(self) -> str:
        """The movement as canonical JSON (RFC 8785): what is stored, hashed and exported. Empty fields are left out."""
        authority = f'"authority":{quoted(self.authority)},' if self.authority else ""
        expires = f'"expires":"{self.expires}",' if self.expires else ""
        legs = f'"legs":{pairs(self.legs)},' if self.legs else ""
        limit = f'"limit":{canonical(limit_to_plain(self.limit))},' if self.limit else ""
        reason = f',"reason":{quoted(self.reason)}' if self.reason else ""
        references = f',"references":{canonical(self.references)}' if self.references else ""
        reservation = f',"reservation":{quoted(self.reservation)}' if self.reservation else ""
        return (
            f'{{{authority}"by":{quoted(self.by)},{expires}"key":{quoted(self.key)},"kind":"{self.kind.value}",'
            f'{legs}{limit}"on":"{self.on}"{reason}{references}{reservation}}}'
        )

    @property
    def digest(self) -> bytes:
        """The SHA-256 of the content: known before the movement has a place in a book."""
        return sha256(self.content.encode()).digest()


def pairs(legs: tuple[Leg, ...]) -> str:
    """Legs as canonical JSON."""
    return f"[{','.join([f'[{quoted(account)},{amount}]' for account, amount in legs])}]"


SETTLES = frozenset({Kind.POST, Kind.VOID, Kind.EXPIRE})
GIVES_BACK = frozenset({Kind.RETURN, Kind.ATTRITION})
WITH_REASON = frozenset({Kind.RETURN, Kind.ATTRITION, Kind.ADJUST})


class Fields(NamedTuple):
    """Which of the fields that not every kind takes a movement has."""

    legs: bool = False
    reservation: bool = False
    expires: bool = False
    limit: bool = False


TAKES = {
    Kind.LIMIT: Fields(limit=True),
    Kind.RESERVE: Fields(legs=True, expires=True),
    Kind.POST: Fields(reservation=True),
    Kind.VOID: Fields(reservation=True),
    Kind.EXPIRE: Fields(reservation=True),
    Kind.RETURN: Fields(legs=True),
    Kind.ATTRITION: Fields(legs=True),
    Kind.ADJUST: Fields(legs=True),
    Kind.BALANCE: Fields(legs=True),
}


def _faults(movement: Movement) -> Iterator[str]:
    kind = movement.kind
    yield from _field_faults(movement)
    yield from _leg_faults(movement)
    yield from _text_faults(movement)
    if kind in WITH_REASON and not movement.reason:
        yield f"A movement of kind {kind} says why (reason)."
    if kind is Kind.ADJUST and not movement.authority:
        yield "An adjustment says on whose authority it is made (authority)."
    if movement.limit:
        yield from limit_faults(movement.limit)


def _field_faults(movement: Movement) -> Iterator[str]:
    """Fields that the kind needs and does not have, or has and does not take. A post may have legs."""
    kind, expires = movement.kind, movement.expires
    legs = bool(movement.legs) and kind is not Kind.POST
    found = Fields(legs, bool(movement.reservation), expires is not None, movement.limit is not None)
    if found != TAKES[kind]:
        for name, has, wanted in zip(Fields._fields, found, TAKES[kind], strict=True):
            if has != wanted:
                yield f"A movement of kind {kind} {'needs' if wanted else 'takes no'} {name}."
    if expires and expires < movement.on:
        yield f"The reservation expires on {expires}, before it is made on {movement.on}."


def _leg_faults(movement: Movement) -> Iterator[str]:
    kind, legs = movement.kind, movement.legs
    if len(legs) > 1 and len({account for account, _ in legs}) < len(legs):
        yield "Two legs name the same account; write their sum."
    for account, amount in legs:
        for fault in account_faults(account):
            yield f"The account {account!r} {fault}."
        if type(amount) is not int or abs(amount) > MOST:
            yield f"The amount for {account} is {amount!r}; accepted: a whole number up to {MOST:,}."
        elif kind is Kind.BALANCE and amount < 0:
            yield f"The balance asserted for {account} is {amount:,}; accepted: 0 or more."
        elif kind in GIVES_BACK and amount >= 0:
            yield f"A movement of kind {kind} lowers its accounts; the amount for {account} is {amount:,}."
        elif amount == 0 and kind is not Kind.BALANCE:
            yield f"The amount for {account} is 0, which moves nothing."


def _text_faults(movement: Movement) -> Iterator[str]:
    m = movement
    if not plainly_spelt(m.key, m.by, m.reason, m.authority, m.reservation, *[text for _, text in m.references]):
        named = [("key", m.key), ("by", m.by), ("reason", m.reason), ("authority", m.authority)]
        named += [("reservation", m.reservation), *[(f"reference {to}", text) for to, text in m.references]]
        for name, text in named:
            yield from (f"The {name} {text!r} {fault}." for fault in spelling_faults(text))
    if not movement.key or not movement.by:
        yield f"The {'by' if movement.key else 'key'} is empty."
    if m.kind is Kind.RESERVE and len(m.key) > LONGEST_RESERVED:
        yield f"The key of a reservation has {len(m.key)} characters; at most {LONGEST_RESERVED} are accepted."
    words = [to for to, _ in movement.references]
    if words and (sorted(set(words)) != words or not all(to.isascii() and to.isidentifier() for to in words)):
        yield "References are named by plain words, each once, in alphabetical order."
