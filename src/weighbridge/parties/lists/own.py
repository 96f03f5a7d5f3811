"""A plain CSV of one's own: parties that a company screens against besides the published lists."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from datetime import date

from weighbridge.core.text import Text
from weighbridge.parties.listed import ListedParty, PartyKind
from weighbridge.parties.lists.consolidated import NO_NAME, NotARecord
from weighbridge.parties.lists.countries import country
from weighbridge.parties.lists.faults import UnreadableList
from weighbridge.parties.lists.footnotes import footnotes
from weighbridge.parties.lists.identity import identified

OWN = "OWN"
COLUMNS = (
    "id",
    "list",
    "kind",
    "name",
    "aliases",
    "addresses",
    "countries",
    "programs",
    "identifiers",
    "license_requirement",
    "license_policy",
    "citations",
    "remarks",
    "since",
    "until",
    "born",
)
"""`name` alone is required. The plural ones hold many values, joined by `;`."""

UNKNOWN_COLUMN = Text("Column {0} is not known.", "不認得欄位 {0}。")
NEAREST = Text(" Did you mean {0}?", "您是否指 {0}？")
ACCEPTED = Text("Accepted: {0}. Only name is required.", "可接受：{0}。僅 name 為必填。")
UNKNOWN_KIND = Text("The kind {0} is not known. Accepted: {1}.", "不認得類別 {0}。可接受：{1}。")
UNKNOWN_COUNTRY = Text(
    "The country {0} is not known. Write its ISO 3166-1 alpha-2 code.", "不認得國家 {0}。請填 ISO 3166-1 兩字母代碼。"
)
NO_DATE = Text("{0} is {1}; write a day as 2026-07-31.", "{0} 為 {1}；日期請寫成 2026-07-31。")


def check_columns(columns: Sequence[str]) -> None:
    """That every column is known.

    Raises:
        UnreadableList: some are not; all are named, each with the nearest known name.
    """
    said = []
    for unknown in (column for column in columns if column not in COLUMNS):
        near = difflib.get_close_matches(unknown, COLUMNS, n=1)
        sentence, hint = UNKNOWN_COLUMN.format(repr(unknown)), NEAREST.format(near[0]) if near else Text("", "")
        said.append(Text(sentence.en + hint.en, sentence.zh + hint.zh))
    if said:
        said.append(ACCEPTED.format(", ".join(COLUMNS)))
        raise UnreadableList(Text("\n".join(line.en for line in said), "\n".join(line.zh for line in said)))


def own_party(row: Mapping[str, str], source: str) -> ListedParty:
    """The party of one row.

    Raises:
        NotARecord: it has no name, or an unknown kind, country or date. A list of one's own can be put right.
    """
    cells = {column: " ".join(cell.split()) for column, cell in row.items()}
    if not cells["name"]:
        raise NotARecord(NO_NAME)
    requirement = cells.get("license_requirement", "")
    party = ListedParty(
        id="",
        list=cells.get("list") or OWN,
        kind=_kind(cells.get("kind", "")),
        name=cells["name"],
        aliases=_many(cells, "aliases"),
        addresses=_many(cells, "addresses"),
        countries=tuple(_country(word) for word in _many(cells, "countries")),
        programs=_many(cells, "programs"),
        identifiers=_many(cells, "identifiers"),
        license_requirement=requirement,
        license_policy=cells.get("license_policy", ""),
        footnotes=footnotes(requirement),
        citations=_many(cells, "citations"),
        remarks=cells.get("remarks", ""),
        since=_day(cells, "since"),
        until=_day(cells, "until"),
        born=_many(cells, "born"),
    )
    return identified(source, party, cells.get("id", ""))


def _many(cells: Mapping[str, str], column: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in cells.get(column, "").split(";") if part.strip()))


def _kind(word: str) -> PartyKind:
    try:
        return PartyKind(word.lower() or PartyKind.UNKNOWN)
    except ValueError:
        raise NotARecord(UNKNOWN_KIND.format(repr(word), ", ".join(PartyKind))) from None


def _country(word: str) -> str:
    code = country(word)
    if code is None:
        raise NotARecord(UNKNOWN_COUNTRY.format(repr(word)))
    return code


def _day(cells: Mapping[str, str], column: str) -> date | None:
    written = cells.get(column, "")
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise NotARecord(NO_DATE.format(column, repr(written))) from None
