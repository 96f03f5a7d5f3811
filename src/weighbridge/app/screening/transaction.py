"""The parties of a transaction screened: which facts that gives the law, what stays open, and on what it rests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from weighbridge.app.faults import Faults
from weighbridge.app.ownership.facts import OpenQuestion, Provenance
from weighbridge.app.request.request import Request
from weighbridge.app.screening import wording as w
from weighbridge.app.screening.find import Screened, is_readable, screen
from weighbridge.app.screening.lists import Lists
from weighbridge.app.screening.owners import Owners, owners_of
from weighbridge.app.screening.parties import INTERMEDIATE, ROLES, as_screened, lists_that_count, named_parties
from weighbridge.app.screening.questions import question
from weighbridge.app.screening.terms import pooled
from weighbridge.core.fact import FactValue
from weighbridge.core.text import Text
from weighbridge.parties.lists.age import Age
from weighbridge.parties.ownership.graph import OwnershipGraph


@dataclass(frozen=True)
class InRole:
    """A named party in its role, screened."""

    role: str
    screened: Screened

    @property
    def fact(self) -> str:
        """The fact that says on which lists it stands."""
        return listed_on(self.role)


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


def listed_on(role: str) -> str:
    """The fact that says on which lists the parties in a role stand."""
    return f"{role}.listed_on"


def screened(
    request: Request, lists: Lists, known_on: date, graph: OwnershipGraph | None = None
) -> tuple[Request, Screening]:
    """Screen the named parties of a request, and whoever stands above them in an ownership graph.

    The request that is returned states what a person judged, beside all that the asker states: a statement of the asker
    never takes a finding away. Of a party that somebody has yet to judge it states that its lists are not known.

    Raises:
        RequestFaults: a name holds nothing that could be compared, or stands for several entities of the graph.
    """
    _refuse_unreadable(request)
    parties = tuple(InRole(role, screen(lists, as_screened(party))) for role, party in named_parties(request))
    owners = owners_of(request, lists, graph, known_on) if graph else None
    unnamed = _unnamed(request, parties)
    said = _stated_lists(request)
    facts = {
        **_joined(said, _facts(parties)),
        **_may_be(parties, said),
        **(owners.facts if owners else {}),
        **{listed_on(role): frozenset[str | None]() for role in unnamed},
    }
    screening = Screening(
        ages=lists.ages,
        index=lists.names.digest,
        parties=parties,
        owners=owners,
        provenance=(*_judged(parties), *(owners.provenance if owners else ())),
        questions=(*_questions(parties), *(owners.questions if owners else ())),
        taken=_taken([role for role in unnamed if not _nobody(request, role)]),
        notes=tuple(dict.fromkeys((*_notes(lists, parties), *(owners.notes if owners else ())))),
    )
    return replace(request, facts=facts), screening


# --- facts ------------------------------------------------------------------------------------------------------------


def _facts(parties: Sequence[InRole]) -> dict[str, FactValue]:
    """On which lists each party was judged to stand, an unknown member where somebody has to judge, and the terms."""
    facts: dict[str, FactValue] = {}
    entries = []
    for party in parties:
        same = [c.entry for c in party.screened.same if c.entry.list in lists_that_count()]
        unjudged = [c.entry for c in party.screened.open if c.entry.list in lists_that_count()]
        on = frozenset[str | None](entry.list for entry in same) | (
            {None} if unjudged or party.screened.more else set()
        )
        facts = _joined(facts, {party.fact: on})
        entries += [*same, *unjudged]
    terms = pooled(entries, "entry")
    if any(party.screened.more for party in parties):  # The terms of entries that were not looked at are not known.
        terms = {name: words | {None} for name, words in terms.items() if isinstance(words, frozenset)}
    return {**facts, **terms}


def _refuse_unreadable(request: Request) -> None:
    faults = Faults()
    for role, party in named_parties(request):
        if not is_readable(party.name or ""):
            faults.add(f"{role}.name", party.name, w.UNREADABLE, w.A_READABLE_NAME)
    faults.raise_if_any()


def _may_be(parties: Sequence[InRole], said: Mapping[str, FactValue]) -> dict[str, FactValue]:
    """Which lists have entries that may be a party, so that only what they bring stays open.

    An asker who says that it is not known on which lists a party stands means any.
    """
    facts: dict[str, FactValue] = {}
    for party in parties:
        stated = said.get(party.fact)
        on = stated if isinstance(stated, frozenset) else frozenset[str | None]()
        if None not in on and not party.screened.more:
            candidates = (*party.screened.same, *party.screened.open)
            lists = on | {c.entry.list for c in candidates if c.entry.list in lists_that_count()}
            facts = _joined(facts, {f"{party.role}.may_be_on": lists})
    return facts


def _stated_lists(request: Request) -> dict[str, FactValue]:
    """The facts that the request states by their names, and the lists that it states in a party's own field."""
    of_parties = [*request.parties.items(), *((INTERMEDIATE, party) for party in request.intermediates or ())]
    facts = dict(request.facts)
    for role, party in of_parties:
        if party.listed_on is not None:
            facts = _joined(facts, {listed_on(role): party.listed_on})
    return facts


def _joined(one: Mapping[str, FactValue], other: Mapping[str, FactValue]) -> dict[str, FactValue]:
    """Both; of a fact that both state, the sets joined."""
    joined = dict(one)
    for name, value in other.items():
        before = one.get(name)
        joined[name] = before | value if isinstance(before, frozenset) and isinstance(value, frozenset) else value
    return joined


def _unnamed(request: Request, parties: Sequence[InRole]) -> list[str]:
    """The roles of which neither a name nor a list is stated, and that no other role stands for."""
    stated = {*(party.fact for party in parties), *_stated_lists(request)}
    follows = "end_user" not in request.parties and "ultimate_consignee" in request.parties
    return [role for role in ROLES if listed_on(role) not in stated and not (role == "end_user" and follows)]


def _nobody(request: Request, role: str) -> bool:
    """Whether it is settled, or told already, that nobody is in that role."""
    return role == INTERMEDIATE and not request.intermediates


# --- words ------------------------------------------------------------------------------------------------------------


def _judged(parties: Sequence[InRole]) -> Iterator[Provenance]:
    for party in parties:
        for c in party.screened.same:
            if c.judged:
                j = c.judged.judgement
                met = (party.screened.party.name, c.entry.name, c.entry.list)
                says = w.JUDGED_SAME.format(w.ROLES[party.role], *met, j.by, j.on.isoformat(), j.reason)
                yield Provenance(party.fact, says)


def _questions(parties: Sequence[InRole]) -> Iterator[OpenQuestion]:
    for party in parties:
        for c in party.screened.open:
            if c.entry.list in lists_that_count():
                yield OpenQuestion(party.fact, question(w.ROLES[party.role], party.screened, c))
        if party.screened.more:
            yield OpenQuestion(party.fact, w.MORE.format(w.ROLES[party.role], party.screened.party.name))


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
            if c.entry.list not in lists_that_count():
                yield w.ELSEWHERE.format(c.match.query, c.match.listed, c.entry.list)
