"""`weighbridge law compare`: the table, the JSON and the picture."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from weighbridge.app.compare import Comparison, compare
from weighbridge.cli.compare_svg import BAR_LEFT, BAR_WIDTH, picture
from weighbridge.cli.law_compare import NONE, sections
from weighbridge.cli.page import columns
from weighbridge.cli.program import program
from weighbridge.cli.svg import WIDTH
from weighbridge.core.text import Language
from weighbridge.law.compiled import load_corpus

DAY = "2026-07-10"
SVG = "{http://www.w3.org/2000/svg}"


def run(*arguments: str, width: int = 100) -> Result:
    return CliRunner(env={"COLUMNS": str(width)}).invoke(program, ["law", "compare", *arguments])


@cache
def one_day() -> Comparison:
    return compare([load_corpus().horizon])


def days(count: int) -> Comparison:
    """Several days, of which all but the first know neither the a-tier nor any exception."""
    [full] = one_day().columns
    bare = replace(full, caught=full.caught[:1], ways=(), paragraphs=())
    later = (replace(bare, on=full.on + timedelta(days=n)) for n in range(1, count))
    return replace(one_day(), columns=(full, *later))


def cells(found: Comparison, heading: str) -> dict[str, tuple[str, ...]]:
    [rows] = (rows for text, rows in sections(found, found.columns) if text.en.startswith(heading))
    return {label.en: tuple(cell.en for cell in row) for label, row in rows}


def test_one_day_is_a_table_of_one_column() -> None:
    result = run(DAY)
    assert result.exit_code == 0, result.output
    assert DAY in result.output
    assert "requirement applies" in result.output
    assert "in the column before" not in result.output


@pytest.mark.parametrize(("width", "language"), [(80, "en"), (80, "zh-Hant"), (160, "en")])
def test_no_line_is_wider_than_the_terminal(width: int, language: str) -> None:
    result = run(DAY, "2025-05-15", "2026-07-09", "--lang", language, width=width)
    assert max(map(columns, result.output.splitlines())) <= width
    assert all(day in result.output for day in (DAY, "2025-05-15", "2026-07-09"))


def test_a_day_that_is_not_encoded_is_a_wrong_request() -> None:
    early = load_corpus().encoded_from - timedelta(days=1)
    result = run(DAY, early.isoformat())
    assert result.exit_code == 2
    assert f"{early} is not encoded" in result.stderr
    assert run().exit_code == 2
    assert run("yesterday").exit_code == 2


def test_what_differs_from_the_column_before_is_named() -> None:
    chips = cells(days(2), "Chips")
    assert chips["caught"][1].startswith("1 of")
    assert chips["caught, and not in the column before"] == (NONE, NONE)
    gone = chips["caught in the column before, and not here"]
    assert gone[0] == NONE
    assert gone[1].endswith("more")
    back = replace(days(2), columns=days(2).columns[::-1])
    assert cells(back, "Chips")["caught, and not in the column before"][1] == gone[1]


def test_what_is_not_in_force_is_told_from_what_is_usable_nowhere() -> None:
    exceptions = cells(days(2), "License exceptions")
    assert exceptions["LPP"][0] != exceptions["HBM"][0]
    assert "other cases" in exceptions["HBM"][0]
    assert exceptions["LPP"][1] == exceptions["HBM"][1] == NONE
    paragraphs = cells(days(2), "Paragraphs")
    assert paragraphs["3A090"] == (".a .b .c", NONE)
    assert paragraphs["4E091"][0] == "4E091"
    assert paragraphs["5D002"][0] == "18 paragraphs"


def test_json_holds_what_the_table_counts() -> None:
    plain = json.loads(run(DAY, "--format", "json").output)
    assert [day["on"] for day in plain["days"]] == [DAY]
    assert plain["days"][0]["reaches"][0]["outcomes"]


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_the_picture_has_a_panel_for_each_day_inside_its_edges(language: Language) -> None:
    svg = ET.fromstring(picture(days(4), language))
    height = int(svg.get("height", "0"))
    written = [text.text or "" for text in svg.iter(f"{SVG}text")]
    assert [text for text in written if text[:4].isdigit() and "-" in text] == [str(c.on) for c in days(4).columns]
    for text in svg.iter(f"{SVG}text"):
        assert int(text.get("x", "0")) + 7 * columns(text.text or "") < WIDTH
        assert int(text.get("y", "0")) < height
    for rect in svg.iter(f"{SVG}rect"):
        if rect.get("class") != "page":
            assert int(rect.get("x", "0")) + int(rect.get("width", "0")) <= BAR_LEFT + BAR_WIDTH + 60
    assert "prefers-color-scheme: dark" in (svg.findtext(f"{SVG}style") or "")


def test_the_picture_is_written_beside_the_table(tmp_path: Path) -> None:
    file = tmp_path / "days.svg"
    assert run(DAY, "--svg", str(file)).exit_code == 0
    assert ET.fromstring(file.read_text(encoding="utf-8")).tag == f"{SVG}svg"
    refused = run(DAY, "--svg", str(tmp_path / "nowhere" / "days.svg"))
    assert refused.exit_code == 1
    assert "Could not open file" in refused.stderr
