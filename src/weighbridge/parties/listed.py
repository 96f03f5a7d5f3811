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

    `id` is unique among all entries in use and stays the same across versions of the list as long as the entry does:
    `parties/lists/identity.py` says how. `list` is the list's short name: EL, SDN, DPL, MEU, UVL, … `countries` are
    ISO 3166-1 alpha-2 codes, of addresses, citizenships and flags. `license_requirement` and `license_policy` are the
    entry's own words; `footnotes` those numbers of footnotes of the Entity List that it carries. `born` are dates and
    places of birth, as the list writes them.
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
    born: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The main name and every alias."""
        return (self.name, *self.aliases)
