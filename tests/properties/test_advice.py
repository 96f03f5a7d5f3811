"""Advice is true: what it promises comes about, is better than today, and takes as little change as it says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests import generated, toy

from weighbridge.core.outcome import Outcome
from weighbridge.core.rulebook import Rulebook
from weighbridge.engine.advise import Change, Quantity, advise, standing
from weighbridge.engine.determine import Verdict, determine, judge
from weighbridge.engine.plan import Plan

LEVERS = {"destination": generated.PLACES, "fruit": generated.WORDS, "ripe": ("yes", "no"), "gift": ("yes", "no")}


def changed(facts: Mapping[str, Any], changes: tuple[Change, ...]) -> dict[str, Any]:
    """The facts with the changes made; the quantity is the weight in kg."""
    read = {"yes": True, "no": False}
    made = {"weight" if ch.lever == "quantity" else ch.lever: read.get(ch.to, ch.to) for ch in changes}
    return {**facts, **made, **({"weight": int(made["weight"])} if "weight" in made else {})}


@settings(max_examples=150)
@given(generated.rulebooks(), generated.some_facts(), st.integers(0, 200))
def test_advice_is_true(rulebook: Rulebook, facts: dict[str, Any], quantity: int) -> None:
    plan = Plan.of(rulebook)
    today = determine(plan, {**facts, "weight": quantity})

    found = advise(today, lambda changes: judge(plan, changed(facts, changes)), LEVERS, Quantity(quantity))
    singles = [standing(today), *(standing(a.becomes) for a in found if len(a.changes) == 1)]

    for advice in found:
        after = determine(plan, changed(facts, advice.changes))
        assert advice.becomes == Verdict(after.outcome, after.exception, after.review_policy)
        assert after.outcome is not Outcome.INCOMPLETE
        assert standing(after) > standing(today)
        assert len(advice.changes) == 1 or (len(advice.changes) == 2 and standing(after) > max(singles))
    assert [standing(a.becomes) for a in found] == sorted((standing(a.becomes) for a in found), reverse=True)


@settings(max_examples=100)
@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_the_quantity_advised_is_the_largest_that_helps(limit: int, quantity: int) -> None:
    heavy = toy.WEIGHT.more_than(toy.LIMIT)
    plan = toy.plan(toy.scope(), toy.requirement(heavy), values=[toy.value("limit", limit, "kg")])
    today = determine(plan, {"weight": quantity})

    found = advise(today, lambda changes: judge(plan, changed({}, changes)), {}, Quantity(quantity))

    helps = [limit] if 1 <= limit < quantity else []
    assert [int(change.to) for a in found for change in a.changes] == helps
