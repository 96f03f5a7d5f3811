"""Chips on several days of the rule: in which paragraph each stands, and what a sale to one place needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from weighbridge.app.answer import determine_readings, plan_for
from weighbridge.app.faults import Faults
from weighbridge.app.request.request import read_request
from weighbridge.catalog.chips import AmbiguousChip, Chip, UnknownChip, find_chip
from weighbridge.catalog.destinations import (
    AmbiguousDestination,
    Destination,
    UnknownDestination,
    destinations,
    find_destination,
)
from weighbridge.core.fact import Kind
from weighbridge.core.outcome import Outcome, Policy
from weighbridge.core.provision import Classification
from weighbridge.core.rulebook import BOOK, Corpus
from weighbridge.core.text import Text
from weighbridge.law.compiled import load_corpus

NOTABLE = (
    "nvidia-a100-sxm4-80gb", "nvidia-a800-sxm4-80gb", "nvidia-h100-sxm5", "nvidia-h800-sxm5", "nvidia-h20",
    "nvidia-h200-sxm", "nvidia-b200", "nvidia-b300", "nvidia-gb300", "nvidia-l40s", "nvidia-l40", "nvidia-l20",
    "nvidia-l2", "nvidia-rtx-4090", "nvidia-rtx-4090d", "nvidia-rtx-5090", "nvidia-a30", "amd-mi210", "amd-mi250x",
    "amd-mi300x", "amd-mi308x", "amd-mi325x", "intel-gaudi2", "intel-gaudi3", "huawei-ascend-910b2",
    "huawei-ascend-910c",
)  # fmt: skip
"""The chips shown unless others are named: those that the rules were written about, or designed for."""
CHINA = "CN"
NO_CHIP = Text("The catalog has no such chip.", "型錄中無此晶片。")
SEVERAL = Text("Several chips have this name.", "有數款晶片使用此名稱。")
A_CHIP = Text("a chip of the catalog", "型錄中之晶片")
NO_PLACE = Text("There is no such destination, or there are several.", "無此目的地，或有數個。")
A_PLACE = Text("an ISO 3166-1 code or a name", "ISO 3166-1 代碼或名稱")
CERTIFICATIONS = "window."
SALE = Text(
    "One chip, exported from the United States to an end user located, headquartered and owned at the destination, for "
    "a civil use, with every certification that review case by case asks for.",
    "自美國出口一枚晶片予位於目的地、總部設於該地且由該地持有之最終使用者，供民用，並備齊個案審查所要求之證明。",
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A chip on a day: its paragraphs, whether too little is known to tell, and what the sale needs.

    `released` says whether the chip was out by the end of that year; before, the law is asked of a chip to come.
    """

    released: bool
    paragraphs: tuple[str, ...]
    open: bool
    outcome: Outcome
    exception: str | None
    review_policy: Policy | None


@dataclass(frozen=True, slots=True)
class Migrant:
    """A chip, and how it stands on each of the days."""

    chip: str
    name: str
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Migration:
    """Chips by days."""

    days: tuple[date, ...]
    known_on: date
    track: str
    destination: str
    named: Text
    migrants: tuple[Migrant, ...]

    def to_plain(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "days": [str(day) for day in self.days],
            "known_on": str(self.known_on),
            "track": self.track,
            "destination": self.destination,
            "chips": [
                {"chip": m.chip, "name": m.name, "days": [_standing_plain(s) for s in m.standings]}
                for m in self.migrants
            ],
        }


def migrate(
    days: Iterable[date],
    names: Sequence[str] = NOTABLE,
    known_on: date | None = None,
    track: str = BOOK,
    destination: str = CHINA,
) -> Migration:
    """How each chip stands on each day, in the order given, as far as the law was published by `known_on`.

    Raises:
        DateNotEncoded, TrackNotEncoded: the law of some day, or the track, is not encoded.
        RequestFaults: a name is no chip of the catalog, or of several; or the destination is none.
    """
    known = known_on or load_corpus().horizon
    on, faults = tuple(dict.fromkeys(days)), Faults()
    shown, place = _chips(names, faults), _place(destination, faults)
    faults.raise_if_any()
    migrants = (
        Migrant(chip.id, chip.name, tuple(_standing(chip, day, known, track, place.iso2) for day in on))
        for chip in shown
    )
    named = Text(place.name_en, place.name_zh_hant)
    return Migration(on, known, track, place.iso2, named, tuple(migrants))


def _place(name: str, faults: Faults) -> Destination:
    """The destination of that name; the first of all if there is none, which is a fault."""
    try:
        return find_destination(name)
    except UnknownDestination as unknown:
        faults.add("destination", name, NO_PLACE, A_PLACE, unknown.nearest)
    except AmbiguousDestination as ambiguous:
        faults.add("destination", name, NO_PLACE, A_PLACE, ambiguous.candidates)
    return next(iter(destinations().values()))


def _chips(names: Sequence[str], faults: Faults) -> tuple[Chip, ...]:
    """The chips of those names, each once."""
    found = {}
    for name in names:
        try:
            chip = find_chip(name)
            found[chip.id] = chip
        except UnknownChip as unknown:
            faults.add("chip", name, NO_CHIP, A_CHIP, unknown.nearest)
        except AmbiguousChip as ambiguous:
            faults.add("chip", name, SEVERAL, A_CHIP, ambiguous.candidates)
    return tuple(found.values())


def _standing(chip: Chip, on: date, known_on: date, track: str, destination: str) -> Standing:
    corpus = load_corpus()
    plan = plan_for(on, known_on, track)
    there = {"location": destination, "headquarters": destination, "ultimate_parent_headquarters": destination}
    home = {"location": "US", "headquarters": "US", "ultimate_parent_headquarters": "US"}
    asked = {
        "on": on.isoformat(),
        "activity": "export",
        "item": {"chip": chip.id},
        "quantity": 1,
        "origin": "US",
        "destination": destination,
        "exporter": home,
        "ultimate_consignee": there,
        "intermediate_consignees": [],
        "end_use": ["civil"],
        "received_this_year_tpp": 0,
        "facts": _certifications(corpus),
    }
    _, found, _ = determine_readings(read_request(asked, corpus.facts), plan)
    paragraphs = [p.id for p in plan.rulebook.provisions.values() if isinstance(p.effect, Classification)]
    truths = {name: found.truths[plan.places[name]] for name in paragraphs}
    stands = tuple(name for name, truth in truths.items() if truth)
    open_ = not stands and None in truths.values()
    released = chip.release_year is None or chip.release_year <= on.year
    return Standing(released, stands, open_, found.outcome, found.exception, found.review_policy)


def _certifications(corpus: Corpus) -> Mapping[str, Any]:
    """Every certification of review case by case given, and no unit shipped yet."""
    asked = (fact for name, fact in corpus.facts.items() if name.startswith(CERTIFICATIONS))
    return {fact.name: True if fact.kind is Kind.TRUTH else 0 for fact in asked}


def _standing_plain(s: Standing) -> dict[str, Any]:
    return {
        "released": s.released,
        "eccns": list(s.paragraphs),
        "open": s.open,
        "outcome": s.outcome.value,
        "exception": s.exception,
        "review_policy": s.review_policy.value if s.review_policy else None,
    }
