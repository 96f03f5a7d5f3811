"""What can happen to a store while a list is imported: the version that it held before is intact each time."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import date
from pathlib import Path

import psycopg
import pytest
from tests.parties.made import csv_text, numbered_rows, written

from weighbridge.core.errors import Unavailable
from weighbridge.parties.importing import import_file
from weighbridge.parties.lists.version import Origin
from weighbridge.parties.store import lists as stored
from weighbridge.parties.store import store as opening
from weighbridge.parties.store.store import Store, open_store

TODAY = date(2026, 7, 31)
IMPORT = """
import sys
from datetime import date
from pathlib import Path
from weighbridge.parties.importing import import_file
from weighbridge.parties.lists.version import Origin
from weighbridge.parties.store.store import open_store

def told(done, percent):
    print(done, flush=True)

day = date(2026, 7, 31)
import_file(open_store(sys.argv[1]), Path(sys.argv[2]), on=day, origin=Origin("x", day), progress=told)
"""


def import_numbered(store: Store, folder: Path, number: int, first: int = 1) -> None:
    path = written(folder / "list.csv", csv_text(numbered_rows(number, first=first)))
    import_file(store, path, on=TODAY, origin=Origin("x", TODAY))


def held(store: Store) -> tuple[list[int], int]:
    """The numbers of the versions, and how many entries the newest has when they are read one by one."""
    with store.reading() as connection:
        numbers = [version.number for version in stored.versions(connection, "consolidated")]
        return numbers, len(list(stored.entries(connection, "consolidated", numbers[0])))


@pytest.mark.parametrize("after", [500, 6_000, 12_000])
def test_a_killed_import_leaves_the_version_before_and_the_next_import_goes_through(
    store: Store, address: str, tmp_path: Path, after: int
) -> None:
    import_numbered(store, tmp_path, 100)
    path = written(tmp_path / "next.csv", csv_text(numbered_rows(12_000)))
    with subprocess.Popen([sys.executable, "-c", IMPORT, address, str(path)], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        while int(run.stdout.readline() or "0") < after:
            assert run.poll() is None, "the import ended before it could be killed"
        os.kill(run.pid, signal.SIGKILL)
    assert run.returncode == -signal.SIGKILL
    # After the last entry it is killed while the version is written: then it is there whole, or not at all.
    assert held(store) in [([1], 100), ([2, 1], 12_000)][: 1 + (after == 12_000)]
    import_file(store, path, on=TODAY, origin=Origin("x", TODAY))
    assert held(store) == ([2, 1], 12_000)


def test_a_full_disk_leaves_the_version_before_and_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "parties.sqlite"
    store = open_store(str(path), create=True)
    import_numbered(store, tmp_path, 100)
    with closing(sqlite3.connect(path)) as file:
        pages = file.execute("pragma page_count").fetchone()[0]
    # SQLite itself refuses to grow the file, as it does when the disk does.
    monkeypatch.setattr(opening, "SETTINGS", (*opening.SETTINGS, f"pragma max_page_count = {pages + 20}"))
    with pytest.raises(Unavailable, match=r"No room is left for the store .* is intact\. Free some space"):
        import_numbered(store, tmp_path, 4_000)
    monkeypatch.undo()
    assert held(store) == ([1], 100)
    import_numbered(store, tmp_path, 4_000)
    assert held(store) == ([2, 1], 4_000)


@pytest.mark.parametrize("address", ["postgresql"], indirect=True)
def test_a_server_without_room_is_told_apart_too(address: str, store: Store, tmp_path: Path) -> None:
    import_numbered(store, tmp_path, 100)
    refuse = "begin raise exception 'could not extend file' using errcode = '53100'; end"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"create function full_disk() returns trigger language plpgsql as $$ {refuse} $$")
        connection.execute("create trigger full_disk before insert on parties_list_entry execute function full_disk()")
    with pytest.raises(Unavailable, match="No room is left") as told:
        import_numbered(store, tmp_path, 200)
    assert "intact" in str(told.value)
    assert held(store) == ([1], 100)


def test_readers_go_on_while_a_list_is_being_written(store: Store, address: str, tmp_path: Path) -> None:
    import_numbered(store, tmp_path, 100)
    with store.writing() as connection:
        connection.exec_driver_sql("update parties_list_version set place = 'elsewhere'")
        started = time.monotonic()
        other = open_store(address)
        assert held(other) == ([1], 100)
        other.close()
    assert time.monotonic() - started < 5


def test_a_second_writer_waits_and_is_told_when_it_waits_in_vain(
    address: str, store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(opening, "WAIT_SECONDS", 1)
    other = open_store(address)
    with store.writing(), pytest.raises(Unavailable, match="being written by another process"):
        import_numbered(other, tmp_path, 1)
    import_numbered(other, tmp_path, 1)
    other.close()


def test_what_one_reader_sees_does_not_change_while_it_reads(store: Store, tmp_path: Path) -> None:
    import_numbered(store, tmp_path, 10)
    with store.reading() as connection:
        assert stored.current(connection, "consolidated") is not None
        import_numbered(store, tmp_path, 20)
        seen = stored.current(connection, "consolidated")
        assert seen is not None
        assert seen.number == 1


def test_a_store_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match=r"There is no store at .* Import a list first"):
        open_store(str(tmp_path / "absent.sqlite"))
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_no_store_is_said_and_left_alone(tmp_path: Path) -> None:
    path = written(tmp_path / "notes.txt", "These are notes.\n" * 200)
    with pytest.raises(Unavailable, match="is no store of Weighbridge"):
        open_store(str(path), create=True)
    assert path.read_text().startswith("These are notes.")


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    written(tmp_path / "file", "x")
    with pytest.raises(Unavailable, match="cannot be written"):
        open_store(str(tmp_path / "file" / "parties.sqlite"), create=True)


def test_a_folder_in_place_of_a_file_and_a_file_that_holds_nothing_are_said(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="cannot be written: unable to open database file"):
        open_store(str(tmp_path), create=True)
    with pytest.raises(Unavailable, match="There is no store at"):
        open_store(str(written(tmp_path / "empty.sqlite", "")))


@pytest.mark.parametrize("address", ["postgresql://nobody:secret@127.0.0.1:1/none", "postgresql://:::bad"])
def test_a_server_out_of_reach_is_said_without_its_password(address: str) -> None:
    with pytest.raises(Unavailable) as told:
        open_store(address)
    assert "secret" not in str(told.value)


def test_the_store_is_named_by_the_environment_or_lies_in_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from weighbridge.parties.store.where import store_address

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("WEIGHBRIDGE_STORE", raising=False)
    assert store_address() == str(tmp_path / "weighbridge" / "parties.sqlite")
    monkeypatch.setenv("WEIGHBRIDGE_STORE", "postgresql://host/base")
    assert store_address() == "postgresql://host/base"
    assert store_address("other.sqlite") == "other.sqlite"
