"""The outcome grid, frozen: items x destinations x headquarters x days x tracks, more than 50,000 answers.

One file for each track. The first day is written in full, a line for each item and headquarters. Of every day on which
the law changes, and of its eve, only the lines that differ from the day before. `UPDATE_SNAPSHOTS=1` writes the files
anew; the difference is to be read.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from weighbridge.app.answer import plan_for
from weighbridge.app.grid import HEADQUARTERS, ITEMS, Cell, gist, verdict
from weighbridge.core.rulebook import TRACKS
from weighbridge.law.compiled import load_corpus

FROZEN = Path(__file__).parent / "frozen_grid"
WRITTEN = (
    "AE AM AU BR CH CN CY DE FR GB GE IL IN IQ JO JP KH KW KZ MD MN MO MX MY NI OM PK PL QA RO RU SA SG TW UZ VE VN"
)
PLACES = WRITTEN.split()
SMALLEST = 50_000

Rows = dict[tuple[str, str], str]


def days() -> list[date]:
    """The first encoded day; the eve and the day of every change; the last day checked."""
    corpus = load_corpus()
    turning = {on for day in corpus.turning_days for on in (day - timedelta(days=1), day)}
    return sorted({corpus.encoded_from, corpus.horizon, *turning})


def rows(on: date, track: str) -> Rows:
    """A line for each item and headquarters: each answer with the destinations that get it."""
    plan = plan_for(on, date.max, track)
    found: Rows = {}
    for item in ITEMS:
        for headquarters in HEADQUARTERS:
            by_answer: dict[str, list[str]] = defaultdict(list)
            for place in PLACES:
                by_answer[gist(verdict(Cell(item, place, headquarters, "civil"), plan))].append(place)
            found[item, headquarters] = "; ".join(f"{answer}: {' '.join(on)}" for answer, on in by_answer.items())
    return found


def written(track: str) -> Iterator[str]:
    before: Rows = {}
    for on in days():
        now = rows(on, track)
        changed = [key for key, line in now.items() if before.get(key) != line]
        if changed:
            yield f"== {on}"
            yield from (f"{item}, {headquarters} | {now[item, headquarters]}" for item, headquarters in changed)
        before = now


@pytest.mark.parametrize("track", TRACKS)
def test_the_grid_is_answered_as_before(track: str) -> None:
    file = FROZEN / f"{track}.txt"
    now = "\n".join(written(track)) + "\n"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(now, encoding="utf-8")
    assert now == file.read_text(encoding="utf-8")


def test_the_grid_is_as_large_as_it_says() -> None:
    assert len(ITEMS) * len(HEADQUARTERS) * len(PLACES) * len(days()) * len(TRACKS) >= SMALLEST
