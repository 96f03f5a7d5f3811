"""The closed vocabulary: how conditions are written, and what stands inside each."""

from __future__ import annotations

import pytest
from tests import toy

from weighbridge.core import condition as c
from weighbridge.core.text import Text

RIPE, ORGANIC = toy.RIPE.holds, toy.ORGANIC.holds
WEIGHT, EARLIER = toy.WEIGHT.term, toy.EARLIER.term


def test_the_words_of_a_rule_build_the_vocabulary() -> None:
    assert c.value("limit") == c.ValueTerm("limit")
    assert c.sum_of(toy.WEIGHT, toy.LIMIT) == c.Sum((WEIGHT, toy.LIMIT))
    assert c.product_of(toy.WEIGHT, toy.LIMIT) == c.Product((WEIGHT, toy.LIMIT))
    assert c.greatest_of(toy.WEIGHT, toy.EARLIER) == c.Greatest((WEIGHT, EARLIER))
    assert c.all_of(RIPE, ORGANIC) == c.AllOf((RIPE, ORGANIC))
    assert c.any_of(RIPE, ORGANIC) == c.AnyOf((RIPE, ORGANIC))
    assert c.not_(RIPE) == c.Not(RIPE)
    assert c.met("F1") == c.Met("F1")
    assert c.classified("F1", "F2") == c.Classified(c.Words(("F1", "F2")))
    assert c.classified_in(toy.LISTED) == c.Classified(toy.LISTED)


def test_any_two_operands_can_be_compared() -> None:
    both = c.sum_of(toy.WEIGHT, toy.EARLIER)

    assert c.at_least(both, toy.LIMIT) == c.Compare(both, ">=", toy.LIMIT)
    assert c.at_most(both, toy.LIMIT) == c.Compare(both, "<=", toy.LIMIT)
    assert c.more_than(both, toy.WEIGHT) == c.Compare(both, ">", WEIGHT)
    assert c.less_than(both, toy.WEIGHT) == c.Compare(both, "<", WEIGHT)


def test_a_condition_carries_its_citation_and_words_of_its_own() -> None:
    cited = RIPE.cited("Market Rules 1(a)").saying("the fruit is ripe", "水果成熟")

    assert cited.citation == "Market Rules 1(a)"
    assert cited.says == Text("the fruit is ripe", "水果成熟")
    assert (RIPE.citation, RIPE.says) == ("", None)


@pytest.mark.parametrize(
    ("condition", "parts"),
    [
        (c.all_of(RIPE, ORGANIC), (RIPE, ORGANIC)),
        (c.any_of(RIPE), (RIPE,)),
        (c.not_(RIPE), (RIPE,)),
        (RIPE, ()),
        (c.met("F1"), ()),
    ],
)
def test_only_groups_have_parts(condition: c.Condition, parts: tuple[c.Condition, ...]) -> None:
    assert c.parts_of(condition) == parts


@pytest.mark.parametrize(
    ("condition", "terms"),
    [
        (toy.WEIGHT.at_least(toy.LIMIT), (WEIGHT, toy.LIMIT)),
        (toy.DESTINATION.is_in(toy.ORCHARDS), (c.FactTerm("destination"), toy.ORCHARDS)),
        (toy.STOPS.any_in(toy.ORCHARDS), (c.FactTerm("stops"), toy.ORCHARDS)),
        (RIPE, (c.FactTerm("ripe"),)),
        (c.classified_in(toy.LISTED), (toy.LISTED,)),
        (c.met("F1"), ()),
        (c.all_of(RIPE), ()),
    ],
)
def test_a_leaf_names_its_operands(condition: c.Condition, terms: tuple[c.Term, ...]) -> None:
    assert c.terms_of(condition) == terms


@pytest.mark.parametrize(
    ("term", "inside"),
    [
        (c.sum_of(WEIGHT, EARLIER), [WEIGHT, EARLIER]),
        (c.product_of(WEIGHT, EARLIER), [WEIGHT, EARLIER]),
        (c.greatest_of(WEIGHT, EARLIER), [WEIGHT, EARLIER]),
        (c.When(RIPE, WEIGHT), [RIPE, WEIGHT]),
        (c.Total("crates", WEIGHT, RIPE), [c.FactTerm("crates"), WEIGHT, RIPE]),
        (c.Largest("crates", WEIGHT, RIPE), [c.FactTerm("crates"), WEIGHT, RIPE]),
        (WEIGHT, []),
        (toy.LIMIT, []),
        (c.Words(("apple",)), []),
    ],
)
def test_a_term_shows_what_is_in_it(term: c.Term, inside: list[c.Term | c.Condition]) -> None:
    assert list(c.subterms(term)) == inside


def test_a_walk_meets_everything_outermost_first() -> None:
    counted = c.When(RIPE, WEIGHT)
    heavy = c.at_least(counted, toy.LIMIT)
    rule = c.all_of(c.not_(heavy), c.met("F1"))

    assert list(c.walk(rule)) == [
        rule, rule.parts[0], heavy, counted, RIPE, c.FactTerm("ripe"), WEIGHT, toy.LIMIT, c.met("F1"),
    ]  # fmt: skip
