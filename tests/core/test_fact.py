"""A fact starts the sentence of a condition."""

from __future__ import annotations

from tests import toy

from weighbridge.core.condition import Among, Compare, FactTerm, Holds, Overlaps, Words


def test_a_quantity_is_compared_with_a_value_of_the_law() -> None:
    weight = FactTerm("weight")

    assert toy.WEIGHT.at_least(toy.LIMIT) == Compare(weight, ">=", toy.LIMIT)
    assert toy.WEIGHT.more_than(toy.LIMIT) == Compare(weight, ">", toy.LIMIT)
    assert toy.WEIGHT.at_most(toy.LIMIT) == Compare(weight, "<=", toy.LIMIT)
    assert toy.WEIGHT.less_than(toy.LIMIT) == Compare(weight, "<", toy.LIMIT)


def test_a_quantity_is_compared_with_another_fact() -> None:
    assert toy.WEIGHT.at_least(toy.EARLIER) == Compare(FactTerm("weight"), ">=", FactTerm("earlier"))


def test_a_place_is_sought_in_a_set_of_the_law_or_in_one_that_is_stated() -> None:
    assert toy.DESTINATION.is_in(toy.ORCHARDS) == Among("destination", toy.ORCHARDS)
    assert toy.DESTINATION.is_among(toy.STOPS) == Among("destination", FactTerm("stops"))


def test_a_word_is_one_of_the_words_of_the_rule() -> None:
    assert toy.FRUIT.is_one_of("apple", "pear") == Among("fruit", Words(("apple", "pear")))


def test_a_set_overlaps_one_of_the_law_or_words_of_the_rule() -> None:
    assert toy.STOPS.any_in(toy.ORCHARDS) == Overlaps("stops", toy.ORCHARDS)
    assert toy.USES.includes("juice") == Overlaps("uses", Words(("juice",)))


def test_a_yes_or_no_fact_holds() -> None:
    assert toy.RIPE.holds == Holds("ripe")
