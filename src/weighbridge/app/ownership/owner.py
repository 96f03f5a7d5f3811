"""The use case `owner`: who owns a party on a day, and what the affiliates rule says of it on each track."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from weighbridge.app.ownership import wording as w
from weighbridge.app.ownership.facts import FactsAbout, facts_about
from weighbridge.app.ownership.graphs import find_party
from weighbridge.app.ownership.tracks import RuleOnTrack, affiliates_rule
from weighbridge.core.rulebook import TRACKS
from weighbridge.core.text import Text
from weighbridge.law.compiled import load_corpus
from weighbridge.law.ear.part_744.s744_11_affiliates.owners import EVERY_SDN, NO_METHOD, UNDER_744_8
from weighbridge.parties.ownership.diagram import Diagram, diagram
from weighbridge.parties.ownership.finding import ListedOwner
from weighbridge.parties.ownership.graph import OwnershipGraph, Stake, StakeKind
from weighbridge.parties.ownership.share import percent_range
from weighbridge.parties.ownership.terms import Terms, strictest

SDN = "SDN"


@dataclass(frozen=True)
class OwnerAnswer:
    """Who owns a party: the facts, the drawing, the rule on each track, the terms that would apply, and remarks.

    `strictest` are the terms of the most restrictive listed owner, of those whose entry states any; `unranked` are the
    others. `directing` are directorships of listed parties, which are no ownership.
    """

    graph: OwnershipGraph
    known_on: date
    about: FactsAbout
    diagram: Diagram
    tracks: tuple[RuleOnTrack, ...]
    strictest: Terms | None
    unranked: tuple[Terms, ...]
    directing: tuple[Stake, ...]
    notes: tuple[Text, ...]


def owner_answer(
    graph: OwnershipGraph, party: str, on: date, known_on: date | None = None, tracks: Sequence[str] = TRACKS
) -> OwnerAnswer:
    """Who owns a party (its id or name) on a day; `known_on` bounds what law had been published.

    Raises:
        DateNotEncoded: the law of that day is not encoded.
        RequestFaults: nobody, or several, have that name.
    """
    entity = find_party(graph, party)
    known = known_on or load_corpus().horizon
    about = facts_about(graph, entity.id, on)
    best, unranked = strictest(entry for o in about.ownership.owners if _contributes(o) for entry in o.entries)
    directing = tuple(_directing(graph, about))
    return OwnerAnswer(
        graph=graph,
        known_on=known,
        about=about,
        diagram=diagram(graph, about.ownership, about.ascent),
        tracks=affiliates_rule(about.ownership, on, known, tracks),
        strictest=best,
        unranked=unranked,
        directing=directing,
        notes=(*_notes(graph, about, unranked), *(_direction(graph, stake) for stake in directing), *graph.warnings),
    )


def _contributes(owner: ListedOwner) -> bool:
    """Whether the owner is certainly listed and owns some part for certain."""
    return (
        owner.counts
        and bool(owner.certain)
        and (owner.alone is None or bool(owner.alone.multiplied or owner.alone.cascaded))
    )


def _directing(graph: OwnershipGraph, about: FactsAbout) -> Iterator[Stake]:
    """Directorships that somebody on a list holds in the party or in anybody above it."""
    for owned in about.ownership.holdings.members:
        for stake in graph.stakes_in(owned, about.on):
            if stake.kind is StakeKind.DIRECTORSHIP and graph.entities[stake.owner].listings_on(about.on):
                yield stake


def _direction(graph: OwnershipGraph, stake: Stake) -> Text:
    return w.DIRECTS.format(graph.entities[stake.owner].name, graph.entities[stake.owned].name)


def _notes(graph: OwnershipGraph, about: FactsAbout, unranked: Sequence[Terms]) -> Iterator[Text]:
    found = about.ownership
    if found.itself is not False:
        yield w.ITSELF.format(about.entity.name) if found.itself else w.ITSELF_PERHAPS.format(about.entity.name)
    for person in about.ascent.persons:
        yield w.PERSON_ABOVE.format(graph.entities[person].name)
    if found.owners and found.by_cascade != found.by_multiplication:
        yield w.METHODS_PART.format(percent_range(found.cascaded), percent_range(found.multiplied))
    if found.owners:
        yield NO_METHOD
    if any(entry.list == SDN for owner in found.owners for entry in owner.entries):
        yield EVERY_SDN
    if any(terms.entry.list == SDN for terms in unranked):
        yield UNDER_744_8
    others = [owner for owner in found.owners if not owner.counts and owner.entries]
    for owner in others:
        lists = ", ".join(dict.fromkeys(entry.list for entry in owner.entries))
        yield w.DOES_NOT_COUNT.format(graph.entities[owner.entity].name, lists)
    if found.owners_left_out:
        yield w.OWNERS_LEFT_OUT.format(str(found.owners_left_out))
    unmarked = [graph.entities[e] for e in found.holdings.members if not graph.entities[e].screened]
    if unmarked:
        yield w.NOT_SCREENED.format(str(len(unmarked)), str(len(found.holdings.shares)))
