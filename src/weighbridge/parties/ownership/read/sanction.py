"""FollowTheMoney's Sanction statements: which list they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from weighbridge.parties.listed import ListedParty, PartyKind
from weighbridge.parties.ownership.read.listed import LISTS, OTHER

LISTED_TOPICS = ("sanction", "export.control", "debarment")
"""Topics by which a collection says that somebody is on a list, without saying on which."""
NAMED = {
    "entity list": "EL",
    "military end user": "MEU",
    "military end-user": "MEU",
    "specially designated": "SDN",
    "denied persons": "DPL",
    "unverified list": "UVL",
}
"""Words in the name of a program that tell the list."""
PROGRAM_FIELDS = ("program", "programId", "authority", "provisions")


def may_be_listed(topics: Iterable[str]) -> bool:
    """Whether the topics say that the entity is on some list: until it is told which, it may be one that counts."""
    return not set(LISTED_TOPICS).isdisjoint(topics)


def read_sanction(where: str, properties: Mapping[str, Any], entity: str) -> ListedParty | None:
    """The list entry that a statement speaks of; None where it cannot be told which list it is."""
    stated = [text for name in PROGRAM_FIELDS for text in _texts(properties, name)]
    short = next(filter(None, map(_short, stated)), None)
    if short is None and _of_the_united_states(properties, stated):
        return None
    return ListedParty(
        id=f"{where} {short or OTHER}",
        list=short or f"{OTHER}{next(iter(stated), 'unnamed')}",
        kind=PartyKind.UNKNOWN,
        name=entity,
        programs=tuple(_texts(properties, "program")),
        citations=tuple(_texts(properties, "sourceUrl")[:1]),
        since=_day(properties, ("listingDate", "startDate"), last=False),
        until=_day(properties, ("endDate",), last=True),
    )


def _short(program: str) -> str | None:
    in_brackets = re.findall(r"\(([A-Z-]+)\)", program)
    for word in (*in_brackets, program.strip().upper()):
        if word in LISTS:
            return str(word)
    lowered = program.lower()
    return next((short for words, short in NAMED.items() if words in lowered), None)


def _of_the_united_states(properties: Mapping[str, Any], stated: Iterable[str]) -> bool:
    """Whether it may be a list of the United States: it says so, or does not say whose it is."""
    countries = [country.lower() for country in _texts(properties, "country")]
    return "us" in countries or not (countries or any(stated))


def values_of(properties: Mapping[str, Any], name: str) -> list[Any]:
    """The values of a property, which are a list even where there is one; none where it is missing."""
    found = properties.get(name)
    return found if isinstance(found, list) else [] if found is None else [found]


def _texts(properties: Mapping[str, Any], name: str) -> list[str]:
    return [str(value) for value in values_of(properties, name)]


def _day(properties: Mapping[str, Any], names: Iterable[str], *, last: bool) -> date | None:
    """The day of the first of these fields that holds a whole one; a part of a date does not narrow a listing."""
    for name in names:
        for written in _texts(properties, name):
            try:
                day = date.fromisoformat(written)
                return day + timedelta(days=1) if last else day
            except (ValueError, OverflowError):
                continue
    return None
