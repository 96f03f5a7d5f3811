"""The commands: what they print, in which language, and with which exit code they leave."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from weighbridge.cli.main import main as start
from weighbridge.cli.program import program as main

EXAMPLES = Path(__file__).parents[2] / "examples"
INDIA = str(EXAMPLES / "india-1000-h100.yaml")


def run(*arguments: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=given)


def test_the_help_names_every_command_and_imports_none() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert all(command in result.output for command in ("ask", "classify", "determine", "law"))


def test_an_unknown_command_is_a_wrong_request() -> None:
    assert run("determin").exit_code == 2


def test_determine_answers_with_provision_and_allocation() -> None:
    result = run("determine", INDIA)
    assert result.exit_code == 0
    assert "EXCEPTION_AVAILABLE (LPP)" in result.output
    assert "15 CFR 740.29(d)" in result.output
    assert "as enforced        NO_LICENSE_REQUIRED" in result.output


def test_determine_answers_in_traditional_chinese() -> None:
    result = run("determine", INDIA, "--lang", "zh-Hant", "--explain")
    assert result.exit_code == 0
    assert "應辦事項" in result.output
    assert "總處理效能" in result.output


def test_json_fits_the_published_schema() -> None:
    schema = json.loads(run("determine", "--schema").output)
    jsonschema.Draft202012Validator.check_schema(schema)
    response = json.loads(run("determine", INDIA, "--format", "json", "--explain").output)
    jsonschema.validate(response, schema)
    classification = response["classification"]
    assert classification.pop("sources")
    assert classification == {
        "eccn": "3A090.a",
        "all_eccns": ["3A090.a"],
        "asserted_eccn": None,
        "tpp": 15832,
        "performance_density": "19.44",
        "unit_count": 1000,
        "total_tpp": 15832000,
        "stable_across_sources": True,
    }
    assert response["destination_group"] == "ALLOCATED"


def test_a_request_may_come_from_standard_input() -> None:
    assert run("determine", "-", given=Path(INDIA).read_bytes()).exit_code == 0


def test_no_request_is_a_wrong_request() -> None:
    assert run("determine").exit_code == 2


def test_an_unwanted_outcome_exits_with_1() -> None:
    assert run("determine", INDIA, "--fail-on", "LICENSE_REQUIRED").exit_code == 0
    assert run("determine", INDIA, "--fail-on", "EXCEPTION_AVAILABLE,PROHIBITED").exit_code == 1
    assert run("determine", INDIA, "--fail-on", "MAYBE").exit_code == 2


def test_the_two_clocks_are_options() -> None:
    assert "on 2022-10-06 is not encoded" in run("determine", INDIA, "--on", "2022-10-06").stderr
    assert run("determine", INDIA, "--on", "2022-10-07").exit_code == 0
    assert "published on 2022-10-12" in run("determine", INDIA, "--known-on", "2022-10-12").stderr
    assert run("determine", INDIA, "--known-on", "2022-10-13").exit_code == 0


def test_a_track_that_is_not_encoded_is_refused() -> None:
    result = run("determine", INDIA, "--track", "printed", "--format", "json")
    assert result.exit_code == 2
    assert "book" in json.loads(result.stdout)["errors"][0]["accepted"]


def test_faults_are_json_when_json_is_asked_for() -> None:
    result = run("determine", "-", "--format", "json", given="on: never\n")
    assert result.exit_code == 2
    assert [e["field"] for e in json.loads(result.stdout)["errors"]] == ["on"]


def test_an_order_book_is_answered_line_by_line(tmp_path: Path) -> None:
    lines = (EXAMPLES / "order-book.jsonl").read_text(encoding="utf-8").splitlines()[:3]
    book = tmp_path / "book.jsonl"
    book.write_text("\n".join([lines[0], "", "{}", lines[1]]), encoding="utf-8")
    result = run("determine", str(book))
    assert result.exit_code == 2
    assert len(result.stdout.splitlines()) == 2
    assert "line 3: on" in result.stderr
    book.write_text("\n".join(lines), encoding="utf-8")
    answers = [json.loads(line) for line in run("determine", str(book), "--format", "json").output.splitlines()]
    assert [answer["line"] for answer in answers] == [1, 2, 3]


@pytest.mark.parametrize(
    ("arguments", "eccn"),
    [
        (["nvidia-h100-sxm5"], "3A090.a"),
        (["nvidia-h20"], None),
        (["--tpp", "4800", "--datacenter"], "3A090.a"),
        (["--dense", "fp16=300", "--die-area", "800", "--datacenter"], "3A090.a"),
        (["--operations", "1.2e26", "--unpublished"], "4E091"),
    ],
)
def test_classify_names_the_paragraph(arguments: list[str], eccn: str | None) -> None:
    plain = json.loads(run("classify", *arguments, "--format", "json").output)
    assert plain["eccn"] == eccn
    assert run("classify", *arguments).exit_code == 0


def test_classify_says_what_is_not_known() -> None:
    assert "3A090.b" in run("classify", "--tpp", "2000", "--datacenter").output


def test_classify_says_where_sources_conflict() -> None:
    assert "sources conflict" in run("classify", "aws-trainium1").output


def test_law_list_and_show() -> None:
    assert "740.29" in run("law", "list").output
    assert "received_this_year_tpp" in run("law", "list", "--facts").output
    assert len(json.loads(run("law", "list", "--format", "json").output)) > 100
    shown = run("law", "show", "740.29")
    assert "26,900,000" in shown.output
    assert "not enforced 2025-05-13 –" in shown.output
    plain = json.loads(run("law", "show", "15 CFR 740.29", "--format", "json", "--lang", "zh-Hant").output)
    assert plain["compliance"] == "2025-05-15"


def test_law_show_of_an_unknown_provision_names_the_nearest() -> None:
    result = run("law", "show", "740.92")
    assert result.exit_code == 2
    assert "740.29" in result.stderr


def test_the_interview_asks_until_the_answer_is_settled(tmp_path: Path) -> None:
    request = tmp_path / "request.yaml"
    stated = Path(INDIA).read_text(encoding="utf-8").replace(", ultimate_parent_headquarters: IN}", "}")
    request.write_text(stated, encoding="utf-8")
    asked = run("ask", str(request), given="nonsense\nIndia\n")
    declined = run("ask", str(request), "--format", "json", given="\n" * 20)
    assert asked.exit_code == 0, asked.output
    assert "EXCEPTION_AVAILABLE (LPP)" in asked.output
    assert "No destination has this name" in asked.output
    assert json.loads(declined.stdout)["response"]["tracks"]["book"]["outcome"] == "INCOMPLETE"


def test_the_interview_can_start_from_nothing() -> None:
    result = run("ask", "--on", "2025-06-02", given="nvidia-h20\n10\nFR\n" + "\n" * 30)
    assert result.exit_code == 0, result.output
    eccn = run("ask", given="2025-06-02\n3A090.c\n10\nFR\n" + "\n" * 30)
    assert eccn.exit_code == 0, eccn.output


def test_the_help_kept_as_text_is_the_help_that_click_makes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["weighbridge", "--help"])
    start()
    made = CliRunner().invoke(main, ["--help"], prog_name="weighbridge", terminal_width=78).output
    assert capsys.readouterr().out == made


def test_law_diff_tells_what_two_laws_answer_differently() -> None:
    shown = run("law", "diff", "2026-08-01", "2026-08-01:enforced")
    assert "NO_LICENSE_REQUIRED" in shown.output
    assert "for example: " in shown.output
    assert json.loads(run("law", "diff", "2026-08-01", "2026-08-01", "--format", "json").output)["statements"] == []
    assert run("law", "diff", "tomorrow", "2026-08-01").exit_code == 2


def test_law_show_gives_a_text_that_is_not_in_force_as_it_stood_last() -> None:
    shown = run("law", "show", "742.6(b)(10)(iii)(A)(1).window", "--on", "2026-01-14")
    assert "Not in force on that day" in shown.output
    assert run("law", "show", "no such").exit_code == 2
