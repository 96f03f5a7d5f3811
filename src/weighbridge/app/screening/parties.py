"""Whom a request names, in which role, and as what each is screened."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from weighbridge.app.request.request import Party, Request
from weighbridge.law.compiled import load_corpus
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


@cache
def lists_that_count() -> frozenset[str]:
    """The lists that some provision turns on."""
    return frozenset(choice.word for choice in load_corpus().facts["end_user.listed_on"].choices)
