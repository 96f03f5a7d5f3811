"""Accelerators and high-end GPUs, with every figure of each and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from weighbridge.catalog.index import Ambiguous, Index, Unknown, rows

DENSE = "dense_"


class UnknownChip(Unknown):
    """The catalog has no chip of this name."""


class AmbiguousChip(Ambiguous):
    """Several chips have this name."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure from one source. `confidence` is high, medium or low, as the reference data grades it."""

    value: Decimal
    source: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True)
class Chip:
    """A chip. `figures` holds every figure known by name (`dense_fp16` in TOPS, `die_area_mm2`), the main one first."""

    id: str
    vendor: str
    vendor_headquarters: str
    name: str
    aliases: tuple[str, ...]
    release_year: int | None
    designed_or_marketed_for_datacenter: bool
    non_planar: bool
    process_node: str
    memory_type: str
    memory_gb: Decimal | None
    estimate: bool
    notes: str
    figures: Mapping[str, tuple[Figure, ...]]

    def dense_tops(self) -> Mapping[str, tuple[Figure, ...]]:
        """Dense throughput by precision, in TOPS (integer) or TFLOPS (floating)."""
        return {name.removeprefix(DENSE): found for name, found in self.figures.items() if name.startswith(DENSE)}


@cache
def chips() -> Mapping[str, Chip]:
    """Every chip by its id."""
    figures: dict[str, dict[str, tuple[Figure, ...]]] = {}
    for row in rows("chip_figures.csv"):
        figure = Figure(Decimal(row["value"]), row["source"], row["confidence"], row["note"])
        of_chip = figures.setdefault(row["chip_id"], {})
        of_chip[row["figure"]] = (*of_chip.get(row["figure"], ()), figure)
    return {row["chip_id"]: _chip(row, figures.get(row["chip_id"], {})) for row in rows("chips.csv")}


def _chip(row: Mapping[str, str], figures: Mapping[str, tuple[Figure, ...]]) -> Chip:
    return Chip(
        id=row["chip_id"],
        vendor=row["vendor"],
        vendor_headquarters=row["vendor_headquarters"],
        name=row["name"],
        aliases=tuple(filter(None, row["aliases"].split("|"))),
        release_year=int(row["release_year"]) if row["release_year"] else None,
        designed_or_marketed_for_datacenter=row["marketed_for_datacenter"] == "true",
        non_planar=row["non_planar"] == "true",
        process_node=row["process_node"],
        memory_type=row["memory_type"],
        memory_gb=Decimal(row["memory_gb"]) if row["memory_gb"] else None,
        estimate=row["estimate"] == "true",
        notes=row["notes"],
        figures=figures,
    )


@cache
def _index() -> Index:
    return Index({chip.id: _names(chip) for chip in chips().values()}, UnknownChip, AmbiguousChip)


def _names(chip: Chip) -> tuple[str, ...]:
    """Its id without the vendor, its name and its aliases, these with and without the vendor."""
    known = (chip.name, *chip.aliases)
    return (chip.id.partition("-")[2], *known, *(f"{chip.vendor} {name}" for name in known))


def find_chip(text: str) -> Chip:
    """The chip of that id, name or alias; case, spaces and dashes do not matter.

    Raises:
        UnknownChip: with the nearest names.
        AmbiguousChip: with the ids of all chips that have the name.
    """
    return chips()[_index().find(text)]
