"""The US Consolidated Screening List: from a record in trade.gov's layout to a listed party.

The CSV has 28 columns, or 29 with a leading `_id`, and joins many values by `;`. The JSON gives the same fields as
lists, and addresses and identity papers as objects. Both meet here. `_id` is not used: nothing says how it is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from weighbridge.core.text import Text
from weighbridge.parties.listed import ListedParty, PartyKind
from weighbridge.parties.lists.countries import CODE, countries_in, country
from weighbridge.parties.lists.faults import UnreadableList
from weighbridge.parties.lists.footnotes import footnotes
from weighbridge.parties.lists.identity import identified
from weighbridge.parties.lists.short_names import short_name

COLUMNS = (
    "source",
    "entity_number",
    "type",
    "programs",
    "name",
    "title",
    "addresses",
    "federal_register_notice",
    "start_date",
    "end_date",
    "standard_order",
    "license_requirement",
    "license_policy",
    "call_sign",
    "vessel_type",
    "gross_tonnage",
    "gross_registered_tonnage",
    "vessel_flag",
    "vessel_owner",
    "remarks",
    "source_list_url",
    "alt_names",
    "citizenships",
    "dates_of_birth",
    "nationalities",
    "places_of_birth",
    "source_information_url",
    "ids",
)
"""In the order of trade.gov's file."""

NEEDED = frozenset((*COLUMNS[:5], "addresses", "license_requirement", "license_policy", "alt_names"))
"""Without these an entry would say less than its list does."""

ELSEWHERE = frozenset({*COLUMNS, "id", "_id", "country"})
"""The fields whose place is known; a new one is kept among the remarks."""

KINDS = {
    "entity": PartyKind.ORGANIZATION,
    "individual": PartyKind.INDIVIDUAL,
    "vessel": PartyKind.VESSEL,
    "aircraft": PartyKind.AIRCRAFT,
    "": PartyKind.UNKNOWN,
}
REMARKED = ("title", "standard_order", "vessel_type", "gross_tonnage", "gross_registered_tonnage", "vessel_owner")
"""What has no place of its own is kept among the remarks."""

Record = Mapping[str, Any]

NO_NAME = Text("It has no name.", "未列名稱。")
NO_SOURCE = Text("It does not say which list it stands on (source).", "未載明所屬名單（source）。")
NO_TEXT = Text("The field {0} holds {1} where text is expected.", "欄位 {0} 應為文字，卻為 {1}。")


MISSING = Text(
    "The file looks like the Consolidated Screening List but lacks {0}. Get it anew, or name these columns as "
    "trade.gov does.",
    "檔案形似綜合篩查名單，但缺少 {0}。請重新取得，或依 trade.gov 命名這些欄位。",
)


class NotARecord(ValueError):
    """A record that names no party; `problem` says what is wrong."""

    def __init__(self, problem: Text) -> None:
        self.problem = problem
        super().__init__(problem.en)


def check_columns(columns: Sequence[str]) -> None:
    """That nothing needed is missing.

    Raises:
        UnreadableList: some columns are; all are named.
    """
    missing = sorted(NEEDED - set(columns))
    if missing:
        raise UnreadableList(MISSING.format(", ".join(missing)))


def listed_party(record: Record, source: str) -> ListedParty:
    """The party of one record; `source` is the name under which the list is imported.

    Raises:
        NotARecord: it has no name or no list, or holds something else where text is expected.
    """
    name, list_source = _text(record, "name"), _text(record, "source")
    if not name or not list_source:
        raise NotARecord(NO_SOURCE if name else NO_NAME)
    addresses, countries = _addresses(record.get("addresses"))
    elsewhere = (
        ";".join(_many(record, field)) for field in ("citizenships", "nationalities", "vessel_flag", "country")
    )
    since, until = _date(record, "start_date"), _date(record, "end_date")
    requirement = _text(record, "license_requirement")
    party = ListedParty(
        id="",
        list=short_name(list_source),
        kind=KINDS.get(_text(record, "type").lower(), PartyKind.UNKNOWN),
        name=name,
        aliases=tuple(alias for alias in _many(record, "alt_names") if alias != name),
        addresses=addresses,
        countries=tuple(dict.fromkeys((*countries, *(code for words in elsewhere for code in countries_in(words))))),
        programs=_many(record, "programs"),
        identifiers=_identifiers(record),
        license_requirement=requirement,
        license_policy=_text(record, "license_policy"),
        footnotes=footnotes(requirement),
        citations=_many(record, "federal_register_notice"),
        remarks="; ".join(_remarks(record)),
        since=since,
        until=until,
        born=(*_many(record, "dates_of_birth"), *_many(record, "places_of_birth")),
    )
    return identified(source, party, _text(record, "entity_number"))


def _text(record: Record, field: str) -> str:
    """One value, its white space evened out; empty where the record has none."""
    value = record.get(field)
    if value is None or value == "":
        return ""
    if isinstance(value, list | dict | bool):
        raise NotARecord(NO_TEXT.format(field, type(value).__name__))
    return " ".join(str(value).split())


def _many(record: Record, field: str) -> tuple[str, ...]:
    """The values of a field that holds many: a list, a text that joins them by `;` with or without a space, or both."""
    value = record.get(field)
    if not value:
        return ()
    parts = value if isinstance(value, list) else [value]
    found = [piece for part in parts for piece in _text({field: part}, field).split(";")]
    return tuple(dict.fromkeys(piece.strip() for piece in found if piece.strip()))


def _addresses(value: object) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Addresses and the countries that they lie in. A country alone is no address, unless no country is known by it."""
    addresses: list[str] = []
    countries: list[str] = []
    for written, last in _written(value):
        code = country(last) if last else None
        if code:
            countries.append(code)
        if not code or written != last:
            addresses.append(written)
    return tuple(dict.fromkeys(addresses)), tuple(dict.fromkeys(countries))


def _written(value: object) -> Iterator[tuple[str, str]]:
    """Each address as one line, with the country at its end."""
    if isinstance(value, list):
        for address in value:
            if not isinstance(address, dict):
                raise NotARecord(NO_TEXT.format("addresses", type(address).__name__))
            place = " ".join(filter(None, (_text(address, "state"), _text(address, "postal_code"))))
            parts = (_text(address, "address"), _text(address, "city"), place, _text(address, "country"))
            if any(parts):
                yield ", ".join(filter(None, parts)), parts[-1]
        return
    for address in _many({"addresses": value}, "addresses"):
        last = address.rpartition(",")[2].strip()
        # `MAN, ISLE OF` is a country with a comma in it: unless a code ends the address, the whole is tried first.
        yield address, address if len(last) != CODE and country(address) else last


def _identifiers(record: Record) -> tuple[str, ...]:
    value = record.get("ids")
    found: list[str] = []
    for paper in value if isinstance(value, list) else _many(record, "ids"):
        if isinstance(paper, dict):
            numbered = " ".join(filter(None, (_text(paper, "type"), _text(paper, "number"))))
            found.append(", ".join(filter(None, (numbered, _text(paper, "country")))))
        else:
            found.append(_text({"ids": paper}, "ids"))
    found += [f"Call sign {sign}" for sign in _many(record, "call_sign")]
    return tuple(dict.fromkeys(filter(None, found)))


def _remarks(record: Record) -> Iterator[str]:
    if _text(record, "remarks"):
        yield _text(record, "remarks")
    for field in REMARKED:
        if values := _many(record, field):
            yield f"{field.replace('_', ' ')}: {', '.join(values)}"
    for field in sorted(record.keys() - ELSEWHERE):
        if values := _many(record, field):
            yield f"{field}: {', '.join(values)}"
    for field in ("start_date", "end_date"):
        if _text(record, field) and _date(record, field) is None:
            yield f"{field.replace('_', ' ')}: {_text(record, field)}"


def _date(record: Record, field: str) -> date | None:
    """A calendar day; None where the list writes something else, which then stands among the remarks."""
    try:
        return date.fromisoformat(_text(record, field)[:10])
    except ValueError:
        return None
