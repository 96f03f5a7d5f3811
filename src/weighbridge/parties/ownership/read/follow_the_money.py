"""A graph as FollowTheMoney entities, one JSON object a line: Ownership and Directorship between people and companies.

Sources overlap there: what is stated twice alike counts once, and what is stated differently becomes a range.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from weighbridge.core.text import Text, same
from weighbridge.parties.listed import ListedParty
from weighbridge.parties.ownership.graph import Entity, EntityKind, OwnershipGraph, Stake, StakeKind
from weighbridge.parties.ownership.read.build import Draft, overlap
from weighbridge.parties.ownership.read.faults import Faults
from weighbridge.parties.ownership.read.fields import FindPlace, NoSuchPlace, Row, read_share
from weighbridge.parties.ownership.read.sanction import may_be_listed, read_sanction, values_of
from weighbridge.parties.ownership.share import UNKNOWN, WHOLE, Range, percent_range, widest

EDGES = {
    "Ownership": ("owner", "asset", StakeKind.EQUITY),
    "Directorship": ("director", "organization", StakeKind.DIRECTORSHIP),
}
SANCTION = "Sanction"
NOT_USED = frozenset(
    {
        "Associate",
        "ContractAward",
        "CourtCaseParty",
        "Debt",
        "Documentation",
        "EconomicActivity",
        "Employment",
        "Family",
        "Identification",
        "Membership",
        "Occupancy",
        "Passport",
        "Payment",
        "ProjectParticipant",
        "Representation",
        "Similar",
        "Succession",
        "TaxRoll",
        "UnknownLink",
    }
)
"""Schemata of statements that say nothing of who owns whom."""
KINDS = {"Person": EntityKind.PERSON, "PublicBody": EntityKind.GOVERNMENT}
SHAPE = same('{"id": "…", "schema": "Ownership", "properties": {"owner": ["…"], "asset": ["…"], "percentage": ["51"]}}')
NOT_JSON = Text("It is not a JSON object.", "並非 JSON 物件。")
NO_END = Text("The statement does not say whom it is about.", "陳述未說明其對象。")
UNREADABLE = Text(
    "{0}: “{1}” is no percentage from 0 to 100; the share is taken as unknown.",
    "{0}：「{1}」並非 0 至 100 之百分比；視為持股比例不明。",
)
CONFLICT = Text(
    "{0} → {1}: sources differ ({2} percent, {3} percent); the range of both is taken.",
    "{0} → {1}：來源不一（百分之 {2}、百分之 {3}），採兩者之範圍。",
)
UNUSED = Text("Not used: statements of the kind {0}, {1} in all.", "未採用：{0} 陳述，共 {1} 筆。")
NO_DAY = Text("{0}: “{1}” is no date and is taken as not stated.", "{0}：「{1}」並非日期，視為未填。")
ABSENT = Text("{0} is in a statement of ownership but is not described itself.", "{0} 見於持股陳述，但無其本身之說明。")


@dataclass
class Statements:
    """What the lines state, until all of them are read."""

    draft: Draft
    stakes: dict[tuple[str, str, StakeKind], list[Stake]] = field(default_factory=dict)
    listed: dict[str, list[ListedParty | None]] = field(default_factory=dict)
    unused: Counter[str] = field(default_factory=Counter)


def read_follow_the_money(content: str, raw: bytes, source: str, find_place: FindPlace) -> OwnershipGraph:
    """The graph in lines of FollowTheMoney entities.

    A headquarters is taken from `mainCountry` alone: where a company is registered is another matter. A day of which
    only the year or month is stated is read so that the stake is held as long as it may have been.

    Raises:
        GraphFaults: with every fault, each with its line.
    """
    read = Statements(Draft(Faults(), find_place))
    for number, line in enumerate(content.splitlines(), start=1):
        if line.strip():
            _line(read, f"line {number}", line)
    entities = read.draft.entities
    for entity, entries in read.listed.items():
        if entity in entities:
            told = tuple(entry for entry in entries if entry)
            perhaps = len(told) < len(entries)
            before = entities[entity]
            listed = tuple(replace(entry, name=before.name) for entry in told)
            entities[entity] = replace(
                before, listed=listed, may_be_listed=(before.may_be_listed and not told) or perhaps
            )
    for stakes in read.stakes.values():
        for stake in stakes:
            for end in (stake.owner, stake.owned):
                if end not in entities:
                    entities[end] = Entity(end, end, where=stake.where)
                    read.draft.faults.warn(ABSENT.format(end))
            row = Row(stake.where, {}, read.draft.faults)
            read.draft.stakes.append((row, stake))
    for kind, count in sorted(read.unused.items()):
        read.draft.faults.warn(UNUSED.format(kind, str(count)))
    return read.draft.graph(source, raw)


def _line(read: Statements, where: str, line: str) -> None:
    try:
        found = json.loads(line, parse_float=str, parse_int=str)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, Mapping) or not isinstance(found.get("properties"), Mapping):
        read.draft.faults.add(where, "", line, NOT_JSON, SHAPE)
        return
    schema, properties = str(found.get("schema")), found["properties"]
    if schema in EDGES:
        _stake(read, where, schema, properties)
    elif schema == SANCTION:
        for entity in _values(properties, "entity"):
            read.listed.setdefault(entity, []).append(read_sanction(where, properties, entity))
    elif schema in NOT_USED:
        read.unused[schema] += 1
    elif found.get("id"):
        _entity(read, where, schema, str(found["id"]), properties)


def _values(properties: Mapping[str, Any], name: str) -> list[str]:
    """The values of a property; an entity nested in another stands for its id."""
    return [str(v.get("id")) if isinstance(v, Mapping) else str(v) for v in values_of(properties, name)]


def _entity(read: Statements, where: str, schema: str, identity: str, properties: Mapping[str, Any]) -> None:
    names = _values(properties, "name")
    seats = set(_values(properties, "mainCountry"))
    seat = None
    if len(seats) == 1:
        try:
            seat = read.draft.find_place(seats.pop())
        except NoSuchPlace:
            seat = None  # FollowTheMoney also has codes for places that are no more, such as the Soviet Union's.
    read.draft.entities[identity] = Entity(
        id=identity,
        name=names[0] if names else identity,
        kind=KINDS.get(schema, EntityKind.COMPANY),
        headquarters=seat,
        may_be_listed=may_be_listed(_values(properties, "topics")),
        source=", ".join(_values(properties, "sourceUrl")[:1]),
        where=where,
    )


# --- stakes -------------------------------------------------------------------------------------------------------


def _stake(read: Statements, where: str, schema: str, properties: Mapping[str, Any]) -> None:
    owner_field, owned_field, kind = EDGES[schema]
    owners, owned = _values(properties, owner_field), _values(properties, owned_field)
    for name, ends in ((owner_field, owners), (owned_field, owned)):
        if not ends:
            read.draft.faults.add(where, name, None, NO_END, SHAPE)
    share = _share(read, where, properties) if kind is StakeKind.EQUITY else UNKNOWN
    since = _day(read, where, _values(properties, "startDate"), last=False)
    until = _day(read, where, _values(properties, "endDate"), last=True)
    source = ", ".join(_values(properties, "sourceUrl")[:1])
    for one in owners:
        for other in owned:
            _join(read, Stake(one, other, share, kind, since, until, source, where))


def _share(read: Statements, where: str, properties: Mapping[str, Any]) -> Range:
    """The percentage; several that are stated side by side are the ends of a range."""
    found: Range | None = None
    for written in _values(properties, "percentage"):
        try:
            share = read_share(written.strip())
        except ValueError:
            share = Range(WHOLE, UNKNOWN.low)
        if not UNKNOWN.low <= share.low <= share.high <= WHOLE:
            read.draft.faults.warn(UNREADABLE.format(where, written))
            share = UNKNOWN
        found = share if found is None else widest(found, share)
    return found or UNKNOWN


def _day(read: Statements, where: str, stated: list[str], *, last: bool) -> date | None:
    """The first day of a stake, or the day after its last."""
    days = []
    for written in stated:
        try:
            days.append(_after(written) if last else date.fromisoformat((written + "-01-01")[:10]))
        except (ValueError, OverflowError):
            read.draft.faults.warn(NO_DAY.format(where, written))
    return (max(days) if last else min(days)) if days else None


def _after(written: str) -> date:
    """The day after the year, month or day that is written."""
    first = date.fromisoformat((written + "-01-01")[:10])
    if len(written) <= len("2025"):
        return first.replace(year=first.year + 1)
    if len(written) <= len("2025-01"):
        return first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
    return first + timedelta(days=1)


def _join(read: Statements, stake: Stake) -> None:
    """Keep a stake; with one that is stated for the same time it becomes one."""
    key = (stake.owner, stake.owned, stake.kind)
    apart = []
    for before in read.stakes.get(key, ()):
        if overlap(before, stake):
            stake = _joined(read, before, stake)
        else:
            apart.append(before)
    read.stakes[key] = [*apart, stake]


def _joined(read: Statements, one: Stake, other: Stake) -> Stake:
    told = [stake.share for stake in (one, other) if stake.share != UNKNOWN]
    if len(told) == len((one, other)) and told[0] != told[1]:
        shares = (percent_range(told[0]), percent_range(told[1]))
        read.draft.faults.warn(CONFLICT.format(one.owner, one.owned, *shares))
    share = widest(told[0], told[-1]) if told else UNKNOWN
    since = None if one.since is None or other.since is None else min(one.since, other.since)
    until = None if one.until is None or other.until is None else max(one.until, other.until)
    where = ", ".join(dict.fromkeys((one.where, other.where)))
    source = ", ".join(dict.fromkeys(filter(None, (one.source, other.source))))
    return replace(one, share=share, since=since, until=until, where=where, source=source)
