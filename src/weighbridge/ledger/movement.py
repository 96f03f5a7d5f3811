"""What is asked of a book: one movement, taken whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from weighbridge.core.errors import WeighbridgeError
from weighbridge.ledger.account import account_faults
from weighbridge.ledger.limit import MOST, Limit, limit_faults
from weighbridge.ledger.plain import Plain, limit_to_plain
from weighbridge.ledger.wording import spelling_faults


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
        return json.dumps(self.to_plain(), ensure_ascii=False, separators=(",", ":"), sort_keys=True)

    @property
    def digest(self) -> bytes:
        """The SHA-256 of the content: known before the movement has a place in a book."""
        return sha256(self.content.encode()).digest()

    def to_plain(self) -> Plain:
        """The movement as JSON data."""
        plain: Plain = {"by": self.by, "key": self.key, "kind": self.kind.value, "on": self.on.isoformat()}
        if self.legs:
            plain["legs"] = self.legs
        if self.reservation:
            plain["reservation"] = self.reservation
        if self.expires:
            plain["expires"] = self.expires.isoformat()
        if self.limit:
            plain["limit"] = limit_to_plain(self.limit)
        if self.reason:
            plain["reason"] = self.reason
        if self.authority:
            plain["authority"] = self.authority
        if self.references:
            plain["references"] = self.references
        return plain


SETTLES = frozenset({Kind.POST, Kind.VOID, Kind.EXPIRE})
WITH_LEGS = frozenset({Kind.RESERVE, Kind.RETURN, Kind.ATTRITION, Kind.ADJUST, Kind.BALANCE})
GIVES_BACK = frozenset({Kind.RETURN, Kind.ATTRITION})
WITH_REASON = frozenset({Kind.RETURN, Kind.ATTRITION, Kind.ADJUST})


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
    """Fields that the kind needs and does not have, or has and does not take."""
    kind = movement.kind
    for name, found, wanted in (
        ("reservation", bool(movement.reservation), kind in SETTLES),
        ("expires", movement.expires is not None, kind is Kind.RESERVE),
        ("limit", movement.limit is not None, kind is Kind.LIMIT),
        ("legs", bool(movement.legs), kind in WITH_LEGS or (kind is Kind.POST and bool(movement.legs))),
    ):
        if found != wanted:
            yield f"A movement of kind {kind} {'needs' if wanted else 'takes no'} {name}."
    if movement.expires and movement.expires < movement.on:
        yield f"The reservation expires on {movement.expires}, before it is made on {movement.on}."


def _leg_faults(movement: Movement) -> Iterator[str]:
    kind = movement.kind
    if len({leg.account for leg in movement.legs}) < len(movement.legs):
        yield "Two legs name the same account; write their sum."
    for account, amount in movement.legs:
        for fault in account_faults(account):
            yield f"The account {account!r} {fault}."
        if type(amount) is not int or abs(amount) > MOST:
            yield f"The amount for {account} is {amount!r}; accepted: a whole number up to {MOST:,}."
        elif kind is Kind.BALANCE and amount < 0:
            yield f"The balance asserted for {account} is {amount:,}; accepted: 0 or more."
        elif kind in GIVES_BACK and amount >= 0:
            yield f"A {kind} lowers its accounts; the amount for {account} is {amount:,}."
        elif amount == 0 and kind is not Kind.BALANCE:
            yield f"The amount for {account} is 0, which moves nothing."


def _text_faults(movement: Movement) -> Iterator[str]:
    texts = [("key", movement.key), ("by", movement.by), ("reason", movement.reason)]
    texts += [("authority", movement.authority), ("reservation", movement.reservation)]
    texts += [(f"reference {to}", text) for to, text in movement.references]
    for name, text in texts:
        for fault in spelling_faults(text):
            yield f"The {name} {text!r} {fault}."
    for name, text in texts[:2]:
        if not text:
            yield f"The {name} is empty."
    named = [to for to, _ in movement.references]
    if sorted(set(named)) != named or not all(to.isascii() and to.isidentifier() for to in named):
        yield "References are named by plain words, each once, in alphabetical order."
