"""Decides a movement on a book: what it changes, or the named refusal. Every store decides by this function.

A store may answer the common case (a reservation on plain accounts, dated no earlier than their latest draw) by a
statement of its own, provided that the answer is the same; `tests/ledger` holds the two equal.

In each rule below the order of the tests is the documented order of the refusals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from weighbridge.ledger import checks
from weighbridge.ledger.entry import Entry
from weighbridge.ledger.limit import Credit, Limit, LimitKind
from weighbridge.ledger.movement import Kind, Leg, Movement
from weighbridge.ledger.overlay import Overlay
from weighbridge.ledger.ratio import Draft, ratio_exceeded
from weighbridge.ledger.result import (
    AccountDiffers,
    AlreadyRecorded,
    AlreadyReserved,
    BalanceDiffers,
    Entered,
    Expired,
    KeyReused,
    MoreThanReserved,
    NotExpired,
    OutsidePeriod,
    Period,
    Recorded,
    Refused,
    ReservationClosed,
    Reserved,
    UnknownAccount,
    UnknownReservation,
)
from weighbridge.ledger.state import Change, Reservation, Standing, State

SHARING = "sharing"
"""The reference that a reservation carries whose amount came out of a sharing."""


def decide(state: State, movement: Movement) -> Change | AlreadyReserved | AlreadyRecorded | Refused:
    """What the movement changes in the book as it stands, or why it is not taken. Asks nothing of clock or store.

    The same key with the same content is answered with the entry made then, whatever has happened since.
    """
    known = state.entry(movement.key)
    if known is None:
        return RULES[movement.kind](state, movement)
    if known.movement != movement:
        return KeyReused(known)
    return AlreadyReserved(known) if movement.kind is Kind.RESERVE else AlreadyRecorded(known)


def entered(entry: Entry, change: Change) -> Entered:
    """The result for an accepted movement, now that it is an entry."""
    return Reserved(entry) if entry.movement.kind is Kind.RESERVE else Recorded(entry, change.over)


def _reserve(state: State, m: Movement) -> Change | Refused:
    accounts = checks.standings_of(state, m.legs)
    if isinstance(accounts, UnknownAccount):
        return accounts
    reservation = Reservation(m.key, m.on, m.expires or m.on, m.legs)
    if all(checks.plainly_fits(accounts[account], amount, m.on) for account, amount in m.legs):
        return opening(reservation, accounts)
    draft = Draft(m.on, opens=m.legs)
    shared = any(reference.to == SHARING for reference in m.references)
    return (
        checks.outside_period(accounts, m.on)
        or checks.limit_unknown(state, accounts, draft)
        or checks.awaits_sharing(accounts, shared=shared)
        or checks.not_credited(accounts, m.legs, Credit.ATTRITION)
        or checks.below_zero(accounts, m.legs)
        or checks.out_of_range(accounts, m.legs)
        or checks.exhausted(accounts, m.legs, m.on)
        or ratio_exceeded(state, draft)
        or opening(reservation, accounts)
    )


def opening(reservation: Reservation, accounts: checks.Accounts) -> Change:
    """What a reservation changes once nothing stands against it."""
    on = reservation.on
    return Change(tuple([accounts[a].moved(pending=x, on=on) for a, x in reservation.legs]), opened=reservation)


def _open_reservation(state: State, m: Movement) -> Reservation | UnknownReservation | ReservationClosed:
    found = state.reservation(m.reservation)
    if found is None:
        return UnknownReservation(m.reservation)
    return ReservationClosed(found.key, found.closed_by) if found.closed_by else found


def _post(state: State, m: Movement) -> Change | Refused:
    reservation = _open_reservation(state, m)
    if not isinstance(reservation, Reservation):
        return reservation
    accounts = {account: _known(state, account) for account, _ in reservation.legs}
    legs = m.legs or reservation.legs
    draft = Draft(m.on, posts=legs, closes=reservation)
    unnamed = tuple(account for account, _ in legs if account not in accounts)
    return (
        (UnknownAccount(unnamed) if unnamed else None)
        or (Expired(reservation.key, reservation.expires) if m.on > reservation.expires else None)
        or _before(reservation, m)
        or checks.outside_period({a: accounts[a] for a, _ in legs}, m.on)
        or checks.limit_unknown(state, {a: accounts[a] for a, _ in legs}, draft)
        or checks.not_credited(accounts, legs, Credit.ATTRITION)
        or _more_than_reserved(reservation, legs)
        or checks.exhausted(accounts, legs, m.on, posting=True)
        or ratio_exceeded(state, draft)
        or _posting(m, reservation, accounts, dict(legs))
    )


def _before(reservation: Reservation, m: Movement) -> OutsidePeriod | None:
    period = Period(reservation.key, reservation.on, reservation.expires)
    return OutsidePeriod(m.on, (period,)) if m.on < reservation.on else None


def _more_than_reserved(reservation: Reservation, legs: Iterable[Leg]) -> MoreThanReserved | None:
    reserved = dict(reservation.legs)
    for account, amount in legs:
        held = reserved[account]
        if not (0 < amount <= held or held <= amount < 0):
            return MoreThanReserved(account, held)
    return None


def _posting(m: Movement, reservation: Reservation, accounts: checks.Accounts, posted: Mapping[str, int]) -> Change:
    rows = []
    for account, amount in reservation.legs:
        on = m.on if account in posted else date.min
        rows.append(accounts[account].moved(pending=amount, back=True, posted=posted.get(account, 0), on=on))
    return Change(tuple(rows), closed=reservation._replace(closed_by=Kind.POST))


def _release(state: State, m: Movement) -> Change | Refused:
    """Void and expire: what was reserved is restored whole."""
    reservation = _open_reservation(state, m)
    if not isinstance(reservation, Reservation):
        return reservation
    if m.kind is Kind.EXPIRE and m.on <= reservation.expires:
        return NotExpired(reservation.key, reservation.expires)
    rows = tuple(_known(state, account).moved(pending=x, back=True) for account, x in reservation.legs)
    return Change(rows, closed=reservation._replace(closed_by=m.kind))


def _report(state: State, m: Movement) -> Change | Refused:
    """Return, attrition and adjustment: what happened is entered, whatever the limits say to it."""
    accounts = checks.standings_of(state, m.legs)
    if isinstance(accounts, UnknownAccount):
        return accounts
    credit = None if m.kind is Kind.ADJUST else Credit(m.kind.value)
    return (
        (checks.not_credited(accounts, m.legs, credit) if credit else None)
        or checks.below_zero(accounts, m.legs)
        or checks.out_of_range(accounts, m.legs)
        or _reporting(state, m, accounts)
    )


def _reporting(state: State, m: Movement, accounts: checks.Accounts) -> Change:
    rows = tuple(accounts[account].moved(posted=amount) for account, amount in m.legs)
    then = Overlay(state, rows)
    fleets = {over for account, _ in m.legs for over in state.ratios_over(account)}
    touched = [*rows, *(_known(then, account) for account in sorted(fleets - set(accounts)))]
    return Change(rows, over=checks.over_limits(then, touched, m.on))


def _limit(state: State, m: Movement) -> Change | Refused:
    limit = m.limit
    assert limit is not None, "a movement of kind limit has one"
    found, base = state.standing(limit.account), state.standing(limit.base) if limit.base else None
    if limit.base and base is None:
        return UnknownAccount((limit.base,))
    if base and base.limit.kind is not LimitKind.TALLY:
        return AccountDiffers(limit.base, base.limit.kind, LimitKind.TALLY)
    if found and _nature(found.limit) != _nature(limit):
        return AccountDiffers(limit.account, _nature(found.limit), _nature(limit))
    row = found._replace(limit=limit) if found else Standing(limit)
    return Change((row,), over=checks.over_limits(Overlay(state, (row,)), (row,), m.on))


def _nature(limit: Limit) -> str:
    """What a change of terms leaves as it is."""
    return f"{limit.kind} in {limit.unit}" + (f" of {limit.base}" if limit.base else "")


def _balance(state: State, m: Movement) -> Change | Refused:
    accounts = checks.standings_of(state, m.legs)
    if isinstance(accounts, UnknownAccount):
        return accounts
    for account, asserted in m.legs:
        if accounts[account].posted != asserted:
            return BalanceDiffers(account, asserted, accounts[account].posted)
    return Change()


def _known(state: State, account: str) -> Standing:
    """The standing of an account that the book has entered something for."""
    standing = state.standing(account)
    assert standing is not None, f"{account} has entries and no standing"
    return standing


RULES: Mapping[Kind, Callable[[State, Movement], Change | Refused]] = {
    Kind.LIMIT: _limit,
    Kind.RESERVE: _reserve,
    Kind.POST: _post,
    Kind.VOID: _release,
    Kind.EXPIRE: _release,
    Kind.RETURN: _report,
    Kind.ATTRITION: _report,
    Kind.ADJUST: _report,
    Kind.BALANCE: _balance,
}
