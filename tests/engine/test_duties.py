"""When a duty falls due, and which duties come with an answer."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests import toy

from weighbridge.core.condition import ALWAYS, Condition, not_, value
from weighbridge.core.determination import Determination
from weighbridge.core.outcome import Policy
from weighbridge.core.provision import Due, DueKind
from weighbridge.core.truth import Truth
from weighbridge.core.value import LawValue
from weighbridge.engine.duties import due_on

LEAP_DAY = date(2032, 2, 29)


def due(kind: DueKind, amount: LawValue | None, on: date) -> date | None:
    return due_on(Due(kind, value("amount")), on, {"amount": amount})


@pytest.mark.parametrize(
    ("kind", "amount", "on", "expected"),
    [
        ("days_before", 10, date(2031, 3, 14), date(2031, 3, 4)),
        ("days_before", 30, date(2031, 1, 15), date(2030, 12, 16)),
        ("days_after", 30, date(2031, 12, 15), date(2032, 1, 14)),
        ("days_after", 1, date(2032, 2, 28), LEAP_DAY),
        ("years_kept", 5, date(2031, 3, 14), date(2036, 3, 14)),
        ("years_kept", 5, LEAP_DAY, date(2037, 3, 1)),
        ("years_kept", 4, LEAP_DAY, date(2036, 2, 29)),
        ("by_day", date(2031, 6, 30), date(2031, 3, 14), date(2031, 6, 30)),
    ],
)
def test_a_day_is_reckoned_from_the_transaction(kind: DueKind, amount: LawValue, on: date, expected: date) -> None:
    assert due(kind, amount, on) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2031, 1, 31), date(2031, 2, 1)),
        (date(2031, 2, 1), date(2031, 8, 1)),  # the day itself has begun: the next one counts
        (date(2031, 7, 31), date(2031, 8, 1)),
        (date(2031, 12, 31), date(2032, 2, 1)),
    ],
)
def test_the_next_of_some_days_of_the_year_lies_after_the_transaction(on: date, expected: date) -> None:
    assert due("next_of", frozenset({"02-01", "08-01"}), on) == expected


@pytest.mark.parametrize("kind", ["with_shipment", "before_use", "with_application"])
def test_what_goes_with_the_transaction_is_due_on_its_day(kind: DueKind) -> None:
    assert due_on(Due(kind), toy.TODAY, {}) == toy.TODAY


@pytest.mark.parametrize("kind", ["ongoing", "on_receipt"])
def test_some_duties_have_no_day(kind: DueKind) -> None:
    assert due_on(Due(kind), toy.TODAY, {}) is None


@pytest.mark.parametrize("kind", ["days_before", "days_after", "years_kept", "next_of", "by_day"])
def test_a_term_that_the_law_has_not_published_gives_no_day(kind: DueKind) -> None:
    assert due(kind, None, toy.TODAY) is None


# --- which duties -----------------------------------------------------------------------------------------------------

DUTIES = (
    toy.duty("of everybody", "*", due="with_shipment"),
    toy.duty("of givers", "GIFT"),
    toy.duty("of the known", "KNOWN"),
    toy.duty("of applicants", "LICENSE"),
    toy.duty("of the requirement", "license"),
    toy.duty("of case by case", "review 1 CASE_BY_CASE"),
)


def bring(*duties: str, answer: Determination) -> bool:
    return [o.finding.provision.id for o in answer.obligations] == list(duties)


def market(**stated: Any) -> Determination:
    return toy.answer(
        (
            toy.scope(toy.RIPE.holds),
            toy.requirement(toy.WEIGHT.more_than(toy.LIMIT)),
            toy.exception("GIFT", toy.GIFT.holds),
            toy.authorization("KNOWN", toy.ORGANIC.holds),
            toy.review(Policy.CASE_BY_CASE),
            *DUTIES,
        ),
        **{"ripe": True, "gift": False, "organic": False, **stated},
    )


def test_the_answer_brings_the_duties_of_the_way_it_goes() -> None:
    assert bring(answer=market(weight=101, ripe=False))
    assert bring("of everybody", answer=market(weight=100))
    assert bring("of everybody", "of givers", "of the requirement", answer=market(weight=101, gift=True))
    assert bring("of everybody", "of the known", "of the requirement", answer=market(weight=101, organic=True))
    assert bring(
        "of everybody", "of applicants", "of the requirement", "of case by case", answer=market(weight=101)
    )  # fmt: skip


@pytest.mark.parametrize(("condition", "applies"), [(ALWAYS, [True]), (toy.WAXED.holds, [None]), (not_(ALWAYS), [])])
def test_a_duty_that_may_apply_is_told_as_such(condition: Condition, applies: list[Truth]) -> None:
    answer = toy.answer((toy.scope(), toy.duty("report", "*", condition=condition)))

    assert [o.applies for o in answer.obligations] == applies


def test_a_duty_is_due_by_the_date_of_the_transaction_or_else_by_that_of_the_rulebook() -> None:
    law = (toy.scope(), toy.duty("send", "*", due="with_shipment"))

    assert [o.due for o in toy.answer(law, on=date(2031, 5, 1)).obligations] == [date(2031, 5, 1)]
    assert [o.due for o in toy.answer(law).obligations] == [toy.TODAY]
