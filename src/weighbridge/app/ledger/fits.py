"""How many units of an item still fit, by every way that they may go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from weighbridge.app.answer import Track
from weighbridge.app.ledger.facts import accounts_of
from weighbridge.app.ledger.reserve import answer_with, license_route
from weighbridge.app.ledger.routes import routes_of
from weighbridge.app.request.request import Request
from weighbridge.core.determination import Considered
from weighbridge.engine.draws import draw_count
from weighbridge.engine.explain import Explainer
from weighbridge.ledger.headroom import Fit, most_units
from weighbridge.ledger.store import Store

IN_HAND = "LICENSE_IN_HAND"


@dataclass(frozen=True, slots=True)
class Way:
    """A way for the item to go, and how many units still fit on it; None where it draws on no allocation at all."""

    name: str
    units: int | None
    fit: Fit | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Barred:
    """A way that would draw on an allocation and is not open, with the track that says why."""

    considered: Considered
    explainer: Explainer


@dataclass(frozen=True, slots=True)
class Fits:
    """What fits on a day: the ways that are open, those that are not, and the accounts of these that the book lacks.

    `unit_tpp` is what one unit has, as exact text.
    """

    on: date
    book: str
    track: Track
    unit_tpp: str | None
    ways: tuple[Way, ...]
    barred: tuple[Barred, ...]
    not_kept: tuple[str, ...]


def fits(store: Store, request: Request, known_on: date, track: str) -> Fits:
    """How many units of the request's item may still go on its day, by each way, the least burdened first.

    It is asked for one unit, with what was drawn before taken from the ledger; a stated quantity does not matter.
    Whether a license is granted is for its agency: the way `LICENSE` says how many units its allocation still holds.

    Raises:
        CannotKeep: what a way draws, or on whose account, is not known.
        RequestFaults, DateNotEncoded: there is no answer to the request.
        StoreUnavailable: the ledger cannot be read.
    """
    found = answer_with(store, replace(request, quantity=1), known_on, [track], with_advice=False).answer.tracks[0]
    d = found.determination
    ways = tuple(_ways(store, request, found))
    barred = tuple(
        Barred(considered, Explainer(d))
        for considered in d.considered
        if not considered.available and draw_count(found.plan, considered.symbol, d.truths)
    )
    unsettled = {b.considered.symbol for b in barred if b.considered.available is None}
    not_kept = tuple(
        account
        for allocation, account in accounts_of(found.plan, d.facts)
        if not unsettled.isdisjoint(allocation.draws_under) and store.standing(account) is None
    )
    tpp = d.facts.get("item.tpp")
    each = f"{Decimal(tpp).normalize():,f}" if isinstance(tpp, int | Decimal) else None
    return Fits(request.on, store.book, found, each, ways, barred, not_kept)


def _ways(store: Store, request: Request, track: Track) -> Iterator[Way]:
    for number in request.licenses:
        route = license_route(store, number, track)
        if route.legs:
            fit = most_units(store, route, request.on)
            yield Way(IN_HAND, fit.units, fit, number)
    for route in routes_of(track.plan, track.determination):
        if not route.legs:
            yield Way(route.name, None)
            continue
        fit = most_units(store, route, request.on)
        yield Way(route.name, fit.units, fit)
