"""What an asker could change about a request, nearest first: destination, ownership, item, date, quantity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

from weighbridge.app.request.circuit import circuit_of
from weighbridge.app.request.item import Item
from weighbridge.app.request.request import PLACES, Party, Request
from weighbridge.catalog.chips import chips, find_chip
from weighbridge.catalog.destinations import destinations
from weighbridge.engine.advise import Change

NOTHING_YET = Decimal(0)
OWNERSHIP = "ultimate_consignee.ownership"
COUNT = 12


def levers_of(request: Request) -> Mapping[str, Sequence[str]]:
    """For each fact that can change the values worth trying. None for a service: nothing is shipped."""
    if request.activity == "iaas":
        return {}
    found: dict[str, Sequence[str]] = {}
    if request.destination:
        found["destination"] = [place for place in NEIGHBOURS if place != request.destination]
    if "ultimate_consignee" in request.parties:
        found[OWNERSHIP] = _owners(request)
    if request.item and request.item.form == "integrated_circuit" and request.item.circuits:
        found["item"] = _lesser_chips(request.item)
    found["on"] = [day.isoformat() for day in _turning_days(request.on)]
    return found


NEIGHBOURS = ("PL", "IN", "BR", "AE", "SG", "MX", "JP", "GB", "DE", "TW")
"""Destinations tried: some of each group that the law tells apart."""


def _owners(request: Request) -> list[str]:
    """The consignee owned from where it is, or from an ally."""
    here = [request.destination] if request.destination in destinations() else []
    return [place for place in dict.fromkeys([*here, "US", "JP"]) if place]


def _lesser_chips(item: Item) -> list[str]:
    """Chips of the same use with less performance, the strongest first."""
    circuit = item.circuits[0][0]
    most = circuit.readings[0].tpp
    if most is None:
        return []
    weaker = [
        (tpp, name)
        for tpp, name, datacenter in _ranked()
        if tpp < most and datacenter == circuit.designed_for_datacenter
    ]
    return [name for _, name in weaker[:COUNT]]


@cache
def _ranked() -> tuple[tuple[Decimal, str, bool], ...]:
    """Every chip with its TPP and whether it is made for datacenters, the strongest first; no estimated ones."""
    found = [
        (tpp, chip.id, chip.designed_or_marketed_for_datacenter)
        for chip in chips().values()
        if not chip.estimate and (tpp := circuit_of(chip).readings[0].tpp) is not None
    ]
    return tuple(sorted(found, reverse=True))


def _turning_days(on: date) -> list[date]:
    """The first day of the next quarter and of the next year: limits are kept by calendar quarter and year."""
    quarter = (on.month - 1) // 3 + 1
    next_quarter = date(on.year + (quarter == 4), 1 if quarter == 4 else quarter * 3 + 1, 1)
    return sorted({next_quarter, date(on.year + 1, 1, 1)})


def applied(request: Request, changes: Sequence[Change]) -> Request:
    """The request with the changes made."""
    for change in changes:
        request = _apply(request, change)
    return request


def _apply(request: Request, change: Change) -> Request:
    match change.lever:
        case "quantity":
            return replace(request, quantity=int(change.to))
        case "destination":
            return replace(request, destination=change.to, parties=_moved(request.parties, change.to))
        case "on":
            day = date.fromisoformat(change.to)
            started = {} if day.year == request.on.year else {"received_this_year_tpp": NOTHING_YET}
            return replace(request, on=day, quantities={**request.quantities, **started})
        case "item":
            assert request.item is not None
            count = request.item.circuits[0][1]
            circuit = circuit_of(find_chip(change.to))
            return replace(request, item=replace(request.item, label=circuit.label, circuits=((circuit, count),)))
        case _:
            return replace(request, parties=_owned(request.parties, change.to))


def _moved(parties: Mapping[str, Party], place: str) -> dict[str, Party]:
    """The consignee and the end user at another place, owned as before."""
    return {
        key: replace(party, places={**party.places, "location": place}) if key != "exporter" else party
        for key, party in parties.items()
    }


def _owned(parties: Mapping[str, Party], place: str) -> dict[str, Party]:
    """The consignee and the end user headquartered, with their ultimate parents, at another place."""
    owned = dict.fromkeys(PLACES[1:], place)
    return {
        key: replace(party, places={**party.places, **owned}) if key != "exporter" else party
        for key, party in parties.items()
    }
