"""Screening at the command line: screen, judge, and a determination that reads the judgement."""

from __future__ import annotations

import json
import shlex
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from weighbridge.cli.program import program as main
from weighbridge.parties.importing import import_file
from weighbridge.parties.lists.version import Origin
from weighbridge.parties.store.store import open_store

EXAMPLES = Path(__file__).parents[2] / "examples" / "parties"
REQUEST = str(EXAMPLES / "malaysia-listed-end-user.yaml")
FRENCH = str(EXAMPLES / "france-owned-51-percent.yaml")


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=given)


def unfolded(result: Result) -> str:
    """What was printed, as one line."""
    return " ".join(result.output.split())


@pytest.fixture
def store(tmp_path: Path) -> str:
    """A store with the list of the examples, imported today."""
    path = str(tmp_path / "store.sqlite")
    opened = open_store(path, create=True)
    import_file(opened, EXAMPLES / "list.csv", on=date.today(), origin=Origin("list.csv", date.today()))
    opened.close()
    return path


def entry_of(store: str, name: str, *options: str) -> str:
    found = json.loads(run("screen", name, "--store", store, "--format", "json", *options).output)
    entry: str = found["candidates"][0]["entry"]
    return entry


def judge(store: str, name: str, opinion: str, *options: str) -> Result:
    told = ("--opinion", opinion, "--by", "A. Ng", "--reason", "same address")
    return run("judge", entry_of(store, name, *options), name, *options, *told, "--store", store)


def test_screen_shows_both_strings_the_score_and_why(store: str) -> None:
    result = run("screen", "Copper Heron Computing", "--store", store)

    assert result.exit_code == 0
    assert "PROBABLE_MATCH" in result.output
    assert "“Copper Heron Computing” ~ “Copper Heron Computing Pte. Ltd.”" in result.output
    assert "word: heron = heron" in result.output
    assert "Screened against consolidated, version 1" in result.output


def test_screen_speaks_traditional_chinese(store: str) -> None:
    assert "須由人判定" in run("screen", "Copper Heron Computing", "--store", store, "--lang", "zh-Hant").output


def test_nobody_near_is_no_promise(store: str) -> None:
    result = run("screen", "Quiet Meadow Dairy", "--store", store)

    assert "NO_MATCH" in result.output
    assert "no match no promise" in result.output


def test_a_file_is_screened_row_by_row(store: str) -> None:
    result = run("screen", str(EXAMPLES / "customers.csv"), "--store", store)

    assert result.exit_code == 0
    verdicts = {line[16:].partition("  ~")[0]: line.split()[0] for line in result.stdout.splitlines() if line}
    assert verdicts["Blue Anvil Trading"] == "PROBABLE_MATCH"
    assert verdicts["Quiet Meadow Dairy"] == "NO_MATCH"


def test_a_file_in_json_gives_one_object_a_line(store: str) -> None:
    result = run("screen", str(EXAMPLES / "customers.csv"), "--store", store, "--format", "json")

    assert len([json.loads(line) for line in result.stdout.splitlines()]) == 5


def test_faulty_rows_are_told_after_the_others(store: str) -> None:
    result = run("screen", "-", "--store", store, given="name,countries\nBlue Anvil,Atlantis\nBlue Anvil Trading,DE\n")

    assert result.exit_code == 2
    assert "PROBABLE_MATCH" in result.output
    assert "line 2.countries[0]" in result.output


def test_a_judgement_is_recorded_and_shown(store: str) -> None:
    result = judge(store, "Copper Heron Computing", "different")

    assert result.exit_code == 0
    assert "judged DIFFERENT by A. Ng" in run("screen", "Copper Heron Computing", "--store", store).output


def test_the_command_that_is_shown_records_the_judgement(store: str) -> None:
    found = json.loads(run("determine", REQUEST, "--lists", store, "--format", "json").output)
    [end_user] = [party for party in found["screening"]["parties"] if party["role"] == "end_user"]
    program, *words = shlex.split(end_user["candidates"][0]["judge"])
    answers = {"same|different|unsure": "different", "YOU": "A. Ng", "WHY": "another register"}

    assert program == "weighbridge"
    assert run(*(answers.get(word, word) for word in words)).exit_code == 0
    assert "INCOMPLETE" not in run("determine", REQUEST, "--lists", store).output


def test_determine_reads_the_judgement(store: str) -> None:
    assert "INCOMPLETE" in run("determine", REQUEST, "--lists", store).output
    judge(store, "Copper Heron Computing", "same", "--country", "MY", "--country", "SG")
    result = run("determine", REQUEST, "--lists", store)

    assert "as written (book)  LICENSE_REQUIRED POLICY_OF_DENIAL" in result.output
    assert "as enforced        LICENSE_REQUIRED POLICY_OF_DENIAL" in result.output
    assert "end user “Copper Heron Computing”: judged to stand on EL" in result.output
    assert "Lists consolidated: version 1" in result.output


def test_determine_reads_the_store_that_is_set(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEIGHBRIDGE_STORE", store)

    assert "“Copper Heron Computing Pte. Ltd.” on EL" in unfolded(run("determine", REQUEST))


def test_determine_reads_who_owns_whom(store: str) -> None:
    judge(store, "Silver Pagoda Semiconductor Co., Ltd.", "same", "--country", "CN")
    result = run("determine", FRENCH, "--lists", store, "--ownership", str(EXAMPLES / "owners.csv"))

    assert result.exit_code == 0
    assert "LICENSE_REQUIRED PRESUMPTION_OF_DENIAL" in result.output
    assert "owner “Silver Pagoda Semiconductor Co., Ltd.”: judged to stand on EL" in result.output


def test_an_order_book_is_screened_line_by_line(store: str, tmp_path: Path) -> None:
    line = {"on": "2025-10-15", "item": {"chip": "nvidia-a30"}, "quantity": 1, "destination": "MY", "origin": "US"}
    book = tmp_path / "book.jsonl"
    book.write_text(json.dumps({**line, "end_user": {"name": "Blue Anvil Trading", "location": "MY"}}) + "\n")

    assert "INCOMPLETE" in run("determine", str(book), "--lists", store).output


def test_a_store_that_is_not_there_leaves_with_3(tmp_path: Path) -> None:
    nowhere = str(tmp_path / "none.sqlite")

    assert run("screen", "Heron", "--store", nowhere).exit_code == 3
    assert run("determine", REQUEST, "--lists", nowhere).exit_code == 3


def test_fresh_lists_that_are_not_there_leave_with_3(store: str) -> None:
    result = run("screen", "Heron", "--store", store, "--require-fresh", "--on", "2099-01-01")

    assert result.exit_code == 3
    assert "weighbridge lists update" in result.output


@pytest.mark.parametrize("option", [("--require-fresh",), ("--ownership", str(EXAMPLES / "owners.csv"))])
def test_what_needs_lists_asks_for_them(option: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WEIGHBRIDGE_STORE", raising=False)
    result = run("determine", REQUEST, *option)

    assert result.exit_code == 2
    assert "--lists" in result.output


def test_a_new_version_of_a_list_tells_whom_it_concerns(store: str, tmp_path: Path) -> None:
    run("screen", str(EXAMPLES / "customers.csv"), "--store", store)
    assert run("screen", "--work", "--store", store).stdout == ""

    text = (EXAMPLES / "list.csv").read_text(encoding="utf-8")
    newer = tmp_path / "newer.csv"
    newer.write_text(text.replace("Glass Otter Optics Inc.", "Quiet Meadow Dairy Ltd."), encoding="utf-8")
    assert run("lists", "import", str(newer), "--store", store, "--accept-smaller").exit_code == 0
    [told] = [
        json.loads(line) for line in run("screen", "--work", "--store", store, "--format", "json").stdout.splitlines()
    ]

    assert (told["name"], told["why"], told["listed_as"]) == (
        "Quiet Meadow Dairy",
        "NEW_CANDIDATE",
        "Quiet Meadow Dairy Ltd.",
    )
    assert "Quiet Meadow Dairy: an entry that is new" in run("screen", "--work", "--store", store).stdout


@pytest.mark.parametrize("words", [("screen",), ("screen", "Heron", "--work")])
def test_screen_is_asked_for_one_thing(words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_a_judgement_names_countries_as_screening_does(store: str) -> None:
    heron, by_code = "Copper Heron Computing", ("--country", "MY", "--store", store, "--format", "json")
    assert judge(store, heron, "same", "--country", "Malaysia").exit_code == 0
    assert json.loads(run("screen", heron, *by_code).output)["candidates"][0]["judgement"]["stands"]

    told = ("--opinion", "same", "--by", "A. Ng", "--reason", "same address")
    refused = run("judge", entry_of(store, heron), heron, "--country", "Atlantis", *told, "--store", store)
    assert refused.exit_code == 2
    assert "No destination has this name" in unfolded(refused)
