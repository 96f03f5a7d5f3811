"""The door: from a request to the facts that the law asks, and to what was taken without having been stated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from weighbridge.app.request.item import Item, total_tpp
from weighbridge.app.request.request import PLACES, Party, Request
from weighbridge.catalog.destinations import Destination, destinations
from weighbridge.core.fact import FactValue, Kind
from weighbridge.core.text import Text
from weighbridge.core.truth import any_holds
from weighbridge.engine.plan import Plan
from weighbridge.law.facts.listed import BY_LIST

Taken = tuple[Text, ...]

CLASSIFIED_BY_ASKER = ("item.asserted_eccn", "item.base_eccn", "item.for_eccn")
NOT_SO = "none"
"""What these facts say of an item that its asker describes instead of classifying: known, and no ECCN."""

SAME_END_USER = Text(
    "No end user is named; the ultimate consignee is taken as the end user.",
    "未填最終使用者；以最終收貨人為最終使用者。",
)
NO_INTERMEDIATE = Text(
    "No intermediate consignee is named; none is taken to take part.", "未填中間收貨人；視為無中間收貨人。"
)
EXPORTED = Text("No activity is stated; an export from the United States is taken.", "未填行為；視為自美國出口。")
LOCATED_THERE = Text(
    "No location of the ultimate consignee is stated; the destination is taken.", "未填最終收貨人所在地；以目的地為準。"
)
TREATED_AS = Text("{0} is treated as {1} ({2}).", "{0} 依 {1} 處理（{2}）。")
INDETERMINATE = Text(
    "{0} is in no table of the EAR; its country groups are unknown ({1}).",
    "{0} 未列於 EAR 任何表格；其國家組別不明（{1}）。",
)
ONE_LINK = Text(
    "The catalog's interconnect rate of {0} ({1} GB/s) counts the link between chips, or to the host where there is no "
    "other; the law of that day adds up all inputs and outputs but those to volatile memory.",
    "目錄所載 {0} 之互連傳輸率（{1} GB/s）僅計晶片間連結，無此連結者計主機連結；"
    "當日之規定則加總揮發性記憶體以外之所有輸入及輸出。",
)
LICENSE_IN_HAND = Text(
    "A license in hand is stated ({0}); whether it covers this transaction is not judged here.",
    "已填持有許可（{0}）；其是否涵蓋本交易，不在此判斷。",
)


@dataclass(frozen=True, slots=True)
class Stated:
    """The facts of a request, and the sentences that say what was taken."""

    facts: Mapping[str, FactValue]
    taken: Taken


class Source(Protocol):
    """Knows more of a request than it states: a ledger, what was drawn before."""

    def __call__(self, request: Request, plan: Plan, stated: Stated) -> Stated:
        """What is stated, with what the source knows.

        Raises:
            RequestFaults: the request contradicts the source.
        """


def facts_of(request: Request, plan: Plan, reading: Mapping[int, int], sources: Sequence[Source] = ()) -> Stated:
    """Every fact that the request states, with the circuits' figures in the given reading, and what sources add."""
    taken: list[Text] = []
    facts: dict[str, FactValue | None] = {
        "on": request.on,
        "activity": request.activity or "export",
        "quantity": request.quantity,
        "destination": _placed(request.destination, taken),
        "origin": _placed(request.origin, taken),
        "end_use": request.end_use,
        **request.quantities,
    }
    if request.activity is None:
        taken.append(EXPORTED)
    facts |= _parties(request, taken)
    if request.item is not None:
        facts |= _item(request.item, request, plan, reading)
        taken += (*request.item.notes, *_one_link(request.item, plan))
        facts |= _designer(request.item, plan)
    taken += [LICENSE_IN_HAND.format(number) for number in request.licenses]
    facts |= {**_by_name(request, plan, taken), **request.readings}
    facts = {**_application(request.on, facts.get("designer.applied_on")), **facts}
    stated = Stated({k: v for k, v in facts.items() if v is not None}, tuple(dict.fromkeys(taken)))
    for source in sources:
        stated = source(request, plan, stated)
    return stated


def _one_link(item: Item, plan: Plan) -> Iterator[Text]:
    """What the catalog's rate of a chip leaves out, where the law of that day turns on the rate."""
    if "item.interconnect_gb_per_s" in plan.reads.get("3A090.a.parameters", ()):
        for circuit, _ in item.circuits:
            if circuit.designer_headquarters and circuit.interconnect is not None:
                yield ONE_LINK.format(circuit.label, f"{circuit.interconnect:f}")


def _designer(item: Item, plan: Plan) -> dict[str, FactValue | None]:
    """What the catalog knows of the designers: one of Macau or D:5 can be neither approved nor authorized."""
    seats = {circuit.designer_headquarters for circuit, _ in item.circuits} - {None}
    values = plan.rulebook.values
    barred = [members for name in ("group.d5", "group.macau") if isinstance(members := values.get(name), frozenset)]
    if any(seats & members for members in barred):
        return {"designer.status": "other", "designer.of_macau_or_d5": True}
    return {"designer.of_macau_or_d5": False} if seats else {}


def _application(on: date, applied_on: FactValue | None) -> dict[str, FactValue | None]:
    """Of the day on which the designer applied: whether that is past, and how many days it is."""
    if not isinstance(applied_on, date):
        return {}
    applied = applied_on <= on
    return {
        "designer.applied_to_be_approved": applied,
        "designer.days_since_application": (on - applied_on).days if applied else None,
    }


def _by_name(request: Request, plan: Plan, taken: list[Text]) -> dict[str, FactValue | None]:
    """Facts that the request states by their names; those of the consignee hold for an end user that is not named."""
    found: dict[str, FactValue | None] = {}
    for name, value in request.facts.items():
        kind = plan.rulebook.facts[name].kind if name in plan.rulebook.facts else None
        if kind is Kind.PLACE and isinstance(value, str):
            found[name] = _placed(value, taken)
        elif kind is Kind.PLACES and isinstance(value, frozenset):
            found[name] = frozenset(_placed(place, taken) for place in value)
        else:
            found[name] = value
    if "end_user" not in request.parties and request.activity != "iaas":
        for name in PLACES:
            if f"ultimate_consignee.{name}" in found:
                found.setdefault(f"end_user.{name}", found[f"ultimate_consignee.{name}"])
    return found


def _placed(place: str | None, taken: list[Text]) -> str | None:
    """The destination whose entry applies: Hong Kong is China's, a territory its sovereign's. None if in no table."""
    if place is None:
        return None
    destination = destinations()[place]
    if destination.treated_as is None:
        taken.append(INDETERMINATE.format(_name(destination), destination.treatment_basis))
        return None
    if destination.treated_as != place:
        whose = _name(destinations()[destination.treated_as])
        taken.append(TREATED_AS.format(_name(destination), whose, destination.treatment_basis))
    return destination.treated_as


def _name(destination: Destination) -> Text:
    return Text(destination.name_en, destination.name_zh_hant)


def _parties(request: Request, taken: list[Text]) -> dict[str, FactValue | None]:
    facts: dict[str, FactValue | None] = {}
    parties = dict(request.parties)
    cloud = request.activity == "iaas"
    if "end_user" not in parties and "ultimate_consignee" in parties:
        parties["end_user"] = parties["ultimate_consignee"]
        taken.append(SAME_END_USER)
    for key, party in parties.items():
        facts |= {f"{key}.{name}": _placed(party.places[name], taken) for name in PLACES}
        facts[f"{key}.name"] = party.name
        facts[f"{key}.ultimate_parent"] = party.ultimate_parent or party.name
    if facts.get("ultimate_consignee.location") is None and request.destination and not cloud:
        if request.parties.get("ultimate_consignee"):
            taken.append(LOCATED_THERE)
        facts["ultimate_consignee.location"] = _placed(request.destination, taken)
        if "end_user" not in request.parties:
            facts["end_user.location"] = facts["ultimate_consignee.location"]
    if request.intermediates is None:
        taken.append(NO_INTERMEDIATE)
    intermediates = request.intermediates or ()
    facts["intermediate_consignees.headquarters"] = frozenset(_headquarters(intermediates, taken))
    facts["intermediate_consignees.any"] = bool(intermediates)
    facts |= stated_lists(request)
    return facts


def stated_lists(request: Request) -> dict[str, frozenset[str | None]]:
    """Who is said to stand on which list; where of some party nothing is said, only the lists on which somebody is."""
    everybody = [
        *request.parties.items(),
        *(("intermediate_consignee", party) for party in request.intermediates or ()),
    ]
    all_said = bool(everybody) and all(party.listed_on is not None for _, party in everybody)
    found: dict[str, frozenset[str | None]] = {}
    for short_name, fact in BY_LIST.items():
        on = frozenset[str | None](role for role, party in everybody if short_name in (party.listed_on or ()))
        if on or all_said:
            found[fact.name] = on
    return found


def _headquarters(parties: tuple[Party, ...], taken: list[Text]) -> Iterator[str | None]:
    for party in parties:
        yield _placed(party.places["headquarters"], taken)
        yield _placed(party.places["ultimate_parent_headquarters"], taken)


def _item(item: Item, request: Request, plan: Plan, reading: Mapping[int, int]) -> dict[str, FactValue | None]:
    """The item's facts: of one circuit its figures, of a system whether any circuit in it meets the parameters."""
    described: dict[str, FactValue | None] = dict.fromkeys(CLASSIFIED_BY_ASKER, NOT_SO)
    if item.form in ("software", "technology"):
        described["item.for_eccn"] = None  # What it is for decides its paragraph, so silence is a question.
    facts: dict[str, FactValue | None] = {**described, **item.facts}
    facts["transaction.total_tpp"] = total_tpp(item, reading, request.quantity)
    each = [circuit_facts(item, place, reading) for place in range(len(item.circuits))]
    if item.form == "system":
        for tier in ("a", "b"):
            parameters = f"3A090.{tier}.parameters"
            facts[f"item.contains_3a090_{tier}"] = any_holds(
                plan.truth_of(parameters, plan.trace(circuit)) for circuit in each
            )
        flags = [circuit.get("item.designed_or_marketed_for_datacenter") for circuit in each]
        facts["item.designed_or_marketed_for_datacenter"] = any_holds(f if isinstance(f, bool) else None for f in flags)
    elif each:
        facts |= {**each[0], **{name: facts[name] for name in (*CLASSIFIED_BY_ASKER, *item.facts)}}
    return facts


def circuit_facts(item: Item, place: int, reading: Mapping[int, int]) -> dict[str, FactValue]:
    """The figures of one circuit of the item, as facts of an integrated circuit."""
    circuit, _ = item.circuits[place]
    measured = circuit.readings[reading.get(place, 0)]
    facts = {
        "item.form": "integrated_circuit",
        "item.tpp": measured.tpp,
        "item.performance_density": measured.performance_density,
        "item.designed_or_marketed_for_datacenter": circuit.designed_for_datacenter,
        "item.dram_bandwidth_gb_per_s": circuit.dram_bandwidth,
        "item.interconnect_gb_per_s": circuit.interconnect,
    }
    return {name: value for name, value in facts.items() if value is not None}
