"""`weighbridge lists` and `weighbridge judge`: what they print, and with which exit code they leave."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.parties.made import ACME, DENIED, JOHN, ROWS, csv_text, numbered_rows, written
from tests.parties.server import Served, serving

from weighbridge.cli.program import program

PETROV = "consolidated/SDN/7001"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store, settings and a data folder of this test's own."""
    monkeypatch.setenv("WEIGHBRIDGE_STORE", str(tmp_path / "data" / "parties.sqlite"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("WEIGHBRIDGE_LISTS", raising=False)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(program, arguments)


def plain(*arguments: str) -> Any:
    return json.loads(run(*arguments, "--format", "json").stdout)


def imported(place: Path, *rows: Any, on: str = "2026-08-01") -> Result:
    path = written(place / "list.csv", csv_text(rows or ROWS))
    return run("lists", "import", str(path), "--dated", on, "--on", on)


def test_a_list_is_imported_from_a_file_and_its_state_shown(place: Path) -> None:
    done = imported(place)
    assert done.exit_code == 0, done.output
    assert "consolidated: version 1 imported, 4 entries." in done.output
    shown = run("lists", "status", "--on", "2026-08-08")
    assert shown.exit_code == 0
    assert "consolidated: version 1, 4 entries, 7 days old" in shown.output
    assert "SDN 2, DPL 1, EL 1" in shown.output


def test_the_same_file_again_is_recognised(place: Path) -> None:
    imported(place)
    assert "the same as version 1, which was last confirmed on 2026-08-05" in imported(place, on="2026-08-05").output
    assert plain("lists", "status", "--on", "2026-08-06")[0]["age_days"] == 1


def test_a_list_that_is_too_old_exits_with_3(place: Path) -> None:
    imported(place)
    shown = run("lists", "status", "--on", "2026-08-09")
    assert shown.exit_code == 3
    assert "8 days old; 7 are allowed" in shown.output
    (place / "weighbridge").mkdir()
    (place / "weighbridge" / "lists.toml").write_text("[consolidated]\nallowed_age_days = 30\n")
    assert run("lists", "status", "--on", "2026-08-09").exit_code == 0


def test_no_store_and_no_list_exit_with_3(place: Path) -> None:
    assert run("lists", "status").exit_code == 3
    assert run("lists", "changes").exit_code == 3
    assert run("judge", PETROV, "Ivan Petrov").exit_code == 3
    assert not (place / "data").exists()


def test_a_file_with_faulty_rows_exits_with_2_and_names_each_line(place: Path) -> None:
    path = written(place / "list.csv", csv_text(ROWS) + "a,b\n")
    refused = run("lists", "import", str(path))
    assert refused.exit_code == 2
    assert "Line 6: It has 2 fields where the header has 28." in refused.stderr
    done = plain("lists", "import", str(path), "--on-error", "skip", "--dated", "2026-08-01")
    assert (done["entries"], done["left_out"], done["faults"][0]["line"]) == (4, 1, 6)
    assert "1 rows of the list consolidated could not be read" in str(plain("lists", "status"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<html>", "This is a web page"),
        ("", "The file is empty"),
        ("a,b\n1,2\n", "not known"),
        (None, "cannot be read"),
    ],
)
def test_what_is_no_list_exits_with_2(place: Path, content: str | None, said: str) -> None:
    path = place / "list.csv"
    if content is not None:
        path.write_text(content)
    refused = run("lists", "import", str(path))
    assert refused.exit_code == 2
    assert said in refused.stderr
    assert "Traceback" not in refused.output


def test_a_shrunken_list_is_refused_and_can_be_accepted(place: Path) -> None:
    imported(place, *numbered_rows(20))
    assert imported(place, *numbered_rows(10)).exit_code == 2
    path = str(place / "list.csv")
    assert run("lists", "import", path, "--accept-smaller").exit_code == 0


def test_a_list_is_kept_under_the_name_that_is_given(place: Path) -> None:
    path = written(place / "own.csv", "name\nExample Trading\n")
    assert plain("lists", "import", str(path))["source"] == "own"
    assert plain("lists", "import", str(path), "--as", "watch", "--layout", "own-csv")["source"] == "watch"
    assert run("lists", "import", str(path), "--as", "../watch").exit_code == 2
    assert run("lists", "import", str(path), "--layout", "ftm").exit_code == 2


def test_a_list_is_updated_from_an_address(place: Path) -> None:
    with serving(Served(csv_text(ROWS).encode(), breaks=[1_000])) as served:
        done = run("lists", "update", "--url", served.address, "--on", "2026-08-01")
        assert done.exit_code == 0, done.output
        again = plain("lists", "update", "--url", served.address, "--on", "2026-08-03")
    assert (again[0]["new"], again[0]["confirmed"], again[0]["origin"]) == (False, "2026-08-03", served.address)


def test_one_list_that_cannot_be_had_does_not_keep_the_others_from_being_updated(place: Path) -> None:
    with serving(Served(csv_text(ROWS).encode())) as good, serving(Served(b"<html>")) as bad:
        (place / "weighbridge").mkdir()
        settings = "".join(f"[{name}]\naddress = '{served.address}'\n" for name, served in (("a", bad), ("b", good)))
        (place / "weighbridge" / "lists.toml").write_text(settings)
        done = run("lists", "update", "a", "b", "--attempts", "1")
        as_json = run("lists", "update", "a", "b", "--format", "json")
    assert done.exit_code == 3
    assert "b: version 1 imported" in done.stdout
    assert "This is a web page" in done.stderr
    assert [("error" in row, row["source"]) for row in json.loads(as_json.stdout)] == [(True, "a"), (False, "b")]


def test_an_update_that_is_asked_wrongly_exits_with_2() -> None:
    assert run("lists", "update", "nobody").exit_code == 2
    assert run("lists", "update", "a", "b", "--url", "https://x").exit_code == 2


def test_what_changed_is_shown_entry_by_entry(place: Path) -> None:
    imported(place, ACME, JOHN, DENIED)
    imported(
        place, {**ACME, "alt_names": "New Name", "license_policy": "Policy of denial"}, JOHN, {**DENIED, "name": "X"}
    )
    shown = run("lists", "changes")
    assert shown.exit_code == 0
    assert "1 added, 1 removed, 1 changed" in shown.output
    assert "license_policy: Presumption of denial → Policy of denial" in shown.output
    assert "+ aliases: New Name" in shown.output
    made = plain("lists", "changes", "consolidated", "--from", "1", "--to", "2")
    assert made["changed"][0]["fields"]["license_policy"]["after"] == "Policy of denial"
    assert [party["name"] for party in made["removed"]] == ["I. SAMPLE"]
    every = run("lists", "status", "--all", "--on", "2026-08-01")
    assert "version 1 of 2026-08-01: 3 entries" in every.output


def test_a_pair_is_judged_and_the_judgement_is_shown(place: Path) -> None:
    imported(place)
    judge = ("judge", PETROV, "Ivan Petrov", "--country", "ru")
    assert "Nobody has judged this pair." in run(*judge).output
    done = run(
        *judge, "--opinion", "different", "--by", "A. Ng", "--reason", "Born in another year.", "--on", "2026-08-01"
    )
    assert done.exit_code == 0, done.output
    assert "a different party – A. Ng, 2026-08-01: Born in another year." in done.output
    assert "不同當事人" in run(*judge, "--lang", "zh-Hant").output
    other = plain("judge", PETROV, "Ivan Petrov")
    assert (other["stands"], other["changed"]) == (False, ["party"])


def test_what_changed_since_a_judgement_and_what_others_found_is_shown(place: Path) -> None:
    imported(place)
    judge = ("judge", PETROV, "Ivan Petrov")
    for opinion, by in (("unsure", "A. Ng"), ("different", "B. Wu")):
        run(*judge, "--opinion", opinion, "--by", by, "--reason", "Papers.", "--on", "2026-08-01")
    imported(place, *ROWS[:1], {**JOHN, "addresses": "DE"}, *ROWS[2:], on="2026-08-02")
    shown = run(*judge, "--country", "KZ").output
    assert "a different party – B. Wu" in shown
    assert "The list entry has changed since." in shown
    assert "What is stated of the party has changed since." in shown
    assert "unsure – A. Ng, 2026-08-01: Papers." in shown


def test_a_judgement_without_person_or_reason_exits_with_2_and_names_both(place: Path) -> None:
    imported(place)
    refused = run("judge", PETROV, "Ivan Petrov", "--opinion", "same")
    assert refused.exit_code == 2
    assert [line.partition(":")[0] for line in refused.stderr.splitlines()] == ["by", "reason"]


def test_progress_shows_on_a_terminal_and_not_in_a_pipe(place: Path) -> None:
    path = written(place / "list.csv", csv_text(numbered_rows(3_000)))
    command = [str(Path(sys.executable).parent / "weighbridge"), "lists", "import", str(path)]
    piped = subprocess.run([*command, "--as", "one"], capture_output=True, text=True, check=True)
    assert piped.stderr == ""
    ours, theirs = pty.openpty()
    with subprocess.Popen([*command, "--as", "two"], stdout=subprocess.PIPE, stderr=theirs) as terminal:
        terminal.communicate()
    os.close(theirs)
    assert "1,000 entries read, " in os.read(ours, 100_000).decode()
    os.close(ours)


def test_without_the_extra_it_is_said_what_to_install(place: Path) -> None:
    hide = "import sys; sys.modules['sqlalchemy'] = None; from weighbridge.cli.program import program; program()"
    ran = subprocess.run([sys.executable, "-c", hide, "lists", "status"], capture_output=True, text=True)
    assert ran.returncode == 3
    assert "needs the package sqlalchemy, which is not installed: pip install 'weighbridge[parties]'" in ran.stderr
