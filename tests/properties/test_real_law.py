"""The same promises on the real law of one day, and one of its own: more performance never means less control."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests import real, toy

from weighbridge.core.fact import Kind
from weighbridge.core.outcome import PERMISSIVENESS, Outcome
from weighbridge.engine.advise import Change, Quantity, advise, standing
from weighbridge.engine.determine import Verdict, determine, judge
from weighbridge.engine.interview import next_question
from weighbridge.engine.plan import Plan

hiding = st.deferred(lambda: st.sets(st.sampled_from(sorted(real.plan().rulebook.facts)), max_size=6))


@settings(max_examples=150)
@given(real.complete_transactions(), hiding)
def test_unknown_never_permits(complete: dict[str, Any], hidden: set[str]) -> None:
    """What the law presumes of a fact that is not stated is the restrictive side too, or is told in every answer."""
    partial = {name: value for name, value in complete.items() if name not in hidden - told_wherever_taken()}
    answer = determine(real.plan(), partial)

    assert standing(answer) <= standing(determine(real.plan(), complete))
    assert standing(judge(real.plan(), partial)) <= standing(answer)


@settings(max_examples=60)
@given(st.sampled_from(real.days()), real.complete_transactions(), hiding)
def test_unknown_never_permits_on_any_day(on: date, complete: dict[str, Any], hidden: set[str]) -> None:
    partial = {name: value for name, value in complete.items() if name not in hidden - told_wherever_taken()}
    answer = determine(real.plan(on), partial)

    assert standing(answer) <= standing(determine(real.plan(on), complete))
    assert standing(judge(real.plan(on), partial)) <= standing(answer)


def told_wherever_taken() -> set[str]:
    """The facts of which something lenient is presumed: that nobody is on a list, or owned by somebody who is."""
    return {f.name for f in real.plan().rulebook.facts.values() if f.lenient}


@settings(max_examples=50)
@given(real.complete_transactions(), st.data())
def test_a_lenient_presumption_is_always_told(complete: dict[str, Any], data: st.DataObject) -> None:
    hidden = data.draw(st.sampled_from(sorted(told_wherever_taken() & real.plan().read)))
    answer = determine(real.plan(), {name: value for name, value in complete.items() if name != hidden})

    assert real.plan().rulebook.facts[hidden].presumption in [a.text for a in answer.assumptions]


@settings(max_examples=50)
@given(real.transactions())
def test_prohibition_outranks_exception(facts: dict[str, Any]) -> None:
    law = real.plan().rulebook
    ban, everywhere = toy.prohibition(id="outright ban"), toy.scope(id="always in scope")
    banned = Plan.of(replace(law, provisions={**law.provisions, ban.id: ban, everywhere.id: everywhere}))

    assert determine(banned, facts).outcome is Outcome.PROHIBITED


@settings(max_examples=100)
@given(real.transactions())
def test_no_outcome_without_a_finding(facts: dict[str, Any]) -> None:
    answer = determine(real.plan(), facts)

    assert answer.decided_by
    assert (answer.outcome is Outcome.INCOMPLETE) >= bool(answer.missing)


@settings(max_examples=50)
@given(real.transactions(), st.randoms(use_true_random=False))
def test_determination_is_a_pure_function(facts: dict[str, Any], random: Any) -> None:
    before = deepcopy(facts)
    answer = determine(real.plan(), facts)

    assert facts == before
    assert determine(real.plan(), dict(random.sample(list(facts.items()), len(facts)))) == answer


# --- more performance -------------------------------------------------------------------------------------------------

STEPS = (0, 1, 100, 1599, 1600, 2399, 2400, 4799, 4800, 15832, 10**6)


@settings(max_examples=150)
@given(real.complete_transactions(), st.sampled_from(STEPS), st.sampled_from(STEPS), st.booleans())
def test_raising_tpp_never_relaxes_control(facts: dict[str, Any], one: int, other: int, of_the_same_die: bool) -> None:
    """Of two chips alike in all else, the one of more TPP is controlled at least as strictly.

    Alike in all else means of the same performance density, or of the same die area, so that the density rises too.
    """
    less, more = sorted((one, other))

    assert permissiveness(chip(facts, more, of_the_same_die)) <= permissiveness(chip(facts, less, of_the_same_die))


AREA = Decimal(814)


def chip(facts: dict[str, Any], tpp: int, of_the_same_die: bool) -> dict[str, Any]:
    """The facts with an integrated circuit of that TPP, and what follows from it."""
    density = Decimal(tpp) / AREA if of_the_same_die else facts["item.performance_density"]
    changed = {
        "item.form": "integrated_circuit",
        "item.tpp": Decimal(tpp),
        "item.performance_density": density,
        "transaction.total_tpp": Decimal(tpp) * facts["quantity"],
        "item.asserted_eccn": "none",
        "item.base_eccn": "none",
        "item.contains_3a090_a": False,
        "item.contains_3a090_b": False,
    }
    return {**facts, **changed}


def permissiveness(facts: dict[str, Any]) -> int:
    return PERMISSIVENESS[judge(real.plan(), facts).outcome]


# --- advice and interview ---------------------------------------------------------------------------------------------

PLACES = ("PL", "IN", "CN", "JP")


@settings(max_examples=30)
@given(real.complete_transactions(), st.integers(1, 1000))
def test_advice_is_true(facts: dict[str, Any], quantity: int) -> None:
    facts = bought(facts, quantity)
    places = {f.name: PLACES for f in real.plan().rulebook.facts.values() if f.kind is Kind.PLACE}
    levers = {name: places[name] for name in ("destination", "origin")}
    today = determine(real.plan(), facts)

    for advice in advise(today, lambda ch: judge(real.plan(), changed(facts, ch)), levers, Quantity(quantity)):
        after = determine(real.plan(), changed(facts, advice.changes))
        assert advice.becomes == Verdict(after.outcome, after.exception, after.review_policy)
        assert standing(after) > standing(today)


def bought(facts: dict[str, Any], quantity: int) -> dict[str, Any]:
    return {**facts, "quantity": quantity, "transaction.total_tpp": quantity * facts["item.tpp"]}


def changed(facts: dict[str, Any], changes: tuple[Change, ...]) -> dict[str, Any]:
    for change in changes:
        facts = bought(facts, int(change.to)) if change.lever == "quantity" else {**facts, change.lever: change.to}
    return facts


@settings(max_examples=15)
@given(real.complete_transactions())
def test_interview_ends_when_nothing_can_change_the_answer(replies: dict[str, Any]) -> None:
    facts: dict[str, Any] = {}
    question, answer = next_question(real.plan(), facts)
    while question is not None:
        assert question.fact.name not in facts
        facts[question.fact.name] = replies[question.fact.name]
        question, answer = next_question(real.plan(), facts)
    complete = determine(real.plan(), {**replies, **answer.facts})

    assert answer.outcome is not Outcome.INCOMPLETE
    assert (answer.outcome, answer.review_policy) == (complete.outcome, complete.review_policy)
