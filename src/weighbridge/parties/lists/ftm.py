"""OpenSanctions' FollowTheMoney entities, one JSON object a line: parties, their sanctions and their addresses.

A party may be on several lists, and its sanctions and addresses are entities of their own that stand anywhere in the
file. So the file is read twice: what parties refer to goes into a file aside, and then each party comes out once for
each list that names it. In the nested form (`targets.nested.json`) they stand within the party.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from io import TextIOWrapper
from typing import Any

from weighbridge.core.text import Text
from weighbridge.parties.listed import ListedParty, PartyKind
from weighbridge.parties.lists.consolidated import NO_NAME, NotARecord
from weighbridge.parties.lists.countries import country
from weighbridge.parties.lists.faults import RowFault
from weighbridge.parties.lists.file import ListFile, hidden, numbered_lines, unusable
from weighbridge.parties.lists.footnotes import footnotes
from weighbridge.parties.lists.identity import identified
from weighbridge.parties.lists.short_names import DATASETS, named_list, short_name

KINDS = {
    "Person": PartyKind.INDIVIDUAL,
    "Vessel": PartyKind.VESSEL,
    "Airplane": PartyKind.AIRCRAFT,
    "Organization": PartyKind.ORGANIZATION,
    "Company": PartyKind.ORGANIZATION,
    "PublicBody": PartyKind.ORGANIZATION,
    "LegalEntity": PartyKind.UNKNOWN,
    "Asset": PartyKind.UNKNOWN,
    "Vehicle": PartyKind.UNKNOWN,
}
"""The schemata that are parties; in FollowTheMoney a LegalEntity may be a person or a company."""

NAMES = ("name", "alias", "weakAlias", "previousName")
COUNTRIES = ("mainCountry", "country", "jurisdiction", "nationality", "citizenship", "flag")
IDENTIFIERS = (
    "registrationNumber",
    "idNumber",
    "passportNumber",
    "taxNumber",
    "innCode",
    "ogrnCode",
    "leiCode",
    "uscCode",
    "swiftBic",
    "imoNumber",
    "mmsi",
    "callSign",
)
UNITED_STATES, UNNAMED = "us_", "UNNAMED"
REMARKS = ("notes", "position", "summary")

Entity = Mapping[str, Any]

NO_JSON = Text("It is no JSON object: {0}.", "並非 JSON 物件：{0}。")
NO_LIST = Text("The property {0} is no list of values.", "屬性 {0} 並非值之陣列。")
NO_ENTITY = Text("It is no entity: it lacks {0}.", "並非實體：缺少 {0}。")


def ftm_parties(file: ListFile, source: str) -> Iterator[ListedParty | RowFault]:
    """The parties that a list names. Others, such as owners and relatives without a topic, are passed over.

    A party is listed where a sanction refers to it, where it has a topic, or where it is marked as a target: rather
    one that need not be screened than one that is not.
    """
    with tempfile.TemporaryDirectory(prefix="weighbridge-") as folder, _Aside(f"{folder}/referred.sqlite") as aside:
        with file.text() as stream:
            yield from _referred(stream, aside)
        with file.text() as stream:
            for read in _entities(stream):
                yield from [read] if isinstance(read, RowFault) else _listed(*read, aside, source)


def _referred(stream: TextIOWrapper, aside: _Aside) -> Iterator[RowFault]:
    """Put aside what parties refer to. Faults that the second reading finds as well are left to it."""
    for read in _entities(stream, only=('"Sanction"', '"Address"')):
        if not isinstance(read, RowFault):
            try:
                aside.keep(read[1])
            except NotARecord as wrong:
                yield RowFault(read[0], wrong.problem)


def _entities(stream: TextIOWrapper, only: tuple[str, ...] = ()) -> Iterator[tuple[int, Entity] | RowFault]:
    """Each line as an entity; with `only`, those lines alone that hold one of these words."""
    for read in numbered_lines(stream):
        if isinstance(read, RowFault):
            yield read
            continue
        number, line = read
        if not line.strip() or (only and not any(word in line for word in only)):
            continue
        try:
            yield number, _entity(line)
        except NotARecord as wrong:
            yield RowFault(number, wrong.problem)


def _entity(line: str) -> Entity:
    if problem := unusable(line):
        raise NotARecord(problem)
    try:
        entity = json.loads(line)
    except ValueError as broken:
        raise NotARecord(NO_JSON.format(str(broken))) from None
    if not isinstance(entity, dict):
        raise NotARecord(NO_JSON.format(type(entity).__name__))
    wanted = {"id": str, "schema": str, "properties": dict}
    missing = [name for name, kind in wanted.items() if not isinstance(entity.get(name), kind)]
    # JSON can hide a NUL or half a character behind an escape, where no look at the line finds it.
    if problem := NO_ENTITY.format(", ".join(missing)) if missing else hidden(entity):
        raise NotARecord(problem)
    return entity


class _Aside:
    """Sanctions by the party they name, and addresses by their id, in a file of their own."""

    def __init__(self, path: str) -> None:
        self._file = sqlite3.connect(path, isolation_level=None)
        self._file.executescript(
            "pragma journal_mode = off; pragma synchronous = off; begin;"
            "create table sanction (party text, body text); create table address (id text, body text);"
        )
        self._sorted = False

    def keep(self, entity: Entity) -> None:
        body = json.dumps(entity)
        if entity["schema"] == "Sanction":
            rows = [(party, body) for party in _strings(entity, "entity")]
            self._file.executemany("insert into sanction values (?, ?)", rows)
        elif entity["schema"] == "Address":
            self._file.execute("insert into address values (?, ?)", (entity["id"], body))

    def sanctions(self, party: str) -> list[Entity]:
        return self._found("sanction", "party", party)

    def address(self, id_: str) -> list[Entity]:
        return self._found("address", "id", id_)

    def __enter__(self) -> _Aside:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def _found(self, table: str, column: str, key: str) -> list[Entity]:
        if not self._sorted:
            self._file.executescript("create index by_party on sanction (party); create index by_id on address (id);")
            self._sorted = True
        rows = self._file.execute(f"select body from {table} where {column} = ?", (key,))
        return [json.loads(body) for (body,) in rows]


def _listed(line: int, entity: Entity, aside: _Aside, source: str) -> Iterator[ListedParty | RowFault]:
    try:
        yield from _on_each_list(entity, aside, source) if entity["schema"] in KINDS else ()
    except NotARecord as wrong:
        yield RowFault(line, wrong.problem)


def _on_each_list(entity: Entity, aside: _Aside, source: str) -> Iterator[ListedParty]:
    """The party once for each list that names it; not at all where none does."""
    sanctions = [*_nested(entity, "sanctions"), *aside.sanctions(entity["id"])]
    if not sanctions and not _strings(entity, "topics") and not entity.get("target"):
        return
    party = _party(entity, aside)
    by_list: dict[str, list[Entity]] = {}
    for sanction in sanctions:
        by_list.setdefault(_list_of(sanction), []).append(sanction)
    for name, of_list in (by_list or {_list_of(entity): []}).items():
        yield identified(source, _with_sanctions(replace(party, list=name), of_list), entity["id"])


def _party(entity: Entity, aside: _Aside) -> ListedParty:
    names = [name for property_ in NAMES for name in _strings(entity, property_)]
    caption = entity.get("caption")
    if isinstance(caption, str) and caption.strip() and caption != entity["id"]:
        names.insert(0, " ".join(caption.split()))
    if not names:
        raise NotARecord(NO_NAME)
    names = list(dict.fromkeys(names))
    referred = [e for id_ in _strings(entity, "addressEntity") for e in aside.address(id_)]
    places = [*referred, *_nested(entity, "addressEntity")]
    addresses = [*_strings(entity, "address"), *(full for place in places for full in _strings(place, "full"))]
    written = [code for property_ in COUNTRIES for code in _strings(entity, property_)]
    written += [code for place in places for code in _strings(place, "country")]
    return ListedParty(
        id="",
        list="",
        kind=KINDS[entity["schema"]],
        name=names[0],
        aliases=tuple(names[1:]),
        addresses=tuple(dict.fromkeys(addresses)),
        countries=tuple(dict.fromkeys(code for word in written if (code := country(word)))),
        programs=tuple(f"topic: {topic}" for topic in _strings(entity, "topics")),
        identifiers=tuple(f"{kind} {number}" for kind in IDENTIFIERS for number in _strings(entity, kind)),
        remarks="; ".join(remark for property_ in REMARKS for remark in _strings(entity, property_)),
        born=(*_strings(entity, "birthDate"), *_strings(entity, "birthPlace")),
    )


def _with_sanctions(party: ListedParty, sanctions: list[Entity]) -> ListedParty:
    """The party with what its sanctions on one list say; their words keep the order of the file."""

    def said(*properties: str) -> tuple[str, ...]:
        words = (word for sanction in sanctions for property_ in properties for word in _strings(sanction, property_))
        return tuple(dict.fromkeys(words))

    requirement = " ".join(said("reason"))
    started, ended = _days(said("startDate", "listingDate")), _days(said("endDate"))
    return replace(
        party,
        programs=(*said("program", "programId"), *party.programs),
        license_requirement=requirement,
        license_policy=" ".join(said("provisions")),
        footnotes=footnotes(requirement),
        citations=said("authorityId", "recordId"),
        since=min(started, default=None),
        until=max(ended, default=None),
    )


def _list_of(entity: Entity) -> str:
    """The list that a sanction, or an entity without one, is from: by its data set, else by what it says of itself."""
    datasets = entity.get("datasets")
    named = [name for name in datasets if isinstance(name, str)] if isinstance(datasets, list) else []
    for dataset in named:
        if dataset in DATASETS:
            return DATASETS[dataset]
    said = [words for property_ in ("authority", "program", "programId") for words in _strings(entity, property_)]
    if not named or any(dataset.startswith(UNITED_STATES) for dataset in named):
        for words in said:
            if short := named_list(words):
                return short
    return named[0] if named else next(map(short_name, said), UNNAMED)


def _days(words: tuple[str, ...]) -> list[date]:
    """Whole days; FollowTheMoney also writes a year or a month alone, and these are left out."""
    days = []
    for word in words:
        try:
            days.append(date.fromisoformat(word[:10]))
        except ValueError:
            continue
    return days


def _strings(entity: Entity, property_: str) -> tuple[str, ...]:
    values = _values(entity, property_)
    return tuple(" ".join(value.split()) for value in values if isinstance(value, str) and value.strip())


def _nested(entity: Entity, property_: str) -> list[Entity]:
    values = _values(entity, property_)
    return [value for value in values if isinstance(value, dict) and isinstance(value.get("properties"), dict)]


def _values(entity: Entity, property_: str) -> list[Any]:
    values = entity["properties"].get(property_)
    if values is None or isinstance(values, str):
        return [values] if values else []
    if not isinstance(values, list):
        raise NotARecord(NO_LIST.format(property_))
    return values
