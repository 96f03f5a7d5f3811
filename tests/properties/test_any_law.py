"""Promises that hold for any law whatever, tried on random ones."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests import generated, toy

from weighbridge.core.outcome import Outcome
from weighbridge.core.provision import Provision
from weighbridge.core.rulebook import Rulebook
from weighbridge.engine.advise import standing
from weighbridge.engine.determine import determine, judge
from weighbridge.engine.plan import Plan

complete_and_partial = generated.complete_facts().flatmap(
    lambda complete: st.tuples(st.just(complete), generated.hidden_in(complete))
)


@settings(max_examples=200)
@given(generated.rulebooks(), st.lists(complete_and_partial, min_size=1, max_size=4))
def test_unknown_never_permits(rulebook: Rulebook, transactions: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    """Hiding a fact may make an answer incomplete or stricter; it may not make it more permissive."""
    plan = Plan.of(rulebook)

    for complete, partial in transactions:
        assert standing(determine(plan, partial)) <= standing(determine(plan, complete))
        assert standing(judge(plan, partial)) <= standing(determine(plan, partial))


@settings(max_examples=100)
@given(generated.laws(), generated.some_facts())
def test_prohibition_outranks_exception(law: tuple[Provision, ...], facts: dict[str, Any]) -> None:
    everything_lifted = toy.exception("ALL", lifts=generated.REQUIREMENTS)
    within_scope = toy.scope(id="always in scope")

    answer = determine(toy.plan(*law, within_scope, everything_lifted, toy.prohibition(id="outright ban")), facts)

    assert answer.outcome is Outcome.PROHIBITED
    assert "outright ban" in [finding.provision.id for finding in answer.decided_by]
    assert (answer.exception, answer.draws) == (None, ())


@settings(max_examples=100)
@given(generated.rulebooks(), generated.some_facts())
def test_no_outcome_without_a_finding(rulebook: Rulebook, facts: dict[str, Any]) -> None:
    answer = determine(Plan.of(rulebook), facts)

    assert answer.decided_by
    if answer.outcome is Outcome.INCOMPLETE:
        assert answer.missing or None in rulebook.values.values()
    else:
        assert answer.missing == ()


@settings(max_examples=100)
@given(generated.rulebooks(), generated.some_facts(), st.randoms(use_true_random=False))
def test_determination_is_a_pure_function(rulebook: Rulebook, facts: dict[str, Any], random: Any) -> None:
    """The same inputs give the same answer, in whatever order the facts are stated, and stay as they were."""
    plan, before = Plan.of(rulebook), deepcopy(facts)
    shuffled = dict(random.sample(list(facts.items()), len(facts)))

    answer = determine(plan, facts)

    assert facts == before
    assert determine(plan, facts) == answer
    assert determine(Plan.of(rulebook), shuffled) == answer
