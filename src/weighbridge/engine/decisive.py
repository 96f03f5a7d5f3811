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
    """A condition on which something turns, its place in the trace, and whether it speaks for the transaction."""

    condition: c.Condition
    place: int
    permits: bool = False


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

    Where none does by itself, because it takes several to change the outcome, those count at which it changes when one
    after the other is resolved for the transaction. All that are undecided count where nothing could be stated on
    these, since they turn on what the law has not published.
    """
    if len(set(_ends(plan, truths))) == 1:
        return ()
    undecided = _undecided(plan, truths)
    alone = [doubt for doubt in undecided if _matters(plan, doubt, truths)]
    together = [*_turning_points(plan, undecided, truths), *_turning_points(plan, undecided[::-1], truths)]
    tried = (open_facts_of(plan, doubts, truths, facts) for doubts in (alone, together, undecided))
    return next(filter(None, tried), ())


def open_facts_of(
    plan: Plan, doubts: Iterable[Doubt], truths: Sequence[Truth], facts: Mapping[str, FactValue]
) -> tuple[str, ...]:
    """The unknown facts on which these conditions still turn, in the order in which the conditions ask for them."""
    found: dict[str, None] = {}
    seen: set[int] = set()
    for doubt in doubts:
        for name in _open(plan, doubt.condition, doubt.place, truths, seen):
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
        found.append(Doubt(x.provision.condition, x.place, permits=True))
        for restriction, proviso in x.restricted:
            found.append(Doubt(restriction.provision.condition, restriction.place))
            if proviso is not None:
                found.append(Doubt(_proviso(restriction.provision, x.symbol), proviso, permits=True))
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


def _turning_points(plan: Plan, doubts: Iterable[Doubt], truths: Sequence[Truth]) -> Iterator[Doubt]:
    """The conditions at which the strict outcome changes when one after the other is resolved for the transaction."""
    resolved = list(truths)
    outcome = settle(plan, resolved, strictly=True).outcome
    for doubt in doubts:
        resolved[doubt.place] = doubt.permits
        before, outcome = outcome, settle(plan, resolved, strictly=True).outcome
        if outcome is not before:
            yield doubt


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
