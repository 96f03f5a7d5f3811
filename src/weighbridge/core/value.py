"""A number, day or set that the law names, with every version it has had and the source of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from weighbridge.core.citation import Citation
from weighbridge.core.text import Text

LawValue = int | Decimal | date | frozenset[str]


@dataclass(frozen=True, slots=True)
class ValueVersion:
    """What the value is from `effective` on (until the next version); None while the law leaves it unpublished."""

    value: LawValue | None
    effective: date
    published: date
    source: Citation


@dataclass(frozen=True, slots=True)
class Value:
    """A named value.

    `step` is the smallest amount by which a case must be able to tell it from its neighbour; `label` is what a
    sentence calls a set that is too long to read out.
    """

    name: str
    unit: str
    versions: tuple[ValueVersion, ...]
    step: Decimal | None = None
    label: Text | None = None
    file: str = ""

    def at(self, effective_on: date, known_on: date) -> ValueVersion | None:
        """The version in force on `effective_on` as far as it was published by `known_on`; None before the first."""
        known = [v for v in self.versions if v.effective <= effective_on and v.published <= known_on]
        return max(known, key=lambda v: v.effective, default=None)
