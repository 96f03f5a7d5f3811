"""The law of several days side by side: what is controlled, which chips it catches, where it reaches, what lifts it.

Nothing here reads the names of country groups or exceptions: every chip and every destination of the catalog is put to
the engine, in a transaction that differs in nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from weighbridge.app.answer import determine_readings, plan_for
from weighbridge.app.door import facts_of
from weighbridge.app.request.request import Request, read_request
from weighbridge.catalog.chips import chips
from weighbridge.catalog.destinations import Destination, destinations
from weighbridge.core.determination import Determination
from weighbridge.core.outcome import Outcome
from weighbridge.core.provision import Authorization, Classification, Effect, Exception_, Requirement
from weighbridge.core.text import Language, Text
from weighbridge.engine.determine import determine
from weighbridge.engine.plan import Plan
from weighbridge.law.compiled import load_corpus

ORIGIN = "US"


@dataclass(frozen=True, slots=True)
class Probe:
    """A datacenter chip of a tier, sent to every destination on every day; `parent` is where its buyer's parent sits.

    Without one the buyer's ultimate parent is headquartered at the destination, as the buyer is.
    """

    tier: str
    chip: str
    parent: str = ""


PROBES = (
    Probe("3A090.a", "nvidia-h100-sxm5"),
    Probe("3A090.b", "nvidia-a30"),
    Probe("3A090.a", "nvidia-h100-sxm5", "CN"),
)
OF_THESE_RULES = frozenset({"RS", "end user"})
"""The reasons for which the rules on advanced computing require a license; embargoes and others stand beside them."""

SALE = Text(
    "One chip, exported from the United States by a company headquartered there, to an end user located and "
    "headquartered at the destination, and owned there unless a parent elsewhere is named, for a civil use, with no "
    "other shipment that year.",
    "由總部設於美國之公司自美國出口一枚晶片，予位於目的地且總部設於該地之最終使用者（除另列母公司者外，亦由該地持有），"
    "供民用，當年度無其他出貨。",
)
LIFTED = (Outcome.EXCEPTION_AVAILABLE, Outcome.VEU_AUTHORIZATION)


@dataclass(frozen=True, slots=True)
class Caught:
    """A chip of the catalog that stands in some paragraph."""

    chip: str
    name: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """Where the law reaches with one probe: the destinations of each outcome, and those that a requirement applies to.

    `ruled` are those where a rule on advanced computing requires the license; `undecided` those of which it is unknown
    whether a requirement applies.
    """

    probe: Probe
    name: str
    paragraphs: tuple[str, ...]
    reached: tuple[str, ...]
    ruled: tuple[str, ...]
    undecided: tuple[str, ...]
    outcomes: Mapping[Outcome, tuple[str, ...]]

    @property
    def parent(self) -> Text:
        """The name of the place where the buyer's parent sits."""
        place = destinations()[self.probe.parent]
        return Text(place.name_en, place.name_zh_hant)


@dataclass(frozen=True, slots=True)
class Way:
    """A license exception or authorization in force, and for each tier the destinations where it can be used."""

    symbol: str
    authorizes: bool
    provisions: tuple[str, ...]
    usable: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Column:
    """The law of one day. `possible` are the chips of which too little is known to tell."""

    on: date
    paragraphs: tuple[str, ...]
    caught: tuple[Caught, ...]
    possible: tuple[str, ...]
    reaches: tuple[Reach, ...]
    ways: tuple[Way, ...]

    @property
    def by_paragraph(self) -> Mapping[str, int]:
        """How many chips stand in each paragraph that holds any."""
        among = [name for name in self.paragraphs if any(name in c.paragraphs for c in self.caught)]
        return {name: sum(name in c.paragraphs for c in self.caught) for name in among}

    def caught_beyond(self, other: Column) -> tuple[str, ...]:
        """The names of the chips that are caught here and not on the other day."""
        there = {c.chip for c in other.caught}
        return tuple(c.name for c in self.caught if c.chip not in there)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The days side by side, and out of how many chips and destinations each number is."""

    known_on: date
    track: str
    chips: int
    destinations: int
    columns: tuple[Column, ...]

    def to_plain(self, language: Language) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "known_on": self.known_on.isoformat(),
            "track": self.track,
            "chips": self.chips,
            "destinations": self.destinations,
            "transaction": SALE.to(language),
            "days": [_column_plain(column) for column in self.columns],
        }


def compare(days: Iterable[date], known_on: date | None = None, track: str = "book") -> Comparison:
    """The law of each day, in the order given, as far as it was published by `known_on` (all, if not given).

    Raises:
        DateNotEncoded, TrackNotEncoded: the law of some day, or the track, is not encoded.
    """
    known = known_on or load_corpus().horizon
    plans = [plan_for(day, known, track) for day in dict.fromkeys(days)]
    return Comparison(known, track, len(chips()), len(_abroad()), tuple(_column(plan) for plan in plans))


def paragraphs_of(chip_id: str, on: date, known_on: date, track: str = "book") -> tuple[str, ...]:
    """The ids of the paragraphs in which a chip of the catalog stands on a day.

    Raises:
        DateNotEncoded, TrackNotEncoded: that law is not encoded.
        RequestFaults: the catalog has no such chip.
    """
    return _stands_in(chip_id, plan_for(on, known_on, track))[0]


def _column(plan: Plan) -> Column:
    found = {chip: _stands_in(chip, plan) for chip in chips()}
    sold = {probe: {place: _sold(probe, place, plan) for place in _abroad()} for probe in PROBES}
    return Column(
        on=plan.rulebook.effective_on,
        paragraphs=_paragraphs(plan),
        caught=tuple(Caught(chip, chips()[chip].name, stands) for chip, (stands, _) in found.items() if stands),
        possible=tuple(chip for chip, (stands, may) in found.items() if may and not stands),
        reaches=tuple(_reach(probe, found[probe.chip][0], sold[probe], plan) for probe in PROBES),
        ways=_ways(plan, {probe.tier: by_place for probe, by_place in sold.items() if not probe.parent}),
    )


# --- what is controlled -------------------------------------------------------------------------------------------


def _paragraphs(plan: Plan) -> tuple[str, ...]:
    book = plan.rulebook.provisions.values()
    return tuple(sorted(p.id for p in book if isinstance(p.effect, Classification)))


def _stands_in(chip: str, plan: Plan) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The paragraphs in which a chip stands, and those in which it may."""
    request = _request({"on": plan.rulebook.effective_on.isoformat(), "activity": "export", "item": {"chip": chip}})
    _, determination, _ = determine_readings(request, plan)
    truths = {name: determination.truths[plan.places[name]] for name in _paragraphs(plan)}
    return tuple(n for n, truth in truths.items() if truth), tuple(n for n, truth in truths.items() if truth is None)


# --- where it reaches ---------------------------------------------------------------------------------------------


def _abroad() -> Mapping[str, Destination]:
    """Every destination that an export from the United States can have."""
    return {code: place for code, place in destinations().items() if place.treated_as != ORIGIN}


def _sold(probe: Probe, place: str, plan: Plan) -> Determination:
    """The sale of one chip to one destination, determined with the chip's main figures."""
    there = {"location": place, "headquarters": place, "ultimate_parent_headquarters": probe.parent or place}
    request = _request(
        {
            "on": plan.rulebook.effective_on.isoformat(),
            "activity": "export",
            "item": {"chip": probe.chip},
            "quantity": 1,
            "origin": ORIGIN,
            "destination": place,
            "exporter": {"location": ORIGIN, "headquarters": ORIGIN, "ultimate_parent_headquarters": ORIGIN},
            "ultimate_consignee": there,
            "intermediate_consignees": [],
            "end_use": ["civil"],
            "received_this_year_tpp": 0,
        }
    )
    return determine(plan, facts_of(request, plan, {}).facts)


def _request(stated: Mapping[str, Any]) -> Request:
    return read_request(stated, load_corpus().facts)


def _reach(probe: Probe, paragraphs: tuple[str, ...], determined: Mapping[str, Determination], plan: Plan) -> Reach:
    outcomes: dict[Outcome, tuple[str, ...]] = {}
    for place, found in determined.items():
        outcomes[found.outcome] = (*outcomes.get(found.outcome, ()), place)
    applying = {place: _applying(found, plan) for place, found in determined.items()}
    reached = tuple(place for place, effects in applying.items() if effects)
    ruled = tuple(place for place, effects in applying.items() if any(map(_is_of_these_rules, effects)))
    open_ = tuple(p for p in outcomes.get(Outcome.INCOMPLETE, ()) if p not in reached)
    return Reach(probe, chips()[probe.chip].name, paragraphs, reached, ruled, open_, outcomes)


def _applying(found: Determination, plan: Plan) -> tuple[Effect, ...]:
    """The license requirements and prohibitions that certainly apply; an exception may lift them all the same."""
    if found.outcome is Outcome.NOT_SUBJECT_TO_THE_EAR:
        return ()
    return tuple(p.provision.effect for p in (*plan.requirements, *plan.prohibitions) if found.truths[p.place])


def _is_of_these_rules(effect: Effect) -> bool:
    return isinstance(effect, Requirement) and effect.reason in OF_THESE_RULES


def _ways(plan: Plan, determined: Mapping[str, Mapping[str, Determination]]) -> tuple[Way, ...]:
    """Every exception and authorization in force, those of one symbol together."""
    provisions: dict[str, list[str]] = {}
    authorizes: dict[str, bool] = {}
    for p in plan.rulebook.provisions.values():
        if isinstance(p.effect, Exception_ | Authorization):
            provisions.setdefault(p.effect.symbol, []).append(p.id)
            authorizes[p.effect.symbol] = isinstance(p.effect, Authorization)
    return tuple(
        Way(
            symbol,
            authorizes[symbol],
            tuple(ids),
            {
                tier: tuple(place for place, found in by_place.items() if _usable(symbol, found))
                for tier, by_place in determined.items()
            },
        )
        for symbol, ids in sorted(provisions.items())
    )


def _usable(symbol: str, found: Determination) -> bool:
    return found.outcome in LIFTED and any(x.symbol == symbol and x.available for x in found.considered)


# --- as plain data ------------------------------------------------------------------------------------------------


def _column_plain(column: Column) -> dict[str, Any]:
    return {
        "on": column.on.isoformat(),
        "paragraphs": list(column.paragraphs),
        "caught": [{"chip": c.chip, "name": c.name, "paragraphs": list(c.paragraphs)} for c in column.caught],
        "possible": list(column.possible),
        "reaches": [_reach_plain(reach) for reach in column.reaches],
        "exceptions": [
            {
                "symbol": way.symbol,
                "kind": "authorization" if way.authorizes else "exception",
                "provisions": list(way.provisions),
                "usable": {tier: list(places) for tier, places in way.usable.items()},
            }
            for way in column.ways
        ],
    }


def _reach_plain(reach: Reach) -> dict[str, Any]:
    return {
        "tier": reach.probe.tier,
        "chip": reach.probe.chip,
        "parent": reach.probe.parent or None,
        "paragraphs": list(reach.paragraphs),
        "reached": list(reach.reached),
        "ruled": list(reach.ruled),
        "undecided": list(reach.undecided),
        "outcomes": {outcome.value: list(places) for outcome, places in reach.outcomes.items()},
    }
