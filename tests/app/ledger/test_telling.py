"""Every way a movement can end is told in both languages, and is plain data."""

from __future__ import annotations

import json
from datetime import date
from typing import get_args

import pytest
from tests.verifier.books import LIMITS, LPP, every_kind, store_of

from weighbridge.app.ledger.ending import Ending, NothingToReserve, OutcomeDoesNotPermit, refused
from weighbridge.app.ledger.telling import SAYINGS, share, tell, to_plain
from weighbridge.core.outcome import Outcome
from weighbridge.ledger import result as r
from weighbridge.ledger.limit import Share
from weighbridge.ledger.movement import Kind, Movement

DAY = date(2025, 6, 2)
ENTRIES = list(store_of(every_kind()).entries())
RESERVED = next(entry for entry in ENTRIES if entry.movement.kind is Kind.RESERVE)

ENDINGS: list[Ending] = [
    r.Reserved(RESERVED),
    *(r.Recorded(entry) for entry in ENTRIES),
    r.Recorded(ENTRIES[0], (r.Over(LPP, 7),)),
    r.AlreadyReserved(RESERVED),
    r.AlreadyRecorded(ENTRIES[0]),
    r.ConflictRetry("the lock was not had in time"),
    r.KeyReused(RESERVED),
    r.UnknownAccount(("a", "b")),
    r.AccountDiffers("a", "flow in TPP", "stock in TPP"),
    r.UnknownReservation("D-1"),
    r.ReservationClosed("D-1", Kind.POST),
    r.Expired("D-1", DAY),
    r.NotExpired("D-1", DAY),
    r.OutsidePeriod(DAY, (r.Period("a", DAY, None), r.Period("b", None, DAY))),
    r.LimitUnknown(("a",)),
    r.AwaitsSharing(("a",)),
    r.NotCredited(("a",)),
    r.MoreThanReserved("a", 5),
    r.BelowZero("a", 5),
    r.OutOfRange("a", 10**15),
    r.AllocationExhausted((r.Short("a", 10, 3, 4),)),
    r.RatioExceeded("a", Share(7, 100), 8, 100),
    r.BalanceDiffers("a", 5, 6),
    OutcomeDoesNotPermit("book", Outcome.PROHIBITED, ()),
    OutcomeDoesNotPermit("book", Outcome.LICENSE_REQUIRED, ()),
    OutcomeDoesNotPermit("book", Outcome.LICENSE_REQUIRED, ("D100",)),
    NothingToReserve("enforced", Outcome.NO_LICENSE_REQUIRED),
]


def test_no_way_to_end_is_left_untold() -> None:
    assert set(SAYINGS) == set(get_args(Ending)) == {type(ending) for ending in ENDINGS}


@pytest.mark.parametrize("ending", ENDINGS, ids=lambda ending: ending.status)
def test_an_ending_is_told_in_both_languages_and_is_plain_data(ending: Ending) -> None:
    told = tell(ending)
    assert told.en.endswith(".")
    assert told.zh.endswith(("。", "）。"))
    assert any("\u4e00" <= letter <= "\u9fff" for letter in told.zh)
    assert "{" not in told.en + told.zh
    assert json.loads(json.dumps(to_plain(ending)))["status"] == ending.status


def test_a_conflict_never_speaks_of_too_little() -> None:
    told = tell(r.ConflictRetry("busy"))
    assert "nothing taken" in told.en
    assert "exhaust" not in told.en.lower()


def test_what_was_not_entered_is_a_refusal_and_what_needs_no_entry_is_none() -> None:
    assert refused(r.UnknownAccount(("a",)))
    assert refused(OutcomeDoesNotPermit("book", Outcome.PROHIBITED, ()))
    assert not refused(NothingToReserve("book", Outcome.NO_LICENSE_REQUIRED))
    assert not refused(r.AlreadyReserved(RESERVED))


def test_a_share_is_written_as_percent_where_that_is_exact() -> None:
    assert share(Share(7, 100)) == "7%"
    assert share(Share(1, 4)) == "25%"
    assert share(Share(1, 3)) == "1/3"


def test_the_terms_that_a_limit_gives_are_told_with_their_source() -> None:
    limit = LIMITS[LPP]
    entry = ENTRIES[0]
    assert entry.movement == Movement(Kind.LIMIT, date(2025, 1, 13), f"limit {LPP}", "keeper", limit=limit)
    assert tell(r.Recorded(entry)).en == f"{LPP} has its terms: at most 40 TPP from 2025-01-13 [a source] (entry 1)."
