"""`weighbridge law timeline`: the picture in a terminal."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import click
import pytest
from click.testing import CliRunner

from weighbridge.app.timeline import Timeline, timeline
from weighbridge.cli.law_timeline import drawn
from weighbridge.cli.page import columns
from weighbridge.cli.program import program


def run(*arguments: str, width: int = 80, colour: bool = False) -> str:
    result = CliRunner(env={"COLUMNS": str(width)}).invoke(program, ["law", "timeline", *arguments], color=colour)
    assert result.exit_code == 0, result.output
    return result.output


def row(found: Timeline, name: str, width: int = 120) -> str:
    [line] = (line for line in drawn(found, width, "en") if line.startswith(name))
    return line


SHORTEST_LABEL = 15


def test_a_row_for_every_instrument_below_the_years() -> None:
    rows = list(drawn(timeline(), 130, "en"))
    assert all(str(year) in rows[0] for year in (2023, 2024, 2025, 2026))
    names = [bar.instrument.citation.cite[:SHORTEST_LABEL] for bar in timeline().bars]
    assert [r for r in rows[2:-1] if not r.startswith(tuple(names))] == []


@pytest.mark.parametrize("width", [80, 100, 200])
@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_no_line_is_wider_than_the_terminal(width: int, language: str) -> None:
    assert max(map(columns, run("--lang", language, "--events", width=width).splitlines())) <= width


def test_a_terminal_narrower_than_eighty_columns_is_drawn_for_as_eighty() -> None:
    assert run(width=50) == run(width=80)


def test_shaded_stretches_marks_and_the_horizon() -> None:
    not_enforced = row(timeline(), "90 FR 4544")
    assert "◆░" in not_enforced
    assert "╌" in not_enforced
    assert "▒" in row(timeline(), "90 FR 47201")
    horizon = next(drawn_row for drawn_row in drawn(timeline(), 120, "en") if "┼" in drawn_row).index("┼")
    assert row(timeline(), "88 FR 73458")[horizon] == "┿"
    assert row(timeline(), "15 CFR")[29] == "◀"


def test_a_superseded_document_ends() -> None:
    found = timeline()
    ended = tuple(
        replace(bar, until=date(2026, 1, 1)) if bar.instrument.citation.cite == "90 FR 4544" else bar
        for bar in found.bars
    )
    assert row(replace(found, bars=ended), "90 FR 4544").rstrip("│ ").endswith("✕")


def test_colour_on_a_terminal_adds_nothing_that_is_needed_to_read() -> None:
    coloured = run(colour=True)
    assert coloured != run()
    assert click.unstyle(coloured) == run()


def test_suspensions_are_said_to_the_day_and_events_are_listed_on_request() -> None:
    assert "from 2025-11-10 until 2026-11-10" in run(width=200)
    assert "2026-07-10  Takes effect" not in run(width=200)
    assert "2026-07-10  Takes effect" in run("--events", width=200)


def test_json_has_every_event() -> None:
    plain = json.loads(run("--format", "json"))
    assert len(plain["events"]) == len(timeline().events)
    assert plain["horizon"] == timeline().horizon.isoformat()
