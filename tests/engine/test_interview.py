"""The interview asks for what settles the most, and stops when nothing can change the answer."""

from __future__ import annotations

from typing import Any

from tests import toy

from weighbridge.core.condition import ALWAYS, all_of
from weighbridge.core.determination import Determination
from weighbridge.core.fact import FactValue
from weighbridge.core.outcome import Outcome, Policy
from weighbridge.core.provision import Provision
from weighbridge.engine.interview import Question, next_question, open_questions

RIPE, ORGANIC, WAXED = toy.RIPE.holds, toy.ORGANIC.holds, toy.WAXED.holds
LAW = (
    toy.scope(toy.FRUIT.is_one_of("apple", "pear")),
    toy.requirement(toy.WEIGHT.more_than(toy.LIMIT)),
    toy.exception("GIFT", all_of(RIPE, ORGANIC)),
    toy.review(Policy.PRESUMPTION_OF_DENIAL, WAXED, 1),
    toy.review(Policy.CASE_BY_CASE, ALWAYS, 2),
)


def interview(law: tuple[Provision, ...], replies: dict[str, FactValue | None]) -> tuple[list[str], Determination]:
    """The facts asked for, in order, and the answer in the end; a reply of None declines."""
    plan, facts, declined, asked = toy.plan(*law), dict[str, Any](), frozenset[str](), list[str]()
    while True:
        question, answer = next_question(plan, facts, declined)
        if question is None:
            return asked, answer
        asked.append(question.fact.name)
        reply = replies[question.fact.name]
        if reply is None:
            declined |= {question.fact.name}
        else:
            facts[question.fact.name] = reply


def test_a_question_is_the_facts_own_with_its_choices_and_citation() -> None:
    question, answer = next_question(toy.plan(toy.scope(toy.FRUIT.is_one_of("apple"))), {})

    assert question == Question(toy.FRUIT, toy.FRUIT.question, toy.FRUIT.citation, toy.FRUIT.choices)
    assert answer.outcome is Outcome.INCOMPLETE


def test_an_interview_ends_as_soon_as_nothing_can_change_the_answer() -> None:
    asked, answer = interview(LAW, {"fruit": "plum"})

    assert answer.outcome is Outcome.NOT_SUBJECT_TO_THE_EAR
    assert asked == ["fruit"]


def test_an_interview_goes_on_to_the_review_of_an_application() -> None:
    asked, answer = interview(LAW, {"fruit": "apple", "weight": 500, "ripe": False, "waxed": True})

    assert answer.review_policy is Policy.PRESUMPTION_OF_DENIAL
    assert asked == ["fruit", "weight", "ripe", "waxed"]


def test_what_somebody_cannot_tell_is_not_asked_again() -> None:
    asked, answer = interview(LAW, {"fruit": "apple", "weight": 500, "ripe": None, "organic": None})

    assert answer.outcome is Outcome.INCOMPLETE
    assert asked == ["fruit", "weight", "ripe", "organic"]


def test_a_review_may_turn_on_whether_another_requirement_applies() -> None:
    law = (
        toy.scope(),
        toy.requirement(),
        toy.requirement(WAXED, id="permit"),
        toy.review(Policy.PRESUMPTION_OF_APPROVAL, precedence=1, of="permit"),
        toy.review(Policy.POLICY_OF_DENIAL, precedence=2),
    )

    assert interview(law, {"waxed": True}) == (["waxed"], toy.answer(law, waxed=True))


def test_nothing_is_asked_about_an_answer_that_is_complete() -> None:
    plan = toy.plan(toy.scope(), toy.requirement(), toy.exception("GIFT"), toy.duty("report", "GIFT", condition=WAXED))
    question, answer = next_question(plan, {})

    assert question is None
    assert answer.outcome is Outcome.EXCEPTION_AVAILABLE
    assert open_questions(plan, answer) == ()
