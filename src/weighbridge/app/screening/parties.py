"""Whom a request names, in which role, and as what each is screened."""

from __future__ import annotations

from collections.abc import Iterator

from weighbridge.app.request.request import Party, Request
from weighbridge.law.facts.listed import BY_LIST
from weighbridge.parties.stated import StatedParty

INTERMEDIATE = "intermediate_consignees"
ROLES = ("exporter", "purchaser", INTERMEDIATE, "ultimate_consignee", "end_user")


def named_parties(request: Request) -> Iterator[tuple[str, Party]]:
    """Every party that has a name, with its role."""
    everybody = [*request.parties.items(), *((INTERMEDIATE, party) for party in request.intermediates or ())]
    for role in ROLES:
        yield from ((role, party) for key, party in everybody if key == role and party.name)


def as_screened(party: Party) -> StatedParty:
    """The party as it is screened and judged: by its names, and by where it is as far as that is stated."""
    places = (party.places["location"], party.places["headquarters"])
    return StatedParty(
        name=party.name or "",
        aliases=party.aliases,
        countries=tuple(dict.fromkeys(place for place in places if place)),
        reference=party.reference or "",
    )


def who_is_on(list_: str) -> str | None:
    """The fact that says who stands on a list; None for one that no provision turns on."""
    return BY_LIST[list_].name if list_ in BY_LIST else None


def as_the_law_says(role: str) -> str:
    """The word for a role in the facts of the law, which speaks of one party at a time."""
    return "intermediate_consignee" if role == INTERMEDIATE else role
