"""Shares of a fleet, in every store: the limits of Supplement No. 10 to part 748, paragraph 6, in small numbers."""

from datetime import date

import pytest
from tests.ledger.making import DAY, YEAR, event, given, over, post, ratio, reserve, setting, tally, used, void

from weighbridge.ledger.limit import Limit, LimitKind, Share, Step
from weighbridge.ledger.movement import Kind, Movement
from weighbridge.ledger.result import LimitUnknown, RatioExceeded, Recorded, Reserved
from weighbridge.ledger.store import Store

JULY = date(2025, 7, 1)


@pytest.fixture
def fleet(store: Store) -> Store:
    """A group that owns 1,000, none of it abroad: up to 25% abroad together, up to 7% in any one country."""
    given(store, setting(tally("owned")), setting(ratio("abroad", 25, "owned")))
    given(store, setting(ratio("IN", 7, "owned")), setting(ratio("BR", 7, "owned")))
    given(store, reserve({"owned": 1_000}, key="first"), post("first"))
    return store


def move(amount: int, place: str, key: str = "", on: date = DAY) -> Movement:
    """Chips the group owns already go to a country abroad."""
    return reserve({"abroad": amount, place: amount}, on, key, expires=YEAR[1])


def buy(amount: int, place: str, key: str = "") -> Movement:
    """New chips go straight to a country abroad."""
    return reserve({"owned": amount, "abroad": amount, place: amount}, key=key)


def test_seven_of_a_hundred_fit_into_one_country_and_no_more(fleet: Store) -> None:
    assert fleet.record(move(71, "IN")) == RatioExceeded("IN", Share(7, 100), 71, 1_000)
    assert isinstance(fleet.record(move(70, "IN")), Reserved)
    assert isinstance(fleet.record(move(70, "BR")), Reserved)


def test_the_ratio_that_allows_least_is_named(fleet: Store) -> None:
    given(fleet, event(Kind.ADJUST, {"abroad": 240}))

    # Abroad 10 more fit, in India 70: of 80 asked abroad allows an eighth, India seven.
    assert fleet.record(move(80, "IN")) == RatioExceeded("abroad", Share(25, 100), 320, 1_000)


def test_what_is_bought_counts_in_the_base_as_well(fleet: Store) -> None:
    # 75 of 1,075 are 6.98%; 76 of 1,076 are 7.06%.
    assert fleet.record(buy(76, "IN")) == RatioExceeded("IN", Share(7, 100), 76, 1_076)
    assert isinstance(fleet.record(buy(75, "IN")), Reserved)


def test_what_is_only_reserved_for_the_base_carries_nothing_else(fleet: Store) -> None:
    given(fleet, reserve({"owned": 1_000}, key="order"))

    assert isinstance(fleet.record(move(71, "IN")), RatioExceeded)
    given(fleet, post("order"))
    assert isinstance(fleet.record(move(71, "IN")), Reserved)


def test_two_purchases_hold_whichever_of_them_is_given_up(fleet: Store) -> None:
    given(fleet, buy(40, "IN", "a"))

    # With both: 75 of 1,075. Were the first given up: 35 of 1,035.
    assert isinstance(fleet.record(buy(36, "IN")), RatioExceeded)
    assert isinstance(fleet.record(buy(35, "IN")), Reserved)
    given(fleet, void("a"))
    assert isinstance(fleet.record(buy(40, "IN")), Reserved)


def test_a_part_that_is_posted_without_its_base_is_refused(fleet: Store) -> None:
    given(fleet, buy(75, "IN", "a"))

    refused = fleet.record(post("a", {"abroad": 75, "IN": 75}))

    assert refused == RatioExceeded("IN", Share(7, 100), 75, 1_000)
    assert isinstance(fleet.record(post("a", {"owned": 70, "abroad": 70, "IN": 70})), Recorded)


def test_moving_home_is_never_refused_and_frees_once_it_is_posted(fleet: Store) -> None:
    given(fleet, move(70, "IN", "out"), post("out"), reserve({"abroad": -70, "IN": -70}, key="home"))

    assert isinstance(fleet.record(move(1, "IN")), RatioExceeded)
    given(fleet, post("home"))
    assert isinstance(fleet.record(move(70, "IN")), Reserved)


def test_moving_from_one_country_to_another_leaves_the_sum(fleet: Store) -> None:
    given(fleet, move(70, "IN", "out"), post("out"))

    assert isinstance(fleet.record(reserve({"IN": -70, "BR": 70}, key="on")), Reserved)
    given(fleet, post("on"))
    assert (used(fleet, "abroad"), used(fleet, "IN"), used(fleet, "BR")) == ((70, 0), (0, 0), (70, 0))


def test_selling_at_home_is_refused_where_it_would_leave_too_much_abroad(fleet: Store) -> None:
    given(fleet, move(70, "IN", "out"), post("out"))

    assert fleet.record(reserve({"owned": -1})) == RatioExceeded("IN", Share(7, 100), 70, 999)


def test_chips_that_fail_at_home_are_entered_and_the_ratios_that_they_break_are_named(fleet: Store) -> None:
    given(fleet, move(70, "IN", "out"), post("out"))

    # 7% of 900 are 63.
    assert over(fleet.record(event(Kind.ATTRITION, {"owned": -100}))) == {"IN": 7}
    assert isinstance(fleet.record(move(1, "IN")), RatioExceeded)
    assert isinstance(fleet.record(move(1, "BR")), Reserved)


def test_a_draw_that_makes_nothing_worse_is_taken_even_above_a_limit(fleet: Store) -> None:
    given(fleet, move(70, "IN", "out"), post("out"), event(Kind.ATTRITION, {"owned": -100}))

    assert isinstance(fleet.record(reserve({"owned": 10})), Reserved)
    assert isinstance(fleet.record(reserve({"IN": -1, "BR": 1})), Reserved)


def test_a_share_that_is_lowered_or_not_published_binds_from_its_day(fleet: Store) -> None:
    steps = (
        Step(YEAR[0], Share(7, 100), "x"),
        Step(JULY, Share(5, 100), "x"),
        Step(date(2026, 1, 1), None, "x"),
    )
    given(fleet, setting(Limit("IN", LimitKind.RATIO, steps, base="owned")), move(40, "IN", "a", JULY))

    assert isinstance(fleet.record(move(11, "IN", on=JULY)), RatioExceeded)
    assert isinstance(fleet.record(move(11, "IN")), RatioExceeded)  # entered late
    assert isinstance(fleet.record(move(10, "IN")), Reserved)
    assert fleet.record(reserve({"abroad": 1, "IN": 1}, date(2026, 1, 1))) == LimitUnknown(("IN",))
    assert fleet.record(reserve({"owned": -1}, date(2026, 1, 1))) == LimitUnknown(("IN",))
    assert isinstance(fleet.record(reserve({"owned": 1}, date(2026, 1, 1))), Reserved)


def test_a_ratio_that_does_not_run_yet_does_not_hold_its_base(fleet: Store) -> None:
    given(fleet, setting(ratio("later", 1, "owned", since=JULY)), event(Kind.ADJUST, {"later": 500}))

    assert isinstance(fleet.record(reserve({"owned": -100})), Reserved)
    assert isinstance(fleet.record(reserve({"owned": -100}, JULY)), RatioExceeded)
