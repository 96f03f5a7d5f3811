"""Reserving and settling, in every store."""

from datetime import date, timedelta

from tests.ledger.making import (
    DAY,
    YEAR,
    event,
    expire,
    flow,
    given,
    post,
    ratio,
    reserve,
    setting,
    stock,
    tally,
    used,
    void,
)

from weighbridge.ledger.limit import Credit, Shortage
from weighbridge.ledger.movement import Kind
from weighbridge.ledger.result import (
    AllocationExhausted,
    AlreadyRecorded,
    AlreadyReserved,
    AwaitsSharing,
    BelowZero,
    Expired,
    KeyReused,
    LimitUnknown,
    MoreThanReserved,
    NotCredited,
    NotExpired,
    OutOfRange,
    OutsidePeriod,
    Period,
    Recorded,
    ReservationClosed,
    Reserved,
    Short,
    UnknownAccount,
    UnknownReservation,
)
from weighbridge.ledger.store import Store


def test_a_limit_can_be_used_up_exactly_and_not_by_one_more(store: Store) -> None:
    given(store, setting(flow("f", 100)), reserve({"f": 60}))

    assert store.record(reserve({"f": 41})) == AllocationExhausted((Short("f", 100, 40, 41),))
    assert isinstance(store.record(reserve({"f": 40})), Reserved)
    assert store.record(reserve({"f": 1})) == AllocationExhausted((Short("f", 100, 0, 1),))


def test_several_limits_are_taken_all_or_none_and_every_short_one_is_named(store: Store) -> None:
    given(store, setting(flow("f", 100)), setting(flow("g", 50)), setting(flow("h", 5)))

    result = store.record(reserve({"f": 60, "g": 60, "h": 6}))

    assert result == AllocationExhausted((Short("g", 50, 50, 60), Short("h", 5, 5, 6)))
    assert used(store, "f") == (0, 0)


def test_the_same_key_takes_once_and_gives_the_same_entry(store: Store) -> None:
    given(store, setting(flow("f", 100)))
    asked = reserve({"f": 60}, key="D-1")

    first, again = store.record(asked), store.record(asked)

    assert isinstance(first, Reserved)
    assert again == AlreadyReserved(first.entry)
    assert used(store, "f") == (0, 60)


def test_a_key_that_belongs_to_another_movement_is_told_apart(store: Store) -> None:
    given(store, setting(flow("f", 100)), reserve({"f": 60}, key="D-1"))
    entry = store.entry("D-1")

    result = store.record(reserve({"f": 61}, key="D-1"))

    assert isinstance(result, KeyReused)
    assert result.entry == entry


def test_a_settled_reservation_is_still_answered_with_its_entry(store: Store) -> None:
    asked, settled = reserve({"f": 60}, key="D-1"), void("D-1", key="V-1")
    given(store, setting(flow("f", 100)), asked, settled)

    assert isinstance(store.record(asked), AlreadyReserved)
    assert isinstance(store.record(settled), AlreadyRecorded)
    assert used(store, "f") == (0, 0)


def test_a_refused_movement_leaves_no_trace_and_may_be_tried_again_under_its_key(store: Store) -> None:
    given(store, setting(flow("f", 100)), reserve({"f": 60}, key="D-1"))
    asked, head = reserve({"f": 50}, key="D-2"), store.head()

    refused = store.record(asked)
    unchanged = store.head()
    given(store, void("D-1"))

    assert isinstance(refused, AllocationExhausted)
    assert unchanged == head
    assert isinstance(store.record(asked), Reserved)


def test_an_account_without_a_limit_is_unknown_and_never_free(store: Store) -> None:
    given(store, setting(flow("f", 100)))

    assert store.record(reserve({"f": 1, "nowhere": 1})) == UnknownAccount(("nowhere",))
    assert store.record(event(Kind.BALANCE, {"nowhere": 0})) == UnknownAccount(("nowhere",))
    assert store.record(event(Kind.RETURN, {"nowhere": -1})) == UnknownAccount(("nowhere",))


def test_outside_its_period_nothing_is_drawn(store: Store) -> None:
    given(store, setting(flow("f", 100)), reserve({"f": 1}, YEAR[0]), reserve({"f": 1}, YEAR[1]))

    for day in (YEAR[0] - timedelta(days=1), YEAR[1] + timedelta(days=1)):
        assert store.record(reserve({"f": 1}, day)) == OutsidePeriod(day, (Period("f", *YEAR),))


def test_a_limit_that_is_not_published_is_never_permission(store: Store) -> None:
    given(store, setting(stock("s", (date(2025, 1, 1), 100), (date(2028, 1, 1), None))))

    assert isinstance(store.record(reserve({"s": 1}, date(2027, 12, 31))), Reserved)
    assert store.record(reserve({"s": 1}, date(2028, 1, 1))) == LimitUnknown(("s",))


def test_posting_in_part_restores_the_rest(store: Store) -> None:
    given(store, setting(flow("f", 100)), reserve({"f": 60}, key="D-1"))

    result = store.record(post("D-1", {"f": 25}))

    assert isinstance(result, Recorded)
    assert used(store, "f") == (25, 0)
    assert isinstance(store.record(reserve({"f": 75})), Reserved)


def test_posting_without_saying_how_much_posts_the_whole(store: Store) -> None:
    given(store, setting(flow("f", 100)), setting(flow("g", 100)), reserve({"f": 60, "g": 6}, key="D-1"), post("D-1"))

    assert (used(store, "f"), used(store, "g")) == ((60, 0), (6, 0))


def test_a_leg_that_is_not_posted_is_restored(store: Store) -> None:
    given(store, setting(flow("f", 100)), setting(flow("g", 100)))
    given(store, reserve({"f": 60, "g": 6}, key="D-1"), post("D-1", {"g": 6}))

    assert (used(store, "f"), used(store, "g")) == ((0, 0), (6, 0))


def test_no_more_is_posted_than_was_reserved_and_nothing_beside_it(store: Store) -> None:
    given(store, setting(flow("f", 100)), setting(flow("g", 100)), reserve({"f": 60}, key="D-1"))

    assert store.record(post("D-1", {"f": 61})) == MoreThanReserved("f", 60)
    assert store.record(post("D-1", {"f": -1})) == NotCredited(("f",))
    assert store.record(post("D-1", {"g": 1})) == UnknownAccount(("g",))
    assert used(store, "f") == (0, 60)


def test_a_reservation_is_settled_once(store: Store) -> None:
    given(store, setting(flow("f", 100)), reserve({"f": 1}, key="a"), reserve({"f": 1}, key="b"), post("a"), void("b"))

    for closed, kind in (("a", Kind.POST), ("b", Kind.VOID)):
        for again in (post(closed), void(closed), expire(closed, YEAR[1])):
            assert store.record(again) == ReservationClosed(closed, kind)
    assert store.record(post("c")) == UnknownReservation("c")
    assert used(store, "f") == (1, 0)


def test_after_its_last_day_a_reservation_can_only_expire_or_be_voided(store: Store) -> None:
    last = DAY + timedelta(days=30)
    after = last + timedelta(days=1)
    given(store, setting(flow("f", 100)))
    given(store, *(reserve({"f": 10}, key=key, expires=last) for key in "abc"))

    assert isinstance(store.record(post("a", on=last)), Recorded)
    assert store.record(post("b", on=after)) == Expired("b", last)
    assert store.record(expire("b", last)) == NotExpired("b", last)
    assert used(store, "f") == (10, 20)  # until somebody enters that it expired
    assert isinstance(store.record(expire("b", after)), Recorded)
    assert isinstance(store.record(void("c", after)), Recorded)
    assert used(store, "f") == (10, 0)


def test_nothing_is_posted_before_the_day_of_its_reservation(store: Store) -> None:
    given(store, setting(flow("f", 100)), reserve({"f": 10}, key="a"))
    before = DAY - timedelta(days=1)

    assert store.record(post("a", on=before)) == OutsidePeriod(before, (Period("a", DAY, DAY),))


def test_what_is_posted_must_fall_into_the_period_of_its_account(store: Store) -> None:
    january = YEAR[1] + timedelta(days=5)
    given(store, setting(flow("f", 100)), reserve({"f": 10}, YEAR[1], "a", january))

    assert store.record(post("a", on=january)) == OutsidePeriod(january, (Period("f", *YEAR),))


def test_what_is_posted_must_fall_where_the_limit_is_published(store: Store) -> None:
    given(store, setting(stock("s", (date(2025, 1, 1), 100), (date(2025, 7, 1), None))))
    given(store, reserve({"s": 10}, DAY, "a", YEAR[1]))

    assert store.record(post("a", on=date(2025, 7, 1))) == LimitUnknown(("s",))


def test_only_what_the_terms_name_gives_back(store: Store) -> None:
    given(store, setting(flow("f", 100)), setting(stock("s", (YEAR[0], 100))))
    given(store, reserve({"f": 10, "s": 10}, key="a"), post("a"))

    assert store.record(event(Kind.ATTRITION, {"f": -1, "s": -1})) == NotCredited(("f",))
    assert store.record(event(Kind.RETURN, {"s": -1})) == NotCredited(("s",))
    assert isinstance(store.record(event(Kind.ATTRITION, {"s": -4})), Recorded)
    assert (used(store, "f"), used(store, "s")) == ((10, 0), (6, 0))


def test_a_license_whose_terms_take_returns_can_be_drawn_on_again(store: Store) -> None:
    given(store, setting(flow("license/D1/items", 10, credits={Credit.RETURN})))
    given(store, reserve({"license/D1/items": 10}, key="a"), post("a"))
    given(store, event(Kind.RETURN, {"license/D1/items": -3}))

    assert isinstance(store.record(reserve({"license/D1/items": 3})), Reserved)


def test_no_more_comes_off_than_was_posted(store: Store) -> None:
    given(store, setting(stock("s", (YEAR[0], 100))), reserve({"s": 10}, key="a"), post("a"), reserve({"s": 5}))

    assert store.record(event(Kind.ATTRITION, {"s": -11})) == BelowZero("s", 10)
    assert store.record(event(Kind.ADJUST, {"s": -11})) == BelowZero("s", 10)
    assert store.record(reserve({"s": -11})) == BelowZero("s", 10)


def test_what_is_to_leave_counts_until_it_has_left_and_leaves_once(store: Store) -> None:
    given(store, setting(stock("s", (YEAR[0], 100))), reserve({"s": 100}, key="a"), post("a"))
    given(store, reserve({"s": -60}, key="relocation"))

    assert isinstance(store.record(reserve({"s": 1})), AllocationExhausted)
    assert store.record(event(Kind.ATTRITION, {"s": -41})) == BelowZero("s", 40)
    given(store, post("relocation", {"s": -50}))
    assert used(store, "s") == (50, 0)
    assert isinstance(store.record(reserve({"s": 50})), Reserved)


def test_a_relocation_needs_an_account_that_takes_back(store: Store) -> None:
    given(store, setting(flow("f", 100)), reserve({"f": 10}, key="a"), post("a"))

    assert store.record(reserve({"f": -5})) == NotCredited(("f",))


def test_a_relocation_cannot_be_posted_once_the_terms_give_nothing_back(store: Store) -> None:
    given(
        store, setting(stock("s", (YEAR[0], 100))), reserve({"s": 10}, key="a"), post("a"), reserve({"s": -5}, key="b")
    )
    given(store, setting(stock("s", (YEAR[0], 100), credited=False)))

    assert store.record(post("b")) == NotCredited(("s",))
    assert isinstance(store.record(void("b")), Recorded)


def test_a_shared_account_takes_a_draw_only_out_of_a_sharing(store: Store) -> None:
    given(store, setting(flow("f", 100, shortage=Shortage.SAME_DAY)))

    assert store.record(reserve({"f": 10})) == AwaitsSharing(("f",))
    assert isinstance(store.record(reserve({"f": 10}, shared=True)), Reserved)


def test_a_balance_too_large_to_count_is_refused_and_not_wrapped(store: Store) -> None:
    most = 10**15
    given(store, setting(tally("t")), reserve({"t": most}, key="a"), post("a"))

    assert store.record(reserve({"t": 1})) == OutOfRange("t", most)
    assert store.record(event(Kind.ADJUST, {"t": 1})) == OutOfRange("t", most)


def test_the_first_refusal_in_the_documented_order_is_given(store: Store) -> None:
    given(store, setting(flow("f", 1)), setting(stock("s", (YEAR[0], None))), setting(tally("t")))
    given(store, setting(ratio("r", 25, "t")))

    assert isinstance(store.record(reserve({"f": 2, "s": 1, "r": 1, "?x": 1}, date(2030, 1, 1))), UnknownAccount)
    assert isinstance(store.record(reserve({"f": 2, "s": 1, "r": 1}, date(2030, 1, 1))), OutsidePeriod)
    assert isinstance(store.record(reserve({"f": 2, "s": 1, "r": 1})), LimitUnknown)
    assert isinstance(store.record(reserve({"f": 2, "r": 1})), AllocationExhausted)
