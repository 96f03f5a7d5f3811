"""Which unknown facts would decide: those that are open, and the answers that the law tells apart."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from tests import toy

from weighbridge.core import condition as c
from weighbridge.core.fact import Fact, FactValue
from weighbridge.core.provision import Provision, Spared
from weighbridge.engine.decisive import BEYOND, answers, open_facts, words_tested

RIPE, ORGANIC, WAXED, GIFT = toy.RIPE.holds, toy.ORGANIC.holds, toy.WAXED.holds, toy.GIFT.holds
HEAVY = toy.WEIGHT.more_than(toy.LIMIT)


def open_in(*provisions: Provision, **facts: Any) -> tuple[str, ...]:
    plan = toy.plan(*provisions)
    return open_facts(plan, plan.trace(facts), facts)


def open_in_requirement(condition: c.Condition, *more: Provision, **facts: Any) -> tuple[str, ...]:
    return open_in(toy.scope(), toy.requirement(condition), *more, **facts)


# --- open facts -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "facts", "expected"),
    [
        (c.all_of(RIPE, ORGANIC), {}, ("ripe", "organic")),
        (c.all_of(RIPE, ORGANIC), {"ripe": True}, ("organic",)),
        (c.all_of(RIPE, ORGANIC), {"ripe": False}, ()),
        (c.any_of(RIPE, c.all_of(ORGANIC, WAXED)), {"organic": False}, ("ripe",)),
        (c.not_(c.any_of(RIPE, ORGANIC)), {"ripe": False}, ("organic",)),
        (toy.WEIGHT.at_least(toy.EARLIER), {"weight": 3}, ("earlier",)),
        (c.at_least(c.sum_of(toy.WEIGHT, c.When(RIPE, toy.PRICE.term)), toy.LIMIT), {}, ("weight", "ripe", "price")),
        (toy.DESTINATION.is_among(toy.STOPS), {"destination": "FR"}, ("stops",)),
    ],
)
def test_a_fact_is_open_where_an_unknown_part_turns_on_it(
    condition: c.Condition, facts: dict[str, Any], expected: tuple[str, ...]
) -> None:
    assert open_in_requirement(condition, **facts) == expected


@pytest.mark.parametrize(
    ("condition", "facts", "expected"),
    [
        (toy.STOPS.any_in(toy.ORCHARDS), {"stops": frozenset({"JP", None})}, ("stops",)),
        (toy.DESTINATION.is_among(toy.STOPS), {"destination": "FR", "stops": frozenset({None})}, ("stops",)),
    ],
)
def test_a_set_with_an_unknown_member_is_open(
    condition: c.Condition, facts: dict[str, Any], expected: tuple[str, ...]
) -> None:
    assert open_in_requirement(condition, **facts) == expected


HEAVY_CRATES = c.at_least(c.Total("crates", toy.CRATE_WEIGHT.term, toy.CRATE_BRUISED.holds), toy.LIMIT)
WHOLE_ROW = {"crates.weight": 1, "crates.bruised": True, "crates.fruit": "apple"}


@pytest.mark.parametrize("row", [{"crates.weight": 1}, {**WHOLE_ROW, "crates.bruised": None}])
def test_rows_with_an_unknown_column_are_open_by_their_own_name(row: dict[str, Any]) -> None:
    assert open_in_requirement(HEAVY_CRATES, crates=(WHOLE_ROW, row)) == ("crates",)
    assert toy.answer((toy.scope(), toy.requirement(HEAVY_CRATES)), crates=(row,)).missing == ("crates",)


def test_rows_that_are_complete_are_not_open() -> None:
    also = c.all_of(c.at_least(c.Total("crates", c.product_of(toy.CRATE_WEIGHT, toy.PRICE), c.ALWAYS), toy.LIMIT))

    assert open_in_requirement(also, crates=(WHOLE_ROW,)) == ("price",)


def test_a_provision_that_is_asked_about_is_opened_wherever_it_is_asked_about() -> None:
    heavy = toy.definition("heavy fruit", HEAVY)
    counted = c.at_least(c.When(c.met("heavy fruit"), toy.PRICE.term), toy.LIMIT)

    assert open_in_requirement(c.met("heavy fruit"), heavy) == ("weight",)
    assert open_in_requirement(counted, heavy, price=5) == ("weight",)


def test_paragraphs_that_are_in_force_are_opened_wherever_a_class_is_asked_for() -> None:
    classes = (toy.classification("F2", ORGANIC), toy.classification("F3", WAXED))
    counted = c.at_least(c.When(c.classified_in(toy.LISTED), toy.PRICE.term), toy.LIMIT)

    assert open_in_requirement(c.classified_in(toy.LISTED), *classes) == ("organic",)
    assert open_in_requirement(c.classified("F3", "F2", "F1"), *classes) == ("organic", "waxed")
    assert open_in_requirement(counted, *classes, price=5) == ("organic",)


def test_a_provision_that_does_not_matter_opens_nothing() -> None:
    assert open_in(toy.scope(), toy.prohibition(), toy.requirement(RIPE)) == ()
    assert open_in(toy.scope(), toy.requirement(), toy.exception("GIFT", lifts=()), toy.prohibition(WAXED)) == (
        "waxed",
    )
    assert open_in(toy.scope(), toy.requirement(), toy.exception("GIFT", RIPE), toy.exception("SEED")) == ()


def test_a_proviso_matters_only_for_the_exception_that_it_spares() -> None:
    law = (
        toy.scope(),
        toy.requirement(),
        toy.exception("GIFT"),
        toy.exception("SEED", c.not_(c.ALWAYS)),
        toy.restriction(c.ALWAYS, Spared("SEED", ORGANIC), Spared("GIFT", WAXED)),
    )

    assert open_in(*law) == ("waxed",)


def test_a_restriction_and_its_proviso_are_open_each_by_itself() -> None:
    law = (toy.scope(), toy.requirement(), toy.exception("GIFT"), toy.restriction(RIPE, Spared("GIFT", WAXED)))

    assert open_in(*law) == ("ripe", "waxed")
    assert open_in(*law, ripe=True) == ("waxed",)
    assert open_in(*law, waxed=False) == ("ripe",)
    assert open_in(*law, waxed=True) == ()


# --- answers ----------------------------------------------------------------------------------------------------------


def answers_to(fact: Fact, condition: c.Condition, **facts: FactValue) -> list[FactValue]:
    return answers(toy.plan(toy.scope(), toy.requirement(condition)), fact, facts)


def test_yes_and_no_are_the_answers_to_a_yes_or_no_fact() -> None:
    assert answers_to(toy.RIPE, RIPE) == [True, False]


def test_the_choices_are_the_answers_to_a_word() -> None:
    assert answers_to(toy.FRUIT, toy.FRUIT.is_one_of("apple")) == ["apple", "pear", "plum"]


def test_a_word_without_choices_is_answered_by_one_word_of_each_combination_of_lists() -> None:
    tests = c.all_of(
        toy.VARIETY.is_one_of("Boskoop"), c.Among("variety", toy.SWEET), c.Among("variety", toy.STOPS.term)
    )

    assert answers_to(toy.VARIETY, tests) == ["Boskoop", "pear", BEYOND]
    assert words_tested(toy.plan(toy.scope(tests)), "variety") == {"Boskoop", "pear", "plum"}


def test_each_single_choice_and_none_are_the_answers_to_a_set_of_words() -> None:
    assert answers_to(toy.USES, toy.USES.includes("juice")) == [
        frozenset(), frozenset({"eating"}), frozenset({"juice"}), frozenset({"seed"}),
    ]  # fmt: skip


def test_one_place_of_each_combination_of_lists_is_tried() -> None:
    lists = c.all_of(toy.DESTINATION.is_in(toy.ORCHARDS), toy.DESTINATION.is_in(toy.ABROAD))

    assert answers_to(toy.DESTINATION, lists) == ["BR", "FR", BEYOND]


def test_places_of_a_set_that_is_stated_are_tried_too() -> None:
    same = c.all_of(toy.DESTINATION.is_in(toy.ORCHARDS), toy.DESTINATION.is_among(toy.STOPS))

    assert answers_to(toy.DESTINATION, same, stops=frozenset({"PL", "JP", None})) == ["FR", "JP", "PL", BEYOND]
    assert answers_to(toy.DESTINATION, same) == ["FR", BEYOND]


def test_a_place_outside_a_set_is_tried_whatever_the_set_holds() -> None:
    law = (toy.scope(), toy.requirement(c.not_(toy.DESTINATION.is_among(toy.STOPS))))

    assert toy.answer(law, stops=frozenset({"ZZ"})).missing == ("destination",)


def test_a_set_of_places_is_answered_by_none_and_by_each_kind_of_place() -> None:
    assert answers_to(toy.STOPS, toy.STOPS.any_in(toy.ORCHARDS)) == [
        frozenset(),
        frozenset({"FR"}),
        frozenset({BEYOND}),
    ]


def test_a_place_that_is_tested_within_a_quantity_is_tried_too() -> None:
    counted = c.at_least(c.When(toy.DESTINATION.is_in(toy.ORCHARDS), toy.WEIGHT.term), toy.LIMIT)

    assert answers_to(toy.DESTINATION, counted) == ["FR", BEYOND]


def test_a_list_that_is_not_published_tells_no_places_apart() -> None:
    assert answers_to(toy.DESTINATION, toy.DESTINATION.is_in(toy.UNPUBLISHED)) == [BEYOND]


def test_a_number_is_tried_on_both_sides_of_each_threshold_that_it_meets() -> None:
    met = c.all_of(
        toy.WEIGHT.at_least(toy.LIMIT),
        c.at_least(c.sum_of(toy.WEIGHT, toy.EARLIER), toy.HEAVY),
        toy.WEIGHT.at_least(toy.UNPUBLISHED),
        toy.EARLIER.at_least(c.ValueTerm("tiny")),
    )
    plan = toy.plan(toy.scope(), toy.requirement(met), values=[toy.value("tiny", Decimal("0.5"), "kg")])

    assert answers(plan, toy.WEIGHT, {}) == [0, 99, 100, 101, Decimal("499.5"), Decimal("500.5"), Decimal("501.5")]
    assert answers(plan, toy.EARLIER, {})[:3] == [0, Decimal("0.5"), Decimal("1.5")]


def test_rows_are_tried_empty_and_days_and_names_not_at_all() -> None:
    assert answers_to(toy.CRATES, HEAVY_CRATES) == [()]
    assert answers_to(toy.PICKED, toy.PICKED.at_least(toy.SEASON)) == []
    assert answers_to(toy.GROWER, c.ALWAYS) == []


def test_a_fact_without_answers_to_try_is_still_asked_for() -> None:
    assert toy.answer((toy.scope(), toy.requirement(toy.PICKED.at_least(toy.SEASON)))).missing == ("picked",)
