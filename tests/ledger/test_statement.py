"""Statements, rates, and the day on which a limit binds."""

from datetime import date, timedelta

import pytest
from hypothesis import given as tried
from hypothesis import strategies as st
from tests.ledger.making import DAY, YEAR, event, flow, given, post, reserve, setting, stock, tally, void

from weighbridge.ledger.binding import Binds, DoesNotBind, NotPublished, Rate, binds, rate
from weighbridge.ledger.limit import Credit, Limit, LimitKind, Step
from weighbridge.ledger.movement import Kind
from weighbridge.ledger.state import Standing
from weighbridge.ledger.statement import Line, statement
from weighbridge.ledger.store import Store
from weighbridge.ledger.stores.memory import MemoryStore

JULY = date(2025, 7, 1)


def lines(store: Store, account: str) -> list[Line]:
    return list(statement(store.entries(), account))


def test_a_statement_has_the_balance_after_each_entry(store: Store) -> None:
    given(store, setting(flow("f", 100, credits={Credit.RETURN})), setting(flow("g", 100)))
    given(store, reserve({"f": 60, "g": 5}, key="a"), reserve({"g": 7}), reserve({"f": 10}, key="b"), void("b"))
    given(store, post("a", {"f": 50}), event(Kind.RETURN, {"f": -5}), event(Kind.BALANCE, {"f": 45}))
    given(store, reserve({"f": 1}, key="c"), post("c"), setting(flow("f", 90)))

    found = [(x.entry.movement.kind.value, x.posted_by, x.pending_by, x.posted, x.pending) for x in lines(store, "f")]

    assert found == [
        ("limit", 0, 0, 0, 0),
        ("reserve", 0, 60, 0, 60),
        ("reserve", 0, 10, 0, 70),
        ("void", 0, -10, 0, 60),
        ("post", 50, -60, 50, 0),
        ("return", -5, 0, 45, 0),
        ("balance", 0, 0, 45, 0),
        ("reserve", 0, 1, 45, 1),
        ("post", 1, -1, 46, 0),
        ("limit", 0, 0, 46, 0),
    ]
    assert [x.limit.steps[0].most for x in lines(store, "f") if x.limit][-2:] == [100, 90]
    assert list(statement(store.entries(account="f"), "f")) == lines(store, "f")


def test_a_leg_that_a_post_leaves_out_is_restored_on_its_statement(store: Store) -> None:
    given(store, setting(flow("f", 100)), setting(flow("g", 100)), reserve({"f": 6, "g": 5}, key="a"))
    given(store, post("a", {"f": 6}))

    assert [(x.posted_by, x.pending_by) for x in lines(store, "g")] == [(0, 0), (0, 5), (0, -5)]


def test_what_is_to_leave_is_no_pending_draw(store: Store) -> None:
    given(store, setting(tally("t")), reserve({"t": 9}, key="a"), post("a"), reserve({"t": -4}, key="b"), post("b"))

    assert [(x.posted, x.pending) for x in lines(store, "t")] == [(0, 0), (0, 9), (9, 0), (9, 0), (5, 0)]


def test_the_rate_counts_what_was_drawn_and_not_restored_in_the_days_up_to_the_day(store: Store) -> None:
    given(store, setting(flow("f", 1_000)))
    for back, amount in ((30, 1), (29, 10), (5, 100), (0, 200)):
        given(store, reserve({"f": amount}, DAY - timedelta(days=back), f"{back}", DAY))
    given(store, void("5", DAY - timedelta(days=1)), reserve({"f": 400}, DAY + timedelta(days=1)))

    assert rate(lines(store, "f"), DAY, 30) == Rate(210, 30)
    with pytest.raises(ValueError, match="above zero"):
        rate([], DAY, 0)


def standing(limit: Limit, used: int) -> Standing:
    return Standing(limit, posted=used)


def test_the_day_on_which_a_limit_binds() -> None:
    limit = stock("s", (YEAR[0], 100))

    # 50 are left; at 10 a day the fifth day uses them up and the sixth is one too many.
    assert binds(standing(limit, 50), DAY, Rate(10, 1)) == Binds(DAY + timedelta(days=6), 100, "a source")
    assert binds(standing(limit, 50), DAY, Rate(51, 30)) == Binds(DAY + timedelta(days=30), 100, "a source")
    assert binds(standing(limit, 100), DAY, Rate(1, 30)) == Binds(DAY + timedelta(days=1), 100, "a source")
    assert binds(standing(limit, 101), DAY, Rate(0, 30)) == Binds(DAY, 100, "a source")
    assert binds(standing(limit, 100), DAY, Rate(0, 30)) == DoesNotBind(None)
    assert binds(standing(limit, 100), DAY, Rate(-5, 30)) == DoesNotBind(None)
    assert binds(standing(limit, 0), DAY, Rate(1, 10**15)) == DoesNotBind(None)


def test_a_limit_that_rises_in_time_binds_later_and_one_that_falls_binds_on_that_day() -> None:
    rising = stock("s", (YEAR[0], 100), (JULY, 200))
    falling = stock("s", (YEAR[0], 200), (JULY, 60))
    gone = stock("s", (YEAR[0], 100), (JULY, None))

    # From 2 June, 71 at 1 a day: 100 on 1 July, when the limit rises.
    assert binds(standing(rising, 71), DAY, Rate(1, 1)) == Binds(JULY + timedelta(days=101), 200, "a source")
    assert binds(standing(rising, 73), DAY, Rate(1, 1)) == Binds(JULY - timedelta(days=1), 100, "a source")
    assert binds(standing(falling, 50), DAY, Rate(1, 1)) == Binds(JULY, 60, "a source")
    assert binds(standing(gone, 50), DAY, Rate(1, 1)) == NotPublished(JULY)
    assert binds(standing(gone, 50), JULY + timedelta(days=1), Rate(1, 1)) == NotPublished(JULY + timedelta(days=1))


def test_a_year_that_ends_first_is_no_bind() -> None:
    assert binds(standing(flow("f", 1_000), 0), DAY, Rate(1, 1)) == DoesNotBind(YEAR[1])


def test_only_a_flow_or_stock_has_such_a_day() -> None:
    with pytest.raises(ValueError, match="turns on two rates"):
        binds(standing(tally("t"), 1), DAY, Rate(1, 1))


steps = st.lists(st.tuples(st.integers(1, 40), st.none() | st.integers(0, 60)), max_size=3, unique_by=lambda s: s[0])


@tried(steps, st.integers(0, 40), st.integers(-3, 9), st.integers(1, 7), st.none() | st.integers(0, 50))
def test_the_day_is_the_one_that_going_day_by_day_finds(
    later: list[tuple[int, int | None]], used: int, amount: int, days: int, until: int | None
) -> None:
    dated = [(DAY, 30), *((DAY + timedelta(days=n), most) for n, most in sorted(later))]
    last = DAY + timedelta(days=until if until is not None else 400)
    limit = Limit("s", LimitKind.STOCK, tuple(Step(day, most, "x") for day, most in dated), last)

    def one_by_one() -> object:
        day = DAY
        while day <= last:
            most = [most for since, most in dated if since <= day][-1]
            if most is None:
                return NotPublished(day)
            if used * days + amount * (day - DAY).days > most * days:
                return Binds(day, most, "x")
            day += timedelta(days=1)
        return DoesNotBind(last)

    assert binds(standing(limit, used), DAY, Rate(amount, days)) == one_by_one()


def test_headroom_questions_do_not_read_the_entries() -> None:
    """A balance is a row, however long the book."""
    store = MemoryStore()
    given(store, setting(flow("f", 1_000)), reserve({"f": 1}))
    store._chain.clear()

    found = store.standing("f")

    assert found is not None
    assert found.used == 1
