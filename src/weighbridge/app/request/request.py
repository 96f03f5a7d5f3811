"""The request: one transaction, as its asker states it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from weighbridge.app.faults import Faults, nearest
from weighbridge.app.request.item import Item, read_item
from weighbridge.app.request.section import Section
from weighbridge.core.fact import Fact, FactValue, Kind
from weighbridge.core.stated import Misstated, read_stated
from weighbridge.core.text import Text

PARTIES = ("exporter", "purchaser", "ultimate_consignee", "end_user")
PLACES = ("location", "headquarters", "ultimate_parent_headquarters")
QUANTITIES = ("received_this_year_tpp", "received_under_aia_tpp", "licensed_to_destination_tpp")
OWN_FIELDS = frozenset(
    {
        "on",
        "activity",
        "item",
        "quantity",
        "destination",
        "origin",
        "end_use",
        "authorizations",
        "facts",
        "readings",
        "reference",
        "intermediate_consignees",
        *PARTIES,
        *QUANTITIES,
    }
)


@dataclass(frozen=True, slots=True)
class Party:
    """A party: its name and its ultimate parent's, and the ISO 3166-1 alpha-2 codes of where each is.

    `aliases` and `reference` (the asker's own number for it) serve to screen it; `listed_on` are the lists on which the
    asker says that it stands.
    """

    name: str | None
    ultimate_parent: str | None
    places: Mapping[str, str | None]
    aliases: tuple[str, ...] = ()
    reference: str | None = None
    listed_on: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A transaction that was read without fault. What was not stated is None or absent.

    `reference` is the asker's own number of it, which tells it from another one that is alike in everything else.
    """

    on: date
    activity: str | None
    item: Item | None
    quantity: int | None
    destination: str | None
    origin: str | None
    parties: Mapping[str, Party]
    intermediates: tuple[Party, ...] | None
    end_use: frozenset[str] | None
    quantities: Mapping[str, Decimal]
    facts: Mapping[str, FactValue]
    readings: Mapping[str, str]
    licenses: tuple[str, ...] = ()
    reference: str | None = None


def read_request(data: Mapping[str, Any], facts: Mapping[str, Fact], on: date | None = None) -> Request:
    """Read a request; `on` stands in for its own date.

    Raises:
        RequestFaults: with every fault found.
    """
    faults = Faults()
    top = Section(data, faults)
    day = top.near("on", on) if on else top.day("on")
    if day is None and on is None and not top.has("on"):
        top.wrong(
            "on",
            None,
            Text("The date of the transaction is missing.", "缺少交易日期。"),
            Text("a date as YYYY-MM-DD", "日期，格式 YYYY-MM-DD"),
        )
    top.known.add("on")
    item_section = top.section("item")
    item = read_item(item_section) if item_section else None
    if item_section:
        item_section.finish()
    stated = dict(_grouped(top, facts))
    licenses = _authorizations(top, facts, stated)
    stated |= _facts(top, facts)
    request = Request(
        on=day or date.min,
        activity=top.word("activity", (c.word for c in facts["activity"].choices)),
        item=item,
        quantity=top.whole("quantity"),
        destination=top.place("destination"),
        origin=top.place("origin"),
        parties={key: party for key in PARTIES if (party := _party(top.section(key), facts))},
        intermediates=_intermediates(top, facts),
        end_use=_end_use(top, facts),
        quantities={key: number for key in QUANTITIES if (number := top.number(key, "TPP")) is not None},
        facts=stated,
        readings=_readings(top, facts),
        licenses=licenses,
        reference=top.text("reference"),
    )
    top.finish()
    faults.raise_if_any()
    return request


def _party(section: Section | None, facts: Mapping[str, Fact]) -> Party | None:
    if section is None:
        return None
    listed = section.words("listed_on", (choice.word for choice in facts["owners.listed_on"].choices))
    party = Party(
        name=section.text("name"),
        ultimate_parent=section.text("ultimate_parent"),
        places={key: section.place(key) for key in PLACES},
        aliases=section.texts("aliases"),
        reference=section.text("reference"),
        listed_on=None if listed is None else frozenset(listed),
    )
    section.finish()
    return party


def _intermediates(top: Section, facts: Mapping[str, Fact]) -> tuple[Party, ...] | None:
    sections = top.sections("intermediate_consignees")
    return tuple(p for s in sections if (p := _party(s, facts))) if top.has("intermediate_consignees") else None


def _end_use(top: Section, facts: Mapping[str, Fact]) -> frozenset[str] | None:
    words = top.words("end_use", (choice.word for choice in facts["end_use"].choices))
    return None if words is None else frozenset(words)


# --- facts that the law asks and that have no field of their own ------------------------------------------------------


def _grouped(top: Section, facts: Mapping[str, Fact]) -> Mapping[str, FactValue]:
    """Sections such as `iaas: {purpose: training}`, which state the facts `iaas.purpose` and so on."""
    groups = (
        {name.partition(".")[0] for name in facts if "." in name} - OWN_FIELDS - {"reading", "transaction", "model"}
    )
    found: dict[str, FactValue] = {}
    for group in sorted(groups):
        section = top.section(group)
        if section is not None:
            found |= _section_facts(section, group, facts)
            section.finish()
    return found


def _section_facts(section: Section, group: str, facts: Mapping[str, Fact]) -> dict[str, FactValue]:
    found: dict[str, FactValue] = {}
    for name in facts:
        if name.startswith(f"{group}."):
            key = name.removeprefix(f"{group}.")
            value = _stated(section, key, facts[name])
            if value is not None:
                found[name] = value
    return found


def _stated(section: Section, key: str, fact: Fact) -> FactValue | None:
    """What a field states for a fact; places may be written by name."""
    if not section.has(key):
        return None
    if fact.kind is Kind.PLACE:
        return section.place(key)
    raw = section.raw(key)
    if fact.kind is Kind.PLACES and isinstance(raw, list):
        names = Section({f"{key}[{i}]": place for i, place in enumerate(raw)}, section.faults, section.path)
        return frozenset(place for name in names.content if (place := names.place(name)))
    try:
        return read_stated(fact, raw)
    except Misstated as wrong:
        section.wrong(
            key, raw, Text("It does not fit the fact.", "與該事實不符。"), Text(wrong.accepted, wrong.accepted)
        )
        return None


def _authorizations(top: Section, facts: Mapping[str, Fact], stated: dict[str, FactValue]) -> tuple[str, ...]:
    """Validated end-user authorizations state facts of their kind; licenses in hand are noted."""
    licenses = []
    for section in top.sections("authorizations"):
        kind = section.word("kind", ("UVEU", "NVEU", "DCVEU", "license"))
        if kind == "license":
            licenses.append(section.text("number") or "license")
        elif kind:
            group = kind.lower()
            stated[f"{group}.held"] = True
            stated |= _section_facts(section, group, facts)
        section.finish()
    return tuple(licenses)


def _facts(top: Section, facts: Mapping[str, Fact]) -> dict[str, FactValue]:
    """The field `facts`: any fact that the law asks, by its name. `unknown` is allowed and changes nothing."""
    section = top.section("facts")
    if section is None:
        return {}
    found: dict[str, FactValue] = {}
    for name in section.content:
        if name in facts and not name.startswith("reading."):
            value = _stated(section, name, facts[name])
            if value is not None:
                found[name] = value
        else:
            section.known.add(name)
            problem = Text("The law asks for no such fact.", "法規未詢問此事實。")
            section.wrong(
                name,
                section.raw(name),
                problem,
                Text("a fact of `law list --facts`", "`law list --facts` 所列事實"),
                nearest(name, facts),
            )
    return found


def _readings(top: Section, facts: Mapping[str, Fact]) -> dict[str, str]:
    """The field `readings`: the position taken on an ambiguity, by its id."""
    section = top.section("readings")
    if section is None:
        return {}
    found: dict[str, str] = {}
    for name, fact in facts.items():
        if name.startswith("reading."):
            key = name.removeprefix("reading.")
            word = section.word(key, (choice.word for choice in fact.choices))
            if word:
                found[name] = word
    section.finish()
    return found
