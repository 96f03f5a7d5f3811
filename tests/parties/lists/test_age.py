"""How old a list is: both sides of each day that matters."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from weighbridge.core.errors import Unavailable
from weighbridge.core.text import Text
from weighbridge.parties.lists.age import Age, StaleLists, require_fresh
from weighbridge.parties.lists.faults import RowFault
from weighbridge.parties.lists.version import ListVersion, Origin

FETCHED = date(2026, 7, 31)
VERSION = ListVersion(
    "consolidated", 3, "a" * 64, 9, "f/1", Origin("x", FETCHED), FETCHED, FETCHED, {"EL": 3_420, "SDN": 2}
)


def aged(days: int, **options: int) -> Age:
    return Age(VERSION, FETCHED + timedelta(days=days), **options)


@pytest.mark.parametrize(("days", "stale"), [(-2, True), (-1, False), (0, False), (7, False), (8, True)])
def test_a_week_is_allowed_and_a_list_from_the_future_is_not(days: int, stale: bool) -> None:
    assert aged(days).days == days
    assert aged(days).stale is stale
    assert (aged(days).warning is not None) is stale


def test_the_allowed_age_can_be_set() -> None:
    assert not aged(30, allowed_days=30).stale
    assert aged(1, allowed_days=0).stale


def test_every_answer_can_say_on_which_list_it_rests() -> None:
    [rests_on] = aged(2).says()
    assert (
        rests_on.en == "Screened against consolidated, version 3 of 2026-07-31 (SHA-256 aaaaaaaaaaaa…, 3,422 entries)."
    )
    assert "第 3 版" in rests_on.zh


def test_age_and_rows_that_were_left_out_are_said_too() -> None:
    left_out = ListVersion(**{**{name: getattr(VERSION, name) for name in VERSION.__slots__}, "faulty": 2})
    says = [text.en for text in Age(left_out, FETCHED + timedelta(days=9)).says()]
    assert "9 days old; 7 are allowed" in says[1]
    assert "2 rows of the list consolidated could not be read" in says[2]
    assert RowFault(1_234, Text("Bad.", "壞。")).sentence() == Text("Line 1,234: Bad.", "第 1,234 行：壞。")


def test_a_clock_that_is_behind_is_said() -> None:
    warning = aged(-5).warning
    assert warning is not None
    assert "Check the clock" in warning.en


def test_where_fresh_lists_are_required_every_stale_one_is_named() -> None:
    require_fresh([aged(7)])
    with pytest.raises(StaleLists, match=r"(?s)8 days old.*\n.*9 days old") as told:
        require_fresh([aged(8), aged(1), aged(9)])
    assert isinstance(told.value, Unavailable)
    assert len(told.value.ages) == 2
