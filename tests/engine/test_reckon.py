"""What each condition and term comes to; compiled and reckoned one by one, it must be the same."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests import toy

from weighbridge.core import condition as c
from weighbridge.core.fact import Kind
from weighbridge.core.truth import Truth
from weighbridge.engine.reckon import Reckoner, shown, shown_number

RIPE, WEIGHT = toy.RIPE.holds, toy.WEIGHT.term
DEFINED = (
    toy.scope(),
    toy.classification("F1", toy.RIPE.holds),
    toy.classification("F2", toy.ORGANIC.holds),
    toy.classification("F3", toy.GIFT.holds),
    toy.definition("heavy fruit", toy.WEIGHT.more_than(toy.LIMIT)),
)
NEVER = c.not_(c.ALWAYS)
NOBODY_KNOWS = toy.WAXED.holds


def truth(condition: c.Condition, facts: Mapping[str, Any]) -> Truth:
    """The truth as reckoned, once it is seen that the compiled one agrees."""
    plan = toy.plan(*DEFINED, toy.requirement(condition))
    reckoned = Reckoner(plan.rulebook, facts).truth(condition)

    assert plan.trace(facts)[plan.places["license"]] is reckoned
    return reckoned


@pytest.mark.parametrize(
    ("condition", "facts", "expected"),
    [
        (c.ALWAYS, {}, True),
        (c.any_of(), {}, False),
        (c.all_of(RIPE, NOBODY_KNOWS), {"ripe": True}, None),
        (c.all_of(RIPE, NOBODY_KNOWS), {"ripe": False}, False),
        (c.any_of(RIPE, NOBODY_KNOWS), {"ripe": True}, True),
        (c.any_of(RIPE, NOBODY_KNOWS), {"ripe": False}, None),
        (c.all_of(RIPE), {"ripe": True}, True),
        (c.not_(RIPE), {"ripe": True}, False),
        (c.not_(RIPE), {"ripe": False}, True),
        (c.not_(RIPE), {}, None),
        (RIPE, {"ripe": True}, True),
        (RIPE, {"ripe": False}, False),
        (RIPE, {}, None),
    ],
)
def test_groups_hold_as_their_parts_do(condition: c.Condition, facts: dict[str, Any], expected: Truth) -> None:
    assert truth(condition, facts) is expected


@pytest.mark.parametrize("weight", [0, 99, Decimal("99.999"), 100, Decimal("100.001"), 101])
def test_quantities_are_compared_exactly(weight: int | Decimal) -> None:
    facts = {"weight": weight}

    assert truth(toy.WEIGHT.at_least(toy.LIMIT), facts) is (weight >= 100)
    assert truth(toy.WEIGHT.more_than(toy.LIMIT), facts) is (weight > 100)
    assert truth(toy.WEIGHT.at_most(toy.LIMIT), facts) is (weight <= 100)
    assert truth(toy.WEIGHT.less_than(toy.LIMIT), facts) is (weight < 100)


@pytest.mark.parametrize(("day", "expected"), [(date(2031, 5, 31), False), (date(2031, 6, 1), True)])
def test_days_are_compared(day: date, expected: bool) -> None:
    assert truth(toy.PICKED.at_least(toy.SEASON), {"picked": day}) is expected


def test_a_comparison_with_something_unknown_is_unknown() -> None:
    assert truth(toy.WEIGHT.at_least(toy.LIMIT), {}) is None
    assert truth(toy.WEIGHT.at_least(toy.UNPUBLISHED), {"weight": 10**9}) is None
    assert truth(toy.WEIGHT.at_least(toy.EARLIER), {"weight": 1}) is None


@pytest.mark.parametrize(
    ("condition", "facts", "expected"),
    [
        (toy.FRUIT.is_one_of("apple", "pear"), {"fruit": "pear"}, True),
        (toy.FRUIT.is_one_of("apple", "pear"), {"fruit": "plum"}, False),
        (toy.FRUIT.is_one_of("apple", "pear"), {}, None),
        (toy.DESTINATION.is_in(toy.ORCHARDS), {"destination": "FR"}, True),
        (toy.DESTINATION.is_in(toy.ORCHARDS), {"destination": "JP"}, False),
        (toy.DESTINATION.is_in(toy.UNPUBLISHED), {"destination": "FR"}, None),
        (toy.DESTINATION.is_among(toy.STOPS), {"destination": "FR", "stops": frozenset({"FR"})}, True),
        (toy.DESTINATION.is_among(toy.STOPS), {"destination": "FR", "stops": frozenset({"FR", None})}, True),
        (toy.DESTINATION.is_among(toy.STOPS), {"destination": "FR", "stops": frozenset({"PL"})}, False),
        (toy.DESTINATION.is_among(toy.STOPS), {"destination": "FR", "stops": frozenset({"PL", None})}, None),
        (toy.DESTINATION.is_among(toy.STOPS), {"destination": "FR"}, None),
        (toy.DESTINATION.is_among(toy.STOPS), {"stops": frozenset({"PL"})}, None),
    ],
)
def test_a_word_or_place_is_sought_in_a_set(condition: c.Condition, facts: dict[str, Any], expected: Truth) -> None:
    assert truth(condition, facts) is expected


@pytest.mark.parametrize(
    ("condition", "facts", "expected"),
    [
        (toy.USES.includes("juice"), {"uses": frozenset({"juice", "seed"})}, True),
        (toy.USES.includes("juice"), {"uses": frozenset({"seed"})}, False),
        (toy.USES.includes("juice"), {"uses": frozenset()}, False),
        (toy.USES.includes("juice"), {}, None),
        (toy.STOPS.any_in(toy.ORCHARDS), {"stops": frozenset({"FR", None})}, True),
        (toy.STOPS.any_in(toy.ORCHARDS), {"stops": frozenset({"JP", None})}, None),
        (toy.STOPS.any_in(toy.UNPUBLISHED), {"stops": frozenset({"JP"})}, None),
    ],
)
def test_sets_overlap_unless_an_unknown_member_could_decide(
    condition: c.Condition, facts: dict[str, Any], expected: Truth
) -> None:
    assert truth(condition, facts) is expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"ripe": True}, True),
        ({"ripe": False, "organic": True}, True),
        ({"ripe": False, "organic": False, "gift": True}, False),
        ({"ripe": False}, None),
        ({"gift": True}, None),
    ],
)
def test_an_item_is_classified_if_some_paragraph_named_holds(facts: dict[str, Any], expected: Truth) -> None:
    assert truth(c.classified_in(toy.LISTED), facts) is expected
    assert truth(c.classified("F1", "F2"), facts) is expected


def test_a_list_of_paragraphs_not_yet_published_decides_nothing() -> None:
    assert truth(c.classified_in(toy.UNPUBLISHED), {"ripe": True}) is None


@pytest.mark.parametrize(("facts", "expected"), [({"weight": 101}, True), ({"weight": 100}, False), ({}, None)])
def test_a_provision_that_is_asked_about_answers_as_its_own_condition(facts: dict[str, Any], expected: Truth) -> None:
    assert truth(c.met("heavy fruit"), facts) is expected


def test_a_reckoner_may_be_told_what_was_found_before() -> None:
    known = Reckoner(toy.rulebook(*DEFINED), {}, known=lambda name: name == "heavy fruit")

    assert known.truth(c.met("heavy fruit")) is True


# --- terms ------------------------------------------------------------------------------------------------------------


def amount(term: c.Term, facts: Mapping[str, Any]) -> Any:
    """The amount as reckoned, once it is seen that the compiled one agrees."""
    found = Reckoner(toy.rulebook(*DEFINED), facts).amount(term)
    above = c.more_than(term, c.ValueTerm("mark"))
    mark = 0 if found is None else found
    plan = toy.plan(*DEFINED, toy.requirement(above), toy.prohibition(c.at_least(term, c.ValueTerm("mark"))),
                    values=[toy.value("mark", mark)])  # fmt: skip
    truths = plan.trace(facts)

    expected = (None, None) if found is None else (False, True)
    assert (truths[plan.places["license"]], truths[plan.places["ban"]]) == expected
    return found


STATED = {"weight": Decimal("2.5"), "earlier": 4, "price": 3, "ripe": True, "organic": False}


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (WEIGHT, Decimal("2.5")),
        (toy.HEAVY, Decimal("500.5")),
        (c.sum_of(toy.WEIGHT, toy.EARLIER, toy.LIMIT), Decimal("106.5")),
        (c.product_of(toy.WEIGHT, toy.EARLIER, toy.PRICE), 30),
        (c.product_of(), 1),
        (c.greatest_of(toy.WEIGHT, toy.PRICE), 3),
        (c.greatest_of(toy.WEIGHT), Decimal("2.5")),
        (c.When(RIPE, WEIGHT), Decimal("2.5")),
        (c.When(toy.ORGANIC.holds, WEIGHT), 0),
        (c.When(c.not_(c.all_of(RIPE, toy.ORGANIC.holds)), WEIGHT), Decimal("2.5")),
        (c.When(toy.ORGANIC.holds, toy.UNPUBLISHED), 0),
    ],
)
def test_terms_add_up(term: c.Term, expected: int | Decimal) -> None:
    assert amount(term, STATED) == expected


@pytest.mark.parametrize(
    "term",
    [
        toy.UNPUBLISHED,
        c.sum_of(toy.WEIGHT, toy.UNPUBLISHED),
        c.product_of(toy.WEIGHT, toy.UNPUBLISHED),
        c.greatest_of(toy.WEIGHT, toy.UNPUBLISHED),
        c.When(RIPE, toy.UNPUBLISHED),
        c.When(NOBODY_KNOWS, WEIGHT),
        c.Total("crates", WEIGHT, c.ALWAYS),
        c.Largest("crates", WEIGHT, c.ALWAYS),
    ],
)
def test_a_term_with_an_unknown_part_is_unknown(term: c.Term) -> None:
    assert amount(term, STATED) is None


CRATES = (
    {"crates.weight": Decimal(10), "crates.bruised": True, "crates.fruit": "apple"},
    {"crates.weight": Decimal(30), "crates.bruised": False, "crates.fruit": "pear"},
    {"crates.weight": Decimal(20), "crates.bruised": True, "crates.fruit": "pear"},
)
BRUISED = toy.CRATE_BRUISED.holds


@pytest.mark.parametrize(
    ("where", "total", "largest"),
    [
        (c.ALWAYS, 60, 30),
        (BRUISED, 30, 20),
        (c.all_of(BRUISED, toy.CRATE_FRUIT.is_one_of("plum")), 0, 0),
        (c.all_of(BRUISED, toy.RIPE.holds), 30, 20),
        (c.all_of(BRUISED, c.met("heavy fruit")), 0, 0),
        (c.all_of(BRUISED, c.classified("F1")), 30, 20),
    ],
)
def test_rows_are_totalled_where_a_condition_holds(where: c.Condition, total: int, largest: int) -> None:
    facts = {**STATED, "crates": CRATES}

    assert amount(c.Total("crates", toy.CRATE_WEIGHT.term, where), facts) == total
    assert amount(c.Largest("crates", toy.CRATE_WEIGHT.term, where), facts) == largest


def test_a_row_may_use_what_is_stated_for_the_whole() -> None:
    priced = c.Total("crates", c.product_of(toy.CRATE_WEIGHT, toy.PRICE), BRUISED)

    assert amount(priced, {"crates": CRATES, "price": 2}) == 60


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"crates.weight": Decimal(5)}, None),
        ({"crates.weight": Decimal(5), "crates.bruised": None}, None),
        ({"crates.bruised": True}, None),
        ({"crates.bruised": False}, 0),
    ],
    ids=["may count", "may count, said so", "counts by an unknown weight", "does not count"],
)
def test_a_row_that_is_partly_unknown_leaves_the_total_unknown_unless_it_does_not_count(
    row: dict[str, Any], expected: int | None
) -> None:
    facts = {"crates": (row,)}

    assert amount(c.Total("crates", toy.CRATE_WEIGHT.term, BRUISED), facts) == expected
    assert amount(c.Largest("crates", toy.CRATE_WEIGHT.term, BRUISED), facts) == expected


def test_no_rows_come_to_nothing() -> None:
    assert amount(c.Total("crates", toy.CRATE_WEIGHT.term, c.ALWAYS), {"crates": ()}) == 0
    assert amount(c.Largest("crates", toy.CRATE_WEIGHT.term, c.ALWAYS), {"crates": ()}) == 0


def test_rows_may_be_totalled_within_rows() -> None:
    """Each bruised crate counts by the weight of all crates; what stands after it sees its own row again."""
    everything = c.Total("crates", toy.CRATE_WEIGHT.term, c.ALWAYS)
    nested = c.Total("crates", c.sum_of(everything, toy.CRATE_WEIGHT), BRUISED)

    assert amount(nested, {"crates": CRATES}) == 60 + 10 + 60 + 20


def test_an_inner_row_comes_before_an_outer_one() -> None:
    pits = toy.fact("pits.weight", Kind.NUMBER, unit="kg")
    facts = (*toy.FACTS, toy.fact("pits", Kind.ROWS, columns=(pits,)))
    inner = c.Total("pits", c.product_of(pits, toy.CRATE_WEIGHT), c.ALWAYS)
    heavy = c.at_least(c.Total("crates", inner, c.ALWAYS), toy.LIMIT)
    plan = toy.plan(toy.scope(), toy.requirement(heavy), facts=facts)
    stated: dict[str, Any] = {"crates": CRATES, "pits": ({"pits.weight": 1}, {"pits.weight": Decimal("0.6")})}

    assert Reckoner(plan.rulebook, stated).amount(heavy.left) == 96  # (10 + 30 + 20) x 1.6
    assert plan.trace(stated)[plan.places["license"]] is False


def test_words_of_a_rule_are_a_set() -> None:
    assert Reckoner(toy.rulebook(*DEFINED), {}).amount(c.Words(("a", "b"))) == frozenset({"a", "b"})


@pytest.mark.parametrize(
    ("term", "expected"),
    [(WEIGHT, Decimal("2.5")), (toy.LIMIT, Decimal(100)), (toy.UNPUBLISHED, None), (toy.SEASON, None)],
)
def test_only_a_number_is_a_quantity(term: c.Term, expected: Decimal | None) -> None:
    found = Reckoner(toy.rulebook(*DEFINED), STATED).quantity(term)

    assert found == expected
    assert found is None or type(found) is Decimal


# --- how a value is shown ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (None, "?"),
        (True, "yes"),
        (False, "no"),
        (4800, "4,800"),
        (Decimal("5.920"), "5.92"),
        (date(2031, 3, 14), "2031-03-14"),
        ("pear", "pear"),
        (frozenset({"PL", "FR", None}), "?, FR, PL"),
        (frozenset(), "-"),
        (CRATES, "3"),
    ],
)
def test_what_was_found_is_shown_alike_in_both_languages(found: object, expected: str) -> None:
    assert shown(found) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0", "0"),
        ("100", "100"),
        ("1E+2", "100"),
        ("790000968", "790,000,968"),
        ("1600.50", "1,600.5"),
        ("0.0000001", "0.0000001"),
        ("-1234.5", "-1,234.5"),
        ("999999999999999", "999,999,999,999,999"),
        ("1000000000000000", "1e15"),
        ("1.20E+26", "1.2e26"),
        ("-3E+15", "-3e15"),
        ("1234567890123456", "1.234567890123456e15"),
        ("123456789012345678901234567890.5", "1.234567890123456789012345678905e29"),
        ("1.23456789012345678901234567890123", "1.23456789012345678901234567890123"),
    ],
)
def test_a_number_is_shown_exactly_with_separators_or_from_ten_to_the_fifteenth_with_an_exponent(
    number: str, expected: str
) -> None:
    assert shown_number(Decimal(number)) == expected
    assert Decimal(expected.replace(",", "")) == Decimal(number)
