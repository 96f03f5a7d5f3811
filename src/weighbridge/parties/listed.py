"""A party as a screening list gives it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PartyKind(StrEnum):
    """What a party is, as far as its list says."""

    ORGANIZATION = "organization"
    INDIVIDUAL = "individual"
    VESSEL = "vessel"
    AIRCRAFT = "aircraft"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ListedParty:
    """One entry of a screening list; what the list leaves unsaid is empty.

    `id` is unique within a version of the list and stays the same across versions as long as the entry does. `list` is
    the list's short name: EL, SDN, DPL, MEU, UVL, … `countries` are ISO 3166-1 alpha-2 codes, of addresses and of
    citizenships. `license_requirement` and `license_policy` are the entry's own words; `footnotes` those numbers of
    footnotes of the Entity List that it carries.
    """

    id: str
    list: str
    kind: PartyKind
    name: str
    aliases: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    license_requirement: str = ""
    license_policy: str = ""
    footnotes: tuple[int, ...] = ()
    citations: tuple[str, ...] = ()
    remarks: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The main name and every alias."""
        return (self.name, *self.aliases)
