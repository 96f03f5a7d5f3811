"""One function for a whole rulebook: its order, its refusals, and its independence of the day."""

from __future__ import annotations

import pytest
from tests import toy

from weighbridge.core import condition as c
from weighbridge.core.fact import Kind
from weighbridge.core.provision import Provision, Spared
from weighbridge.engine.compile import CLASSES, compile_rulebook, order_of_evaluation
from weighbridge.engine.plan import Plan

RIPE = toy.RIPE.holds


def test_a_provision_is_evaluated_after_those_it_asks_about() -> None:
    rulebook = toy.rulebook(
        toy.requirement(c.all_of(c.met("b"), c.classified("F1"))),
        toy.definition("b", c.not_(c.met("a"))),
        toy.classification("F1", c.met("a")),
        toy.definition("a"),
        toy.scope(),
    )

    assert order_of_evaluation(rulebook) == ["a", "b", "F1", CLASSES, "license", "scope"]


def test_a_proviso_and_a_term_ask_too() -> None:
    counted = c.at_least(c.When(c.met("a"), toy.WEIGHT.term), toy.LIMIT)
    rulebook = toy.rulebook(
        toy.scope(),
        toy.requirement(counted),
        toy.restriction(c.ALWAYS, Spared("GIFT", c.met("b"))),
        toy.definition("a"),
        toy.definition("b"),
    )

    assert order_of_evaluation(rulebook) == ["scope", "a", "license", "b", "restriction"]


@pytest.mark.parametrize(
    ("provisions", "circle"),
    [
        ([toy.definition("a", c.met("a"))], "a > a"),
        ([toy.definition("a", c.met("b")), toy.definition("b", c.not_(c.met("a")))], "a > b > a"),
        ([toy.classification("F1", c.classified("F2")), toy.classification("F2")], "F1 > classes > F1"),
    ],
    ids=["itself", "each other", "a class that asks for classes"],
)
def test_provisions_that_ask_about_each_other_in_a_circle_are_refused(provisions: list[Provision], circle: str) -> None:
    with pytest.raises(ValueError, match=rf"^Provisions ask about each other in a circle: .*{circle}\.$"):
        compile_rulebook(toy.rulebook(toy.scope(), *provisions))


def test_a_provision_that_is_not_in_force_cannot_be_asked_about() -> None:
    with pytest.raises(ValueError, match="asks about 'old rule', which is not in force on 2031-03-14"):
        compile_rulebook(toy.rulebook(toy.scope(), toy.requirement(c.met("old rule"))))


def test_a_rulebook_that_brings_nothing_under_the_law_is_refused() -> None:
    with pytest.raises(ValueError, match="No provision in force on 2031-03-14 says what is subject to the EAR"):
        Plan.of(toy.rulebook(toy.requirement()))


def test_a_rulebook_without_classifications_classifies_nothing() -> None:
    plan = toy.plan(toy.scope(), toy.requirement(c.classified_in(toy.LISTED)))

    assert plan.trace({}) == (True, False)


def test_names_that_are_no_identifiers_do_no_harm() -> None:
    odd = toy.fact('it\'s "odd"\n; import os', Kind.TRUTH)
    plan = toy.plan(toy.scope(), toy.definition("a\n'b'"), toy.requirement(c.all_of(odd.holds, c.met("a\n'b'"))),
                    facts=[odd])  # fmt: skip

    assert plan.trace({odd.name: True}) == (True, True, True, True, True)


def test_a_plan_moves_to_another_day_with_the_same_provisions() -> None:
    heavy = toy.WEIGHT.at_least(toy.LIMIT)
    listed = c.classified_in(toy.LISTED)
    law = (toy.scope(), toy.classification("F9", RIPE), toy.requirement(heavy), toy.prohibition(listed))
    today = toy.plan(*law)
    later = toy.rulebook(*law, values=[toy.value("limit", 5, "kg"), toy.value("listed", frozenset({"F9"}))])

    moved = today.moved_to(later)

    assert moved.evaluate is today.evaluate
    assert moved.trace({"weight": 7, "ripe": True}) == Plan.of(later).trace({"weight": 7, "ripe": True})
    assert today.trace({"weight": 7, "ripe": True})[-2:] == (False, False)
    assert (today.reads["ban"], moved.reads["ban"]) == (frozenset(), frozenset({"ripe"}))


def test_a_plan_knows_what_each_provision_reads_directly_or_through_others() -> None:
    plan = toy.plan(
        toy.scope(),
        toy.classification("F1", RIPE),
        toy.classification("F2", toy.ORGANIC.holds),
        toy.definition("heavy fruit", toy.WEIGHT.at_least(toy.LIMIT)),
        toy.requirement(c.all_of(c.met("heavy fruit"), c.classified("F1"), toy.GIFT.holds)),
        toy.requirement(c.classified_in(toy.LISTED), id="listed"),
        toy.requirement(c.classified_in(toy.UNPUBLISHED), id="unpublished"),
    )

    assert plan.reads["license"] == {"weight", "ripe", "gift"}
    assert plan.reads["listed"] == {"ripe", "organic"}
    assert plan.reads["unpublished"] == frozenset()
    assert plan.reads["scope"] == frozenset()
