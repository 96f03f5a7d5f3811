"""Reads the item, in any of its forms, into facts of the law and the circuits whose figures they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from weighbridge.app.request.circuit import PARAMETERS, Circuit, read_chip, read_parameters
from weighbridge.app.request.model import read_model
from weighbridge.app.request.section import Section
from weighbridge.catalog.throughput import performance_density
from weighbridge.core.fact import FactValue
from weighbridge.core.text import Text

FORMS = ("chip", "tpp", "dense_tops", "eccn", "system", "hbm", "model")
SOFTWARE = ("3D", "4D", "5D")
TECHNOLOGY = ("3E", "4E", "5E")
NO_BASE_ENTRY = "4A090"
"""The entry of a computer or assembly that the request places in no base entry."""


@dataclass(frozen=True, slots=True)
class Item:
    """The item as requested: what kind of thing, the facts stated of it, the circuits in it with their number."""

    form: str
    label: str
    facts: Mapping[str, FactValue]
    circuits: tuple[tuple[Circuit, int], ...] = ()
    notes: tuple[Text, ...] = field(default=())


def read_item(section: Section) -> Item | None:
    """The item in the one form that the section uses."""
    form = _form(section)
    match form:
        case "chip":
            circuit = read_chip(section)
            return _circuit(circuit) if circuit else None
        case "parameters":
            return _circuit(read_parameters(section))
        case "eccn":
            return _classified(section)
        case "system":
            return _system(section)
        case "hbm":
            return _memory(section)
        case "model":
            return read_model_item(section)
    return None


def _form(section: Section) -> str | None:
    stated = [form for form in FORMS if section.content.get(form) is not None]
    parameters = {"tpp", "dense_tops"}
    kinds = {"parameters" if form in parameters else form for form in stated}
    kinds.discard("parameters" if "eccn" in kinds else "")
    accepted = Text("one of: " + ", ".join(FORMS), "下列之一：" + "、".join(FORMS))
    if len(kinds) == 1:
        return kinds.pop()
    for form in FORMS:
        section.known.add(form)
    section.known.update(PARAMETERS)
    if not kinds and section.content.get("sparse_tops") is not None:
        return "parameters"
    problem = (
        Text("It states several forms.", "同時填寫數種形式。")
        if kinds
        else Text("It states no form.", "未填任何形式。")
    )
    section.faults.add(section.path, ", ".join(sorted(kinds)), problem, accepted)
    return None


def _circuit(circuit: Circuit) -> Item:
    return Item("integrated_circuit", circuit.label, {"item.form": "integrated_circuit"}, ((circuit, 1),))


def _classified(section: Section) -> Item | None:
    """The asker's own classification, with parameters where they are stated."""
    eccn = section.text("eccn")
    base, for_ = section.text("base_eccn"), section.text("for")
    circuit = read_parameters(section)
    if eccn is None:
        return None
    form = "software" if eccn.startswith(SOFTWARE) else "technology" if eccn.startswith(TECHNOLOGY) else "other"
    form = "model_weights" if eccn.startswith("4E091") else form
    facts: dict[str, FactValue] = {"item.form": form, "item.asserted_eccn": eccn}
    if base:
        facts["item.base_eccn"] = base
    if for_:
        facts["item.for_eccn"] = for_
    published = section.truth("published")
    if published is not None:
        facts["item.published"] = published
    return Item(form, eccn, facts, ((circuit, 1),))


def _system(section: Section) -> Item | None:
    inner = section.section("system")
    if inner is None:
        return None
    base = inner.text("base_eccn") or NO_BASE_ENTRY
    circuits = []
    for part in inner.sections("chips"):
        circuit = read_chip(part) if part.has("chip") else read_parameters(part)
        count = part.whole("count") or (1 if not part.has("count") else None)
        part.finish()
        if circuit and count:
            circuits.append((circuit, count))
    if not inner.content.get("chips"):
        inner.wrong(
            "chips",
            None,
            Text("It names no chip.", "未列任何晶片。"),
            Text("a list of {chip, count}", "{chip, count} 之清單"),
        )
    facts: dict[str, FactValue] = {"item.form": "system", "item.base_eccn": base}
    inner.finish()
    return Item("system", base, facts, tuple(circuits))


def _memory(section: Section) -> Item | None:
    inner = section.section("hbm")
    if inner is None:
        return None
    bandwidth = inner.number("bandwidth_gb_per_s", "GB/s", positive=True)
    area = inner.number("package_area_mm2", "mm2", positive=True)
    facts: dict[str, FactValue] = {"item.form": "hbm"}
    if bandwidth is not None and area is not None:
        facts["item.memory_bandwidth_density"] = performance_density(bandwidth, area)
    in_processor = inner.truth("copackaged_with_dominant_logic")
    notes: tuple[Text, ...] = ()
    if in_processor is None:
        in_processor = False
        notes = (
            Text(
                "The memory is taken as not co-packaged in a processing circuit.",
                "該記憶體視為未與處理用積體電路共同封裝。",
            ),
        )
    facts["item.copackaged_with_dominant_logic"] = in_processor
    inner.finish()
    return Item("hbm", "HBM", facts, notes=notes)


def read_model_item(section: Section) -> Item | None:
    """Model weights, by the operations that trained them."""
    inner = section.section("model")
    if inner is None:
        return None
    facts, notes, label = read_model(inner)
    inner.finish()
    return Item("model_weights", label, {"item.form": "model_weights", **facts}, notes=notes)


def total_tpp(item: Item, reading: Mapping[int, int], quantity: int | None) -> Decimal | None:
    """The TPP of all units: each circuit's TPP, times its number in the item, times the number of items."""
    if quantity is None or not item.circuits:
        return None
    total = Decimal(0)
    for place, (circuit, count) in enumerate(item.circuits):
        tpp = circuit.readings[reading.get(place, 0)].tpp
        if tpp is None:
            return None
        total += tpp * count * quantity
    return total
