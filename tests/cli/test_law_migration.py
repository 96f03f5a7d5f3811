"""`weighbridge law migration` and `classify --by-vintage`: tables, JSON and the picture."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from weighbridge.app.migration import Migration, migrate
from weighbridge.cli.migration_svg import picture
from weighbridge.cli.page import columns
from weighbridge.cli.program import program
from weighbridge.core.text import Language
from weighbridge.law.compiled import load_corpus

DAYS = ("2022-10-21", "2023-11-17", "2026-01-15")
SVG = "{http://www.w3.org/2000/svg}"


def run(*arguments: str, width: int = 100) -> Result:
    return CliRunner(env={"COLUMNS": str(width)}).invoke(program, arguments)


def rows(*arguments: str) -> dict[str, list[str]]:
    """The cells of each chip."""
    lines = run("law", "migration", *arguments).output.splitlines()
    return {line[:28].strip(): line[28:].split("  ") for line in lines if line[28:]}


@cache
def found() -> Migration:
    law = load_corpus()
    return migrate([law.encoded_from, law.horizon])


def test_each_chip_has_a_row_and_each_day_a_column() -> None:
    output = run("law", "migration", *DAYS).output
    assert all(day in output for day in DAYS)
    assert "A800 SXM4 80GB              –            .a denial    .a by case" in output


@pytest.mark.parametrize(("width", "language"), [(60, "en"), (60, "zh-Hant"), (200, "en")])
def test_no_line_is_wider_than_the_terminal(width: int, language: str) -> None:
    lines = run("law", "migration", *DAYS, "--lang", language, width=width).output.splitlines()
    assert max(map(columns, lines)) <= width


def test_chips_destination_and_track_may_be_named() -> None:
    output = run("law", "migration", "2025-06-02", "--chip", "h20", "--chip", "H200 SXM", "--to", "Brazil").output
    assert "Chips to Brazil, as written (book)" in output
    assert ".a LPP" in output
    assert "A100" not in output
    assert "as enforced" in run("law", "migration", "2025-06-02", "--track", "enforced").output


def test_a_wrong_name_is_a_wrong_request() -> None:
    refused = run("law", "migration", "2025-06-02", "--chip", "h1000")
    assert refused.exit_code == 2
    assert "The catalog has no such chip" in refused.stderr


def test_json_holds_every_cell() -> None:
    plain = json.loads(run("law", "migration", *DAYS, "--format", "json").output)
    assert plain["days"] == list(DAYS)
    assert all(len(chip["days"]) == len(DAYS) for chip in plain["chips"])
    assert plain["chips"][0]["days"][0]["eccns"] == ["3A090.a"]


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_the_picture_keeps_within_its_edges(language: Language) -> None:
    svg = ET.fromstring(picture(found(), language))
    width, height = int(svg.get("width", "0")), int(svg.get("height", "0"))
    written = [text.text or "" for text in svg.iter(f"{SVG}text")]
    assert {m.name for m in found().migrants} <= set(written)
    for text in svg.iter(f"{SVG}text"):
        left = int(text.get("x", "0")) + 7 * columns(text.text or "") * ("middle" not in text.get("class", ""))
        assert left <= width
        assert int(text.get("y", "0")) < height
    assert "prefers-color-scheme: dark" in (svg.findtext(f"{SVG}style") or "")


def test_the_picture_is_written_beside_the_table(tmp_path: Path) -> None:
    file = tmp_path / "chips.svg"
    assert run("law", "migration", *DAYS, "--svg", str(file)).exit_code == 0
    assert ET.fromstring(file.read_text(encoding="utf-8")).tag == f"{SVG}svg"


# --- one item through every vintage -------------------------------------------------------------------------


def test_a_chip_is_classified_by_every_vintage() -> None:
    output = run("classify", "nvidia-a800-sxm4-80gb", "--by-vintage").output
    assert "2022-10-21 – 2023-11-16  in no paragraph encoded here [87 FR 62186]" in output
    assert "2023-11-17 – 2024-12-30  3A090.a [88 FR 73458]" in output
    assert "interconnect 400 GB/s" in output


def test_what_is_not_stated_may_leave_a_vintage_open() -> None:
    output = run("classify", "--tpp", "5000", "--die-area", "800", "--datacenter", "--by-vintage").output
    assert "May stand in, depending on what is not stated: 3A090.a [87 FR 62186]" in output
    told = run("classify", "--tpp", "5000", "--interconnect", "600", "--datacenter", "--by-vintage").output
    assert "2022-10-21 – 2023-11-16  3A090.a [87 FR 62186]" in told


def test_sources_that_disagree_are_marked() -> None:
    assert "!" in run("classify", "aws-trainium1", "--by-vintage").output


def test_vintages_come_as_json_too() -> None:
    plain = json.loads(run("classify", "nvidia-a800-sxm4-80gb", "--by-vintage", "--format", "json").output)
    assert [v["eccn"] for v in plain[:3]] == [None, None, "3A090.a"]
    assert plain[1] == {
        "from": "2022-10-21",
        "to": "2023-11-16",
        "documents": ["87 FR 62186"],
        "eccn": None,
        "all_eccns": [],
        "possible_eccns": [],
        "stable_across_sources": True,
    }
    assert plain[-1]["to"] is None


def test_every_vintage_and_one_date_exclude_each_other() -> None:
    assert run("classify", "h20", "--by-vintage", "--on", "2025-06-02").exit_code == 2
