"""The parties of a transaction screened: which facts that gives the law, what stays open, and on what it rests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from weighbridge.app.door import stated_lists
from weighbridge.app.faults import Faults
from weighbridge.app.ownership.facts import OpenQuestion, Provenance
from weighbridge.app.request.request import Request
from weighbridge.app.screening import wording as w
from weighbridge.app.screening.find import Screened, is_readable, says_little, screen
from weighbridge.app.screening.lists import Lists
from weighbridge.app.screening.owners import Owners, owners_of
from weighbridge.app.screening.parties import (
    INTERMEDIATE,
    ROLES,
    as_screened,
    as_the_law_says,
    named_parties,
    who_is_on,
)
from weighbridge.app.screening.questions import question
from weighbridge.app.screening.terms import pooled
from weighbridge.core.fact import FactValue
from weighbridge.core.text import Text
from weighbridge.law.facts.listed import BY_LIST
from weighbridge.parties.lists.age import Age
from weighbridge.parties.ownership.graph import OwnershipGraph


@dataclass(frozen=True)
class InRole:
    """A named party in its role, screened."""

    role: str
    screened: Screened


@dataclass(frozen=True)
class Screening:
    """What screening found for a transaction, and on which versions of the lists it rests."""

    ages: tuple[Age, ...]
    index: str
    parties: tuple[InRole, ...]
    owners: Owners | None
    provenance: tuple[Provenance, ...]
    questions: tuple[OpenQuestion, ...]
    taken: tuple[Text, ...]
    notes: tuple[Text, ...]


def screened(
    request: Request, lists: Lists, known_on: date, graph: OwnershipGraph | None = None
) -> tuple[Request, Screening]:
    """Screen the named parties of a request, and whoever stands above them in an ownership graph.

    The request that is returned states what a person judged, beside all that the asker states: a statement of the asker
    never takes a finding away. Of a party that somebody has yet to judge it states that it may be on that list.

    Raises:
        RequestFaults: a name cannot be compared, tells nobody apart, or stands for several entities of the graph.
    """
    _refuse_unreadable(request)
    parties = tuple(InRole(role, screen(lists, as_screened(party))) for role, party in named_parties(request))
    _refuse_what_says_little(parties)
    owners = owners_of(request, lists, graph, known_on) if graph else None
    asker = _joined(request.facts, stated_lists(request))
    facts = {**_joined(asker, _facts(parties)), **(owners.facts if owners else {})}
    screening = Screening(
        ages=lists.ages,
        index=lists.names.digest,
        parties=parties,
        owners=owners,
        provenance=(*_judged(parties), *(owners.provenance if owners else ())),
        questions=(*_questions(parties), *(owners.questions if owners else ())),
        taken=_taken(_unnamed(request, parties)),
        notes=tuple(dict.fromkeys((*_notes(lists, parties), *(owners.notes if owners else ())))),
    )
    return replace(request, facts=facts), screening


# --- facts ------------------------------------------------------------------------------------------------------------


def _facts(parties: Sequence[InRole]) -> dict[str, FactValue]:
    """For each list who was judged to be on it, an unknown member where somebody has to judge, and what entries say."""
    on: dict[str, set[str | None]] = {fact.name: set() for fact in BY_LIST.values()}
    entries = []
    for party in parties:
        for candidate in (*party.screened.same, *party.screened.open):
            fact = who_is_on(candidate.entry.list)
            if fact:
                on[fact].add(as_the_law_says(party.role) if candidate in party.screened.same else None)
                entries.append(candidate.entry)
    terms = pooled(entries, "entry")
    if any(party.screened.more for party in parties):  # What was not looked at may be on any list, on any terms.
        on = {name: members | {None} for name, members in on.items()}
        terms = {name: words | {None} for name, words in terms.items() if isinstance(words, frozenset)}
    return {**{fact: frozenset(members) for fact, members in on.items()}, **terms}


def _refuse_unreadable(request: Request) -> None:
    faults = Faults()
    for role, party in named_parties(request):
        if not is_readable(party.name or ""):
            faults.add(f"{role}.name", party.name, w.UNREADABLE, w.A_READABLE_NAME)
    faults.raise_if_any()


def _refuse_what_says_little(parties: Sequence[InRole]) -> None:
    faults = Faults()
    for party in parties:
        name = party.screened.party.name
        if not party.screened.candidates and says_little(name):
            faults.add(f"{party.role}.name", name, w.SAYS_LITTLE, w.A_READABLE_NAME)
    faults.raise_if_any()


def _joined(one: Mapping[str, FactValue], other: Mapping[str, FactValue]) -> dict[str, FactValue]:
    """Both; of a fact that both state, the sets joined."""
    joined = dict(one)
    for name, value in other.items():
        before = one.get(name)
        joined[name] = before | value if isinstance(before, frozenset) and isinstance(value, frozenset) else value
    return joined


def _unnamed(request: Request, parties: Sequence[InRole]) -> list[str]:
    """The roles of which neither a name nor a list is stated, in which somebody is, and no other role stands for."""
    stated = {party.role for party in parties}
    stated |= {role for role, party in request.parties.items() if party.listed_on is not None}
    if not request.intermediates:
        stated.add(INTERMEDIATE)
    if "end_user" not in request.parties and "ultimate_consignee" in request.parties:
        stated.add("end_user")
    return [role for role in ROLES if role not in stated]


# --- words ------------------------------------------------------------------------------------------------------------


def _judged(parties: Sequence[InRole]) -> Iterator[Provenance]:
    for party in parties:
        for c in party.screened.same:
            fact = who_is_on(c.entry.list)
            if c.judged and fact:
                j = c.judged.judgement
                met = (party.screened.party.name, c.entry.name, c.entry.list)
                says = w.JUDGED_SAME.format(w.ROLES[party.role], *met, j.by, j.on.isoformat(), j.reason)
                yield Provenance(fact, says)


def _questions(parties: Sequence[InRole]) -> Iterator[OpenQuestion]:
    for party in parties:
        for c in party.screened.open:
            fact = who_is_on(c.entry.list)
            if fact:
                yield OpenQuestion(fact, question(w.ROLES[party.role], party.screened, c))
        if party.screened.more:
            more = w.MORE.format(w.ROLES[party.role], party.screened.party.name)
            yield from (OpenQuestion(fact.name, more) for fact in BY_LIST.values())


def _taken(unnamed: Sequence[str]) -> tuple[Text, ...]:
    roles = [w.ROLES[role] for role in unnamed]
    listed = Text(", ".join(role.en for role in roles), "、".join(role.zh for role in roles))
    return (w.NOT_NAMED.format(listed),) if roles else ()


def _notes(lists: Lists, parties: Sequence[InRole]) -> Iterator[Text]:
    """What is wrong with the lists, and whom they name that no provision encoded here asks about."""
    for age in lists.ages:
        yield from age.says()[1:]
    for party in parties:
        for c in (*party.screened.same, *party.screened.open):
            if who_is_on(c.entry.list) is None:
                yield w.ELSEWHERE.format(c.match.query, c.match.listed, c.entry.list)
