"""What somebody states is read exactly, or refused with what would be accepted."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from tests import toy

from weighbridge.core.fact import Fact
from weighbridge.core.stated import Misstated, read_stated


@pytest.mark.parametrize(
    ("fact", "written", "read"),
    [
        (toy.RIPE, True, True),
        (toy.RIPE, "Yes", True),
        (toy.RIPE, "true", True),
        (toy.RIPE, "no", False),
        (toy.RIPE, "FALSE", False),
        (toy.WEIGHT, 0, Decimal(0)),
        (toy.WEIGHT, "1_000", Decimal(1000)),
        (toy.WEIGHT, "790,000,000", Decimal("790000000")),
        (toy.WEIGHT, "5.92", Decimal("5.92")),
        (toy.WEIGHT, "1.2e26", Decimal("1.2e26")),
        (toy.WEIGHT, Decimal("0.1"), Decimal("0.1")),
        (toy.PICKED, "2031-03-14", date(2031, 3, 14)),
        (toy.PICKED, date(2031, 3, 14), date(2031, 3, 14)),
        (toy.FRUIT, "pear", "pear"),
        (toy.VARIETY, "Boskoop", "Boskoop"),
        (toy.DESTINATION, "FR", "FR"),
        (toy.GROWER, "Orchard & Sons", "Orchard & Sons"),
        (toy.USES, ["juice", "seed", "juice"], frozenset({"juice", "seed"})),
        (toy.USES, [], frozenset()),
        (toy.STOPS, ("FR", "unknown"), frozenset({"FR", None})),
        (toy.STOPS, {"FR", None}, frozenset({"FR", None})),
        (toy.CRATES, [], ()),
        (
            toy.CRATES,
            [{"weight": "2.5", "bruised": "no"}, {"weight": "unknown"}],
            ({"crates.weight": Decimal("2.5"), "crates.bruised": False}, {"crates.weight": None}),
        ),
    ],
)
def test_each_kind_of_fact_is_read_as_it_may_be_written(fact: Fact, written: Any, read: object) -> None:
    assert read_stated(fact, written) == read


@pytest.mark.parametrize("fact", toy.FACTS, ids=lambda fact: fact.name)
def test_any_fact_may_be_left_unknown(fact: Fact) -> None:
    assert read_stated(fact, None) is None
    assert read_stated(fact, "unknown") is None


NUMBER_OF_KG = "a number of kg, zero or more"
ROWS = "a row with weight, bruised, fruit"


@pytest.mark.parametrize(
    ("fact", "written", "accepted"),
    [
        (toy.RIPE, 1, "true or false"),
        (toy.RIPE, "perhaps", "true or false"),
        (toy.WEIGHT, True, NUMBER_OF_KG),
        (toy.WEIGHT, 1.5, NUMBER_OF_KG),
        (toy.WEIGHT, "heavy", NUMBER_OF_KG),
        (toy.WEIGHT, "", NUMBER_OF_KG),
        (toy.WEIGHT, -1, NUMBER_OF_KG),
        (toy.WEIGHT, "-0.1", NUMBER_OF_KG),
        (toy.WEIGHT, "Infinity", NUMBER_OF_KG),
        (toy.WEIGHT, "NaN", NUMBER_OF_KG),
        (toy.WEIGHT, [5], NUMBER_OF_KG),
        (toy.fact("count", toy.WEIGHT.kind), "many", "a number, zero or more"),
        (toy.PICKED, "14 March 2031", "a date as YYYY-MM-DD"),
        (toy.PICKED, 2031, "a date as YYYY-MM-DD"),
        (toy.PICKED, datetime(2031, 3, 14, 12, 0), "a date as YYYY-MM-DD"),
        (toy.FRUIT, "banana", "apple, pear, plum"),
        (toy.FRUIT, 7, "a word"),
        (toy.DESTINATION, ["FR"], "a word"),
        (toy.USES, "juice", "a list"),
        (toy.USES, ["fuel"], "eating, juice, seed"),
        (toy.CRATES, {"weight": 1}, "a list of rows"),
        (toy.CRATES, ["big"], ROWS),
        (toy.CRATES, [{"colour": "red"}], ROWS),
    ],
)
def test_what_does_not_fit_is_refused_with_what_would(fact: Fact, written: Any, accepted: str) -> None:
    with pytest.raises(Misstated) as refused:
        read_stated(fact, written)

    assert refused.value.accepted == accepted
    assert refused.value.fact is fact
    assert str(refused.value) == f"{fact.name}: found {refused.value.found!r}; accepted: {accepted}."


def test_a_mistake_in_a_row_names_the_column() -> None:
    with pytest.raises(Misstated, match=r"^crates.weight: found 'much'; accepted: a number of kg"):
        read_stated(toy.CRATES, [{"weight": "much"}])
