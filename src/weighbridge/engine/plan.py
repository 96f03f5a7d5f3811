"""What can be settled about a rulebook before any transaction: the compiled conditions and who lifts what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import itemgetter
from types import CodeType

from weighbridge.core import condition as c
from weighbridge.core.fact import Fact, FactValue
from weighbridge.core.provision import (
    Allocation,
    Authorization,
    Duty,
    Exception_,
    Prohibition,
    Provision,
    Requirement,
    Restriction,
    Review,
    Scope,
)
from weighbridge.core.rulebook import Rulebook
from weighbridge.core.truth import Truth
from weighbridge.core.value import LawValue
from weighbridge.engine.compile import Evaluate, compile_rulebook, evaluator
from weighbridge.engine.trace import layout, roots, size


@dataclass(frozen=True, slots=True)
class Placed:
    """A provision and the place of its condition in a trace."""

    provision: Provision
    place: int


@dataclass(frozen=True, slots=True)
class Lifting:
    """An exception, or an authorization (`authorizes`), and what it lifts.

    `restricted` pairs each restriction with the place of the proviso under which it spares this exception, or None
    where it does not spare it.
    """

    provision: Provision
    place: int
    symbol: str
    lifts: frozenset[str]
    authorizes: bool
    restricted: tuple[tuple[Placed, int | None], ...]


class Leaves:
    """The conditions that test each fact, found once for all plans with the same provisions."""

    def __init__(self, provisions: Iterable[Provision]) -> None:
        self.provisions = tuple(provisions)

    @cached_property
    def by_fact(self) -> Mapping[str, tuple[c.Among | c.Overlaps | c.Compare, ...]]:
        """For each fact the memberships and comparisons that turn on it."""
        found: dict[str, list[c.Among | c.Overlaps | c.Compare]] = {}
        for provision in self.provisions:
            for inner in (inner for root in roots(provision) for inner in c.walk(root)):
                if isinstance(inner, c.Among | c.Overlaps):
                    found.setdefault(inner.fact, []).append(inner)
                elif isinstance(inner, c.Compare):
                    for name in {t.fact for t in c.walk(inner) if isinstance(t, c.FactTerm)}:
                        found.setdefault(name, []).append(inner)
        return {name: tuple(leaves) for name, leaves in found.items()}


@dataclass(frozen=True)
class Plan:
    """A rulebook made ready to determine with. Make it once, use it for every transaction of that day."""

    rulebook: Rulebook
    evaluate: Evaluate
    values: tuple[LawValue | None, ...]
    places: Mapping[str, int]
    scopes: tuple[Placed, ...]
    prohibitions: tuple[Placed, ...]
    requirements: tuple[Placed, ...]
    liftings: tuple[Lifting, ...]
    reviews: tuple[Placed, ...]
    duties: tuple[Placed, ...]
    allocations: tuple[Placed, ...]
    presumptions: tuple[Fact, ...]
    presumed: Mapping[str, FactValue]
    leaves: Leaves

    @classmethod
    def of(cls, rulebook: Rulebook, code: CodeType | None = None) -> Plan:
        """Make the rulebook ready, with the code that `compile_rulebook` made of it before, if that was kept.

        Raises:
            ValueError: provisions ask about each other in a circle, or about one that is not in force; or nothing
                says what is subject to the EAR, so that no answer could name a finding.
        """
        if not any(isinstance(p.effect, Scope) for p in rulebook.provisions.values()):
            raise ValueError(f"No provision in force on {rulebook.effective_on} says what is subject to the EAR.")
        places = layout(rulebook)
        placed = [Placed(p, places[p.id]) for p in rulebook.provisions.values()]

        def of_kind(effect: type) -> tuple[Placed, ...]:
            return tuple(p for p in placed if isinstance(p.provision.effect, effect))

        return cls(
            rulebook=rulebook,
            evaluate=evaluator(code or compile_rulebook(rulebook)),
            values=tuple(rulebook.values.values()),
            places=places,
            scopes=of_kind(Scope),
            prohibitions=of_kind(Prohibition),
            requirements=of_kind(Requirement),
            liftings=_liftings(placed, of_kind(Restriction)),
            reviews=tuple(sorted(of_kind(Review), key=_precedence)),
            duties=of_kind(Duty),
            allocations=of_kind(Allocation),
            presumptions=tuple(f for f in rulebook.facts.values() if f.presumed is not None),
            leaves=Leaves(rulebook.provisions.values()),
            presumed={f.name: f.presumed for f in rulebook.facts.values() if f.presumed is not None},
        )

    @cached_property
    def weighed(self) -> Callable[[Sequence[Truth]], tuple[Truth, ...]]:
        """Picks out of a trace the truths that an outcome is settled by."""
        places = {p.place for p in (*self.scopes, *self.prohibitions, *self.requirements)}
        for lifting in self.liftings:
            places |= {lifting.place}
            for restriction, proviso in lifting.restricted:
                places |= {restriction.place} if proviso is None else {restriction.place, proviso}
        first, *others = sorted(places) or [0]
        return itemgetter(first, first, *others)

    def uncertain(self, truths: Sequence[Truth]) -> bool:
        """Whether anything that an outcome is settled by is unknown."""
        return None in self.weighed(truths)

    def moved_to(self, rulebook: Rulebook) -> Plan:
        """The plan of another rulebook with the same provisions: what was compiled is used again with its values."""
        return replace(self, rulebook=rulebook, values=tuple(rulebook.values.values()))

    def truth_of(self, name: str, truths: Sequence[Truth]) -> Truth:
        """What a trace says of a provision; one that is not in force does not hold."""
        return truths[self.places[name]] if name in self.places else False

    @cached_property
    def reads(self) -> Mapping[str, frozenset[str]]:
        """For each provision the facts that its condition turns on, directly or through those it asks about."""
        return _facts_read(self.rulebook)

    @cached_property
    def read(self) -> frozenset[str]:
        """Every fact that some provision in force turns on."""
        return frozenset().union(*self.reads.values())

    def trace(self, facts: Mapping[str, FactValue]) -> tuple[Truth, ...]:
        """Evaluate every condition. Facts not given stay unknown."""
        return self.evaluate(tuple(map(facts.get, self.rulebook.facts)), self.values)


def _precedence(placed: Placed) -> int:
    effect = placed.provision.effect
    return effect.precedence if isinstance(effect, Review) else 0


def _liftings(placed: list[Placed], restrictions: tuple[Placed, ...]) -> tuple[Lifting, ...]:
    found = []
    for p in placed:
        effect = p.provision.effect
        if isinstance(effect, Exception_):
            restricted = tuple((r, _proviso(r, effect.symbol)) for r in restrictions)
            found.append(Lifting(p.provision, p.place, effect.symbol, frozenset(effect.lifts), False, restricted))
        elif isinstance(effect, Authorization):
            found.append(Lifting(p.provision, p.place, effect.symbol, frozenset(effect.lifts), True, ()))
    return tuple(found)


def _proviso(restriction: Placed, symbol: str) -> int | None:
    """The place of the condition under which the restriction spares the exception."""
    assert isinstance(restriction.provision.effect, Restriction)
    place = restriction.place + size(restriction.provision.condition)
    for spared in restriction.provision.effect.spares:
        if spared.symbol == symbol:
            return place
        place += size(spared.provided)
    return None


def _facts_read(rulebook: Rulebook) -> dict[str, frozenset[str]]:
    memo: dict[str, frozenset[str]] = {}

    def read(name: str) -> frozenset[str]:
        if name not in memo:
            inside = [inner for root in roots(rulebook.provisions[name]) for inner in c.walk(root)]
            facts = {inner.fact for inner in inside if isinstance(inner, c.FactTerm)}
            asked = {inner.provision for inner in inside if isinstance(inner, c.Met)}
            for inner in inside:
                if isinstance(inner, c.Classified):
                    asked |= paragraphs_among(inner.among, rulebook)
            memo[name] = frozenset(facts).union(*(read(other) for other in asked))
        return memo[name]

    return {name: read(name) for name in rulebook.provisions}


def members_of(among: c.ValueTerm | c.Words, rulebook: Rulebook) -> frozenset[str]:
    """The members of a set of the law; none where it is not published."""
    if isinstance(among, c.Words):
        return frozenset(among.words)
    named = rulebook.values[among.value]
    return named if isinstance(named, frozenset) else frozenset()


def paragraphs_among(among: c.ValueTerm | c.Words, rulebook: Rulebook) -> frozenset[str]:
    """The paragraphs of a list that are in force; one that is not classifies nothing."""
    return members_of(among, rulebook) & rulebook.provisions.keys()
