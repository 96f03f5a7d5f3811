"""Reads an integrated circuit: a chip of the catalog, or its parameters."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from weighbridge.app.request.section import Section
from weighbridge.catalog.chips import AmbiguousChip, Chip, UnknownChip, find_chip
from weighbridge.catalog.readings import chip_readings
from weighbridge.catalog.throughput import (
    SparseFigure,
    UnknownPrecision,
    parse_precision,
    performance_density,
    total_processing_performance,
)
from weighbridge.core.text import Text

DENSE_ONLY = Text(
    "dense rates only: the Technical Note to 3A090 asks for the dense rate where a part supports both",
    "僅接受稠密運算值：3A090 技術註釋要求兩者皆支援時採稠密值",
)
PARAMETERS = (
    "tpp",
    "dense_tops",
    "sparse_tops",
    "die_area_mm2",
    "performance_density",
    "designed_for_datacenter",
    "non_planar",
    "dram_bandwidth_gb_per_s",
    "interconnect_gb_per_s",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """One reading of a circuit's figures: TPP, performance density (TPP/mm2), and where the figures are from."""

    tpp: Decimal | None
    performance_density: Decimal | None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Circuit:
    """An integrated circuit as requested. Where sources conflict, `readings` holds all readings, the main one first."""

    label: str
    designed_for_datacenter: bool | None
    readings: tuple[Measured, ...]
    estimate: bool = False
    designer_headquarters: str | None = None
    dram_bandwidth: Decimal | None = None
    interconnect: Decimal | None = None


def read_chip(section: Section) -> Circuit | None:
    """The catalog's chip that the field `chip` names."""
    name = section.text("chip")
    if name is None:
        return None
    try:
        return circuit_of(find_chip(name))
    except UnknownChip as unknown:
        problem, near = Text("The catalog has no such chip.", "型錄中無此晶片。"), unknown.nearest
    except AmbiguousChip as ambiguous:
        problem, near = Text("Several chips have this name.", "有數款晶片使用此名稱。"), ambiguous.candidates
    accepted = Text(
        "a chip of the catalog, or its parameters (tpp, die_area_mm2, …)",
        "型錄中之晶片，或其參數（tpp、die_area_mm2 等）",
    )
    section.wrong("chip", name, problem, accepted, near)
    return None


def circuit_of(chip: Chip) -> Circuit:
    """A chip of the catalog with every reading of its conflicting figures."""
    readings: dict[tuple[Decimal | None, Decimal | None], Measured] = {}
    for reading in chip_readings(chip):
        tpp = total_processing_performance(reading.dense_tops)[0] if reading.dense_tops else None
        area = reading.die_area_mm2 if chip.non_planar is not False else None
        density = performance_density(tpp, area) if tpp is not None and area is not None else None
        readings.setdefault((tpp, density), Measured(tpp, density, reading.sources))
    datacenter = chip.designed_or_marketed_for_datacenter
    return Circuit(
        chip.id,
        datacenter,
        tuple(readings.values()),
        chip.estimate,
        chip.vendor_headquarters,
        _highest(chip, "memory_bandwidth_gb_per_s"),
        _highest(chip, "interconnect_gb_per_s"),
    )


def _highest(chip: Chip, name: str) -> Decimal | None:
    """Where sources conflict the highest figure is taken: no provision is milder for more."""
    return max((figure.value for figure in chip.figures.get(name, ())), default=None)


def read_parameters(section: Section) -> Circuit:
    """A circuit by its parameters: TPP or dense throughput, die area or density, whether made for datacenters."""
    tpp = _tpp(section)
    area = section.number("die_area_mm2", "mm2", positive=True)
    density = section.number("performance_density", "TPP/mm2")
    bandwidth = section.number("dram_bandwidth_gb_per_s", "GB/s")
    interconnect = section.number("interconnect_gb_per_s", "GB/s")
    planar = section.truth("non_planar") is False
    if tpp is not None and area is not None and not planar:
        computed = performance_density(tpp, area)
        if density is not None and abs(density - computed) * 100 > computed:
            problem = Text(
                f"It contradicts TPP / die area = {computed:.4f}.", f"與 TPP／晶粒面積＝{computed:.4f} 相互矛盾。"
            )
            section.wrong("performance_density", density, problem, Text("one of the two", "擇一填寫"))
        density = computed
    if planar:
        density = Decimal(0)  # No logic die on a non-planar node: no applicable die area, so .a.2 and .b are not met.
    measured = Measured(tpp, density, ("the request",))
    datacenter = section.truth("designed_for_datacenter")
    return Circuit("parameters", datacenter, (measured,), dram_bandwidth=bandwidth, interconnect=interconnect)


def _tpp(section: Section) -> Decimal | None:
    stated = section.number("tpp", "TPP")
    if section.has("sparse_tops"):
        section.wrong(
            "sparse_tops", section.raw("sparse_tops"), Text("These are sparse rates.", "此為稀疏運算值。"), DENSE_ONLY
        )
    computed = _tpp_of_throughput(section)
    if stated is not None and computed is not None and stated != computed:
        problem = Text(
            f"It contradicts dense_tops, which give {computed:f}.", f"與 dense_tops 所得之 {computed:f} 相互矛盾。"
        )
        section.wrong("tpp", stated, problem, Text("one of the two", "擇一填寫"))
    return stated if stated is not None else computed


def _tpp_of_throughput(section: Section) -> Decimal | None:
    """TPP from dense TOPS or TFLOPS by precision, the highest."""
    rates = section.section("dense_tops")
    if rates is None:
        return None
    dense: dict[str, Decimal] = {}
    for key in rates.content:
        try:
            precision = parse_precision(str(key))
        except SparseFigure:
            rates.wrong(str(key), rates.raw(key), Text("This is a sparse rate.", "此為稀疏運算值。"), DENSE_ONLY)
            continue
        except UnknownPrecision as unknown:
            accepted = Text("a precision such as fp16, fp8, int8", "精度，例如 fp16、fp8、int8")
            rates.wrong(
                str(key), rates.raw(key), Text("There is no such precision.", "無此精度。"), accepted, unknown.nearest
            )
            continue
        rate = rates.number(key, "TOPS")
        if rate is not None:
            dense[precision] = rate
    if not dense:
        if not rates.content:
            rates.faults.add(rates.path, "nothing", Text("It states no rate.", "未填任何值。"), DENSE_ONLY)
        return None
    return total_processing_performance(dense)[0]
