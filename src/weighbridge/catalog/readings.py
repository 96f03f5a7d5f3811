"""The readings of a chip: its main figures, then each conflicting figure put in place of the main one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from weighbridge.catalog.chips import DENSE, Chip, Figure
from weighbridge.catalog.throughput import BIT_LENGTH

AREA = "die_area_mm2"


@dataclass(frozen=True, slots=True)
class ChipReading:
    """One consistent set of figures: dense TOPS by precision, die area in mm2 if known, and their sources."""

    dense_tops: Mapping[str, Decimal]
    die_area_mm2: Decimal | None
    sources: tuple[str, ...]


def chip_readings(chip: Chip) -> tuple[ChipReading, ...]:
    """Every reading that can matter for TPP or density, the main one first.

    Figures of one value from one source are replaced together (FP16 and BF16): they are one statement.
    """
    counted = {n: f for n, f in chip.figures.items() if n == AREA or n.removeprefix(DENSE) in BIT_LENGTH}
    contested = {name for name in counted if name == f"{DENSE}tf32_as_32bit"}
    main = {name: found[0] for name, found in counted.items() if name not in contested}
    return tuple(_reading(taken) for taken in _taken(main, counted))


def _taken(main: Mapping[str, Figure], counted: Mapping[str, tuple[Figure, ...]]) -> Iterator[Mapping[str, Figure]]:
    yield main
    alternatives: dict[tuple[str, Decimal], dict[str, Figure]] = {}
    for name, found in counted.items():
        for figure in found if name not in main else found[1:]:
            alternatives.setdefault((figure.source, figure.value), {})[name] = figure
    yield from ({**main, **instead} for instead in alternatives.values())


def _reading(taken: Mapping[str, Figure]) -> ChipReading:
    area = taken[AREA].value if AREA in taken else None
    dense = {name.removeprefix(DENSE): f.value for name, f in taken.items() if name != AREA}
    return ChipReading(dense, area, tuple(dict.fromkeys(f.source for f in taken.values())))
