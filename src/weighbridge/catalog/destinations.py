"""Destinations by ISO 3166-1 code and by the names people write, and whose entry of the EAR applies to each.

Country groups are law and stand in `weighbridge.law.groups`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from weighbridge.catalog.index import Ambiguous, Index, Unknown, rows


class UnknownDestination(Unknown):
    """No destination has this name."""


class AmbiguousDestination(Ambiguous):
    """Several destinations have this name."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A destination.

    `treated_as` is the code whose entry applies (Hong Kong: China's; a territory: its sovereign's), None where no table
    of the EAR has it; `treatment_basis` says why.
    """

    iso2: str
    iso3: str
    name_en: str
    name_zh_hant: str
    ear_spelling: str
    aliases: tuple[str, ...]
    treated_as: str | None
    treatment_basis: str
    treatment_confidence: str


@cache
def destinations() -> Mapping[str, Destination]:
    """Every destination by its ISO 3166-1 alpha-2 code."""
    return {row["iso2"]: _destination(row) for row in rows("destinations.csv")}


def _destination(row: Mapping[str, str]) -> Destination:
    written = "|".join(row[name] for name in ("ear_alt_spellings", "aliases_en", "aliases_zh"))
    return Destination(
        iso2=row["iso2"],
        iso3=row["iso3"],
        name_en=row["name_en"],
        name_zh_hant=row["name_zh_hant"],
        ear_spelling=row["ear_spelling"],
        aliases=tuple(filter(None, written.split("|"))),
        treated_as=row["treated_as"] or None,
        treatment_basis=row["treatment_basis"],
        treatment_confidence=row["treatment_confidence"],
    )


@cache
def _index() -> Index:
    names = {d.iso2: (d.iso3, d.name_en, d.name_zh_hant, d.ear_spelling, *d.aliases) for d in destinations().values()}
    return Index(names, UnknownDestination, AmbiguousDestination)


def find_destination(text: str) -> Destination:
    """The destination of that ISO code or name, in English or Chinese.

    Raises:
        UnknownDestination: with the nearest names.
        AmbiguousDestination: with the codes of all destinations that have the name.
    """
    code = text.strip().upper()
    if code in destinations():
        return destinations()[code]
    return destinations()[_index().find(text)]
