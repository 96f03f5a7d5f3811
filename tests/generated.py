"""Random toy rulebooks and facts, within the toy law's vocabulary: every kind of condition, term, effect and fact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import strategies as st
from tests import toy

from weighbridge.core import condition as c
from weighbridge.core.fact import Fact, FactValue, Kind
from weighbridge.core.outcome import Policy
from weighbridge.core.provision import Provision, Spared
from weighbridge.core.rulebook import Rulebook
from weighbridge.core.value import Value

Conditions = st.SearchStrategy[c.Condition]
Draw = Any
"""What hypothesis hands to a composite strategy to draw from others."""

PLACES = ("FR", "PL", "JP", "ZZ")
WORDS = ("apple", "pear", "plum")
DAYS = (date(2031, 5, 31), date(2031, 6, 1), date(2031, 6, 2))
NUMBERS = (0, 1, 50, 99, 100, 101, Decimal("500.5"), 501)
CLASSES = ("F1", "F2", "F3")
DEFINITIONS = ("ordinary", "special")
SYMBOLS = ("GIFT", "SEED")
REQUIREMENTS = ("license", "permit")


# --- conditions -------------------------------------------------------------------------------------------------------


@cache
def leaves(columns: tuple[Fact, ...] = (), *, classes: tuple[str, ...] = (), met: tuple[str, ...] = ()) -> Conditions:
    """Tests of single facts; inside rows also of their columns; of classes and definitions where they may be asked."""
    facts = (*toy.FACTS, *columns)
    words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=2, unique=True).map(tuple)
    sets = st.sampled_from((toy.ORCHARDS, toy.ABROAD, toy.UNPUBLISHED))
    operators = st.sampled_from((">=", ">", "<=", "<"))
    found: list[Conditions] = [
        st.builds(c.Holds, names(facts, Kind.TRUTH)),
        st.builds(c.Compare, quantities(columns), operators, quantities(columns)),
        st.builds(c.Compare, names(facts, Kind.DAY).map(c.FactTerm), operators, st.just(toy.SEASON)),
        st.builds(c.Among, names(facts, Kind.WORD), words.map(c.Words) | st.just(toy.SWEET)),
        st.builds(c.Among, names(facts, Kind.PLACE), sets | st.just(toy.STOPS.term)),
        st.just(toy.VARIETY.is_among(toy.USES)),
        st.builds(c.Overlaps, st.just("stops"), sets),
        st.builds(c.Overlaps, st.just("uses"), st.sampled_from(("eating", "juice")).map(lambda w: c.Words((w,)))),
    ]
    if classes:
        listed = st.lists(st.sampled_from(classes), min_size=1, max_size=2, unique=True).map(tuple)
        found.append(st.builds(c.Classified, listed.map(c.Words) | st.just(toy.LISTED)))
    if met:
        found.append(st.builds(c.Met, st.sampled_from(met)))
    return st.one_of(found)


def names(facts: Sequence[Fact], kind: Kind) -> st.SearchStrategy[str]:
    return st.sampled_from([fact.name for fact in facts if fact.kind is kind])


@cache
def quantities(columns: tuple[Fact, ...] = ()) -> st.SearchStrategy[c.Term]:
    """Quantities of every form, two deep."""
    single = names((*toy.FACTS, *columns), Kind.NUMBER).map(c.FactTerm) | st.sampled_from((toy.LIMIT, toy.HEAVY))
    several = st.lists(single, min_size=1, max_size=3).map(tuple)
    forms: list[st.SearchStrategy[c.Term]] = [
        single,
        single,
        st.just(toy.UNPUBLISHED),
        st.builds(c.Sum, several),
        st.builds(c.Product, several),
        st.builds(c.Greatest, several),
        st.builds(c.When, st.builds(c.Holds, names((*toy.FACTS, *columns), Kind.TRUTH)), single),
    ]
    if not columns:
        inside = toy.CRATES.columns
        of = st.deferred(lambda: quantities(inside))
        where = st.just(c.ALWAYS) | st.deferred(lambda: grouped(leaves(inside), 2))
        forms += [st.builds(fold, st.just("crates"), of, where) for fold in (c.Total, c.Largest)]
    return st.one_of(forms)


@cache
def grouped(of: Conditions, most: int = 4) -> Conditions:
    """Conditions joined by all, any and not."""

    def join(inner: Conditions) -> Conditions:
        parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
        return st.builds(c.AllOf, parts) | st.builds(c.AnyOf, parts) | st.builds(c.Not, inner)

    return st.recursive(of, join, max_leaves=most)


# --- rulebooks --------------------------------------------------------------------------------------------------------


@st.composite
def laws(draw: Draw) -> tuple[Provision, ...]:
    """A random toy law: classes, definitions that ask for them, and everything that may ask for both."""

    def any_() -> c.Condition:
        return draw(ANYTHING) if draw(st.booleans()) else c.ALWAYS

    provisions = [toy.classification(name, draw(grouped(leaves()))) for name in CLASSES]
    provisions += [toy.definition(name, draw(grouped(leaves(classes=CLASSES)))) for name in DEFINITIONS]
    provisions += [toy.scope(any_())]
    provisions += [toy.requirement(any_(), id=name) for name in REQUIREMENTS]
    provisions += [toy.prohibition(any_())] if draw(st.booleans()) else []
    provisions += [toy.exception(symbol, any_(), draw(LIFTS)) for symbol in SYMBOLS]
    provisions += [toy.authorization("KNOWN", any_(), draw(LIFTS))] if draw(st.booleans()) else []
    for place in range(draw(st.integers(0, 2))):
        spared = [Spared(symbol, any_()) for symbol in SYMBOLS if draw(st.booleans())]
        provisions.append(toy.restriction(any_(), *spared, id=f"restriction {place}"))
    for place in range(draw(st.integers(0, 2))):
        of = draw(st.sampled_from(REQUIREMENTS))
        provisions.append(toy.review(draw(st.sampled_from(Policy)), any_(), place, of=of))
    provisions += [toy.duty("report", "GIFT", condition=any_()), toy.duty("keep", "SEED", "LICENSE")]
    return tuple(reversed(provisions) if draw(st.booleans()) else provisions)


ANYTHING = grouped(leaves(classes=CLASSES, met=DEFINITIONS))
LIFTS = st.sampled_from(((), ("license",), ("permit",), REQUIREMENTS))


VALUES = st.fixed_dictionaries(
    {"limit": st.sampled_from((100, 50, None)), "sweet": st.sampled_from((frozenset({"pear"}), frozenset[str]()))}
)


def changed_values(values: Mapping[str, Any]) -> tuple[Value, ...]:
    return tuple(toy.value(name, is_) for name, is_ in values.items())


def rulebooks() -> st.SearchStrategy[Rulebook]:
    return st.builds(lambda law, values: toy.rulebook(*law, values=changed_values(values)), laws(), VALUES)


@st.composite
def read_once_laws(draw: Draw) -> tuple[tuple[Provision, ...], tuple[Fact, ...]]:
    """A law of yes-or-no facts, each tested once, so that whatever is unknown can turn out either way."""
    tested: list[Fact] = []

    def any_() -> c.Condition:
        return tested_once(draw(SKETCHES), tested) if draw(st.booleans()) else c.ALWAYS

    provisions = [toy.scope(any_())]
    provisions += [toy.requirement(any_(), id=name) for name in REQUIREMENTS]
    provisions += [toy.exception(symbol, any_(), draw(LIFTS)) for symbol in SYMBOLS]
    provisions += [toy.restriction(any_(), Spared("GIFT", any_()))] if draw(st.booleans()) else []
    for place, of in enumerate(REQUIREMENTS):
        provisions.append(toy.review(draw(st.sampled_from(Policy)), any_(), place, of=of))
    return tuple(provisions), tuple(tested)


SKETCHES = grouped(st.just(c.Holds("any fact")), 2)


def tested_once(sketch: c.Condition, tested: list[Fact]) -> c.Condition:
    """The condition with a fact of its own for each test."""
    match sketch:
        case c.AllOf(parts=parts):
            return c.all_of(*(tested_once(part, tested) for part in parts))
        case c.AnyOf(parts=parts):
            return c.any_of(*(tested_once(part, tested) for part in parts))
        case c.Not(part=part):
            return c.not_(tested_once(part, tested))
        case _:
            tested.append(toy.fact(f"fact {len(tested)}", Kind.TRUTH))
            return tested[-1].holds


# --- facts ------------------------------------------------------------------------------------------------------------


@cache
def answers(fact: Fact) -> st.SearchStrategy[Any]:
    """Something that may be stated for a fact of the toy law, in full."""
    match fact.kind:
        case Kind.TRUTH:
            return st.booleans()
        case Kind.NUMBER:
            return st.sampled_from(NUMBERS)
        case Kind.WORD:
            return st.sampled_from([choice.word for choice in fact.choices] or (*WORDS, "juice"))
        case Kind.PLACE:
            return st.sampled_from(PLACES)
        case Kind.WORDS:
            return st.frozensets(st.sampled_from([choice.word for choice in fact.choices]))
        case Kind.PLACES:
            return st.frozensets(st.sampled_from(PLACES), max_size=2)
        case Kind.DAY:
            return st.sampled_from(DAYS)
        case Kind.ROWS:
            row = st.fixed_dictionaries({column.name: answers(column) for column in fact.columns})
            return st.lists(row, max_size=2).map(tuple)
        case _:
            return st.just("Orchard & Sons")


def complete_facts(facts: Sequence[Fact] = toy.FACTS) -> st.SearchStrategy[dict[str, Any]]:
    """Everything is stated."""
    return st.fixed_dictionaries({fact.name: answers(fact) for fact in facts})


@st.composite
def hidden_in(draw: Draw, complete: Mapping[str, FactValue]) -> dict[str, Any]:
    """The same facts, some of them hidden: a whole fact, a member of a set, or a column of a row."""
    partial: dict[str, Any] = {}
    for name, value in complete.items():
        how = draw(st.sampled_from(("stated", "stated", "hidden", "partly")))
        if how == "stated" or (how == "partly" and not isinstance(value, frozenset | tuple)):
            partial[name] = value
        elif how == "partly":
            partial[name] = draw(partly(value))
    return partial


@st.composite
def partly(draw: Draw, value: FactValue) -> FactValue:
    """A set with one member unknown, or rows with one column of each unknown."""
    if isinstance(value, frozenset) and value:
        return value - {draw(st.sampled_from(sorted(map(str, value))))} | {None}
    if isinstance(value, tuple):
        return tuple({**row, draw(st.sampled_from(sorted(row))): None} for row in value)
    return value


def some_facts() -> st.SearchStrategy[dict[str, Any]]:
    """Some facts are stated, some hidden."""
    return complete_facts().flatmap(hidden_in)
