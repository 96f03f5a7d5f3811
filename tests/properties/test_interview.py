"""The interview ends, asks nothing twice and nothing that cannot matter, and then nothing can change the answer."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests import generated, toy

from weighbridge.core.determination import Determination
from weighbridge.core.fact import Fact, FactValue
from weighbridge.core.outcome import Outcome
from weighbridge.core.provision import Provision
from weighbridge.core.rulebook import Rulebook
from weighbridge.engine.determine import determine, judge
from weighbridge.engine.interview import next_question
from weighbridge.engine.plan import Plan


def interview(
    plan: Plan, replies: Mapping[str, FactValue], asked: Callable[[str, dict[str, Any]], None]
) -> Determination:
    """The answer in the end; `asked` is told each fact asked for and what was known then."""
    facts: dict[str, Any] = {}
    while True:
        question, answer = next_question(plan, facts)
        if question is None:
            return answer
        asked(question.fact.name, dict(facts))
        facts[question.fact.name] = replies[question.fact.name]


@settings(max_examples=150)
@given(generated.rulebooks(), generated.complete_facts())
def test_interview_ends_when_nothing_can_change_the_answer(rulebook: Rulebook, replies: dict[str, Any]) -> None:
    plan, asked = Plan.of(rulebook), list[str]()

    answer = interview(plan, replies, lambda name, _: asked.append(name))
    complete = determine(plan, replies)

    assert len(asked) == len(set(asked))
    assert (answer.outcome, answer.review_policy) == (complete.outcome, complete.review_policy)
    if answer.outcome is Outcome.INCOMPLETE:
        assert None in rulebook.values.values()


MOST_FACTS = 10


@settings(max_examples=150)
@given(generated.read_once_laws(), st.data())
def test_interview_asks_nothing_that_cannot_matter(
    law: tuple[tuple[Provision, ...], tuple[Fact, ...]], data: st.DataObject
) -> None:
    """Whatever is asked for decides in some case: all else the same, one reply leads elsewhere than the other."""
    provisions, facts = law
    assume(0 < len(facts) <= MOST_FACTS)
    plan = toy.plan(*provisions, facts=facts)
    replies = data.draw(st.fixed_dictionaries({fact.name: st.booleans() for fact in facts}))

    def decides(asked: str, known: dict[str, Any]) -> None:
        others = [fact.name for fact in facts if fact.name not in known and fact.name != asked]
        cases = (dict(zip(others, case, strict=True)) for case in itertools.product((True, False), repeat=len(others)))
        assert any(gist({**known, **case, asked: True}) != gist({**known, **case, asked: False}) for case in cases)

    def gist(stated: Mapping[str, FactValue]) -> tuple[object, object]:
        verdict = judge(plan, stated)
        return verdict.outcome, verdict.review_policy

    interview(plan, replies, decides)
