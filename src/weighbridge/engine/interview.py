"""Asks for the fact that would settle the most, until nothing that could be said can change the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from weighbridge.core.citation import Citation
from weighbridge.core.determination import Determination
from weighbridge.core.fact import Choice, Fact, FactValue
from weighbridge.core.outcome import Outcome
from weighbridge.core.text import Text
from weighbridge.engine.decisive import Doubt, open_facts_of
from weighbridge.engine.determine import deciding_reviews, determine
from weighbridge.engine.plan import Plan


@dataclass(frozen=True, slots=True)
class Question:
    """The next thing to ask: the fact, its question, the accepted answers, and the law that makes it matter."""

    fact: Fact
    text: Text
    citation: Citation
    choices: tuple[Choice, ...]


def next_question(
    plan: Plan, facts: Mapping[str, FactValue], declined: frozenset[str] = frozenset()
) -> tuple[Question | None, Determination]:
    """The most decisive question, and the answer as it stands; no question once none can change the answer.

    The answer is the outcome and, where a license is required, how an application would be reviewed. `declined`
    holds facts that the asker could not state; they are not asked again.
    """
    determination = determine(plan, facts)
    for name in open_questions(plan, determination):
        if name not in declined:
            fact = plan.rulebook.facts[name]
            return Question(fact, fact.question, fact.citation, fact.choices), determination
    return None, determination


def open_questions(plan: Plan, determination: Determination) -> tuple[str, ...]:
    """The facts that could still change the answer, the most decisive first."""
    if determination.outcome is Outcome.INCOMPLETE:
        return determination.missing
    if determination.outcome is not Outcome.LICENSE_REQUIRED:
        return ()
    doubts = (Doubt(p.provision.condition, p.place) for p in deciding_reviews(plan, determination.truths))
    return open_facts_of(plan, doubts, determination.truths, determination.facts)
