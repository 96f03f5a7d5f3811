"""The real law of one day, and random transactions under it: facts of every kind, thresholds from both sides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import strategies as st

from weighbridge.core.fact import Fact, Kind
from weighbridge.engine.decisive import BEYOND, answers
from weighbridge.engine.plan import Plan
from weighbridge.law.compiled import load_corpus

ON = date(2025, 6, 2)

Draw = Any


@cache
def plan(on: date = ON) -> Plan:
    """The rulebook of a day, by all that was published up to the horizon of the corpus, made ready."""
    corpus = load_corpus()
    return Plan.of(corpus.as_of(on, corpus.horizon))


def days() -> list[date]:
    """The first encoded day, and every day up to the last one checked on which the law may change."""
    corpus = load_corpus()
    return [corpus.encoded_from, *(day for day in corpus.turning_days if day <= corpus.horizon)]


CHIP = {
    "activity": "export", "origin": "US", "destination": "IN", "item.form": "integrated_circuit", "item.tpp": 15832,
    "item.performance_density": Decimal("19.45"), "item.designed_or_marketed_for_datacenter": True,
    "item.published": False, "quantity": 100, "transaction.total_tpp": 1583200, "received_this_year_tpp": 0,
    "received_under_aia_tpp": 0, "end_use": frozenset({"civil"}), "intermediate_consignees.any": False,
}  # fmt: skip
"""A plausible order, for random facts to depart from."""


def parties(place: str) -> dict[str, str]:
    """Everybody located, headquartered and owned in one place."""
    return {f.name: place for f in plan().rulebook.facts.values() if f.kind is Kind.PLACE and f.name not in CHIP}


@cache
def tried(name: str) -> tuple[Any, ...]:
    """What the law tells apart for a fact: thresholds and a step to either side, a place of each group, each choice."""
    fact = plan().rulebook.facts[name]
    found = answers(plan(), fact, {})
    return tuple(found) or (ON if fact.kind is Kind.DAY else "somebody",)


def stated(fact: Fact) -> st.SearchStrategy[Any]:
    """Something that may be stated for a fact."""
    if fact.kind is Kind.ROWS:
        columns = {column.name: column_stated(column) for column in fact.columns}
        return st.lists(st.fixed_dictionaries(columns), max_size=2).map(tuple)
    if fact.kind in (Kind.WORDS, Kind.PLACES):
        return st.lists(st.sampled_from(tried(fact.name)), max_size=2).map(lambda sets: frozenset().union(*sets))
    return st.sampled_from(tried(fact.name))


def column_stated(column: Fact) -> st.SearchStrategy[Any]:
    match column.kind:
        case Kind.TRUTH:
            return st.booleans()
        case Kind.NUMBER:
            return st.sampled_from((0, Decimal("0.05"), Decimal("0.1"), Decimal("0.6"), 10**25, 10**26, 10**27))
        case _:
            return st.sampled_from([choice.word for choice in column.choices] or [BEYOND])


@st.composite
def complete_transactions(draw: Draw) -> dict[str, Any]:
    """Everything is stated: a plausible order in which some facts are changed at random, or anything at all."""
    facts = plan().rulebook.facts
    anything = draw(st.fixed_dictionaries({name: stated(fact) for name, fact in facts.items()}))
    if draw(st.booleans()):
        return dict(anything)
    changed = draw(st.sets(st.sampled_from(sorted(CHIP)), max_size=4))
    plausible: Mapping[str, Any] = {**parties(draw(st.sampled_from(("IN", "FR", "CN", "IL")))), **CHIP}
    return {name: anything[name] if name in changed else plausible.get(name, anything[name]) for name in facts}


@st.composite
def transactions(draw: Draw) -> dict[str, Any]:
    """Some facts are stated, some hidden."""
    complete = draw(complete_transactions())
    hidden = draw(st.sets(st.sampled_from(sorted(complete))))
    return {name: value for name, value in complete.items() if name not in hidden}
