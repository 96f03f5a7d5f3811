"""An explanation is the trace itself, read out; it says no more than what keeps a condition from holding."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from tests import toy

from weighbridge.core import condition as c
from weighbridge.core.outcome import Policy
from weighbridge.core.provision import Spared
from weighbridge.core.text import LANGUAGES, same
from weighbridge.engine.explain import Explained, ExplainedProvision, Explainer, why_not

RIPE, ORGANIC, WAXED, GIFT = toy.RIPE.holds, toy.ORGANIC.holds, toy.WAXED.holds, toy.GIFT.holds
HEAVY = toy.WEIGHT.more_than(toy.LIMIT)


def explained(condition: c.Condition, **stated: Any) -> ExplainedProvision:
    """The exception's condition, explained; `F1` and `heavy fruit` can be asked about."""
    law = (
        toy.scope(),
        toy.classification("F1", RIPE),
        toy.classification("F2", ORGANIC),
        toy.definition("heavy fruit", c.all_of(HEAVY, RIPE)),
        toy.requirement(),
        toy.exception("GIFT", condition),
    )
    return Explainer(toy.answer(law, **stated)).provision("exception GIFT")


def texts(parts: Iterable[Explained]) -> list[str]:
    return [part.text.en for part in parts]


# --- found and asked --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "stated", "found", "asked"),
    [
        (HEAVY, {"weight": 1600}, "1,600", "100 kg"),
        (HEAVY, {}, "?", "100 kg"),
        (c.at_least(c.sum_of(toy.WEIGHT, toy.EARLIER), toy.LIMIT), {"weight": 1, "earlier": 2}, "3", "100 kg"),
        (toy.FRUIT.is_one_of("apple"), {"fruit": "pear"}, "pear", "apple"),
        (toy.DESTINATION.is_in(toy.ORCHARDS), {"destination": "JP"}, "JP", "FR, PL"),
        (toy.STOPS.any_in(toy.ORCHARDS), {"stops": frozenset({"JP", None})}, "?, JP", "FR, PL"),
        (RIPE, {"ripe": False}, "no", "yes"),
        (c.classified_in(toy.LISTED), {"ripe": True, "organic": True}, "F1, F2", "F1, F2"),
        (c.classified_in(toy.LISTED), {"ripe": False, "organic": False}, "-", "F1, F2"),
    ],
)
def test_a_condition_shows_what_was_found_and_what_was_asked(
    condition: c.Condition, stated: dict[str, Any], found: str, asked: str
) -> None:
    shown = explained(condition, **stated).condition

    assert (shown.found, shown.asked and shown.asked.en) == (found, asked)


def test_a_group_shows_its_parts_and_nothing_of_its_own() -> None:
    shown = explained(c.all_of(RIPE, c.not_(ORGANIC)), ripe=True, organic=False).condition

    assert (shown.found, shown.asked, shown.truth) == ("", None, True)
    assert texts(shown.parts) == ["the ripe", "not: the organic"]
    assert [part.truth for part in shown.parts[1].parts] == [False]


def test_a_condition_is_cited_by_its_own_paragraph_or_the_one_around_it() -> None:
    shown = explained(c.all_of(RIPE, c.any_of(ORGANIC, WAXED.cited("1(b)(2)")).cited("1(b)")))

    outer, inner = shown.condition.parts
    assert (shown.condition.citation, outer.citation) == ("Market Rules exception GIFT",) * 2
    assert (inner.citation, [part.citation for part in inner.parts]) == ("1(b)", ["1(b)", "1(b)(2)"])


def test_a_provision_that_is_asked_about_is_opened_where_it_stands() -> None:
    shown = explained(c.met("heavy fruit").cited("1(b)"), weight=1, ripe=True).condition

    assert (shown.text.en, shown.citation, shown.named) == ("title of heavy fruit", "1(b)", True)
    (opened,) = shown.parts
    assert (opened.citation, opened.truth) == ("Market Rules heavy fruit", False)
    assert [(part.text.en, part.truth, part.found) for part in opened.parts] == [
        ("the weight is more than 100 kg", False, "1"),
        ("the ripe", True, "yes"),
    ]


def test_every_text_is_there_in_both_languages() -> None:
    shown = explained(c.all_of(HEAVY, c.met("heavy fruit"), c.classified("F1")), weight=1, ripe=True)

    for part in (shown.condition, *shown.condition.parts, *shown.because):
        assert all(part.text.to(language) for language in LANGUAGES)
    assert shown.condition.parts[0].text.zh == "「the weight」大於 100 kg"
    assert shown.condition.parts[1].text.zh == "「title of heavy fruit」"


# --- why not ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "stated", "because"),
    [
        (RIPE, {"ripe": True}, []),
        (RIPE, {"ripe": False}, ["the ripe"]),
        (RIPE, {}, ["the ripe"]),
        (c.all_of(RIPE, ORGANIC, WAXED), {"ripe": True, "organic": False}, ["the organic"]),
        (c.all_of(RIPE, ORGANIC, WAXED), {"ripe": True}, ["the organic", "the waxed"]),
        (c.any_of(RIPE, ORGANIC), {"ripe": False, "organic": False}, ["the ripe", "the organic"]),
        (c.any_of(RIPE, ORGANIC), {"ripe": False}, ["the organic"]),
        (c.all_of(RIPE, c.any_of(ORGANIC, WAXED)), {"ripe": True, "waxed": False}, ["the organic"]),
        (c.not_(RIPE), {"ripe": True}, ["not: the ripe"]),
        (c.not_(c.any_of(RIPE, ORGANIC)), {"ripe": False}, ["the organic"]),
        (c.not_(c.all_of(RIPE, ORGANIC)), {"ripe": True, "organic": True}, ["not: all of these hold"]),
        (c.met("heavy fruit"), {"weight": 1, "ripe": True}, ["title of heavy fruit"]),
        (c.met("heavy fruit"), {"weight": 101}, ["the ripe"]),
        (c.not_(c.met("heavy fruit")), {"weight": 101, "ripe": True}, ["not: title of heavy fruit"]),
        (c.any_of(), {}, ["at least one of these holds"]),
    ],
)
def test_only_what_keeps_a_condition_from_holding_is_named(
    condition: c.Condition, stated: dict[str, Any], because: list[str]
) -> None:
    shown = explained(condition, **stated)

    assert texts(shown.because) == because
    assert texts(why_not(shown.condition)) == because


# --- steps ------------------------------------------------------------------------------------------------------------

LAW = (
    toy.scope(),
    toy.classification("F1"),
    toy.definition("heavy fruit", HEAVY),
    toy.requirement(c.met("heavy fruit")),
    toy.requirement(ORGANIC, id="permit"),
    toy.exception("GIFT", c.all_of(RIPE, GIFT)),
    toy.authorization("KNOWN", toy.DESTINATION.is_in(toy.ORCHARDS), lifts=["license", "permit"]),
    toy.restriction(WAXED, Spared("SEED"), Spared("GIFT", c.all_of(RIPE, ORGANIC))),
    toy.restriction(WAXED, id="second restriction"),
    toy.review(Policy.CASE_BY_CASE),
)


def steps(**stated: Any) -> list[ExplainedProvision]:
    complete = {"weight": 101, "organic": False, "ripe": True, "gift": True, "waxed": False, "destination": "JP"}
    return list(Explainer(toy.answer(LAW, **{**complete, **stated})).steps())


def test_the_steps_follow_the_order_of_the_decision() -> None:
    assert [step.provision.id for step in steps()] == [
        "scope", "license", "permit", "exception GIFT", "authorization KNOWN",
    ]  # fmt: skip
    assert [step.provision.id for step in steps(gift=False)] == [
        "scope", "license", "permit", "review 1 CASE_BY_CASE", "exception GIFT", "authorization KNOWN",
    ]  # fmt: skip
    assert [step.provision.id for step in steps(weight=1)] == ["scope", "license", "permit"]


def because(name: str, **stated: Any) -> list[tuple[str, bool | None, str]]:
    (step,) = [step for step in steps(**stated) if step.provision.id == name]
    return [(b.text.en, b.truth, b.citation) for b in step.because]


def test_an_exception_that_helps_needs_no_reason() -> None:
    assert because("exception GIFT") == []


def test_an_exception_that_does_not_help_says_why() -> None:
    assert because("exception GIFT", gift=False) == [("the gift", False, "Market Rules exception GIFT")]
    assert because("authorization KNOWN") == [
        ("the destination is one of: FR, PL", False, "Market Rules authorization KNOWN")
    ]


def test_a_requirement_that_an_exception_cannot_lift_is_named() -> None:
    assert because("exception GIFT", organic=True) == [
        ("it does not lift: title of permit", False, "Market Rules permit")
    ]


def test_a_restriction_that_bars_an_exception_is_named_with_its_proviso() -> None:
    (gift,) = [step for step in steps(waxed=True) if step.provision.id == "exception GIFT"]
    first, second = gift.because

    assert gift.truth is False
    assert gift.condition.truth is True
    assert [(b.text.en, b.truth) for b in gift.because] == [
        ("title of restriction", True),
        ("title of second restriction", True),
    ]
    assert [(part.text.en, part.truth) for part in first.parts[0].parts] == [("the ripe", True), ("the organic", False)]
    assert second.parts == ()


def test_what_was_asked_is_the_same_word_in_both_languages() -> None:
    assert explained(RIPE).condition.asked == same("yes")
