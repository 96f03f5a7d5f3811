"""Which unknown facts would decide, and how soon: asked by trying every kind of answer that the law tells apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from weighbridge.core import condition as c
from weighbridge.core.fact import Fact, FactValue, Kind
from weighbridge.core.outcome import Outcome
from weighbridge.core.truth import Truth
from weighbridge.engine.combine import settle
from weighbridge.engine.plan import Placed, Plan
from weighbridge.engine.trace import roots, size

BEYOND = "ZZ"
"""Stands for any place that no list of the rulebook names (ISO 3166-1 leaves the code to its users)."""


def rank_missing(
    plan: Plan, facts: Mapping[str, FactValue], truths: Sequence[Truth]
) -> tuple[tuple[str, ...], Outcome | None]:
    """The facts that could decide, the most decisive first; or the outcome, where every answer leads to the same.

    A fact is the more decisive, the greater the share of its answers after which nothing else need be known.
    """
    ranked: list[tuple[Decimal, str]] = []
    for name in open_facts(plan, truths, facts):
        fact = plan.rulebook.facts[name]
        outcomes = [_settled(plan, {**facts, name: answer}) for answer in answers(plan, fact, facts)]
        if exhaustive(fact) and outcomes[0] is not None and set(outcomes) == {outcomes[0]}:
            return (), outcomes[0]
        ranked.append((Decimal(sum(o is not None for o in outcomes)) / max(len(outcomes), 1), name))
    ranked.sort(key=lambda pair: -pair[0])
    return tuple(name for _, name in ranked), None


def _settled(plan: Plan, facts: Mapping[str, FactValue]) -> Outcome | None:
    truths = plan.trace(facts)
    strict = settle(plan, truths, strictly=True).outcome
    return strict if strict is settle(plan, truths, strictly=False).outcome else None


def exhaustive(fact: Fact) -> bool:
    """Whether `answers` tries every answer that the law can tell apart."""
    return fact.kind in (Kind.TRUTH, Kind.WORD, Kind.PLACE)


def open_facts(plan: Plan, truths: Sequence[Truth], facts: Mapping[str, FactValue]) -> tuple[str, ...]:
    """The unknown facts on which some provision that matters to the outcome still turns."""
    matters = [p for p in _undecided(plan, truths) if _matters(plan, p, truths)]
    return open_facts_of(plan, matters, truths, facts)


def open_facts_of(
    plan: Plan, placed: Sequence[Placed], truths: Sequence[Truth], facts: Mapping[str, FactValue]
) -> tuple[str, ...]:
    """The unknown facts on which these provisions still turn, in the order in which the provisions ask for them."""
    found: dict[str, None] = {}
    seen: set[int] = set()
    for p in placed:
        place = p.place
        for root in roots(p.provision):
            for name in _open(plan, root, place, truths, seen):
                if facts.get(name) is None or _has_unknown_member(facts[name]):
                    found.setdefault(name)
            place += size(root)
    return tuple(found)


def _has_unknown_member(value: FactValue) -> bool:
    return isinstance(value, frozenset) and None in value


def _undecided(plan: Plan, truths: Sequence[Truth]) -> Iterator[Placed]:
    for p in (*plan.scopes, *plan.prohibitions, *plan.requirements):
        if truths[p.place] is None:
            yield p
    for x in plan.liftings:
        if truths[x.place] is None:
            yield Placed(x.provision, x.place)
        for restriction, proviso in x.restricted:
            if truths[restriction.place] is None or (proviso is not None and truths[proviso] is None):
                yield restriction


def _matters(plan: Plan, placed: Placed, truths: Sequence[Truth]) -> bool:
    """Whether the outcome turns on this provision, all other unknowns being read strictly, or mildly."""
    held, failed = list(truths), list(truths)
    held[placed.place], failed[placed.place] = True, False
    return any(
        settle(plan, held, strictly=strictly).outcome is not settle(plan, failed, strictly=strictly).outcome
        for strictly in (True, False)
    )


def _open(
    plan: Plan, condition: c.Condition, place: int, truths: Sequence[Truth], seen: set[int]
) -> Iterator[str]:
    """The facts in those parts of an unknown condition that are unknown themselves."""
    if truths[place] is not None or place in seen:
        return
    seen.add(place)
    match condition:
        case c.Met(provision=name):
            yield from _open(plan, plan.rulebook.provisions[name].condition, plan.places[name], truths, seen)
        case c.Classified(among=among):
            for name in sorted(_paragraphs(plan, among)):
                yield from _open(plan, plan.rulebook.provisions[name].condition, plan.places[name], truths, seen)
        case c.AllOf() | c.AnyOf() | c.Not():
            inner = place + 1
            for part in c.parts_of(condition):
                yield from _open(plan, part, inner, truths, seen)
                inner += size(part)
        case _:
            yield from (inner.fact for inner in c.walk(condition) if isinstance(inner, c.FactTerm))


def _paragraphs(plan: Plan, among: c.ValueTerm | c.Words) -> frozenset[str]:
    members = frozenset(among.words) if isinstance(among, c.Words) else plan.rulebook.values[among.value]
    return members if isinstance(members, frozenset) else frozenset()


# --- the answers that the law tells apart ---------------------------------------------------------------------------


def answers(plan: Plan, fact: Fact, facts: Mapping[str, FactValue]) -> list[FactValue]:
    """One answer of each kind that some condition of the rulebook distinguishes."""
    match fact.kind:
        case Kind.TRUTH:
            return [True, False]
        case Kind.WORD:
            return [choice.word for choice in fact.choices] or list(words_tested(plan, fact.name)) + [BEYOND]
        case Kind.WORDS:
            return [frozenset(), *(frozenset({choice.word}) for choice in fact.choices)]
        case Kind.PLACE:
            return list(_places(plan, fact.name, facts))
        case Kind.PLACES:
            return [frozenset(), *(frozenset({place}) for place in _places(plan, fact.name, facts))]
        case Kind.NUMBER:
            return list(_numbers(plan, fact.name))
        case Kind.ROWS:
            return [()]
        case _:
            return []


def _leaves(plan: Plan, name: str) -> Iterator[c.Among | c.Overlaps | c.Compare]:
    for p in plan.rulebook.provisions.values():
        for root in roots(p):
            for inner in c.walk(root):
                if isinstance(inner, c.Among | c.Overlaps) and inner.fact == name:
                    yield inner
                elif isinstance(inner, c.Compare) and c.FactTerm(name) in set(c.walk(inner)):
                    yield inner


def words_tested(plan: Plan, name: str) -> frozenset[str]:
    """Every word that some condition of the rulebook tests this fact for."""
    found: frozenset[str] = frozenset()
    for leaf in _leaves(plan, name):
        if isinstance(leaf, c.Among | c.Overlaps) and not isinstance(leaf.among, c.FactTerm):
            found |= _paragraphs(plan, leaf.among)
    return found


def _places(plan: Plan, name: str, facts: Mapping[str, FactValue]) -> Iterator[str]:
    """One place of each combination of memberships that the conditions on this fact distinguish."""
    sets: list[frozenset[str | None]] = []
    for leaf in _leaves(plan, name):
        if isinstance(leaf, c.Among | c.Overlaps):
            stated = facts.get(leaf.among.fact) if isinstance(leaf.among, c.FactTerm) else None
            if isinstance(stated, frozenset):
                sets.append(stated)
            elif not isinstance(leaf.among, c.FactTerm):
                sets.append(frozenset(_paragraphs(plan, leaf.among)))
    kinds: dict[tuple[bool, ...], str] = {}
    for place in (*sorted({p for s in sets for p in s if p}), BEYOND):
        kinds.setdefault(tuple(place in s for s in sets), place)
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
