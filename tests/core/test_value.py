"""A value is what the law said on a day, as far as it was published by another."""

from __future__ import annotations

from datetime import date

import pytest
from tests.toy import cite

from weighbridge.core.value import Value, ValueVersion

FIRST = ValueVersion(100, date(2030, 1, 1), date(2029, 12, 1), cite("1"))
SECOND = ValueVersion(200, date(2031, 1, 1), date(2030, 10, 1), cite("1, as amended"))
LIMIT = Value("limit", "kg", (FIRST, SECOND))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2029, 12, 31), None),
        (date(2030, 1, 1), FIRST),
        (date(2030, 12, 31), FIRST),
        (date(2031, 1, 1), SECOND),
        (date(2040, 1, 1), SECOND),
    ],
)
def test_each_version_holds_from_its_day_until_the_next(on: date, expected: ValueVersion | None) -> None:
    assert LIMIT.at(on, known_on=date(2040, 1, 1)) is expected


@pytest.mark.parametrize(
    ("known_on", "expected"), [(date(2029, 11, 30), None), (date(2030, 9, 30), FIRST), (date(2030, 10, 1), SECOND)]
)
def test_a_version_counts_from_the_day_it_was_published(known_on: date, expected: ValueVersion | None) -> None:
    assert LIMIT.at(date(2031, 6, 1), known_on) is expected


def test_versions_may_be_written_in_any_order() -> None:
    assert Value("limit", "kg", (SECOND, FIRST)).at(date(2031, 6, 1), date(2031, 6, 1)) is SECOND


def test_a_value_may_be_named_before_its_number_is_published() -> None:
    unpublished = ValueVersion(None, date(2030, 1, 1), date(2029, 12, 1), cite("1"))

    assert Value("limit", "kg", (unpublished,)).at(date(2030, 6, 1), date(2030, 6, 1)) is unpublished
