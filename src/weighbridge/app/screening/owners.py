"""Who stands above the parties in an ownership graph: screened, and told as facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from weighbridge.app.faults import Faults
from weighbridge.app.ownership.counting import counting
from weighbridge.app.ownership.facts import (
    LISTED_PERCENT,
    FactsAbout,
    OpenQuestion,
    Provenance,
    facts_about,
    together,
)
from weighbridge.app.ownership.facts import ROLES as TOLD_ROLES
from weighbridge.app.ownership.graphs import with_listings
from weighbridge.app.request.request import Request
from weighbridge.app.screening import wording as w
from weighbridge.app.screening.find import Screened, screen
from weighbridge.app.screening.lists import Lists
from weighbridge.app.screening.parties import named_parties
from weighbridge.app.screening.questions import question
from weighbridge.app.screening.terms import pooled
from weighbridge.core.fact import FactValue
from weighbridge.core.text import Text, same
from weighbridge.law.compiled import load_corpus
from weighbridge.law.ear.part_744.s744_11_affiliates.owners import COUNTED_LISTS
from weighbridge.parties.ownership.graph import AmbiguousParty, Counts, Entity, OwnershipGraph, UnknownParty
from weighbridge.parties.ownership.holdings import holdings_of
from weighbridge.parties.stated import StatedParty

MAY_BE_LISTED, REACHES_HALF, LISTED_ON = (
    "ownership.owner_may_be_listed",
    "ownership.listed_reach_half",
    "owners.listed_on",
)
OWNERSHIP_ALONE = "end_user"
"""The role in which a party is told of whose seats the law does not ask; only its ownership is taken."""


@dataclass(frozen=True)
class Owners:
    """What the graph, with everybody above the parties screened, says of their owners."""

    graph: OwnershipGraph
    about: tuple[FactsAbout, ...]
    screened: tuple[Screened, ...]
    facts: Mapping[str, FactValue]
    provenance: tuple[Provenance, ...]
    questions: tuple[OpenQuestion, ...]
    notes: tuple[Text, ...]


def owners_of(request: Request, lists: Lists, graph: OwnershipGraph, known_on: date) -> Owners:
    """Look for each named party in the graph, and screen everybody above it."""
    found, missing = _found(request, graph)
    counts = counting(request.on, known_on)
    above = dict.fromkeys(e for _, party in found for e in _above(graph, party, request.on, counts))
    screened = {entity: screen(lists, _as_stated(graph.entities[entity])) for entity in above}
    graph = _with_findings(graph, screened, counts)
    about = [(role, facts_about(graph, party.id, request.on, _told_as(role), known_on)) for role, party in found]
    facts = dict(together(_of_ownership_alone(one) if role not in TOLD_ROLES else one for role, one in about))
    facts, notes = _as_the_request_states(request, facts)
    each = [one for _, one in about]
    return Owners(
        graph=graph,
        about=tuple(each),
        screened=tuple(screened.values()),
        facts={**facts, **_owners_terms(each), **_may_be_listed(each, complete=not missing)},
        provenance=tuple(dict.fromkeys(p for one in each for p in one.provenance if p.fact in facts)),
        questions=tuple(dict.fromkeys((*_who_is_listed(graph, screened), *(q for one in each for q in _asked(one))))),
        notes=(*graph.warnings, *missing, *notes),
    )


# --- whom the graph knows, and who stands above -----------------------------------------------------------------------


def _found(request: Request, graph: OwnershipGraph) -> tuple[list[tuple[str, Entity]], list[Text]]:
    """The named parties that stand in the graph, with their roles, and what is to be said of those that do not.

    Raises:
        RequestFaults: a name stands for several entities.
    """
    found, missing = [], []
    faults = Faults()
    for role, party in named_parties(request):
        try:
            found.append((role, graph.find(party.name or "")))
        except UnknownParty as unknown:
            missing.append(w.NOT_IN_GRAPH.format(party.name or "", _nearest(unknown.nearest)))
        except AmbiguousParty:
            faults.add(f"{role}.name", party.name, w.SEVERAL_IN_GRAPH, w.A_NAME_OF_ONE)
    faults.raise_if_any()
    return found, missing


def _nearest(names: tuple[str, ...]) -> Text:
    return w.NEAREST_IN_GRAPH.format(names[0]) if names else same("")


def _above(graph: OwnershipGraph, party: Entity, on: date, counts: Counts) -> Iterator[str]:
    """Everybody whom the graph knows to stand above a party, the nearest first."""
    members = holdings_of(graph, [party.id], on, counts).members
    return (entity for entity in members if entity != party.id and entity in graph.entities)


def _as_stated(entity: Entity) -> StatedParty:
    return StatedParty(name=entity.name, countries=(entity.headquarters,) if entity.headquarters else ())


def _with_findings(graph: OwnershipGraph, screened: Mapping[str, Screened], counts: Counts) -> OwnershipGraph:
    """The graph with what was judged of its entities, and with whom somebody has to judge."""
    judged = {e: [c.entry for c in found.same if counts(c.entry)] for e, found in screened.items()}
    unjudged = {e for e, found in screened.items() if not found.settled or any(counts(c.entry) for c in found.open)}
    return with_listings(graph, judged, unjudged)


# --- facts ------------------------------------------------------------------------------------------------------------


def _told_as(role: str) -> str:
    return role if role in TOLD_ROLES else OWNERSHIP_ALONE


def _of_ownership_alone(about: FactsAbout) -> FactsAbout:
    return replace(about, facts={name: v for name, v in about.facts.items() if name.startswith("ownership.")})


def _as_the_request_states(
    request: Request, facts: Mapping[str, FactValue]
) -> tuple[dict[str, FactValue], tuple[Text, ...]]:
    """The facts that the request does not state itself; where it states another, that is noted."""
    law = load_corpus().facts
    kept, notes = {}, []
    for name, value in facts.items():
        said = _said(request, name)
        if said is None:
            kept[name] = value
        elif said != value and not name.endswith((".name", ".ultimate_parent")):
            notes.append(w.STATED_OTHERWISE.format(str(said), law[name].label, str(value)))
    return kept, tuple(notes)


def _said(request: Request, fact: str) -> FactValue | None:
    """What the request states for a fact, by its name or in the party's own fields."""
    role, _, name = fact.partition(".")
    party = request.parties.get(role)
    stated = {**party.places, "name": party.name, "ultimate_parent": party.ultimate_parent} if party else {}
    return request.facts.get(fact, stated.get(name))


def _owners_terms(about: Iterable[FactsAbout]) -> dict[str, FactValue]:
    """On which lists the owners stand that make up the share, and what their entries say.

    An owner whom somebody has yet to judge, or who was left out, may bring stricter terms than those that are known.
    """
    found = [one.ownership for one in about]
    owners = [owner for ownership in found for owner in ownership.owners if owner.counts]
    entries = [entry for owner in owners if owner.certain for entry in owner.entries]
    counted = [entry for entry in entries if entry.list in COUNTED_LISTS]
    if not counted:
        return {}
    terms = {LISTED_ON: frozenset(entry.list for entry in counted), **pooled(counted, "owners")}
    if any(owner.certain is None for owner in owners) or any(ownership.owners_left_out for ownership in found):
        return {name: words | {None} for name, words in terms.items() if isinstance(words, frozenset)}
    return terms


def _may_be_listed(about: Iterable[FactsAbout], *, complete: bool) -> dict[str, FactValue]:
    """Whether the answer waits for a judgement on an owner; not stated where the owners of some party are not known."""
    waits = any(
        one.ownership.reached is None and any(o.counts and o.certain is None for o in one.ownership.owners)
        for one in about
    )
    return {MAY_BE_LISTED: True} if waits else {MAY_BE_LISTED: False} if complete else {}


# --- questions --------------------------------------------------------------------------------------------------------


def _who_is_listed(graph: OwnershipGraph, screened: Mapping[str, Screened]) -> Iterator[OpenQuestion]:
    for entity, found in screened.items():
        for candidate in found.open:
            if graph.entities[entity].may_be_listed and candidate.entry.list in COUNTED_LISTS:
                yield OpenQuestion(REACHES_HALF, question(w.ROLES["owner"], found, candidate))


def _asked(about: FactsAbout) -> Iterator[OpenQuestion]:
    """The questions of the graph; those about the share belong to the fact that waits for it."""
    for asked in about.questions:
        yield OpenQuestion(REACHES_HALF, asked.text) if asked.fact == LISTED_PERCENT else asked
