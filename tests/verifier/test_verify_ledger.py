"""The verifier that shares no code with the program: what it accepts, and the first wrong entry that it names."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.verifier.books import (
    ABROAD,
    BOOK,
    COUNTRY,
    FLEET,
    LIMITS,
    LPP,
    every_kind,
    export_of,
    exported,
    histories,
    sealed,
    store_of,
)
from verifier import verify_ledger
from verifier.verify_ledger import verify

from weighbridge.app.ledger.checking import check_export
from weighbridge.ledger.export import verify_export
from weighbridge.ledger.limit import Limit, Step
from weighbridge.ledger.movement import Kind, Leg, Movement
from weighbridge.ledger.verify import Wrong

PROGRAM = Path(verify_ledger.__file__)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """An export in which every kind of entry occurs."""
    return export_of(store_of(every_kind()), tmp_path / "book.jsonl")


def wrong(export: Path, **more: object) -> str:
    """Why the export is wrong, by the verifier."""
    with pytest.raises(verify_ledger.Wrong) as found:
        verify(str(export), **more)  # type: ignore[arg-type]
    return str(found.value)


def is_right(export: Path) -> bool:
    """What the program itself says of the export."""
    try:
        with export.open("rb") as lines:
            return not isinstance(check_export(lines), Wrong)
    except ValueError:
        return False


def forged(tmp_path: Path, *added: Movement) -> str:
    """Why a book is wrong to which a forger added entries, with a faultless chain of hashes."""
    return wrong(exported(sealed([*every_kind(), *added]), tmp_path / "forged.jsonl"))


def altered(export: Path, old: str, new: str) -> Path:
    text = export.read_text(encoding="utf-8")
    assert text.count(old) == 1
    export.write_text(text.replace(old, new), encoding="utf-8")
    return export


# --- it stands alone --------------------------------------------------------------------------------------------------


def test_it_imports_the_standard_library_alone() -> None:
    imports = [
        node for node in ast.walk(ast.parse(PROGRAM.read_text())) if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    names = {a.name for node in imports if isinstance(node, ast.Import) for a in node.names}
    names |= {str(node.module) for node in imports if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


def test_it_runs_without_the_package_and_with_any_number_of_processes(export: Path) -> None:
    for jobs in ("0", "2"):
        command = [sys.executable, "-I", str(PROGRAM), str(export), "--jobs", jobs]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert done.stdout.startswith(f"Book {BOOK}: all {len(every_kind())} entries are right")


def test_its_exit_code_tells_a_wrong_book_from_a_file_that_cannot_be_read(export: Path) -> None:
    altered(export, '["nveu/Ex/IN",20]', '["nveu/Ex/IN",21]')
    found = subprocess.run([sys.executable, str(PROGRAM), str(export)], capture_output=True, text=True)
    missing = subprocess.run([sys.executable, str(PROGRAM), "no such file"], capture_output=True, text=True)
    assert (found.returncode, missing.returncode) == (1, 2)
    assert "Entry 9 is wrong: it was altered" in found.stdout


def test_an_empty_book_is_right(tmp_path: Path) -> None:
    assert "all 0 entries" in verify(str(exported([], tmp_path / "empty.jsonl")))


# --- what was done to an export ---------------------------------------------------------------------------------------


def test_a_tampered_entry_is_found(export: Path) -> None:
    assert "Entry 12 is wrong: it was altered" in wrong(altered(export, '[["fair",10]]', '[["fair",1]]'))


def test_a_dropped_entry_is_found(export: Path) -> None:
    lines = export.read_text().splitlines(keepends=True)
    export.write_text("".join(lines[:9] + lines[10:]))
    assert "Entry 9 is wrong: entry 10 stands here; entry 9 is missing" in wrong(export)


def test_two_swapped_entries_are_found(export: Path) -> None:
    lines = export.read_text().splitlines(keepends=True)
    lines[8], lines[9] = lines[9], lines[8]
    export.write_text("".join(lines))
    assert "Entry 8 is wrong: entry 9 stands here" in wrong(export)


def test_an_edited_limit_is_found(export: Path) -> None:
    assert "Entry 1 is wrong: it was altered" in wrong(altered(export, '["2025-01-13",40,', '["2025-01-13",90,'))


def test_an_end_that_was_cut_off_is_found_by_the_first_line(export: Path) -> None:
    lines = export.read_text().splitlines(keepends=True)
    export.write_text("".join(lines[:-1]))
    assert "it is missing; the first line promises 19 entries" in wrong(export)
    export.write_text("".join(lines)[:-40])
    assert "Entry 19 is wrong: the line is not one that an export writes" in wrong(export)


def test_an_end_cut_off_with_a_first_line_to_match_is_found_by_a_checkpoint(tmp_path: Path) -> None:
    entries = sealed(every_kind())
    last = entries[-1]
    checkpoint = {"book": BOOK, "number": last.number, "hash": last.hash.hex(), "on": "2025-07-01"}
    whole = exported(entries, tmp_path / "whole.jsonl")
    cut = exported(entries[:-3], tmp_path / "cut.jsonl")
    assert "are right" in verify(str(whole), checkpoint)
    assert "are right" in verify(str(cut))
    assert "Entry 17 is wrong: it is missing; the checkpoint of 2025-07-01 saw 19" in wrong(cut, checkpoint=checkpoint)


def test_a_book_written_anew_is_found_by_a_checkpoint(tmp_path: Path) -> None:
    history = every_kind()
    checkpoint = {"book": BOOK, "number": 8, "hash": sealed(history)[7].hash.hex(), "on": "2025-07-01"}
    history[7] = replace(history[7], by="another")
    anew = exported(sealed(history), tmp_path / "anew.jsonl")
    assert "are right" in verify(str(anew))
    assert "Entry 8 is wrong: its hash is not that of the checkpoint" in wrong(anew, checkpoint=checkpoint)
    assert "the checkpoint is one of the book other" in wrong(anew, checkpoint={**checkpoint, "book": "other"})


# --- what a forger who recomputes the chain cannot hide ---------------------------------------------------------------

JUNE, JULY = date(2025, 6, 2), date(2025, 7, 1)


def reserve(*legs: tuple[str, int], on: date = JUNE) -> Movement:
    return Movement(Kind.RESERVE, on, "X", "forger", tuple(Leg(*leg) for leg in legs), expires=date(2026, 3, 1))


def test_an_overdrawn_account_is_found(tmp_path: Path) -> None:
    # 25 are posted to the flow of 40, 30 to the stock of 100.
    assert f"Entry 20 is wrong: it overdraws {LPP}: 25 + 16 = 41, and the limit is 40" in forged(
        tmp_path, reserve((LPP, 16))
    )
    assert f"it overdraws {COUNTRY}: 30 + 71 = 101, and the limit is 100" in forged(tmp_path, reserve((COUNTRY, 71)))


def test_a_draw_entered_late_that_a_lower_limit_since_forbids_is_found(tmp_path: Path) -> None:
    later = replace(reserve((COUNTRY, 10), on=date(2026, 1, 2)), key="Y")
    assert "30 + 41 = 71" not in forged(tmp_path, reserve((COUNTRY, 71)))
    assert "40 + 21 = 61, and the limit is 60" in forged(tmp_path, later, reserve((COUNTRY, 21)))


def test_a_wrong_ratio_is_found(tmp_path: Path) -> None:
    # 90 of 400 are reserved abroad, at most 25 of 100: ten more fit, eleven do not.
    assert f"it brings {ABROAD} above 25 of 100 parts of {FLEET}" in forged(tmp_path, reserve((ABROAD, 11)))
    assert "above 25 of 100" in forged(tmp_path, reserve((FLEET, -41)))
    lawful = exported(sealed([*every_kind(), reserve((ABROAD, 10))]), tmp_path / "lawful.jsonl")
    assert "are right" in verify(str(lawful))


def test_a_limit_raised_before_a_draw_is_an_entry_and_one_slipped_in_by_a_stranger_kind_is_found(
    tmp_path: Path,
) -> None:
    raised = replace(LIMITS[LPP], steps=(Step(date(2025, 1, 13), 90, "a new source"),))
    entry = Movement(Kind.LIMIT, JUNE, "raise", "keeper", limit=raised)
    lawful = exported(sealed([*every_kind(), entry, reserve((LPP, 65))]), tmp_path / "raised.jsonl")
    assert "are right" in verify(str(lawful))
    other = Movement(Kind.LIMIT, JUNE, "other", "keeper", limit=Limit(LPP, LIMITS[COUNTRY].kind, raised.steps))
    assert "was of another kind" in forged(tmp_path, other)


RESERVE = '{"by":"x","expires":"2025-07-01","key":"k","kind":"reserve","legs":[["country/IN",1]],"on":"2025-06-02"}'
VOID = '{"by":"x","key":"k","kind":"void","on":"2025-06-02","reservation":"D-3"}'
RETURN = '{"by":"x","key":"k","kind":"return","legs":[["country/IN",-1]],"on":"2025-06-02","reason":"r"}'


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{}", "malformed"),
        (VOID.replace("void", "gift"), "there is no kind of entry 'gift'"),
        (RESERVE.replace('"expires":"2025-07-01",', ""), "malformed (KeyError('expires'))"),
        (RESERVE.replace(",1]", ",1.5]"), "counted exactly"),
        (RESERVE.replace(",1]", ",true]"), "counted exactly"),
        (RESERVE.replace(",1]", ",0]"), "moves nothing"),
        (RESERVE.replace("[[", '[["country/IN",1],['), "names an account twice"),
        (RESERVE.replace("2025-07-01", "20250701"), "20250701 is no date"),
        (RESERVE.replace("2025-07-01", "2025-05-01"), "expires before it is made"),
        (VOID.replace('"k"', '"D-1"'), "its key 'D-1' was used before"),
        (VOID.replace("D-3", "\udc80"), "can't decode byte 0x80"),
        (VOID.replace(':"x"', ': "x"'), "canonical form"),
        (VOID.replace('"by":"x"', '"by":"x","by":"x"'), "canonical form"),
        (RETURN, "give nothing back for return"),
        (RETURN.replace('"r"', '""'), "does not say why"),
        (RETURN.replace("return", "balance").replace("-1", "31"), "asserts 31 posted to country/IN"),
    ],
)
def test_content_that_the_program_would_never_write_is_found(tmp_path: Path, content: str, why: str) -> None:
    export = exported(sealed(every_kind()), tmp_path / "book.jsonl")
    last = json.loads(export.read_text().splitlines()[-1])
    raw = content.encode("utf-8", "surrogateescape")
    digest = sha256(raw).digest()
    previous = bytes.fromhex(last["hash"])
    own = sha256(previous + (20).to_bytes(8, "big") + digest).hexdigest()
    line = f'{{"number":20,"previous":"{previous.hex()}","hash":"{own}","content":'.encode() + raw + b"}\n"
    export.write_bytes(export.read_bytes() + line)
    found = wrong(export)
    assert found.startswith("Entry 20 is wrong")
    assert why in found


# --- at random --------------------------------------------------------------------------------------------------------


@cache
def whole_export(file: Path) -> bytes:
    return export_of(store_of(every_kind()), file).read_bytes()


@given(at=st.integers(0, 10**6), to=st.integers(1, 255))
def test_any_single_byte_changed_in_an_export_is_found(
    at: int, to: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "changed.jsonl"
    whole = whole_export(file)
    place = at % len(whole)
    file.write_bytes(whole[:place] + bytes([whole[place] ^ to]) + whole[place + 1 :])
    wrong(file)
    assert not is_right(file)


@given(at=st.integers(0, 10**6), length=st.integers(1, 300))
def test_any_stretch_cut_out_of_an_export_is_found(
    at: int, length: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "cut.jsonl"
    whole = whole_export(file)
    place = at % len(whole)
    file.write_bytes(whole[:place] + whole[place + length :])
    wrong(file)
    assert not is_right(file)


@given(history=histories())
def test_whatever_the_rules_accepted_is_right(
    history: list[Movement], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = export_of(store_of(history), tmp_path_factory.getbasetemp() / "accepted.jsonl")
    assert "are right" in verify(str(file))


@given(history=histories())
def test_every_verifier_finds_the_same_first_entry_that_the_rules_do_not_allow(
    history: list[Movement], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = exported(sealed(history), tmp_path_factory.getbasetemp() / "forged.jsonl")
    found = verify_export(file.read_text(encoding="utf-8").splitlines(keepends=True))
    fast = check_export(file.read_bytes().splitlines(keepends=True))
    assert (type(fast), getattr(fast, "place", None)) == (type(found), getattr(found, "place", None))
    if isinstance(found, Wrong):
        assert wrong(file).startswith(f"Entry {found.place} is wrong")
    else:
        assert "are right" in verify(str(file))
