"""`weighbridge ledger reserve|post|void|expire|return|attrition|adjust|balance`: one entry each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import click

from weighbridge.app.faults import Fault, Faults, RequestFaults
from weighbridge.app.ledger.amounts import negated, read_legs
from weighbridge.cli.common import DAY, print_json
from weighbridge.cli.ledger.common import Desk, at_a_book_on_a_day
from weighbridge.core.text import Text
from weighbridge.ledger.book import Book
from weighbridge.ledger.decide import SHARING
from weighbridge.ledger.movement import Kind, Leg, Movement, Reference
from weighbridge.ledger.store import Store

LEGS = click.argument("legs", nargs=-1, required=True, metavar="ACCOUNT=AMOUNT…")
REASON = click.option("--reason", required=True, help="Why.")
REFERENCES = click.option("--ref", "references", multiple=True, metavar="NAME=ID", help="What it belongs to.")
NONE_EXPIRED = Text("No open reservation was past its last day on {0}.", "{0} 並無逾期之未結保留。")
A_REFERENCE = Text("NAME=ID, such as order=PO-77", "名稱=代號，例如 order=PO-77")
SHARED_ONLY = Text(
    "Only what `ledger share` granted carries this reference; take part in the sharing.",
    "此參照僅由 `ledger share` 分配者附帶；請參與分配。",
)
NOT_NAMED = Text("It is reserved on this account too, and not posted.", "亦已就此帳戶保留，然未登錄。")
NAME_EACH = Text(
    "an amount for each account of the reservation, 0 to restore it whole; or none, to post it all",
    "就保留之各帳戶填寫數量（0 為全數回復）；或均不填，以全數登錄",
)
NO_REFERENCE = Text("It is no reference, or one given twice.", "並非參照，或重複填寫。")


@click.command()
@click.argument("key")
@LEGS
@click.option("--expires", type=DAY, required=True, help="The last day on which it can be posted.")
@REFERENCES
@at_a_book_on_a_day
def reserve(desk: Desk, key: str, legs: tuple[str, ...], expires: datetime, references: tuple[str, ...]) -> None:
    """Set AMOUNT aside on each ACCOUNT under KEY, all or none. The same command again changes nothing.

    An amount is in the account's unit, or so many chips: country/IN/2025-2027=1000xnvidia-h100-sxm5. Where too little
    is left, reservations on these accounts that are past their last day are expired first.
    """
    with desk.faults():
        faults = Faults()
        wanted, named = read_legs(legs, faults), _references(references, faults)
        faults.raise_if_any()
        with desk.opened() as store:
            book, today = Book(store, desk.by), desk.lapses(desk.on)
            desk.show(book.reserve(wanted, key, desk.on, expires.date(), dict(named), today=today))


@click.command()
@click.argument("reservation")
@click.argument("legs", nargs=-1, metavar="[ACCOUNT=AMOUNT…]")
@click.option("--shipment", help="The shipment that went out.")
@REFERENCES
@at_a_book_on_a_day
def post(
    desk: Desk, reservation: str, legs: tuple[str, ...], shipment: str | None, references: tuple[str, ...]
) -> None:
    """Post RESERVATION: all of it, or the amounts given for each of its accounts, of which the rest is restored."""
    named = (*references, *([f"shipment={shipment}"] if shipment else []))
    _enter(desk, Kind.POST, f"post {reservation}", legs, named, reservation=reservation)


@click.command()
@click.argument("reservation")
@click.option("--reason", default="", help="Why.")
@at_a_book_on_a_day
def void(desk: Desk, reservation: str, reason: str) -> None:
    """Give RESERVATION up; what it held is free again."""
    _enter(desk, Kind.VOID, f"void {reservation}", reservation=reservation, reason=reason)


@click.command()
@click.argument("reservations", nargs=-1, metavar="[RESERVATION…]")
@at_a_book_on_a_day
def expire(desk: Desk, reservations: tuple[str, ...]) -> None:
    """Restore every open reservation whose last day is past on the day of the entry, or the ones named."""
    with desk.faults(), desk.opened() as store:
        faults = Faults()
        desk.happened(faults)
        faults.raise_if_any()
        due = reservations or tuple(r.key for r in store.open_reservations(expired_on=desk.on))
        if due:
            movements = [Movement(Kind.EXPIRE, desk.on, f"expire {key}", desk.by, reservation=key) for key in due]
            desk.show(*store.record_all(movements), as_list=True)
        elif desk.json:
            print_json([])
        else:
            click.echo(NONE_EXPIRED.to(desk.language).format(desk.on))


@click.command("return")
@click.argument("key")
@LEGS
@REASON
@REFERENCES
@at_a_book_on_a_day
def return_(desk: Desk, key: str, legs: tuple[str, ...], reason: str, references: tuple[str, ...]) -> None:
    """Enter under KEY that AMOUNT came back; it is credited where the account's terms say so."""
    _enter(desk, Kind.RETURN, key, legs, references, reason=reason)


@click.command()
@click.argument("key")
@LEGS
@REASON
@REFERENCES
@at_a_book_on_a_day
def attrition(desk: Desk, key: str, legs: tuple[str, ...], reason: str, references: tuple[str, ...]) -> None:
    """Enter under KEY that AMOUNT was lost, failed, moved away or sold; credited where the terms say so."""
    _enter(desk, Kind.ATTRITION, key, legs, references, reason=reason)


@click.command()
@click.argument("key")
@LEGS
@REASON
@click.option("--authority", required=True, help="Who decided it, and where that is written.")
@REFERENCES
@at_a_book_on_a_day
def adjust(
    desk: Desk, key: str, legs: tuple[str, ...], reason: str, authority: str, references: tuple[str, ...]
) -> None:
    """Correct each ACCOUNT by AMOUNT (-AMOUNT to lower it) under KEY: what no other kind of entry says."""
    _enter(desk, Kind.ADJUST, key, legs, references, reason=reason, authority=authority)


@click.command()
@LEGS
@click.option("--key", default="", help="A key of your own.  [default: the day and the book's last entry]")
@at_a_book_on_a_day
def balance(desk: Desk, legs: tuple[str, ...], key: str) -> None:
    """Assert that AMOUNT is posted to each ACCOUNT. A difference is refused; what agrees is entered."""
    _enter(desk, Kind.BALANCE, key, legs)


def _enter(
    desk: Desk, kind: Kind, key: str, written: Iterable[str] = (), references: Iterable[str] = (), **fields: Any
) -> None:
    """Make the movement out of what was written, and enter it."""
    with desk.faults():
        faults = Faults()
        legs: Iterable[Leg] = read_legs(written, faults)
        if kind in (Kind.RETURN, Kind.ATTRITION):
            legs = negated(legs)
            desk.happened(faults)
        named = _references(references, faults)
        faults.raise_if_any()
        with desk.opened() as store:
            if kind is Kind.POST and legs:
                legs = _in_part(store, fields["reservation"], legs)
            # An assertion speaks of the book as it stands: an older one under the same key must not answer for it.
            own = key or (f"balance {desk.on} after entry {store.head().number}" if kind is Kind.BALANCE else "")
            movement = Movement(kind, desk.on, own, desk.by, tuple(legs), references=named, **fields)
            desk.show(store.record(movement))


def _in_part(store: Store, key: str, legs: Iterable[Leg]) -> tuple[Leg, ...]:
    """The legs of a posting in part: of each account that was reserved on, so that none is forgotten and set free.

    Raises:
        RequestFaults: an account of the reservation is not named.
    """
    named, reservation = dict(legs), store.reservation(key)
    forgotten = [account for account, _ in reservation.legs if account not in named] if reservation else []
    if forgotten:
        raise RequestFaults([Fault("ACCOUNT=AMOUNT", account, NOT_NAMED, NAME_EACH) for account in forgotten])
    posted = tuple(Leg(account, amount) for account, amount in named.items() if amount)
    # A posting without legs is one of everything: where all are 0, they stay, and are refused as moving nothing.
    return posted or tuple(legs)


def _references(written: Iterable[str], faults: Faults) -> tuple[Reference, ...]:
    found: dict[str, str] = {}
    for reference in written:
        name, _, id_ = reference.partition("=")
        if not id_ or not (name.isascii() and name.isidentifier()) or name in found:
            faults.add("--ref", reference, NO_REFERENCE, A_REFERENCE)
        elif name == SHARING:
            faults.add("--ref", reference, SHARED_ONLY, A_REFERENCE)
        found[name] = id_
    return tuple(Reference(name, found[name]) for name in sorted(found))
