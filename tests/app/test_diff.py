"""Differences between two laws: found on the grid, told in statements with a witness that differs as told."""

from __future__ import annotations

from datetime import date

import pytest

from weighbridge.app.answer import plan_for
from weighbridge.app.diff import Difference, differ, read_side
from weighbridge.app.faults import RequestFaults
from weighbridge.app.grid import gist, verdict

BOOK, ENFORCED = "2026-08-01", "2026-08-01:enforced"


def difference(first: str, second: str, known_on: date | None = None) -> Difference:
    return differ(read_side(first), read_side(second), known_on)


def test_a_law_does_not_differ_from_itself() -> None:
    found = difference(BOOK, BOOK)
    assert (found.differing, found.statements) == (0, ())


def test_every_witness_differs_as_its_statement_says() -> None:
    found = difference(BOOK, ENFORCED)
    plans = [plan_for(side.on, found.known_on, side.track) for side in (found.first, found.second)]
    for statement in found.statements:
        answers = tuple(gist(verdict(statement.witness, plan)) for plan in plans)
        assert answers == (statement.before, statement.after)


def test_statements_cover_each_differing_transaction_once() -> None:
    found = difference(BOOK, ENFORCED)
    sizes = [len(s.destinations) * len(s.items) * len(s.headquarters) * len(s.uses) for s in found.statements]
    assert sum(sizes) == found.differing
    assert sizes == sorted(sizes, reverse=True)


def test_the_framework_is_what_parts_the_book_from_what_is_enforced() -> None:
    statements = difference(BOOK, ENFORCED).statements
    freed = [s for s in statements if s.after == "NO_LICENSE_REQUIRED" and "H100" in s.items]
    assert {"BR", "IN", "GB"} <= {place for s in freed for place in s.destinations}
    assert not any("CN" in s.destinations for s in freed)


def test_before_the_announcement_was_published_the_tracks_did_not_differ() -> None:
    assert difference("2025-05-15", "2025-05-15:enforced", date(2025, 5, 12)).differing == 0


def test_an_amendment_is_compared_like_a_track() -> None:
    found = difference("2027-01-01", "2027-01-01:lpp_halved")
    assert ("EXCEPTION_AVAILABLE LPP", True) in {(s.before, s.after.startswith("LICENSE")) for s in found.statements}
    assert not any(s.after.startswith("EXCEPTION") for s in found.statements)


def test_shelving_the_framework_writes_into_the_book_what_is_enforced() -> None:
    assert difference("2027-01-01:enforced", "2027-01-01:framework_shelved").differing == 0


def test_a_side_that_is_no_day_is_refused() -> None:
    with pytest.raises(RequestFaults, match="DATE or DATE:TRACK"):
        read_side("tomorrow")


def test_plain_data_carry_a_request_for_each_witness() -> None:
    plain = difference("2027-01-01", "2027-01-01:lpp_halved").to_plain("en")
    assert plain["statements"][0]["witness"]["on"] == "2027-01-01"
    assert plain["tried"] > plain["differing"] > 0
