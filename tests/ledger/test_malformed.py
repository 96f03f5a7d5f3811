"""Movements that cannot be made: every fault is named at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from tests.ledger.making import DAY, YEAR, event, flow, legs_of, post, ratio, reserve, setting, tally

from weighbridge.ledger.account import account_faults, quarter
from weighbridge.ledger.limit import Limit, LimitKind, Share, Step
from weighbridge.ledger.movement import Kind, Leg, MalformedMovement, Movement, Reference

SOUND = reserve({"f": 5}, key="D-1")
STEP = Step(YEAR[0], 5, "x")


def faults(make: Callable[[], object]) -> str:
    with pytest.raises(MalformedMovement) as caught:
        make()
    return str(caught.value)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"key": ""}, "The key is empty."),
        ({"by": ""}, "The by is empty."),
        ({"key": "D 1 "}, "begins or ends with a blank"),
        ({"key": "D\n1"}, "holds a control character"),
        ({"key": "D\ud8001"}, "holds a control character or one that cannot be shown"),
        ({"key": "e\u0301"}, "is not in Unicode's normal form C"),
        ({"key": "x" * 361}, "361 characters; at most 360"),
        ({"by": "x" * 401}, "401 characters; at most 400"),
        ({"legs": ()}, "A movement of kind reserve needs legs."),
        ({"expires": None}, "needs expires"),
        ({"expires": DAY - timedelta(days=1)}, "expires on 2025-06-01, before it is made on 2025-06-02"),
        ({"reservation": "x"}, "takes no reservation"),
        ({"limit": flow("f", 1)}, "takes no limit"),
        ({"legs": legs_of({"f": 0})}, "is 0, which moves nothing"),
        ({"legs": legs_of({"f": 10**15 + 1})}, "accepted: a whole number up to 1,000,000,000,000,000"),
        ({"legs": (Leg("f", True),)}, "The amount for f is True"),
        ({"legs": (Leg("f", 1.0),)}, "The amount for f is 1.0"),  # type: ignore[arg-type]
        ({"legs": (Leg("f", 1), Leg("f", 2))}, "Two legs name the same account"),
        ({"legs": legs_of({"lpp/?/2025": 1})}, "has a part that is not known (?)"),
        ({"legs": legs_of({"lpp//2025": 1})}, "has an empty part"),
        ({"legs": legs_of({"": 1})}, "has an empty part"),
        ({"legs": (Leg(5, 1),)}, "is 5, not text"),  # type: ignore[arg-type]
        ({"references": (Reference("b", "1"), Reference("a", "1"))}, "in alphabetical order"),
        ({"references": (Reference("a b", "1"),)}, "named by plain words"),
        ({"references": (Reference("a", "1 "),)}, "The reference a '1 ' begins or ends with a blank"),
        ({"kind": Kind.ATTRITION, "expires": None, "reason": "lost"}, "attrition lowers its accounts"),
        ({"kind": Kind.ATTRITION, "expires": None, "legs": legs_of({"f": -1})}, "says why (reason)"),
        ({"kind": Kind.ADJUST, "expires": None, "reason": "x"}, "on whose authority"),
        ({"kind": Kind.BALANCE, "expires": None, "legs": legs_of({"f": -1})}, "accepted: 0 or more"),
        ({"kind": Kind.POST, "expires": None}, "A movement of kind post needs reservation."),
        ({"kind": Kind.LIMIT, "expires": None, "legs": ()}, "A movement of kind limit needs limit."),
    ],
)
def test_a_fault_is_named(changes: dict[str, Any], fault: str) -> None:
    assert fault in faults(lambda: replace(SOUND, **changes))


def test_all_faults_are_named_together() -> None:
    found = faults(lambda: Movement(Kind.ADJUST, DAY, "", "", legs_of({"f": 0, "?": 1}), reservation="x"))

    assert len(found.splitlines()) >= 6


@pytest.mark.parametrize(
    ("limit", "fault"),
    [
        (flow("f", -1), "accepted: a whole number, 0 to"),
        (flow("f", 10**15 + 1), "accepted: a whole number, 0 to"),
        (flow("f", True), "is True"),
        (flow("?", 1), "not known"),
        (Limit("f", LimitKind.FLOW), "at least one (steps)"),
        (Limit("t", LimitKind.TALLY, (STEP,)), "A tally has no limit"),
        (Limit("f", LimitKind.FLOW, (STEP, STEP)), "do not follow each other"),
        (Limit("f", LimitKind.FLOW, (Step(DAY, 5, "x"), STEP)), "do not follow each other"),
        (Limit("f", LimitKind.FLOW, (Step(DAY, 5, ""),)), "names no source"),
        (Limit("f", LimitKind.FLOW, (STEP,), base="t"), "no other kind does"),
        (Limit("r", LimitKind.RATIO, (Step(DAY, Share(1, 4), "x"),)), "names the account it is taken of"),
        (Limit("r", LimitKind.RATIO, (STEP,), base="t"), "accepted: a share between 0 and 1"),
        (Limit("r", LimitKind.RATIO, (Step(DAY, Share(5, 4), "x"),), base="t"), "a share between 0 and 1"),
        (Limit("r", LimitKind.RATIO, (Step(DAY, Share(0, 0), "x"),), base="t"), "a share between 0 and 1"),
        (ratio("r", 25, "r"), "of another account, not of itself"),
        (ratio("r", 25, "t/?"), "The base 't/?' has a part that is not known"),
        (Limit("f", LimitKind.FLOW, (STEP,), YEAR[0] - timedelta(days=1)), "comes before the first"),
        (Limit("f", LimitKind.FLOW, (STEP,), provisos=("x\n",)), "The proviso"),
    ],
)
def test_terms_that_make_no_sense_are_not_entered(limit: Limit, fault: str) -> None:
    assert fault in faults(lambda: setting(limit))


def test_terms_at_the_edge_of_sense_are_entered() -> None:
    setting(Limit("one day", LimitKind.FLOW, (STEP,), YEAR[0]))
    setting(flow("closed", 0))
    for share in (Share(0, 1), Share(1, 1), Share(1, 1_000_000)):
        setting(Limit("r", LimitKind.RATIO, (Step(DAY, share, "x"),), base="t"))
    assert "between 0 and 1" in faults(
        lambda: setting(Limit("r", LimitKind.RATIO, (Step(DAY, Share(1, 1_000_001), "x"),), base="t"))
    )


def test_what_only_some_kinds_take_is_taken_by_these() -> None:
    assert post("D-1").legs == ()
    assert event(Kind.BALANCE, {"f": 0}).legs == (Leg("f", 0),)
    assert setting(tally("t")).limit == Limit("t", LimitKind.TALLY)


def test_quarters_are_those_of_the_calendar() -> None:
    days = [date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 1), date(2026, 12, 31)]

    assert [quarter(day) for day in days] == ["2026-Q1", "2026-Q1", "2026-Q2", "2026-Q4"]


def test_an_account_is_told_to_be_sound_only_once() -> None:
    assert account_faults("lpp/Example/2025") == ()
    assert account_faults("x" * 401) == ("has 401 characters; at most 400 are accepted",)
