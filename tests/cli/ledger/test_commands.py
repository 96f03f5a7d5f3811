"""The commands of `weighbridge ledger`: what they enter, what they refuse, and with which exit code they leave."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.cli.ledger.office import DAY, Office
from tests.cluster import Cluster
from tests.ledger.conftest import cluster
from tests.ledger.stores import schema_in

from weighbridge.cli.ledger.program import COMMANDS
from weighbridge.cli.program import program

__all__ = ["cluster"]

BRAZIL = "country/BR/2025-2027"


@pytest.fixture
def brazil(office: Office) -> Office:
    """An office whose book limits Brazil."""
    office.ledger("limits", "country/BR", "--on", DAY)
    return office


def reserve(office: Office, key: str, amount: int, *, on: str = DAY, expires: str = "2025-07-01") -> str:
    return office.ledger("reserve", key, f"{BRAZIL}={amount}", "--on", on, "--expires", expires)


def test_the_help_names_every_command(office: Office) -> None:
    shown = office.ledger("--help")
    assert all(command in shown for command in COMMANDS)
    for command in COMMANDS:
        assert "--ledger" in office.ledger(command, "--help")


def test_a_ledger_is_opened_once_and_stays_as_it_is(brazil: Office) -> None:
    assert brazil.plain("open")["entries"] == 1
    assert "帳簿 main 已開立：1 筆分錄" in brazil.ledger("open", "--lang", "zh-Hant")


def test_a_ledger_that_is_not_there_is_not_made_by_mistake(office: Office) -> None:
    elsewhere = Office(office.folder, str(office.folder / "mistyped.db"))
    result = elsewhere.run("ledger", "headroom", "--format", "json")
    assert result.exit_code == 3
    assert "weighbridge ledger open" in json.loads(result.stdout)["errors"][0]["problem"]
    assert not (office.folder / "mistyped.db").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("reserve", "A", "x", "--expires", DAY), "No amount is given for an account. Found: x"),
        (("reserve", "A", "x=many", "--expires", DAY), "It is not a whole number. Found: many"),
        (("reserve", "A", "x=1.5", "--expires", DAY), "It is not a whole number. Found: 1.5"),
        (("reserve", "A", "x=1,5", "--expires", DAY), "It is not a whole number. Found: 1,5"),
        (("reserve", "A", "x=1,00", "--expires", DAY), "It is not a whole number. Found: 1,00"),
        (("reserve", "A", f"x={'9' * 5000}", "--expires", DAY), "more than a ledger counts"),
        (("reserve", "A", "license/D1/items=2xnvidia-h100-sxm5", "--expires", DAY), "counted in another unit"),
        (("reserve", "A", "x=9999999999999999", "--expires", DAY), "more than a ledger counts"),
        (("reserve", "A", "x=3xfoo-9000", "--expires", DAY), "The catalog has no such chip"),
        (("reserve", "A", "lpp//2025=1", "--expires", DAY), "It names no account that a book can have"),
        (("reserve", "A", "lpp/?/2025=1", "--expires", DAY), "a part that is not known"),
        (("reserve", "A", "x=1", "x=2", "--expires", DAY), "The account is named twice"),
        (("reserve", "A", "x=0", "--on", DAY, "--expires", DAY), "moves nothing"),
        (("reserve", "", "x=1", "--on", DAY, "--expires", DAY), "The key is empty"),
        (("reserve", "A", "x=1", "--on", DAY, "--expires", "2025-01-01"), "before it is made"),
        (("reserve", "A", "x=1", "--expires", "soon"), "does not match the format"),
        (("reserve", "A", "x=1"), "Missing option '--expires'"),
        (("reserve", "A", "x=1", "--ref", "order", "--expires", DAY), "It is no reference"),
        (("reserve", "A", "x=1", "--ref", "sharing=mine", "--expires", DAY), "Only what `ledger share` granted"),
        (("adjust", "A", "x=1", "--reason", "so"), "Missing option '--authority'"),
        (("limits", "planet/X", "--on", DAY), "The law of that day limits no such account"),
        (("limits", "country/XX", "--on", DAY), "'XX' is no destination"),
        (("limits", "lpp/Example/2024", "--on", DAY), "On that day the account is lpp/Example/2025"),
        (("limits", "country/BR", "--on", "2024-06-02"), "Found: country/BR. Accepted: none on that day"),
        (("limits", "country/BR", "--on", "1999-06-02"), "The law in force on 1999-06-02 is not encoded"),
        (("license", "D1", "--from", DAY, "--until", DAY, "--citation", "c"), "neither items nor TPP nor value"),
        (
            ("license", "D1", "--items", "5xnvidia-h100-sxm5", "--from", DAY, "--until", DAY, "--citation", "c"),
            "counted in another unit",
        ),
        (("share", "x", "--claim", "D-1=5", "--expires", DAY), "It does not say how many units"),
        (("share", "x", "--claim", "D=1x5", "--late", "D=2x5", "--expires", DAY), "Two claims have this key"),
        (("fits",), "What is asked about is not named"),
        (("verify", "no such file"), "does not exist"),
        (("export", "--as", "parquet"), "Parquet is written to a file"),
    ],
)
def test_a_wrong_request_says_what_is_wrong_and_enters_nothing(
    office: Office, arguments: tuple[str, ...], says: str
) -> None:
    assert says in office.ledger(*arguments, code=2)
    assert office.plain("open")["entries"] == 0


def test_all_that_is_wrong_is_said_at_once_and_in_the_readers_language(office: Office) -> None:
    result = office.run("ledger", "reserve", "A", "x", "y=z", "--expires", DAY, "--format", "json", "--lang", "zh-Hant")
    assert result.exit_code == 2
    assert [fault["problem"] for fault in json.loads(result.stdout)["errors"]] == ["未就帳戶填寫數量。", "並非整數。"]


def test_no_ledger_and_an_unknown_kind_of_ledger_are_wrong_requests() -> None:
    for url, says in (("", "No ledger is named"), ("mysql://x/y", "It names no kind of store")):
        result = CliRunner(env={"WEIGHBRIDGE_LEDGER": url}).invoke(program, ["ledger", "headroom"])
        assert result.exit_code == 2
        assert says in result.output


def test_a_reservation_is_posted_in_part_and_the_rest_is_free_again(brazil: Office) -> None:
    assert reserve(brazil, "D-1", 500).startswith(f"RESERVED  D-1 is reserved until 2025-07-01: {BRAZIL} +500")
    assert reserve(brazil, "D-1", 500).startswith("ALREADY_RESERVED")
    brazil.ledger("post", "D-1", f"{BRAZIL}=400", "--shipment", "S-88", "--on", "2025-06-20")
    assert brazil.left(BRAZIL) == 790_000_000 - 400
    assert brazil.plain("post", "D-1", f"{BRAZIL}=100", "--on", "2025-06-20", code=1)["status"] == "KEY_REUSED"
    assert brazil.plain("void", "D-1", "--on", "2025-06-20", code=1)["status"] == "RESERVATION_CLOSED"


def test_what_is_past_its_last_day_is_expired_by_the_next_draw_that_needs_it(brazil: Office) -> None:
    reserve(brazil, "D-1", 790_000_000)
    assert brazil.plain("post", "D-1", "--on", "2025-07-02", code=1)["status"] == "EXPIRED"
    (found,) = brazil.plain("headroom", BRAZIL, "--on", "2025-07-02", "--quarters", "1")
    assert found["lapsed"] == 790_000_000
    assert "RESERVED" in reserve(brazil, "D-2", 5, on="2025-07-02", expires="2025-09-01")
    assert brazil.left(BRAZIL, "2025-07-02") == 790_000_000 - 5


def test_expiry_is_entered_for_all_that_is_due_or_for_what_is_named(brazil: Office) -> None:
    assert "No open reservation was past its last day on 2025-06-02." in brazil.ledger("expire", "--on", DAY)
    assert brazil.plain("expire", "--on", DAY) == []
    reserve(brazil, "D-1", 5)
    reserve(brazil, "D-2", 5)
    assert brazil.plain("expire", "D-1", "--on", DAY, code=1)[0]["status"] == "NOT_EXPIRED"
    due = brazil.plain("expire", "--on", "2025-07-02")
    assert [entry["entry"]["content"]["reservation"] for entry in due] == ["D-1", "D-2"]


def test_a_balance_is_an_assertion_and_is_checked_anew_each_time(brazil: Office) -> None:
    claim = ("balance", f"{BRAZIL}=0", "--on", DAY)
    brazil.ledger(*claim)
    reserve(brazil, "D-1", 5)
    brazil.ledger(*claim)
    brazil.ledger("post", "D-1", "--on", DAY)
    differs = brazil.plain(*claim, code=1)
    assert (differs["status"], differs["asserted"], differs["found"]) == ("BALANCE_DIFFERS", 0, 5)


def test_a_correction_says_why_and_on_whose_authority(brazil: Office) -> None:
    why = ("--reason", "licensed before the ledger was opened", "--authority", "BIS, status of 1 June 2025")
    brazil.ledger("adjust", "O-1", f"{BRAZIL}=100,000,000", *why, "--on", DAY)
    assert brazil.left(BRAZIL) == 690_000_000
    brazil.ledger("adjust", "O-2", f"{BRAZIL}=-1_000", *why, "--on", DAY)
    assert brazil.left(BRAZIL) == 690_001_000


def test_a_limit_lowered_below_use_is_entered_and_refuses_every_draw(office: Office) -> None:
    office.ledger("limits", "country/BR", "--on", DAY, "--assured-from", DAY)
    reserve(office, "D-1", 800_000_000)
    lowered = office.plain("limits", "country/BR", "--on", DAY)
    assert lowered[0]["over"] == [{"account": BRAZIL, "by": 10_000_000}]
    assert "10,000,000" in lowered[0]["message"]
    assert office.plain("reserve", "D-2", f"{BRAZIL}=1", "--on", DAY, "--expires", DAY, code=1)["status"] == (
        "ALLOCATION_EXHAUSTED"
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("expire",),
        ("return", "R", f"{BRAZIL}=1", "--reason", "sent back"),
        ("attrition", "F", f"{BRAZIL}=1", "--reason", "broken"),
    ],
)
def test_nothing_gives_room_back_before_its_day_has_come(brazil: Office, arguments: tuple[str, ...]) -> None:
    reserve(brazil, "theirs", 10)
    assert "That day is yet to come" in brazil.ledger(*arguments, "--on", "9999-01-01", code=2)
    assert brazil.plain("open")["entries"] == 2


@pytest.mark.parametrize("arguments", [("export", "-o"), ("export", "--as", "parquet", "-o"), ("key",)])
def test_a_file_that_cannot_be_written_is_a_wrong_request(brazil: Office, arguments: tuple[str, ...]) -> None:
    nowhere = str(brazil.folder / "none" / "file")
    assert "in a folder that is there" in brazil.ledger(*arguments, nowhere, code=2)


def test_a_posting_in_part_forgets_no_account_of_the_reservation(brazil: Office) -> None:
    brazil.ledger("limits", "lpp/Example", "--on", DAY)
    lpp, until = "lpp/Example/2025", ("--on", DAY, "--expires", DAY)
    brazil.ledger("reserve", "D-1", f"{BRAZIL}=10", f"{lpp}=10", *until)

    assert f"Found: {lpp}" in brazil.ledger("post", "D-1", f"{BRAZIL}=10", "--on", DAY, code=2)
    assert "moves nothing" in brazil.ledger("post", "D-1", f"{BRAZIL}=0", f"{lpp}=0", "--on", DAY, code=2)
    brazil.ledger("post", "D-1", f"{BRAZIL}=10", f"{lpp}=0", "--on", DAY)
    assert (brazil.left(BRAZIL), brazil.left(lpp)) == (789_999_990, 26_900_000)


def test_each_book_of_a_ledger_is_kept_by_itself(brazil: Office) -> None:
    assert brazil.plain("headroom", BRAZIL, "--book", "other", "--on", DAY) == []


def test_a_statement_has_every_line_with_its_balance(brazil: Office) -> None:
    reserve(brazil, "D-1", 500)
    brazil.ledger("post", "D-1", "--shipment", "S-88", "--on", "2025-06-20")
    lines = brazil.plain("statement", BRAZIL)
    assert [(line["kind"], line["posted"], line["pending"]) for line in lines] == [
        ("limit", 0, 0),
        ("reserve", 0, 500),
        ("post", 500, 0),
    ]
    shown = brazil.ledger("statement", BRAZIL)
    assert "2025-06-20  posting  D-1  █+500  ▒-500  posted 500  pending 0  shipment S-88  a.ng" in shown
    assert "過帳" in brazil.ledger("statement", BRAZIL, "--lang", "zh-Hant")
    assert "no such account" in brazil.ledger("statement", "country/XX", code=1)


def test_headroom_is_shown_by_quarter_with_the_day_on_which_the_limit_binds(brazil: Office) -> None:
    reserve(brazil, "D-1", 79_000_000)
    shown = brazil.ledger("headroom", "--on", DAY)
    assert "2025-Q2 – 2026-Q1  ▒▒▒░░░░░░░░░░░░░░░░░░░░░  711,000,000 left of 790,000,000  until 2027-12-31" in shown
    # 79,000,000 in 90 days, 711,000,000 left: 810 days more are just filled, the next one passes.
    assert "At the rate of the last 90 days (79,000,000 in 90 days) the limit of 790,000,000 is passed on" in shown
    (found,) = brazil.plain("headroom", "--on", DAY)
    assert found["binds_on"] == str(date.fromordinal(date(2025, 6, 2).toordinal() + 811))
    assert "餘 711,000,000（限額 790,000,000）" in brazil.ledger("headroom", "--on", DAY, "--lang", "zh-Hant")
    assert "no such account" in brazil.ledger("headroom", "lpp/", "--on", DAY)


def test_headroom_says_why_nothing_can_be_drawn(office: Office) -> None:
    office.ledger("limits", "lpp/Example", "nveu/Bharat/IN", "uveu-outside/Group", "--on", DAY)
    shown = office.ledger("headroom", "--on", "2027-12-31", "--quarters", "2")
    assert "lpp/Example/2025 runs from 2025-05-15 to 2025-12-31" in shown
    assert "The limit of nveu/Bharat/IN is not published for that day." in shown
    assert "0 left of 25%" in shown


def test_headroom_ends_with_the_calendar(brazil: Office) -> None:
    (found,) = brazil.plain("headroom", "country/BR", "--on", "9999-12-30", "--quarters", "4")
    assert len(found["quarters"]) == 1


def test_headroom_is_drawn_in_both_languages(brazil: Office) -> None:
    reserve(brazil, "D-1", 79_000_000)
    brazil.ledger("post", "D-1", "--on", DAY)
    reserve(brazil, "D-2", 79_000_000)
    for language, word in (("en", "What is left: book main"), ("zh-Hant", "剩餘額度：帳簿 main")):
        file = brazil.folder / f"{language}.svg"
        brazil.ledger("headroom", "--on", DAY, "--chart", str(file), "--lang", language)
        picture = file.read_text(encoding="utf-8")
        assert word in picture
        assert 'class="s1"' in picture
        assert 'class="s2"' in picture
        assert "prefers-color-scheme: dark" in picture


def test_what_still_fits_is_told_for_each_way(brazil: Office) -> None:
    brazil.ledger("limits", "lpp/Exemplo", "--on", DAY)
    reserve(brazil, "D-1", 1000 * 15_832)
    brazil.ledger("reserve", "D-2", "lpp/Exemplo/2025=699xnvidia-h100-sxm5", "--on", DAY, "--expires", "2025-07-01")
    sale = ("--chip", "nvidia-h200-sxm", "--destination", "BR", "--consignee", "Exemplo", "--on", DAY)
    found = brazil.plain("fits", *sale)
    assert {way["way"]: way["units"] for way in found["ways"]} == {"LPP": 1000, "LICENSE": 48_898}
    assert [way["bound_by"] for way in found["ways"]] == ["lpp/Exemplo/2025", BRAZIL]
    assert {barred["way"] for barred in found["not_open"]} == {"NVEU", "UVEU"}
    shown = brazil.ledger("fits", *sale)
    assert "1,000 units  bound by lpp/Exemplo/2025" in shown
    assert "if a license is granted" in shown
    assert "1,000 單位" in brazil.ledger("fits", *sale, "--lang", "zh-Hant")


def test_what_fits_says_which_account_the_book_lacks_and_counts_licenses_in_hand(brazil: Office) -> None:
    terms = ("--from", DAY, "--until", "2026-06-01", "--citation", "BIS D100", "--items", "500")
    brazil.ledger("license", "D100", *terms, "--on", DAY)
    sale = ("--chip", "nvidia-h100-sxm5", "--destination", "BR", "--consignee", "Exemplo", "--on", DAY)
    found = brazil.plain("fits", *sale, "--license", "D100")
    assert found["not_kept"] == ["lpp/Exemplo/2025"]
    assert (found["ways"][0]["way"], found["ways"][0]["units"]) == ("LICENSE_IN_HAND", 500)
    assert "Facts are missing (received_this_year_tpp)" in brazil.ledger("fits", *sale)
    enforced = brazil.ledger("fits", *sale, "--track", "enforced")
    assert "No license is required, and nothing is limited." in enforced


def test_a_way_that_draws_on_nothing_takes_any_number(office: Office) -> None:
    found = office.ledger("fits", "--request", str(office.request("france-2000-h200")))
    assert "any number: it draws on no allocation" in found


def test_the_same_office_in_postgresql(tmp_path: Path, cluster: Cluster) -> None:
    office = Office(tmp_path, schema_in(cluster, tmp_path))
    office.ledger("open")
    office.ledger("limits", "country/BR", "--on", DAY)
    reserve(office, "D-1", 500)
    assert office.left(BRAZIL) == 790_000_000 - 500
    assert "all 2 entries are right" in office.ledger("verify")
    gone = Office(tmp_path, "postgresql://nobody@127.0.0.1:9/none")
    assert gone.run("ledger", "headroom").exit_code == 3


def test_a_ledger_in_memory_is_for_trials(tmp_path: Path) -> None:
    office = Office(tmp_path, "memory:")
    assert "RECORDED" in office.ledger("limits", "country/BR", "--on", DAY)
    assert office.plain("headroom") == []


def test_the_help_of_the_ledger_loads_neither_a_store_nor_the_law() -> None:
    script = (
        "import sys; from weighbridge.cli.program import program; program(['ledger', '--help'], standalone_mode=False)"
    )
    script += "; print([m for m in ('sqlite3', 'psycopg', 'weighbridge.law.compiled') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
