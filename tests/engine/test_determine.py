"""From facts to a determination: what is decided, what stays open, and what was taken for granted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests import toy

from weighbridge.core.condition import ALWAYS, Condition, all_of, any_of, at_least, met, not_
from weighbridge.core.determination import Determination
from weighbridge.core.outcome import Outcome, Policy
from weighbridge.core.provision import Provision, Spared
from weighbridge.engine.determine import Verdict, determine, judge

NEVER = not_(ALWAYS)
RIPE, ORGANIC, WAXED, GIFT = toy.RIPE.holds, toy.ORGANIC.holds, toy.WAXED.holds, toy.GIFT.holds
HEAVY = toy.WEIGHT.more_than(toy.LIMIT)
MARKET = (
    toy.scope(RIPE),
    toy.prohibition(toy.USES.includes("seed")),
    toy.requirement(HEAVY),
    toy.exception("GIFT", GIFT),
    toy.exception("TASTE", ORGANIC),
    toy.authorization("KNOWN", toy.DESTINATION.is_in(toy.ORCHARDS)),
    toy.restriction(WAXED, Spared("GIFT", ORGANIC)),
)
COMPLETE: dict[str, Any] = {
    "ripe": True, "uses": frozenset({"eating"}), "weight": 101, "gift": False, "organic": False, "waxed": False,
    "destination": "JP",
}  # fmt: skip


def without(*hidden: str, **changed: Any) -> dict[str, Any]:
    return {name: value for name, value in {**COMPLETE, **changed}.items() if name not in hidden}


# --- outcomes ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "outcome", "exception"),
    [
        ({"ripe": False}, Outcome.NOT_SUBJECT_TO_THE_EAR, None),
        ({"uses": frozenset({"seed"}), "gift": True}, Outcome.PROHIBITED, None),
        ({"weight": 100}, Outcome.NO_LICENSE_REQUIRED, None),
        ({"gift": True}, Outcome.EXCEPTION_AVAILABLE, "GIFT"),
        ({"gift": True, "waxed": True}, Outcome.LICENSE_REQUIRED, None),
        ({"gift": True, "waxed": True, "organic": True}, Outcome.EXCEPTION_AVAILABLE, "GIFT"),
        ({"destination": "FR"}, Outcome.VEU_AUTHORIZATION, "KNOWN"),
        ({}, Outcome.LICENSE_REQUIRED, None),
    ],
)
def test_each_outcome_can_be_reached(changed: dict[str, Any], outcome: Outcome, exception: str | None) -> None:
    answer = toy.answer(MARKET, **{**COMPLETE, **changed})

    assert (answer.outcome, answer.exception) == (outcome, exception)
    assert (answer.missing, answer.unresolved) == ((), ())
    assert answer.decided_by


def test_what_was_stated_and_traced_is_kept_with_the_answer() -> None:
    plan = toy.plan(*MARKET)
    answer = determine(plan, {**COMPLETE, "price": None})  # type: ignore[dict-item]

    assert answer.rulebook is plan.rulebook
    assert answer.facts == COMPLETE
    assert answer.truths == plan.trace(COMPLETE)


def test_the_exception_with_the_fewest_duties_leads_and_all_are_considered() -> None:
    duties = [
        toy.duty("first", "GIFT"),
        toy.duty("second", "GIFT", "TASTE"),
        toy.duty("never", "TASTE", condition=NEVER),
    ]

    answer = toy.answer((*MARKET, *duties), **without(gift=True, organic=True))

    assert answer.exception == "TASTE"
    assert [(x.symbol, x.available) for x in answer.considered] == [("GIFT", True), ("TASTE", True), ("KNOWN", False)]


def test_the_available_stand_before_the_doubtful_and_those_before_the_unavailable() -> None:
    answer = toy.answer(MARKET, **without("gift", organic=True))

    assert [(x.symbol, x.available) for x in answer.considered] == [("TASTE", True), ("GIFT", None), ("KNOWN", False)]


def test_nothing_is_considered_where_no_requirement_applies() -> None:
    assert toy.answer(MARKET, **without(weight=1)).considered == ()


# --- incomplete answers -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hidden", ["ripe", "uses", "weight"])
def test_a_missing_fact_that_decides_makes_the_answer_incomplete(hidden: str) -> None:
    answer = toy.answer(MARKET, **without(hidden))

    assert answer.outcome is Outcome.INCOMPLETE
    assert answer.missing == (hidden,)
    assert [f.truth for f in answer.decided_by] == [None]
    assert answer.decided_by == answer.unresolved


def test_a_missing_fact_that_changes_nothing_does_not() -> None:
    answer = toy.answer(MARKET, **without("waxed"))

    assert (answer.outcome, answer.missing) == (Outcome.LICENSE_REQUIRED, ())


def test_the_most_decisive_fact_is_named_first() -> None:
    law = (toy.scope(), toy.requirement(all_of(HEAVY, toy.FRUIT.is_one_of("apple"), RIPE)))

    answer = toy.answer(law)

    # 0, 99 and 100 kg settle it, 101 kg does not; a pear or a plum does, an apple does not; unripe does, ripe does not.
    assert answer.missing == ("weight", "fruit", "ripe")


def test_an_incomplete_answer_on_a_restriction_alone_names_what_the_restriction_turns_on() -> None:
    answer = toy.answer(MARKET, **without("waxed", organic=True, gift=True, weight=101))
    barred = toy.answer(MARKET, **without("waxed", gift=True))

    assert answer.outcome is Outcome.EXCEPTION_AVAILABLE
    assert (barred.outcome, barred.missing) == (Outcome.INCOMPLETE, ("waxed",))
    assert [f.provision.id for f in barred.decided_by] == ["license"]


@pytest.mark.parametrize("requires", [any_of(ORGANIC, not_(ORGANIC)), not_(all_of(ORGANIC, not_(ORGANIC)))])
def test_an_outcome_to_which_every_answer_leads_is_settled(requires: Condition) -> None:
    answer = toy.answer((toy.scope(), toy.requirement(requires)))

    assert (answer.outcome, answer.missing) == (Outcome.LICENSE_REQUIRED, ())


def test_every_kind_of_exhaustive_fact_can_settle() -> None:
    for either in (toy.FRUIT.is_one_of("apple"), toy.DESTINATION.is_in(toy.ORCHARDS), toy.VARIETY.is_one_of("x")):
        answer = toy.answer((toy.scope(), toy.requirement(all_of(either, not_(either)))))

        assert (answer.outcome, answer.missing) == (Outcome.NO_LICENSE_REQUIRED, ())
        assert [f.provision.id for f in answer.decided_by] == ["license"]


def test_an_outcome_between_the_strict_and_the_mild_one_is_asked_for() -> None:
    """Either answer makes an exception available, but each another one: the answer must say which."""
    law = (
        toy.scope(),
        toy.requirement(RIPE, id="ripe fruit"),
        toy.requirement(not_(RIPE), id="unripe fruit"),
        toy.exception("GIFT", lifts=["ripe fruit"]),
        toy.exception("SEED", lifts=["unripe fruit"]),
    )

    answer = toy.answer(law)

    assert (answer.outcome, answer.missing) == (Outcome.INCOMPLETE, ("ripe",))
    assert [toy.answer(law, ripe=ripe).exception for ripe in (True, False)] == ["GIFT", "SEED"]


def test_facts_that_decide_only_together_are_named() -> None:
    law = (
        toy.scope(),
        toy.requirement(),
        toy.exception("GIFT", GIFT),
        toy.exception("SEED", ORGANIC),
        toy.restriction(WAXED, Spared("SEED"), id="waxed fruit"),
        toy.restriction(RIPE, Spared("GIFT"), id="ripe fruit"),
    )

    answer = toy.answer(law)

    assert answer.outcome is Outcome.INCOMPLETE
    assert answer.missing == ("waxed", "ripe")  # for a gift the first decides, for organic fruit the second


def test_where_the_law_itself_is_unknown_there_is_nothing_to_ask() -> None:
    answer = toy.answer((toy.scope(), toy.requirement(toy.WEIGHT.at_least(toy.UNPUBLISHED))), weight=1)

    assert (answer.outcome, answer.missing) == (Outcome.INCOMPLETE, ())
    assert [f.provision.id for f in answer.unresolved] == ["license"]


# --- review policy ----------------------------------------------------------------------------------------------------


def policy(*reviews: Provision, requires: Condition = ALWAYS, **stated: Any) -> Policy | None:
    return toy.answer((toy.scope(), toy.requirement(requires), *reviews), **stated).review_policy


APPROVAL, DENIAL = Policy.PRESUMPTION_OF_APPROVAL, Policy.PRESUMPTION_OF_DENIAL


def test_there_is_a_review_only_where_a_license_is_required() -> None:
    assert policy(toy.review(DENIAL), requires=NEVER) is None
    assert policy(toy.review(DENIAL), requires=WAXED) is None
    assert policy(toy.review(DENIAL)) is DENIAL


def test_a_policy_is_not_stated_where_no_review_speaks() -> None:
    assert policy() is Policy.NOT_STATED
    assert policy(toy.review(APPROVAL, NEVER)) is Policy.NOT_STATED
    assert policy(toy.review(APPROVAL, of="another license")) is Policy.NOT_STATED


def test_the_first_review_in_precedence_that_speaks_decides() -> None:
    assert policy(toy.review(APPROVAL, precedence=2), toy.review(DENIAL, precedence=1)) is DENIAL
    assert policy(toy.review(DENIAL, precedence=2), toy.review(APPROVAL, precedence=1)) is APPROVAL
    assert policy(toy.review(DENIAL, NEVER, 1), toy.review(APPROVAL, precedence=2)) is APPROVAL


def test_a_review_that_may_speak_decides_only_if_it_is_stricter() -> None:
    assert policy(toy.review(DENIAL, WAXED, 1), toy.review(APPROVAL, precedence=2)) is DENIAL
    assert policy(toy.review(APPROVAL, WAXED, 1), toy.review(DENIAL, precedence=2)) is DENIAL
    assert policy(toy.review(DENIAL, WAXED, 3), toy.review(APPROVAL, precedence=2)) is APPROVAL


def test_a_mild_review_that_may_not_speak_states_nothing() -> None:
    assert policy(toy.review(APPROVAL, WAXED)) is Policy.NOT_STATED
    assert policy(toy.review(DENIAL, WAXED)) is DENIAL


def test_the_review_of_a_requirement_that_may_not_apply_does_not_soften_the_policy() -> None:
    law = (
        toy.scope(),
        toy.requirement(),
        toy.requirement(WAXED, id="permit"),
        toy.review(APPROVAL, precedence=1, of="permit"),
        toy.review(DENIAL, precedence=2),
    )
    answers = [toy.answer(law, waxed=waxed) for waxed in (True, False)]

    assert [answer.review_policy for answer in answers] == [APPROVAL, DENIAL]
    assert toy.answer(law).review_policy is DENIAL


def test_reviews_that_would_change_the_policy_are_unresolved() -> None:
    answer = toy.answer(
        (
            toy.scope(),
            toy.requirement(),
            toy.review(DENIAL, WAXED, 1),
            toy.review(DENIAL, RIPE, 2),
            toy.review(APPROVAL, GIFT, 3),
            toy.review(APPROVAL, ALWAYS, 4),
            toy.review(DENIAL, ORGANIC, 5),
        )
    )

    assert answer.review_policy is DENIAL
    assert [f.provision.id for f in answer.unresolved] == [
        "review 1 PRESUMPTION_OF_DENIAL", "review 2 PRESUMPTION_OF_DENIAL",
    ]  # fmt: skip


# --- presumptions -----------------------------------------------------------------------------------------------------

PRESUMED = (
    replace(toy.WAXED, presumed=True, presumption=toy.text("The fruit is taken to be waxed.")),
    replace(toy.ORGANIC, presumed=True, presumption=toy.text("The fruit is taken to be organic.")),
    replace(toy.GIFT, presumed=False),
    toy.RIPE,
)


def presuming(requires: Condition, **stated: Any) -> Determination:
    return toy.answer((toy.scope(), toy.requirement(requires)), facts=PRESUMED, **stated)


def test_a_presumption_is_taken_and_told() -> None:
    answer = presuming(WAXED)

    assert answer.outcome is Outcome.LICENSE_REQUIRED
    assert [(a.fact, a.text.en) for a in answer.assumptions] == [("waxed", "The fruit is taken to be waxed.")]
    assert answer.facts["waxed"] is True


def test_what_is_stated_is_not_presumed() -> None:
    assert presuming(WAXED, waxed=False).outcome is Outcome.NO_LICENSE_REQUIRED
    assert presuming(WAXED, waxed=True, organic=True).assumptions == ()


def test_only_presumptions_that_something_turned_on_are_told() -> None:
    assert [a.fact for a in presuming(ORGANIC).assumptions] == ["organic"]
    assert [a.fact for a in presuming(all_of(WAXED, RIPE), ripe=False).assumptions] == []


def test_a_presumption_without_a_sentence_is_taken_silently() -> None:
    assert presuming(not_(GIFT)).outcome is Outcome.LICENSE_REQUIRED
    assert presuming(not_(GIFT)).assumptions == ()


def test_a_presumption_that_is_reached_through_another_provision_is_told() -> None:
    law = (toy.scope(), toy.definition("shiny", WAXED), toy.requirement(met("shiny")))

    assert [a.fact for a in toy.answer(law, facts=PRESUMED).assumptions] == ["waxed"]


# --- the gist ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "stated",
    [COMPLETE, without(gift=True, organic=True), without(weight=1), without(destination="PL"), without(ripe=False)],
)
def test_the_gist_says_what_the_determination_says(stated: dict[str, Any]) -> None:
    plan = toy.plan(*MARKET, toy.review(DENIAL), toy.duty("report", "GIFT"))
    full = determine(plan, stated)

    assert judge(plan, stated) == Verdict(full.outcome, full.exception, full.review_policy)


def test_the_gist_does_not_try_every_way_to_complete_an_answer() -> None:
    plan = toy.plan(toy.scope(), toy.requirement(any_of(RIPE, not_(RIPE))))

    assert judge(plan, {}) == Verdict(Outcome.INCOMPLETE, None, None)
    assert determine(plan, {}).outcome is Outcome.LICENSE_REQUIRED


def test_what_is_passed_as_unknown_is_not_stated() -> None:
    plan = toy.plan(toy.scope(), toy.requirement(at_least(toy.WEIGHT, toy.LIMIT)))

    assert determine(plan, {"weight": None}) == determine(plan, {})  # type: ignore[dict-item]
