"""Each kind of condition is read out in both languages."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests import toy

from weighbridge.core import condition as c
from weighbridge.core.text import Text
from weighbridge.engine.sentence import figure, members, sentence, spoken

LAW = toy.rulebook(
    toy.scope(),
    toy.classification("F1"),
    values=[
        toy.value("share", Decimal("0.10"), "share"),
        toy.value("count", 3),
        toy.value("nobody", frozenset()),
        toy.value("far", frozenset({"BR", "JP"}), label=toy.text("the far places")),
        toy.value("many", frozenset(f"A{i}" for i in range(12))),
    ],
)
RIPE, WEIGHT = toy.RIPE.holds, toy.WEIGHT.term


@pytest.mark.parametrize(
    ("condition", "en", "zh"),
    [
        (toy.WEIGHT.at_least(toy.LIMIT), "the weight is at least 100 kg", "「the weight」至少為 100 kg"),
        (toy.WEIGHT.more_than(toy.HEAVY), "the weight is more than 500.5 kg", "「the weight」大於 500.5 kg"),
        (toy.WEIGHT.at_most(toy.LIMIT), "the weight is at most 100 kg", "「the weight」至多為 100 kg"),
        (
            toy.WEIGHT.less_than(toy.EARLIER),
            "the weight is less than the earlier",
            "「the weight」小於 「the earlier」",
        ),
        (
            toy.PICKED.at_least(toy.SEASON),
            "the picked is on or after 2031-06-01",
            "「the picked」在 2031-06-01 當日或之後",
        ),
        (toy.PICKED.more_than(toy.SEASON), "the picked is after 2031-06-01", "「the picked」在 2031-06-01 之後"),
        (
            toy.PICKED.at_most(toy.SEASON),
            "the picked is on or before 2031-06-01",
            "「the picked」在 2031-06-01 當日或之前",
        ),
        (toy.PICKED.less_than(toy.ON), "the picked is before the on", "「the picked」在 「the on」 之前"),
        (
            toy.FRUIT.is_one_of("apple", "pear"),
            "the fruit is one of: apple, pear",
            "「the fruit」為下列之一：「apple」、「pear」",
        ),
        (toy.VARIETY.is_one_of("Boskoop"), "the variety is one of: Boskoop", "「the variety」為下列之一：Boskoop"),
        (
            toy.DESTINATION.is_in(toy.ORCHARDS),
            "the destination is one of: FR, PL",
            "「the destination」為下列之一：FR、PL",
        ),
        (
            toy.DESTINATION.is_in(c.value("far")),
            "the destination is in the far places",
            "「the destination」屬於「the far places」",
        ),
        (
            toy.DESTINATION.is_among(toy.STOPS),
            "the destination is one of: the stops",
            "「the destination」為下列之一：「the stops」",
        ),
        (toy.USES.includes("juice"), "the uses includes one of: juice", "「the uses」包含下列之一：「juice」"),
        (toy.STOPS.any_in(toy.ORCHARDS), "the stops includes one of: FR, PL", "「the stops」包含下列之一：FR、PL"),
        (RIPE, "the ripe", "「the ripe」"),
        (c.classified("F1", "F2"), "the item is classified in one of: F1, F2", "物項歸類於下列之一：F1、F2"),
        (c.classified_in(toy.LISTED), "the item is classified in one of: F1, F2", "物項歸類於下列之一：F1、F2"),
        (c.met("F1"), "title of F1", "「title of F1」"),
        (c.not_(RIPE), "not: the ripe", "非：「the ripe」"),
        (c.all_of(RIPE, RIPE), "all of these hold", "下列各項皆成立"),
        (c.any_of(RIPE, RIPE), "at least one of these holds", "下列至少一項成立"),
        (c.ALWAYS, "always", "一律適用"),
        (RIPE.saying("it is ripe", "成熟"), "it is ripe", "成熟"),
    ],
)
def test_a_condition_is_read_out_in_both_languages(condition: c.Condition, en: str, zh: str) -> None:
    assert sentence(condition, LAW) == Text(en, zh)


@pytest.mark.parametrize(
    ("term", "en", "zh"),
    [
        (c.sum_of(toy.WEIGHT, toy.LIMIT), "the weight plus 100 kg", "「the weight」 加 100 kg"),
        (c.product_of(toy.WEIGHT, toy.PRICE), "the weight times the price", "「the weight」 乘以 「the price」"),
        (
            c.greatest_of(toy.WEIGHT, toy.LIMIT),
            "the greater of the weight and 100 kg",
            "「the weight」 與 100 kg 之較大者",
        ),
        (c.When(RIPE, WEIGHT), "the weight", "「the weight」"),
        (
            c.Total("crates", toy.CRATE_WEIGHT.term, c.ALWAYS),
            "the total of the crates.weight over the crates",
            "「the crates」中「the crates.weight」之合計",
        ),
        (
            c.Largest("crates", toy.CRATE_WEIGHT.term, c.ALWAYS),
            "the largest of the crates.weight over the crates",
            "「the crates」中「the crates.weight」之最大者",
        ),
        (c.Words(("a", "b")), "a, b", "a, b"),
        (toy.UNPUBLISHED, "a number not yet published", "尚未公布之數值"),
    ],
)
def test_a_term_is_read_out_in_both_languages(term: c.Term, en: str, zh: str) -> None:
    assert spoken(term, LAW) == Text(en, zh)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("limit", "100 kg"), ("share", "0.1"), ("count", "3"), ("season", "2031-06-01"), ("orchards", "FR, PL")],
)
def test_a_figure_of_the_law_is_read_with_its_unit(name: str, expected: str) -> None:
    assert figure(name, LAW).en == expected


def test_a_set_is_read_out_unless_it_is_long_unpublished_or_has_a_name() -> None:
    assert members(toy.ABROAD, LAW) == Text("the 9 listed in Market Rules values", "Market Rules values 所列之 9 項")
    assert members(c.value("many"), LAW).en == "the 12 listed in Market Rules values"
    assert members(toy.UNPUBLISHED, LAW) == Text("a number not yet published", "尚未公布之數值")
    assert members(c.value("nobody"), LAW).en == "-"
    assert members(c.value("far"), LAW).en == "the far places"
    assert members(c.Words(("apple",)), LAW).zh == "apple"
    assert members(c.Words(("apple", "unlisted")), LAW, "fruit").zh == "「apple」、unlisted"


def test_a_condition_on_a_column_is_read_out() -> None:
    assert sentence(toy.CRATE_FRUIT.is_one_of("plum"), LAW).en == "the crates.fruit is one of: plum"
