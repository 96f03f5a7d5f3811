"""The compiled evaluation of a rulebook equals evaluating its conditions one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests import generated, real

from weighbridge.core.condition import Condition, parts_of
from weighbridge.core.rulebook import Rulebook
from weighbridge.core.truth import Truth
from weighbridge.engine.plan import Plan
from weighbridge.engine.reckon import Reckoner
from weighbridge.engine.trace import Traced, annotate, roots, size


def compiled(plan: Plan, facts: Mapping[str, Any]) -> Iterator[tuple[str, Condition, Truth]]:
    """Every condition of every provision, nested ones too, with the truth in the compiled trace."""
    truths = plan.trace(facts)
    for p in plan.rulebook.provisions.values():
        place = plan.places[p.id]
        for root in roots(p):
            yield from ((p.id, traced.condition, traced.truth) for traced in opened(annotate(root, truths, place)))
            place += size(root)


def opened(traced: Traced) -> Iterator[Traced]:
    yield traced
    for part in traced.parts:
        yield from opened(part)


def one_by_one(rulebook: Rulebook, facts: Mapping[str, Any]) -> Iterator[tuple[str, Condition, Truth]]:
    reckoner = Reckoner(rulebook, facts)
    for p in rulebook.provisions.values():
        for root in roots(p):
            yield from ((p.id, inner, reckoner.truth(inner)) for inner in nested(root))


def nested(condition: Condition) -> Iterator[Condition]:
    yield condition
    for part in parts_of(condition):
        yield from nested(part)


@settings(max_examples=150)
@given(generated.rulebooks(), st.lists(generated.some_facts(), min_size=1, max_size=5))
def test_compiled_equals_one_by_one_on_random_law(rulebook: Rulebook, transactions: list[dict[str, Any]]) -> None:
    plan = Plan.of(rulebook)

    for facts in transactions:
        assert list(compiled(plan, facts)) == list(one_by_one(rulebook, facts))


@settings(max_examples=40)
@given(facts=real.transactions())
def test_compiled_equals_one_by_one_on_the_real_law(facts: dict[str, Any]) -> None:
    plan = real.plan()

    assert list(compiled(plan, facts)) == list(one_by_one(plan.rulebook, facts))
