"""Reserves what a determination draws on, under its id; only where its outcome permits the transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, Decimal

from weighbridge.app.answer import Answer, Track, answer, plan_for
from weighbridge.app.identity import determination_id
from weighbridge.app.ledger.accounts import CannotKeep
from weighbridge.app.ledger.ending import Ending, NothingToReserve, OutcomeDoesNotPermit
from weighbridge.app.ledger.facts import FromLedger, accounts_of
from weighbridge.app.ledger.routes import legs_of
from weighbridge.app.ledger.terms import facts_in, presuming
from weighbridge.app.request.request import Request
from weighbridge.core.outcome import Outcome
from weighbridge.core.provision import Allocation
from weighbridge.core.text import Text
from weighbridge.ledger.account import account_id
from weighbridge.ledger.headroom import Route, fill, together
from weighbridge.ledger.limit import Unit
from weighbridge.ledger.movement import Kind, Leg, Movement, Reference
from weighbridge.ledger.result import AlreadyReserved, ReservationClosed
from weighbridge.ledger.store import Head, Store

PERMITS = frozenset({Outcome.NO_LICENSE_REQUIRED, Outcome.EXCEPTION_AVAILABLE, Outcome.VEU_AUTHORIZATION})
"""The outcomes under which a shipment may go without a license."""
NOT_KEPT = Text(
    "The ledger (book {0}) has no account {1}: what was drawn on it before is not known from there. Enter its limit "
    "(ledger limits).",
    "帳本（帳簿 {0}）無帳戶 {1}：先前使用數量無從得知。請登錄其限額（ledger limits）。",
)

PRESUMED = Text(
    "The ledger (book {0}) has no account {1}; nothing is counted as drawn on it before.",
    "帳本（帳簿 {0}）無帳戶 {1}；視為先前未曾使用。",
)


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer that was given with a ledger at hand: which book, and up to which entry it was read."""

    answer: Answer
    head: Head


def answer_with(
    store: Store,
    request: Request,
    known_on: date,
    tracks: Sequence[str],
    *,
    own: str = "",
    with_advice: bool = True,
    with_remarks: Sequence[str] = (),
) -> Kept:
    """Determine with what the ledger knows. `own`: the transaction's own reservation, which is not counted.

    Raises:
        RequestFaults: the request is faulty, or states a figure that contradicts the ledger.
        DateNotEncoded: that law is not encoded.
        StoreUnavailable: the ledger cannot be read.
    """
    head = store.head()
    sources = (FromLedger(store, request, own),)
    found = answer(request, known_on, tracks, with_advice=with_advice, with_remarks=with_remarks, sources=sources)
    lacking = {track.name: _not_kept(store, track) for track in found.tracks}
    drawn = dict.fromkeys(
        account
        for track in found.tracks
        for allocation, account in lacking[track.name]
        if allocation in {draw.provision.effect for draw in track.determination.draws}
    )
    notes = (*found.notes, *(NOT_KEPT.format(store.book, account) for account in drawn))
    told = tuple(_assuming(track, lacking[track.name], store.book) for track in found.tracks)
    return Kept(replace(found, tracks=told, notes=notes), head)


Lacking = Sequence[tuple[Allocation, str]]


def _not_kept(store: Store, track: Track) -> Lacking:
    """The allocations that may be drawn on and whose accounts the ledger does not have."""
    known = accounts_of(track.plan, track.determination.facts)
    return [(allocation, account) for allocation, account in known if store.standing(account) is None]


def _assuming(track: Track, lacking: Lacking, book: str) -> Track:
    """The track, with what was presumed for want of an account said as that, not as for want of a ledger."""
    reckoner = presuming(track.plan.rulebook, track.determination.facts)
    of_fact = {fact: account for allocation, account in lacking for fact in facts_in(reckoner, allocation.used)}
    assumptions = tuple(
        replace(a, text=PRESUMED.format(book, of_fact[a.fact])) if a.fact in of_fact else a
        for a in track.determination.assumptions
    )
    return replace(track, determination=replace(track.determination, assumptions=assumptions))


def reservation_id(request: Request, known_on: date, track: str) -> str:
    """The id under which a determination on this track is reserved.

    Raises:
        DateNotEncoded: that law is not encoded.
    """
    return determination_id(request, plan_for(request.on, known_on, track).rulebook.digest)


def reserve(store: Store, found: Answer, track: str, expires: date, by: str) -> Ending:
    """Reserve what the determination draws on that track: all of it, or nothing. Asked again, it is the same one.

    The reservation is dated by the transaction, whose year and quarter it draws on. One that was given up or lapsed is
    not taken up again; another `reference` makes it another transaction.

    Raises:
        CannotKeep: what is drawn, or on whose account, is not known.
        StoreUnavailable: nothing is known of the reservation; repeat it.
    """
    request = found.request
    decided = next(t for t in found.tracks if t.name == track)
    key = determination_id(request, decided.plan.rulebook.digest)
    if (entry := store.entry(key)) is not None:
        reservation = store.reservation(key)
        if reservation and reservation.closed_by in (Kind.VOID, Kind.EXPIRE):
            return ReservationClosed(key, reservation.closed_by)
        return AlreadyReserved(entry)
    outcome = decided.determination.outcome
    if outcome in PERMITS:
        legs = legs_of(decided.determination) if decided.determination.draws else ()
        if not legs:
            return NothingToReserve(track, outcome)
    else:
        legs = _licensed(store, request, decided) if outcome is Outcome.LICENSE_REQUIRED else ()
        if not legs:
            return OutcomeDoesNotPermit(track, outcome, request.licenses)
    references = [Reference("determination", key), Reference("track", track)]
    references += [Reference("order", request.reference)] if request.reference else []
    return store.record(
        Movement(Kind.RESERVE, request.on, key, by, legs, expires=expires, references=tuple(sorted(references)))
    )


def _licensed(store: Store, request: Request, decided: Track) -> tuple[Leg, ...]:
    """The legs on the licenses in hand that the ledger keeps: what the first cannot take spills to the next.

    Raises:
        CannotKeep: a license counts what the request does not state.
    """
    routes = [route for name in request.licenses if (route := license_route(store, name, decided)).legs]
    if not routes or not request.quantity:
        return ()
    fits = fill(store, routes, request.on, request.quantity)
    # What fits nowhere is asked of the last, so that the refusal says what is left there.
    lacking = request.quantity - sum(fit.units for fit in fits)
    return together([*fits[:-1], replace(fits[-1], units=fits[-1].units + lacking)])


def license_route(store: Store, number: str, decided: Track) -> Route:
    """What one unit takes of a license, of which there may be a quantity, a TPP and a value."""
    kept = [standing.limit for standing in store.standings(account_id("license", number) + "/")]
    legs = []
    for limit in kept:
        tpp = decided.determination.facts.get("transaction.total_tpp")
        quantity = decided.determination.facts.get("quantity")
        if limit.unit is Unit.ITEMS:
            legs.append(Leg(limit.account, 1))
        elif limit.unit is Unit.TPP and isinstance(tpp, int | Decimal) and isinstance(quantity, int | Decimal):
            legs.append(Leg(limit.account, int((Decimal(tpp) / quantity).to_integral_value(ROUND_CEILING))))
        else:
            raise CannotKeep([f"{limit.account} counts {limit.unit}, which the request does not state."])
    return Route(number, tuple(legs))
