"""Limits that change, and what happened is entered whatever they say, in every store."""

from datetime import date, timedelta

from tests.ledger.making import (
    DAY,
    YEAR,
    event,
    flow,
    given,
    over,
    post,
    ratio,
    reserve,
    setting,
    stock,
    tally,
    used,
)

from weighbridge.ledger.limit import Credit, Limit, LimitKind, Step, Unit
from weighbridge.ledger.movement import Kind
from weighbridge.ledger.result import (
    AccountDiffers,
    AllocationExhausted,
    BalanceDiffers,
    Recorded,
    Reserved,
    Short,
    UnknownAccount,
)
from weighbridge.ledger.store import Store

JULY = date(2025, 7, 1)


def test_a_raised_limit_makes_room(store: Store) -> None:
    given(store, setting(flow("f", 100)), reserve({"f": 100}), setting(flow("f", 130)))

    assert store.record(reserve({"f": 31})) == AllocationExhausted((Short("f", 130, 30, 31),))
    assert isinstance(store.record(reserve({"f": 30})), Reserved)


def test_a_limit_lowered_below_use_says_so_and_refuses_every_draw_until_there_is_room(store: Store) -> None:
    given(store, setting(flow("f", 100, credits={Credit.RETURN})), reserve({"f": 90}, key="a"), post("a"))

    lowered = store.record(setting(flow("f", 50, credits={Credit.RETURN})))

    assert over(lowered) == {"f": 40}
    assert store.record(reserve({"f": 1})) == AllocationExhausted((Short("f", 50, 0, 1),))
    assert over(store.record(event(Kind.RETURN, {"f": -30}))) == {"f": 10}
    assert over(store.record(event(Kind.RETURN, {"f": -20}))) == {}
    assert isinstance(store.record(reserve({"f": 10})), Reserved)


def test_what_was_reserved_before_a_limit_was_lowered_is_posted_only_as_far_as_it_fits(store: Store) -> None:
    given(store, setting(flow("f", 100)), reserve({"f": 30}, key="a"), post("a"))
    given(store, reserve({"f": 40}, key="b"), reserve({"f": 30}, key="c"), setting(flow("f", 60)))

    # 30 are posted, so 30 more fit; another reservation has no right that goes before.
    assert store.record(post("b")) == AllocationExhausted((Short("f", 60, 30, 40),))
    assert isinstance(store.record(post("c")), Recorded)
    assert store.record(post("b", {"f": 1})) == AllocationExhausted((Short("f", 60, 0, 1),))
    assert used(store, "f") == (60, 40)


def test_a_limit_moved_in_time_binds_from_its_new_day(store: Store) -> None:
    given(store, setting(stock("s", (YEAR[0], 100), (JULY, 200))), reserve({"s": 100}))
    given(store, setting(stock("s", (YEAR[0], 100), (JULY + timedelta(days=31), 200))))

    assert isinstance(store.record(reserve({"s": 1}, JULY)), AllocationExhausted)
    assert isinstance(store.record(reserve({"s": 100}, JULY + timedelta(days=31))), Reserved)


def test_a_stock_carries_over_from_quarter_to_quarter(store: Store) -> None:
    given(store, setting(stock("s", (YEAR[0], 100), (JULY, 150))), reserve({"s": 100}, key="a"), post("a"))

    assert store.record(reserve({"s": 51}, JULY)) == AllocationExhausted((Short("s", 150, 50, 51),))
    assert isinstance(store.record(reserve({"s": 50}, JULY)), Reserved)


def test_a_draw_entered_late_must_fit_its_own_day_and_every_day_since_that_the_book_has_seen(store: Store) -> None:
    rising, falling = stock("rising", (YEAR[0], 100), (JULY, 200)), stock("falling", (YEAR[0], 200), (JULY, 100))
    given(store, setting(rising), setting(falling), reserve({"rising": 50, "falling": 50}, JULY))

    for account in ("rising", "falling"):
        assert store.record(reserve({account: 51}, DAY)) == AllocationExhausted((Short(account, 100, 50, 51),))
        assert isinstance(store.record(reserve({account: 50}, DAY)), Reserved)


def test_before_the_book_has_seen_a_later_day_the_limit_of_the_day_alone_counts(store: Store) -> None:
    given(store, setting(stock("falling", (YEAR[0], 200), (JULY, 100))))

    assert isinstance(store.record(reserve({"falling": 200}, DAY)), Reserved)
    assert isinstance(store.record(reserve({"falling": 1}, JULY)), AllocationExhausted)


def test_posting_moves_the_latest_day_as_well(store: Store) -> None:
    given(store, setting(stock("falling", (YEAR[0], 200), (JULY, 100))))
    given(store, reserve({"falling": 50}, DAY, "a", YEAR[1]), post("a", on=JULY))

    assert isinstance(store.record(reserve({"falling": 51}, DAY)), AllocationExhausted)
    assert isinstance(store.record(reserve({"falling": 50}, DAY)), Reserved)


def test_an_adjustment_is_entered_even_above_the_limit_and_says_so(store: Store) -> None:
    given(store, setting(flow("f", 100)))

    assert over(store.record(event(Kind.ADJUST, {"f": 120}))) == {"f": 20}
    assert over(store.record(event(Kind.ADJUST, {"f": -30}))) == {}
    assert isinstance(store.record(reserve({"f": 10})), Reserved)


def test_a_balance_is_an_assertion_that_is_checked(store: Store) -> None:
    given(store, setting(flow("f", 100)), reserve({"f": 60}, key="a"), post("a"), reserve({"f": 5}))

    assert isinstance(store.record(event(Kind.BALANCE, {"f": 60})), Recorded)
    assert store.record(event(Kind.BALANCE, {"f": 65})) == BalanceDiffers("f", 65, 60)


def test_a_change_of_terms_leaves_kind_unit_and_base_as_they_are(store: Store) -> None:
    given(store, setting(flow("f", 100)), setting(tally("t")), setting(ratio("r", 25, "t")), setting(tally("u")))
    in_items = Limit("f", LimitKind.FLOW, (Step(YEAR[0], 1, "x"),), unit=Unit.ITEMS)

    assert store.record(setting(stock("f", (YEAR[0], 1)))) == AccountDiffers("f", "flow in TPP", "stock in TPP")
    assert store.record(setting(in_items)) == AccountDiffers("f", "flow in TPP", "flow in items")
    assert store.record(setting(ratio("r", 25, "u"))) == AccountDiffers("r", "ratio in TPP of t", "ratio in TPP of u")


def test_the_base_of_a_ratio_must_be_there_and_be_counted(store: Store) -> None:
    given(store, setting(flow("f", 100)))

    assert store.record(setting(ratio("r", 25, "t"))) == UnknownAccount(("t",))
    assert store.record(setting(ratio("r", 25, "f"))) == AccountDiffers("f", "flow", "tally")
