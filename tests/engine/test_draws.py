"""What a transaction takes from a limited quantity, and what is left."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests import toy

from weighbridge.core.condition import ALWAYS, Condition, When, met, not_, sum_of
from weighbridge.core.determination import Draw
from weighbridge.core.fact import FactValue
from weighbridge.core.outcome import Outcome, Policy
from weighbridge.core.provision import Allocation
from weighbridge.engine.draws import account

LAW = (toy.scope(), toy.requirement(), toy.exception("GIFT"), toy.allocation("GIFT"))


def draw(**stated: Any) -> Draw:
    (found,) = toy.answer(LAW, **{"grower": "Orchard & Sons", "on": toy.TODAY, **stated}).draws
    return found


@pytest.mark.parametrize(
    ("earlier", "weight", "remaining", "fits"),
    [
        (0, 40, 60, True),
        (60, 40, 0, True),
        (60, Decimal("40.001"), 0, False),
        (500, 1, 0, False),
    ],
)
def test_what_is_left_is_exact_and_never_below_nothing(
    earlier: int, weight: int | Decimal, remaining: int, fits: bool
) -> None:
    found = draw(earlier=earlier, weight=weight)

    assert [found.limit, found.used, found.draws] == [100, earlier, weight]
    assert [found.remaining, found.fits] == [remaining, fits]
    assert found.account == "orchard/Orchard & Sons/2031"


@pytest.mark.parametrize("known", [{"earlier": 0}, {"weight": 40}], ids=["no weight", "no use so far"])
def test_an_unknown_part_leaves_the_rest_unknown(known: dict[str, FactValue]) -> None:
    found = draw(**known)

    assert (found.remaining, found.fits) == (None, None)


def test_a_limit_not_yet_published_leaves_the_rest_unknown() -> None:
    law = (toy.scope(), toy.requirement(), toy.exception("GIFT"), toy.allocation("GIFT", limit=toy.UNPUBLISHED))

    (found,) = toy.answer(law, earlier=0, weight=1).draws

    assert (found.limit, found.remaining, found.fits) == (None, None, None)


def test_a_limit_may_turn_on_another_provision() -> None:
    raised = sum_of(toy.LIMIT, When(met("friend"), toy.LIMIT))
    law = (toy.scope(), toy.requirement(), toy.exception("GIFT"), toy.definition("friend", toy.ORGANIC.holds))

    limits = [
        toy.answer((*law, toy.allocation("GIFT", limit=raised)), earlier=0, weight=1, organic=organic).draws[0].limit
        for organic in (True, False)
    ]

    assert limits == [200, 100]


def test_only_the_way_that_is_taken_draws() -> None:
    no_license = (toy.scope(), toy.requirement(not_(ALWAYS)), toy.exception("GIFT"), toy.allocation("GIFT"))

    assert toy.answer(no_license).outcome is Outcome.NO_LICENSE_REQUIRED
    assert toy.answer(no_license).draws == ()
    assert len(toy.answer(LAW).draws) == 1


def test_a_review_may_draw() -> None:
    reviewed = toy.review(Policy.PRESUMPTION_OF_APPROVAL_WITHIN_ALLOCATION)
    law = (toy.scope(), toy.requirement(), reviewed, toy.allocation(reviewed.id))

    assert len(toy.answer(law).draws) == 1


@pytest.mark.parametrize(("condition", "expected"), [(ALWAYS, 1), (toy.WAXED.holds, 1), (not_(ALWAYS), 0)])
def test_an_allocation_that_may_apply_is_shown(condition: Condition, expected: int) -> None:
    law = (*LAW[:3], toy.allocation("GIFT", condition=condition))

    assert len(toy.answer(law).draws) == expected


@pytest.mark.parametrize(
    ("period", "on", "expected"),
    [
        ("calendar_year", date(2031, 12, 31), "orchard/A/2031"),
        ("calendar_year", None, "orchard/A/?"),
        ("quarter", date(2031, 3, 31), "orchard/A/2031-Q1"),
        ("quarter", date(2031, 4, 1), "orchard/A/2031-Q2"),
        ("quarter", date(2031, 12, 31), "orchard/A/2031-Q4"),
        ("quarter", None, "orchard/A/?"),
        ("2025-2027", date(2031, 3, 14), "orchard/A/2025-2027"),
        ("standing", date(2031, 3, 14), "orchard/A"),
    ],
)
def test_an_account_is_kept_by_holder_and_period(period: str, on: date | None, expected: str) -> None:
    allocation = toy.allocation("GIFT", period=period).effect
    facts: dict[str, FactValue] = {"grower": "A", **({"on": on} if on else {})}

    assert isinstance(allocation, Allocation)
    assert account(allocation, facts) == expected


def test_one_holder_may_have_several_accounts() -> None:
    allocation = toy.allocation("GIFT", within="fruit").effect

    assert isinstance(allocation, Allocation)
    assert account(allocation, {"on": toy.TODAY, "grower": "A", "fruit": "plum"}) == "orchard/A/plum/2031"
    assert account(allocation, {"on": toy.TODAY, "grower": "A"}) == "orchard/A/?/2031"


def test_the_account_of_an_unknown_holder_is_marked() -> None:
    allocation = toy.allocation("GIFT").effect

    assert isinstance(allocation, Allocation)
    assert account(allocation, {"on": toy.TODAY}) == "orchard/?/2031"
