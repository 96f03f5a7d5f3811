"""`weighbridge owner`: the page, the JSON, the picture, and the examples."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from weighbridge.cli.page import columns
from weighbridge.cli.program import program

EXAMPLES = Path(__file__).parents[3] / "examples" / "ownership"
SVG = "{http://www.w3.org/2000/svg}"
PARTIES = {
    "circle.csv": ("Delta Works", True),
    "follow-the-money.jsonl": ("Baltic Machines", True),
    "public-float.csv": ("Meridian Cloud", None),
    "sixty-of-sixty.csv": ("Exemple Calcul SARL", True),
    "split-between-vehicles.json": ("Baltic Machines", True),
    "two-quarters.csv": ("Straits Compute", True),
}


def run(party: str, *arguments: str, width: int = 100, given: str | None = None) -> Result:
    runner = CliRunner(env={"COLUMNS": str(width)})
    return runner.invoke(program, ["owner", party, "--on", "2025-11-10", *arguments], input=given)


def example(name: str, *arguments: str, width: int = 100) -> Result:
    result = run(PARTIES[name][0], "--graph", str(EXAMPLES / name), *arguments, width=width)
    assert result.exit_code == 0, result.output
    return result


def plain(name: str, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(example(name, "--format", "json", *arguments).stdout)
    return found


def test_every_example_is_answered_as_its_name_says() -> None:
    assert set(PARTIES) == {file.name for file in EXAMPLES.iterdir()}
    for name, (party, reached) in PARTIES.items():
        found = plain(name)
        assert found["party"]["name"] == party
        assert found["ownership"]["reached"] is reached


def test_the_page_shows_the_tree_both_methods_and_both_tracks() -> None:
    page = example("sixty-of-sixty.csv").output
    for words in (
        "by cascading majorities: 60 percent (50 or more)",
        "by multiplication: 36 percent (less than 50)",
        "├─ 60 %  Azur Holding (LU) [caught: listed parties hold 60 %]",
        "│  ├─ 60 %  Northern Instruments Group (CN) [EL]",
        "└─ 40 %  Lagune Patrimoine (FR) (see above)",
        "as written (book): a license is required",
        "as enforced: stayed",
        "neither",
        "Not legal advice.",
    ):
        assert words in page, words


def test_a_circle_is_cut_where_it_closes() -> None:
    assert "└─ 100 %  Delta Works (TH) (in a circle)" in example("circle.csv").output


@pytest.mark.parametrize("name", PARTIES)
@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_no_line_but_the_trees_is_wider_than_the_terminal(name: str, width: int, language: str) -> None:
    page = example(name, "--lang", language, width=width).output
    lines = [line for line in page.splitlines() if not line.lstrip().startswith(("├", "└", "│"))]
    assert max(map(columns, lines)) <= width


def test_the_page_in_chinese_holds_no_english_sentence() -> None:
    page = example("public-float.csv", "--lang", "zh-Hant").output
    assert "待查事項" in page
    assert "Listed parties" not in page
    assert any(unicodedata.east_asian_width(character) == "W" for character in page)


def test_the_json_holds_facts_with_provenance_and_what_settles_an_open_answer() -> None:
    found = plain("public-float.csv")
    assert found["facts"]["ownership.listed_owner_of_unknown_share"] is True
    assert found["facts"]["ownership.listed_percent"] == "30"
    assert {p["fact"] for p in found["provenance"]} == set(found["facts"])
    [float_] = found["unknown"]
    assert (float_["what"], float_["owned"], float_["decides_alone"]) == ("rest", "Public float", True)
    assert found["questions"]
    assert found["affiliates_rule"]["book"]["required"] is None
    assert found["affiliates_rule"]["book"]["red_flag"]["citation"]
    assert found["affiliates_rule"]["enforced"]["suspended"]["citation"] == "90 FR 50857"


def test_the_json_gives_the_terms_of_the_strictest_owner() -> None:
    strictest = plain("split-between-vehicles.json")["terms"]["strictest"]
    assert (strictest["owner"], strictest["review_policy"]) == ("Harbour Optics", "PRESUMPTION_OF_DENIAL")


def test_from_the_return_on_the_page_says_that_it_is_not_certain() -> None:
    page = run("Straits Compute", "--graph", str(EXAMPLES / "two-quarters.csv"), "--on", "2026-11-10").output
    assert "Did the affiliates rule return" in page
    assert "Then this rule asks for no license." in page


def test_a_graph_is_taken_from_standard_input() -> None:
    result = run("A", "--graph", "-", given="owner,owned,percent\nL,A,60\n")
    assert result.exit_code == 0, result.output
    assert "60" in result.output


def test_faults_are_told_together_with_exit_code_2() -> None:
    given = "owner,owned,percent\nL,A,600\nL,,10\n"
    result = run("A", "--graph", "-", given=given)
    assert result.exit_code == 2
    assert "line 2: percent" in result.stderr
    assert "line 3: owned" in result.stderr
    errors = json.loads(run("A", "--graph", "-", "--format", "json", given=given).stdout)["errors"]
    assert [error["field"] for error in errors] == ["line 2: percent", "line 3: owned"]


def test_a_party_that_is_not_there_is_told_with_the_nearest() -> None:
    result = run("Exemple", "--graph", str(EXAMPLES / "sixty-of-sixty.csv"), "--lang", "zh-Hant")
    assert result.exit_code == 2
    assert "查無" in result.stderr or "無此名稱" in result.stderr


def test_a_day_before_the_encoded_law_is_a_wrong_request() -> None:
    result = run("Straits Compute", "--graph", str(EXAMPLES / "two-quarters.csv"), "--on", "1999-01-01")
    assert result.exit_code == 2
    assert "not encoded" in result.stderr


# --- the picture ----------------------------------------------------------------------------------------------------


def drawn(name: str, tmp_path: Path, *arguments: str) -> ET.Element:
    file = tmp_path / "owners.svg"
    example(name, "--svg", str(file), *arguments)
    return ET.fromstring(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PARTIES)
@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_the_picture_says_in_words_what_it_shows(name: str, language: str, tmp_path: Path) -> None:
    svg = drawn(name, tmp_path, "--lang", language)
    title, description = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert svg.get("role") == "img"
    assert title is not None
    assert description is not None
    assert svg.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    nodes = plain(name)["drawing"]["nodes"]
    for node in nodes:
        assert node["name"] in (description.text or "")
    boxes = [rect for rect in svg.iter(f"{SVG}rect") if rect.get("width") == "196"]
    assert len(boxes) == len(nodes)


@pytest.mark.parametrize("name", PARTIES)
def test_no_two_boxes_overlap_and_all_stand_on_the_page(name: str, tmp_path: Path) -> None:
    svg = drawn(name, tmp_path)
    width, height = int(svg.get("width", 0)), int(svg.get("height", 0))
    boxes = [
        tuple(int(rect.get(side, "")) for side in ("x", "y", "width", "height"))
        for rect in svg.iter(f"{SVG}rect")
        if rect.get("width") == "196"
    ]
    for i, (x, y, w, h) in enumerate(boxes):
        assert 0 <= x <= x + w <= width
        assert 0 <= y <= y + h <= height
        for other_x, other_y, other_w, other_h in boxes[:i]:
            apart = x + w < other_x or other_x + other_w < x or y + h < other_y or other_y + other_h < y
            assert apart


def test_many_owners_are_drawn_by_what_matters_and_the_rest_is_counted(tmp_path: Path) -> None:
    stakes = "".join(f"N{i},A,1\n" for i in range(60))
    given = f"owner,owned,percent\n{stakes}L,A,2\n\nname,listed_on\nL,EL\n"
    file = tmp_path / "owners.svg"
    result = run("A", "--graph", "-", "--svg", str(file), given=given)
    assert "53 more, not drawn" in result.output
    assert "L (headquarters unknown) [EL]" in result.output
    assert "53 more owners not drawn" in file.read_text(encoding="utf-8")


def test_a_deep_chain_is_drawn_to_a_bounded_depth(tmp_path: Path) -> None:
    stakes = "".join(f"N{i + 1},N{i},100\n" for i in range(3_000))
    file = tmp_path / "owners.svg"
    result = run("N0", "--graph", "-", "--svg", str(file), given=f"owner,owned,percent\n{stakes}")
    assert result.exit_code == 0, result.output
    assert file.stat().st_size < 200_000


def test_the_picture_in_the_documents_is_what_the_command_draws(tmp_path: Path) -> None:
    """Drawn by the command with which `docs/ownership.md` begins."""
    file = tmp_path / "owners.svg"
    example = EXAMPLES / "sixty-of-sixty.csv"
    run(PARTIES[example.name][0], "--graph", str(example), "--on", "2026-11-10", "--svg", str(file))
    committed = EXAMPLES.parents[1] / "docs" / "pictures" / "owners.svg"
    assert file.read_text(encoding="utf-8") == committed.read_text(encoding="utf-8")
