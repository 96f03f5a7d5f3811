"""The dates in the life of a text."""

from __future__ import annotations

from datetime import date

import pytest
from tests.toy import cite, text

from weighbridge.core.life import Life, Span

PUBLISHED, EFFECTIVE, COMPLIANCE, SUPERSEDED = (date(2030, month, 1) for month in (1, 3, 6, 12))
RULE = Life(published=PUBLISHED, effective=EFFECTIVE, superseded=SUPERSEDED)
LATER = date(2040, 1, 1)


@pytest.mark.parametrize(
    ("on", "binds"),
    [(date(2030, 2, 28), False), (EFFECTIVE, True), (date(2030, 11, 30), True), (SUPERSEDED, False), (LATER, False)],
)
def test_a_text_binds_from_its_effective_day_until_it_is_superseded(on: date, binds: bool) -> None:
    assert RULE.in_force(on, known_on=LATER) is binds


@pytest.mark.parametrize(("known_on", "binds"), [(date(2029, 12, 31), False), (PUBLISHED, True)])
def test_a_text_counts_from_the_day_it_was_published(known_on: date, binds: bool) -> None:
    assert RULE.in_force(date(2030, 4, 1), known_on) is binds


def test_a_compliance_day_later_than_the_effective_one_decides() -> None:
    life = Life(effective=EFFECTIVE, compliance=COMPLIANCE)

    assert life.binds_from == COMPLIANCE
    assert not life.in_force(date(2030, 5, 31), LATER)
    assert life.in_force(COMPLIANCE, LATER)


def test_a_text_without_dates_stood_before_all_others_and_still_does() -> None:
    assert Life().binds_from == date.min
    assert Life().in_force(date(1900, 1, 1), date(1900, 1, 1))
    assert not Life().superseded_by(LATER)


def test_a_span_covers_its_first_day_and_not_its_last() -> None:
    span = Span(EFFECTIVE, COMPLIANCE, text("all of it"), cite("notice"))

    assert [span.covers(day) for day in (date(2030, 2, 28), EFFECTIVE, date(2030, 5, 31), COMPLIANCE)] == [
        False, True, True, False,
    ]  # fmt: skip


def test_a_span_without_an_end_goes_on() -> None:
    assert Span(EFFECTIVE, None, text("all of it"), cite("notice")).covers(LATER)


@pytest.mark.parametrize(
    "life",
    [
        Life(),
        RULE,
        Life(effective=EFFECTIVE, compliance=EFFECTIVE),
        Life(effective=EFFECTIVE, compliance=COMPLIANCE, superseded=SUPERSEDED),
        Life(published=SUPERSEDED, effective=EFFECTIVE),  # a rule may take effect on filing, before it is printed
    ],
)
def test_dates_in_order_are_no_disorder(life: Life) -> None:
    assert life.disorder() == ""


@pytest.mark.parametrize(
    ("life", "disorder"),
    [
        (Life(effective=COMPLIANCE, compliance=EFFECTIVE), "compliance 2030-03-01 is before effective 2030-06-01."),
        (Life(effective=EFFECTIVE, superseded=PUBLISHED), "superseded 2030-01-01 is before effective 2030-03-01."),
        (Life(compliance=SUPERSEDED, superseded=EFFECTIVE), "superseded 2030-03-01 is before compliance 2030-12-01."),
    ],
)
def test_a_date_before_the_one_it_must_follow_is_named(life: Life, disorder: str) -> None:
    assert life.disorder() == disorder
