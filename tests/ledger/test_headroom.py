"""What is left, and the most that still fits."""

from datetime import date, timedelta

import pytest
from hypothesis import given as tried
from hypothesis import settings
from hypothesis import strategies as st
from tests.ledger.making import DAY, YEAR, event, flow, given, legs_of, post, ratio, reserve, setting, stock, tally

from weighbridge.ledger.headroom import Fit, Headroom, Route, fill, headroom, most_units, together
from weighbridge.ledger.limit import Credit, Limit, LimitKind, Share, Step, Unit
from weighbridge.ledger.movement import Kind
from weighbridge.ledger.result import LimitUnknown, NotCredited, OutsidePeriod, Period, Reserved, UnknownAccount
from weighbridge.ledger.store import Store
from weighbridge.ledger.stores.memory import MemoryStore

JULY = date(2025, 7, 1)


def left(store: Store, account: str, on: date = DAY) -> int | None:
    found = headroom(store, account, on)
    assert isinstance(found, Headroom)
    return found.remaining


def route(name: str, amounts: dict[str, int]) -> Route:
    return Route(name, legs_of(amounts))


def test_headroom_says_what_limits_until_when_and_by_which_source(store: Store) -> None:
    given(store, setting(stock("s", (YEAR[0], 100), (JULY, 150), until=YEAR[1])), reserve({"s": 60}, key="a"))
    given(store, post("a"), reserve({"s": 10}))

    assert headroom(store, "s", DAY) == Headroom(
        "s", DAY, Unit.TPP, 100, 60, 10, 30, JULY - timedelta(days=1), "a source"
    )
    assert headroom(store, "s", JULY) == Headroom("s", JULY, Unit.TPP, 150, 60, 10, 80, YEAR[1], "a source")


def test_a_limit_with_no_end_in_sight_has_no_last_day(store: Store) -> None:
    given(store, setting(stock("s", (YEAR[0], 100))))
    found = headroom(store, "s", DAY)

    assert isinstance(found, Headroom)
    assert found.last_day is None


def test_where_nothing_can_be_drawn_the_reason_stands_instead_of_a_number(store: Store) -> None:
    given(store, setting(stock("s", (YEAR[0], 100), (JULY, None), until=YEAR[1])))
    after = YEAR[1] + timedelta(days=1)

    assert headroom(store, "nowhere", DAY) == UnknownAccount(("nowhere",))
    assert headroom(store, "s", JULY) == LimitUnknown(("s",))
    assert headroom(store, "s", after) == OutsidePeriod(after, (Period("s", YEAR[0], YEAR[1]),))


def test_above_its_limit_an_account_has_nothing_left(store: Store) -> None:
    given(store, setting(flow("f", 100)), reserve({"f": 90}), setting(flow("f", 50)))

    assert left(store, "f") == 0


def test_of_a_ratio_the_room_is_told_while_its_base_stays(store: Store) -> None:
    given(store, setting(tally("owned")), setting(ratio("IN", 7, "owned")), event(Kind.ADJUST, {"owned": 1_010}))
    given(store, reserve({"owned": 500}), reserve({"IN": 10, "owned": 10}), reserve({"IN": 20}))

    found = headroom(store, "IN", DAY)

    # 7% of 1,010 are 70.7. Reserved are 20, and 10 of 10 more, which weigh as 9.3. 41 more make 71 of 1,020.
    assert isinstance(found, Headroom)
    assert (found.limit, found.remaining) == (Share(7, 100), 41)
    assert isinstance(store.record(reserve({"IN": 41}, key="all")), Reserved)
    assert left(store, "IN") == 0
    assert left(store, "owned") is None


def test_the_most_that_fits_names_what_binds(store: Store) -> None:
    given(store, setting(flow("f", 100)), setting(flow("g", 1_000)), setting(tally("t")))

    assert most_units(store, route("A", {"f": 7, "g": 1, "t": 1}), DAY) == Fit(
        route("A", {"f": 7, "g": 1, "t": 1}), 14, "f"
    )
    assert most_units(store, route("free", {}), DAY).units == 10**15
    assert most_units(store, route("counted", {"t": 1}), DAY) == Fit(route("counted", {"t": 1}), 10**15, "t")


def test_a_purchase_that_leaves_a_share_as_it_is_is_not_bound_by_it(store: Store) -> None:
    given(store, setting(tally("owned")), setting(ratio("IN", 7, "owned")))

    assert most_units(store, route("A", {"IN": 7, "owned": 100}), DAY).bound_by == "owned"
    assert most_units(store, route("A", {"IN": 7, "owned": 99}), DAY) == Fit(
        route("A", {"IN": 7, "owned": 99}), 0, "IN"
    )


def test_a_route_that_is_closed_says_why(store: Store) -> None:
    given(store, setting(flow("f", 100)), setting(stock("s", (YEAR[0], None))))
    refusals = [
        most_units(store, route("A", amounts), on).refusal
        for amounts, on in (
            ({"x": 1}, DAY),
            ({"f": 1}, date(2026, 1, 1)),
            ({"s": 1}, DAY),
            ({"f": -1}, DAY),
        )
    ]

    assert refusals == [
        UnknownAccount(("x",)),
        OutsidePeriod(date(2026, 1, 1), (Period("f", *YEAR),)),
        LimitUnknown(("s",)),
        NotCredited(("f",)),
    ]


def test_what_one_route_takes_is_gone_for_the_next(store: Store) -> None:
    given(store, setting(flow("D100", 10)), setting(flow("D200", 20)), setting(flow("all", 25)))
    routes = [route("D100", {"D100": 1, "all": 1}), route("D200", {"D200": 1, "all": 1})]

    assert [(fit.units, fit.bound_by) for fit in fill(store, routes, DAY)] == [(10, "D100"), (15, "all")]
    assert [fit.units for fit in fill(store, routes, DAY, wanted=12)] == [10, 2]
    assert [fit.units for fit in fill(store, routes, DAY, wanted=4)] == [4, 0]
    assert left(store, "all") == 25  # asking takes nothing


def test_what_a_license_cannot_take_spills_to_the_next_in_one_movement(store: Store) -> None:
    given(store, setting(flow("D100", 10)), setting(flow("D200", 20)), setting(flow("value", 10_000)))
    routes = [route("first", {"D100": 1, "value": 300}), route("second", {"D200": 1, "value": 300})]

    legs = together(fill(store, routes, DAY, wanted=12))

    assert dict(legs) == {"D100": 10, "D200": 2, "value": 3_600}
    given(store, reserve(dict(legs)))
    assert together(fill(store, routes[:1], DAY, wanted=5)) == ()


amounts = st.integers(1, 9)
asked = st.dictionaries(st.sampled_from(["f", "s", "out", "IN", "owned"]), amounts | st.integers(-3, -1), min_size=1)


@settings(max_examples=400)
@tried(st.lists(asked, max_size=6), asked, st.sampled_from([DAY, JULY]), st.integers(0, 63))
def test_the_most_that_fits_fits_and_one_more_does_not(
    before: list[dict[str, int]], each: dict[str, int], on: date, posted: int
) -> None:
    store = MemoryStore()
    credited = frozenset({Credit.ATTRITION})
    given(store, setting(Limit("f", LimitKind.FLOW, (Step(YEAR[0], 60, "x"),), credits=credited)))
    given(store, setting(stock("s", (YEAR[0], 90), (JULY, 50))), setting(tally("owned")))
    given(store, setting(ratio("out", 25, "owned")), setting(ratio("IN", 7, "owned")))
    given(store, event(Kind.ADJUST, {"owned": 300, "out": 20, "IN": 5, "f": 5, "s": 5}))
    for number, amounts in enumerate(before):
        result = store.record(reserve(amounts, key=f"{number}"))
        if isinstance(result, Reserved) and posted >> number & 1:
            given(store, post(f"{number}"))

    fit = most_units(store, Route("each", legs_of(each)), on)

    def times(units: int) -> dict[str, int]:
        return {account: amount * units for account, amount in each.items()}

    if fit.units < 10**6:
        assert not isinstance(store.record(reserve(times(fit.units + 1), on)), Reserved)
    if fit.units:
        assert isinstance(store.record(reserve(times(min(fit.units, 10**6)), on)), Reserved)


def test_a_route_cannot_take_the_same_account_twice() -> None:
    store = MemoryStore()
    given(store, setting(flow("f", 100)))

    with pytest.raises(ValueError, match="twice"):
        Route("A", legs_of({"f": 1}) * 2)
