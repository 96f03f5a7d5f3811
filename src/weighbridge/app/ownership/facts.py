"""What an ownership graph says of a party, as facts for a determination: with provenance and open questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from weighbridge.app.ownership import wording as w
from weighbridge.app.ownership.questions import about_ownership, about_parents, about_seats
from weighbridge.core.fact import FactValue
from weighbridge.core.text import Text, same
from weighbridge.law.compiled import load_corpus
from weighbridge.law.ear.part_744.s744_11_affiliates.owners import COUNTED_LISTS, THRESHOLD
from weighbridge.parties.ownership.finding import ListedOwnership, listed_ownership
from weighbridge.parties.ownership.graph import Entity, EntityKind, OwnershipGraph
from weighbridge.parties.ownership.parents import Ascent, ascent
from weighbridge.parties.ownership.share import decimal_percent, percent, percent_range

LISTED_PERCENT = "ownership.listed_percent"
UNKNOWN_SHARE = "ownership.listed_owner_of_unknown_share"
INTERMEDIATE = "intermediate_consignees"
ROLES = ("exporter", "ultimate_consignee", "end_user", INTERMEDIATE)


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a fact comes from, in words; `fact` is its name, or empty for a remark on the party."""

    fact: str
    text: Text


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """Something to find out. `fact` is the name of the fact that stays unknown, or not certain, until it is."""

    fact: str
    text: Text


@dataclass(frozen=True)
class FactsAbout:
    """What the graph says of one party in one role on one day.

    `facts` are by the names of the law's facts; what cannot be told is not among them, and `questions` asks for it.
    Places are as stated: whose entry of the EAR applies to a place is settled where a request is read.
    """

    entity: Entity
    role: str
    on: date
    facts: Mapping[str, FactValue]
    provenance: tuple[Provenance, ...]
    questions: tuple[OpenQuestion, ...]
    ownership: ListedOwnership
    ascent: Ascent
    seats: tuple[str | None, ...]


def facts_about(graph: OwnershipGraph, party: str, on: date, role: str = "end_user") -> FactsAbout:
    """What the graph says of a party (its id or name) on a day, in one of the `ROLES` of a transaction.

    Raises:
        AmbiguousParty: several entities have that name.
        UnknownParty: the graph knows nobody of that name.
        ValueError: there is no such role.
    """
    if role not in ROLES:
        raise ValueError(f"{role!r} is no role of a transaction; accepted: {', '.join(ROLES)}.")
    entity = graph.find(party)
    ownership = listed_ownership(graph, entity.id, on, COUNTED_LISTS, threshold(on))
    above = ascent(graph, entity.id, on)
    seats = _seats(graph, above)
    told = {**_seat_facts(entity, above, seats, role, graph), **_ownership_facts(ownership)}
    questions = (
        *(OpenQuestion(f"{role}.headquarters", text) for text in about_seats(graph, [entity.id])),
        *(OpenQuestion(f"{role}.ultimate_parent_headquarters", text) for text in about_parents(graph, above, seats)),
        *(OpenQuestion(LISTED_PERCENT, text) for text in about_ownership(graph, ownership)),
    )
    return FactsAbout(
        entity=entity,
        role=role,
        on=on,
        facts={name: value for name, (value, _) in told.items() if value is not None},
        provenance=tuple(Provenance(name, text) for name, (value, text) in told.items() if value is not None),
        questions=tuple(dict.fromkeys(questions)),
        ownership=ownership,
        ascent=above,
        seats=seats,
    )


def threshold(on: date) -> Fraction:
    """From which share on the affiliates rule speaks: as on that day, else as it first was."""
    versions = load_corpus().values[THRESHOLD].versions
    [*_, version] = [v for v in versions if v.effective <= on] or versions[:1]
    assert isinstance(version.value, int)
    return Fraction(version.value, 100)


def together(several: Iterable[FactsAbout]) -> Mapping[str, FactValue]:
    """The facts of several parties to one transaction: of the listed shares the largest, of the rest each its own."""
    facts: dict[str, FactValue] = {}
    for about in several:
        for name, value in about.facts.items():
            before = facts.get(name)
            if isinstance(before, frozenset) and isinstance(value, frozenset):
                facts[name] = before | value
            elif before is None:
                facts[name] = value
            elif name == LISTED_PERCENT:
                facts[name] = max(before, value)
            elif name == UNKNOWN_SHARE:
                facts[name] = bool(before) or bool(value)
    return facts


Told = dict[str, tuple[FactValue | None, Text]]


def _seats(graph: OwnershipGraph, above: Ascent) -> tuple[str | None, ...]:
    """The headquarters of the ultimate parents, and where the persons above them live as far as that is stated."""
    tops = [graph.entities[top].headquarters for top in above.tops]
    persons = [graph.entities[person].headquarters for person in above.persons]
    return tuple(dict.fromkeys([*tops, *filter(None, persons)]))


def _seat_facts(entity: Entity, above: Ascent, seats: tuple[str | None, ...], role: str, graph: OwnershipGraph) -> Told:
    tops = [graph.entities[top] for top in above.tops]
    certain = above.settled and len(seats) == 1
    parent_seat = seats[0] if certain else None
    names = same(", ".join(top.name for top in tops))
    chain = w.OF_PARENT.format(names, same(parent_seat or ""), w.RULE_USED)
    own = w.OF_PARTY.format(entity.name, entity.headquarters or "", stated_in(entity, graph))
    if role == INTERMEDIATE:
        both = frozenset({entity.headquarters, parent_seat})
        return {f"{role}.headquarters": (both, w.BOTH.format(own, chain))}
    only = tops[0].name if above.settled and len(tops) == 1 and tops[0].kind is not EntityKind.PERSON else None
    return {
        f"{role}.name": (entity.name, w.NAMED.format(entity.name, stated_in(entity, graph))),
        f"{role}.headquarters": (entity.headquarters, own),
        f"{role}.ultimate_parent": (only, w.PARENT.format(names, w.RULE_USED)),
        f"{role}.ultimate_parent_headquarters": (parent_seat, chain),
    }


def _ownership_facts(found: ListedOwnership) -> Told:
    """The share as a number where it is known on which side of the threshold it lies, or its certain part.

    The law takes silence to mean that no listed party owns anything, so silence is kept for where nobody listed is
    known to. What is not certain about a known listed owner raises the red flag.
    """
    shown, at = percent_range(found.share), percent(found.threshold)
    ways = w.TWO_WAYS.format(percent_range(found.cascaded), percent_range(found.multiplied))
    if found.reached is not None:
        share = found.share.low if found.reached else found.share.high
        words = w.REACHED if found.reached else w.NOT_REACHED
        settled = decimal_percent(share)
        return {
            LISTED_PERCENT: (settled, words.format(shown, at, ways)),
            UNKNOWN_SHARE: (False, w.SETTLED.format(at)),
        }
    if not found.listed_owner_of_unknown_share:
        return {}
    certain = w.CERTAIN_PART.format(percent(found.share.low), shown, at, ways)
    return {
        LISTED_PERCENT: (decimal_percent(found.share.low), certain),
        UNKNOWN_SHARE: (True, w.NOT_SETTLED.format(shown, at)),
    }


def stated_in(entity: Entity, graph: OwnershipGraph) -> Text:
    """Where the graph says something of an entity: its file, the line, and the source that it names."""
    where = ", ".join(filter(None, (graph.source, entity.where)))
    return w.WHERE_FROM.format(where, entity.source) if entity.source else same(where)
