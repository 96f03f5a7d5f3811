"""What an auditor does: verify, checkpoint, export."""

from __future__ import annotations

import csv
import json
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from tests.cli.ledger.office import DAY, Office
from tests.house.places import ROOT

BRAZIL = "country/BR/2025-2027"


@pytest.fixture
def audited(office: Office) -> Office:
    """An office with a book of a few entries, a key, and a checkpoint after the second of them."""
    office.ledger("limits", "country/BR", "--on", DAY)
    office.ledger("reserve", "D-1", f"{BRAZIL}=500", "--on", DAY, "--expires", "2025-07-01")
    office.ledger("key", path(office, "audit.key"))
    signing = ("--key", path(office, "audit.key"), "-o", path(office, "checkpoint"))
    office.ledger("checkpoint", *signing, "--on", DAY)
    office.ledger("post", "D-1", "--shipment", "S-88", "--on", "2025-06-20")
    office.ledger("export", "-o", path(office, "book.jsonl"))
    return office


def path(office: Office, name: str) -> str:
    return str(office.folder / name)


def against_checkpoint(office: Office) -> tuple[str, ...]:
    return ("--checkpoint", path(office, "checkpoint"), "--public-key", path(office, "audit.key.pub"))


def cut(office: Office, entries: int) -> str:
    """The export as a forger would cut it: its first line says what is left."""
    head, *lines = Path(path(office, "book.jsonl")).read_text().splitlines(keepends=True)
    last = json.loads(lines[entries - 1])["hash"]
    plain = json.loads(head) | {"entries": entries, "head": last}
    file = Path(path(office, "cut.jsonl"))
    file.write_text("".join([json.dumps(plain, separators=(",", ":"), sort_keys=True) + "\n", *lines[:entries]]))
    return str(file)


def test_a_book_and_its_export_are_verified_against_a_signed_checkpoint(audited: Office) -> None:
    for what in ((), (path(audited, "book.jsonl"),)):
        shown = audited.ledger("verify", *what, *against_checkpoint(audited))
        assert "Book main: all 3 entries are right" in shown
        assert "It begins with what the checkpoint of 2025-06-02 saw, up to entry 2." in shown
        assert "The checkpoint was signed with this key." in shown
        assert "全部 3 筆分錄正確" in audited.ledger("verify", *what, "--lang", "zh-Hant")
        found = audited.plain("verify", *what, *against_checkpoint(audited))
        assert (found["right"], found["entries"], found["checkpoint"]["signed"]) == (True, 3, True)


def test_the_verifier_without_this_program_says_the_same(audited: Office) -> None:
    program = str(ROOT / "verifier" / "verify_ledger.py")
    given = [path(audited, "book.jsonl"), "--checkpoint", path(audited, "checkpoint")]
    done = subprocess.run([sys.executable, "-I", program, *given], capture_output=True, text=True)
    assert (done.returncode, done.stdout.split(";")[0]) == (0, "Book main: all 3 entries are right")


def test_a_signature_that_was_not_checked_is_not_called_good(audited: Office) -> None:
    shown = audited.ledger("verify", "--checkpoint", path(audited, "checkpoint"))
    assert "was not checked" in shown


def test_a_checkpoint_signed_by_somebody_else_is_refused(audited: Office) -> None:
    audited.ledger("key", path(audited, "other.key"))
    other = ("--checkpoint", path(audited, "checkpoint"), "--public-key", path(audited, "other.key.pub"))
    assert "was not signed with this key" in audited.ledger("verify", *other, code=1)


def test_an_end_that_was_cut_off_is_found_by_the_checkpoint(audited: Office) -> None:
    shortened = cut(audited, 1)
    assert "all 1 entries are right" in audited.ledger("verify", shortened)
    shown = audited.ledger("verify", shortened, *against_checkpoint(audited), code=1)
    assert "Entry 2 is wrong: it is missing; the checkpoint of 2025-06-02 saw 2 entries." in shown
    assert "分錄第 2 號有誤" in audited.ledger(
        "verify", shortened, *against_checkpoint(audited), "--lang", "zh-Hant", code=1
    )


def test_a_book_written_anew_is_found_by_the_checkpoint(audited: Office) -> None:
    anew = Office(audited.folder, path(audited, "anew.db"))
    anew.ledger("open")
    assert "it is missing" in anew.ledger("verify", *against_checkpoint(audited), code=1)
    anew.ledger("limits", "country/BR", "--on", DAY)
    anew.ledger("reserve", "D-1", f"{BRAZIL}=400", "--on", DAY, "--expires", "2025-07-01")
    shown = anew.ledger("verify", *against_checkpoint(audited), code=1)
    assert "Entry 2 is wrong: its hash is not that of the checkpoint of 2025-06-02: written anew." in shown
    other = audited.ledger("verify", "--book", "other", *against_checkpoint(audited), code=1)
    assert "the checkpoint is one of the book main" in other


def test_a_row_edited_in_the_database_is_found(audited: Office) -> None:
    with sqlite3.connect(audited.url) as connection:
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute("UPDATE entry SET content = replace(content, ',500]', ',50]') WHERE number = 2")
    connection.close()
    assert "Entry 2 is wrong" in audited.ledger("verify", code=1)
    assert audited.plain("verify", code=1)["entry"] == 2


def test_a_checkpoint_of_an_empty_book_is_one_of_its_name_alone(office: Office) -> None:
    office.ledger("key", path(office, "audit.key"))
    office.ledger("checkpoint", "--key", path(office, "audit.key"), "-o", path(office, "checkpoint"), "--on", DAY)
    assert "up to entry 0" in office.ledger("verify", *against_checkpoint(office))
    office.ledger("export", "-o", path(office, "book.jsonl"))
    assert "all 0 entries" in office.ledger("verify", path(office, "book.jsonl"), *against_checkpoint(office))


def test_a_checkpoint_is_printed_where_no_file_is_named(audited: Office) -> None:
    first, second = audited.ledger("checkpoint", "--key", path(audited, "audit.key"), "--on", DAY).splitlines()
    assert json.loads(first).keys() == {"book", "hash", "number", "on"}
    assert second.startswith("ed25519 ")


def test_a_private_key_is_its_owners_alone_and_is_never_overwritten(audited: Office) -> None:
    key = Path(path(audited, "audit.key"))
    before = key.read_bytes()
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert "never overwritten" in audited.ledger("key", str(key), code=2)
    assert key.read_bytes() == before
    assert set(audited.plain("key", path(audited, "new.key"))) == {"private_key", "public_key"}


def test_what_is_no_checkpoint_no_key_and_no_export_is_a_wrong_request(audited: Office) -> None:
    nonsense = Path(path(audited, "nonsense"))
    nonsense.write_text("nonsense\n")
    assert "not a checkpoint" in audited.ledger("verify", "--checkpoint", str(nonsense), code=2)
    assert "private key cannot be read" in audited.ledger("checkpoint", "--key", str(nonsense), "--on", DAY, code=2)
    assert "not an export of a ledger" in audited.ledger("verify", str(nonsense), code=2)


def test_a_book_becomes_a_table_of_every_account_touched(audited: Office) -> None:
    with (audited.folder / "book.csv").open("w", encoding="utf-8") as file:
        file.write(audited.ledger("export", "--as", "csv"))
    with (audited.folder / "book.csv").open(encoding="utf-8", newline="") as file:
        from_csv = list(csv.DictReader(file))
    audited.ledger("export", "-o", path(audited, "book.parquet"))
    from_parquet = pq.read_table(path(audited, "book.parquet")).to_pylist()
    assert [(row["kind"], row["posted"], row["pending"]) for row in from_parquet] == [
        ("limit", 0, 0),
        ("reserve", 0, 500),
        ("post", 500, 0),
    ]
    for csv_row, parquet_row in zip(from_csv, from_parquet, strict=True):
        assert csv_row == {name: "" if value is None else str(value) for name, value in parquet_row.items()}


def test_a_text_that_a_spreadsheet_would_run_is_made_harmless(audited: Office) -> None:
    audited.ledger("void", "D-1", "--on", DAY, code=1)
    audited.ledger("reserve", "=cmd()", f"{BRAZIL}=1", "--on", DAY, "--expires", DAY)
    assert "'=cmd()" in audited.ledger("export", "--as", "csv")
    assert '"key":"=cmd()"' in audited.ledger("export")
