"""Which unknown facts would decide, and how soon: asked by trying every kind of answer that the law tells apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from weighbridge.core import condition as c
from weighbridge.core.fact import Fact, FactValue, Kind
from weighbridge.core.outcome import Outcome
from weighbridge.core.provision import Provision, Restriction
from weighbridge.core.truth import Truth
from weighbridge.engine.combine import settle
from weighbridge.engine.plan import Plan, members_of, paragraphs_among
from weighbridge.engine.trace import size

BEYOND = "elsewhere"
"""Stands for any place, or word, that no list names. It is no code, so that nobody can have stated it."""


class Doubt(NamedTuple):
    """A condition on which something turns, and its place in the trace."""

    condition: c.Condition
    place: int


def rank_missing(
    plan: Plan, facts: Mapping[str, FactValue], truths: Sequence[Truth]
) -> tuple[tuple[str, ...], Outcome | None]:
    """The facts that could decide, the most decisive first; or the outcome, where every answer leads to the same.

    That outcome is one of the two between which the answer lies; what leads to a third is asked for its reasons.
    A fact is the more decisive, the greater the share of its answers after which nothing else need be known.
    """
    ends = _ends(plan, truths)
    ranked: list[tuple[Decimal, str]] = []
    for name in open_facts(plan, truths, facts):
        fact = plan.rulebook.facts[name]
        outcomes = [_settled(plan, {**facts, name: answer}) for answer in answers(plan, fact, facts)]
        if exhaustive(fact) and outcomes[0] in ends and set(outcomes) == {outcomes[0]}:
            return (), outcomes[0]
        ranked.append((Decimal(sum(o is not None for o in outcomes)) / max(len(outcomes), 1), name))
    ranked.sort(key=lambda pair: -pair[0])
    return tuple(name for _, name in ranked), None


def _settled(plan: Plan, facts: Mapping[str, FactValue]) -> Outcome | None:
    strict, mild = _ends(plan, plan.trace(facts))
    return strict if strict is mild else None


def _ends(plan: Plan, truths: Sequence[Truth]) -> tuple[Outcome, Outcome]:
    """The outcomes between which the answer lies, the strict one first."""
    return settle(plan, truths, strictly=True).outcome, settle(plan, truths, strictly=False).outcome


def exhaustive(fact: Fact) -> bool:
    """Whether `answers` tries every answer that the law can tell apart."""
    return fact.kind in (Kind.TRUTH, Kind.WORD, Kind.PLACE)


def open_facts(plan: Plan, truths: Sequence[Truth], facts: Mapping[str, FactValue]) -> tuple[str, ...]:
    """The unknown facts on which some condition that matters to the outcome still turns.

    Where none does by itself, because it takes two to change the outcome, all that are undecided count.
    """
    if len(set(_ends(plan, truths))) == 1:
        return ()
    undecided = _undecided(plan, truths)
    matters = [doubt for doubt in undecided if _matters(plan, doubt, truths)]
    return open_facts_of(plan, matters, truths, facts) or open_facts_of(plan, undecided, truths, facts)


def open_facts_of(
    plan: Plan, doubts: Iterable[Doubt], truths: Sequence[Truth], facts: Mapping[str, FactValue]
) -> tuple[str, ...]:
    """The unknown facts on which these conditions still turn, in the order in which the conditions ask for them."""
    found: dict[str, None] = {}
    seen: set[int] = set()
    for condition, place in doubts:
        for name in _open(plan, condition, place, truths, seen):
            if name in plan.rulebook.facts and _unknown(plan.rulebook.facts[name], facts.get(name)):
                found.setdefault(name)
    return tuple(found)


def _unknown(fact: Fact, value: FactValue | None) -> bool:
    """Whether it is unknown, or a member or a column of it is."""
    match value:
        case frozenset():
            return None in value
        case tuple():
            return any(row.get(column.name) is None for row in value for column in fact.columns)
        case _:
            return value is None


def _undecided(plan: Plan, truths: Sequence[Truth]) -> list[Doubt]:
    found = [Doubt(p.provision.condition, p.place) for p in (*plan.scopes, *plan.prohibitions, *plan.requirements)]
    for x in plan.liftings:
        found.append(Doubt(x.provision.condition, x.place))
        for restriction, proviso in x.restricted:
            found.append(Doubt(restriction.provision.condition, restriction.place))
            if proviso is not None:
                found.append(Doubt(_proviso(restriction.provision, x.symbol), proviso))
    return [doubt for doubt in {doubt.place: doubt for doubt in found}.values() if truths[doubt.place] is None]


def _proviso(restriction: Provision, symbol: str) -> c.Condition:
    assert isinstance(restriction.effect, Restriction)
    return next(spared.provided for spared in restriction.effect.spares if spared.symbol == symbol)


def _matters(plan: Plan, doubt: Doubt, truths: Sequence[Truth]) -> bool:
    """Whether the outcome turns on this condition, all other unknowns being read strictly, or mildly."""
    held, failed = list(truths), list(truths)
    held[doubt.place], failed[doubt.place] = True, False
    return any(
        settle(plan, held, strictly=strictly).outcome is not settle(plan, failed, strictly=strictly).outcome
        for strictly in (True, False)
    )


def _open(plan: Plan, condition: c.Condition, place: int, truths: Sequence[Truth], seen: set[int]) -> Iterator[str]:
    """The facts in those parts of an unknown condition that are unknown themselves."""
    if truths[place] is not None or place in seen:
        return
    seen.add(place)
    inner_place = place + 1
    for part in c.parts_of(condition):
        yield from _open(plan, part, inner_place, truths, seen)
        inner_place += size(part)
    for inner in c.walk(condition) if not c.parts_of(condition) else ():
        match inner:
            case c.FactTerm(fact=name):
                yield name
            case c.Met(provision=name):
                yield from _open_in(plan, name, truths, seen)
            case c.Classified(among=among):
                for name in sorted(paragraphs_among(among, plan.rulebook)):
                    yield from _open_in(plan, name, truths, seen)


def _open_in(plan: Plan, name: str, truths: Sequence[Truth], seen: set[int]) -> Iterator[str]:
    yield from _open(plan, plan.rulebook.provisions[name].condition, plan.places[name], truths, seen)


# --- the answers that the law tells apart ---------------------------------------------------------------------------


def answers(plan: Plan, fact: Fact, facts: Mapping[str, FactValue]) -> list[FactValue]:
    """One answer of each kind that some condition of the rulebook distinguishes."""
    match fact.kind:
        case Kind.TRUTH:
            return [True, False]
        case Kind.WORD:
            return [choice.word for choice in fact.choices] or list(_members(plan, fact.name, facts))
        case Kind.WORDS:
            return [frozenset(), *(frozenset({choice.word}) for choice in fact.choices)]
        case Kind.PLACE:
            return list(_members(plan, fact.name, facts))
        case Kind.PLACES:
            return [frozenset(), *(frozenset({place}) for place in _members(plan, fact.name, facts))]
        case Kind.NUMBER:
            return list(_numbers(plan, fact.name))
        case Kind.ROWS:
            return [()]
        case _:
            return []


def _leaves(plan: Plan, name: str) -> tuple[c.Among | c.Overlaps | c.Compare, ...]:
    return plan.leaves.by_fact.get(name, ())


def words_tested(plan: Plan, name: str) -> frozenset[str]:
    """Every word that some condition of the rulebook tests this fact for."""
    found: frozenset[str] = frozenset()
    for leaf in _leaves(plan, name):
        if isinstance(leaf, c.Among | c.Overlaps) and not isinstance(leaf.among, c.FactTerm):
            found |= members_of(leaf.among, plan.rulebook)
    return found


def _members(plan: Plan, name: str, facts: Mapping[str, FactValue]) -> Iterator[str]:
    """One place or word of each combination of memberships that the conditions on this fact distinguish."""
    sets: list[frozenset[str | None]] = []
    for leaf in _leaves(plan, name):
        if isinstance(leaf, c.Among | c.Overlaps):
            stated = facts.get(leaf.among.fact) if isinstance(leaf.among, c.FactTerm) else None
            if isinstance(stated, frozenset):
                sets.append(stated)
            elif not isinstance(leaf.among, c.FactTerm):
                sets.append(frozenset(members_of(leaf.among, plan.rulebook)))
    kinds: dict[tuple[bool, ...], str] = {}
    for member in (*sorted({m for s in sets for m in s if m}), BEYOND):
        kinds.setdefault(tuple(member in s for s in sets), member)
    return iter(kinds.values())


def _numbers(plan: Plan, name: str) -> Iterator[Decimal]:
    """Zero, and each threshold that this fact meets, itself and a step to either side."""
    found = {Decimal(0)}
    for leaf in _leaves(plan, name):
        for inner in c.walk(leaf):
            threshold = plan.rulebook.values.get(inner.value) if isinstance(inner, c.ValueTerm) else None
            if isinstance(threshold, int | Decimal):
                found |= {Decimal(threshold) - 1, Decimal(threshold), Decimal(threshold) + 1}
    return iter(sorted(n for n in found if n >= 0))
