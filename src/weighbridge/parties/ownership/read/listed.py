"""On which lists an entity is said to stand: short names, or entries with their dates and terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from weighbridge.core.text import Text, same
from weighbridge.parties.listed import ListedParty, PartyKind
from weighbridge.parties.ownership.read.faults import nearest
from weighbridge.parties.ownership.read.fields import Row

LISTS = ("CAP", "CMIC", "DPL", "DTC", "EL", "ISN", "MEU", "NS-MBS", "PLC", "SDN", "SSI", "UVL")
"""The short names that the United States Consolidated Screening List uses for its sources."""
OTHER = "other:"
PERHAPS = "?"
NONE = "none"
ENTRY_FIELDS = (
    "id",
    "list",
    "since",
    "until",
    "programs",
    "license_requirement",
    "license_policy",
    "citation",
    "remarks",
)
ACCEPTED = Text(
    f"{', '.join(LISTS)}, {OTHER}NAME, {PERHAPS} for a match that nobody has judged, or {NONE}",
    f"{'、'.join(LISTS)}、{OTHER}名稱；比對結果尚未判定者填 {PERHAPS}；未列名者填 {NONE}",
)
NO_LIST = Text("It is not the short name of a list.", "並非清單簡稱。")
A_LIST = Text("short names, or entries with a list, dates and terms", "簡稱，或含清單、日期及條件之項目")
NOT_ENTRIES = Text("It is neither a text nor a list of entries.", "並非文字，亦非項目清單。")


@dataclass(frozen=True, slots=True)
class Listings:
    """What the field `listed_on` states: entries, whether a match awaits judgement, whether anything is stated."""

    entries: tuple[ListedParty, ...] = ()
    perhaps: bool = False
    stated: bool = False


def read_listings(row: Row, name: str) -> Listings:
    """What the field `listed_on` states: short names of lists, or entries."""
    stated = row.content.get("listed_on")
    if stated is None or isinstance(stated, str):
        stated = [word for word in (stated or "").replace(",", ";").split(";") if word.strip()]
    if not isinstance(stated, list):
        row.wrong("listed_on", stated, NOT_ENTRIES, A_LIST)
        return Listings()
    words = [item.strip() if isinstance(item, str) else item for item in stated]
    entries = (_entry(row, name, place, item) for place, item in enumerate(words) if item not in (PERHAPS, NONE))
    return Listings(tuple(entry for entry in entries if entry), PERHAPS in words, bool(words))


def short_name(row: Row, field: str, written: str) -> str | None:
    """The short name of a list; a misspelt one would lose a listing, so it is a fault."""
    if written.upper() in LISTS:
        return written.upper()
    if written.startswith(OTHER) and len(written) > len(OTHER):
        return written
    row.wrong(field, written, NO_LIST, ACCEPTED, nearest(written.upper(), LISTS))
    return None


def _entry(row: Row, name: str, place: int, stated: object) -> ListedParty | None:
    if not isinstance(stated, Mapping):
        short = short_name(row, "listed_on", str(stated))
        return ListedParty(f"{row.where} {short}", short, PartyKind.UNKNOWN, name) if short else None
    inner = Row(f"{row.where}: listed_on[{place}]", stated, row.faults)
    inner.refuse_unknown(ENTRY_FIELDS)
    written = inner.name("list")
    short = short_name(inner, "list", written) if written else None
    since, until = inner.day("since"), inner.day("until")
    if since and until and until <= since:
        inner.wrong("until", f"{since} – {until}", Text("It ends before it begins.", "早於起始日。"), same("> since"))
    if short is None:
        return None
    programs = stated.get("programs") or ()
    return ListedParty(
        id=inner.text("id") or f"{row.where} {short}",
        list=short,
        kind=PartyKind.UNKNOWN,
        name=name,
        programs=tuple(map(str, programs)) if isinstance(programs, list) else (str(programs),),
        license_requirement=inner.text("license_requirement"),
        license_policy=inner.text("license_policy"),
        citations=tuple(filter(None, (inner.text("citation"),))),
        remarks=inner.text("remarks"),
        since=since,
        until=until,
    )
