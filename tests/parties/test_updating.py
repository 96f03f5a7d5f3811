"""Updating a list from a server: the whole way, and all that a server can send instead of a list."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.parties.made import ROWS, csv_text, json_lines, numbered_rows, written
from tests.parties.server import Served, serving

from weighbridge.core.errors import Unavailable
from weighbridge.parties.importing import Imported, Policy
from weighbridge.parties.lists.fetch import Wanted
from weighbridge.parties.store import lists as stored
from weighbridge.parties.store.store import Store, open_store
from weighbridge.parties.updating import Update, update_list

MONDAY, FRIDAY = date(2026, 7, 27), date(2026, 7, 31)
GOOD = csv_text(numbered_rows(200)).encode()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """On SQLite alone: what depends on the database is tested where the store is."""
    return open_store(str(tmp_path / "parties.sqlite"), create=True)


def update(store: Store, served: Served, folder: Path, on: date = MONDAY, **options: Any) -> Imported:
    wanted = Wanted(served.address, sha256=options.pop("sha256", ""), timeout_seconds=5.0, attempts=2)
    asked = Update("consolidated", wanted, policy=Policy(**options))
    return update_list(store, asked, folder / "coming", on=on, pause=lambda _: None)


def held(store: Store) -> tuple[int, int, date]:
    with store.reading() as connection:
        version = stored.current(connection, "consolidated")
    assert version is not None
    return version.number, version.parties, version.confirmed


@pytest.mark.parametrize("packed", [False, True])
def test_a_list_is_fetched_and_imported_and_its_origin_is_kept(store: Store, tmp_path: Path, packed: bool) -> None:
    with serving(Served(gzip.compress(GOOD) if packed else GOOD, breaks=[500])) as served:
        version = update(store, served, tmp_path).version
        assert (version.parties, version.origin.place, version.origin.etag) == (200, served.address, '"one"')
    assert not list((tmp_path / "coming").glob("*.part"))


def test_a_list_that_is_still_the_same_is_confirmed_without_being_sent(store: Store, tmp_path: Path) -> None:
    with serving(Served(GOOD)) as served:
        update(store, served, tmp_path)
        assert not update(store, served, tmp_path, FRIDAY).new
        assert served.asked[-1]["if-none-match"] == '"one"'
    assert held(store) == (1, 200, FRIDAY)


def test_a_list_that_comes_again_under_another_mark_is_confirmed_too(store: Store, tmp_path: Path) -> None:
    with serving(Served(GOOD)) as served:
        update(store, served, tmp_path)
        served.etag = '"two"'
        assert not update(store, served, tmp_path, FRIDAY).new
    assert held(store) == (1, 200, FRIDAY)


LOGIN = b"<!DOCTYPE html>\n<html><body>Please log in.</body></html>"
TORN = GOOD[:-40]


@pytest.mark.parametrize(
    ("body", "how", "said"),
    [
        (LOGIN, {}, "This is a web page or XML, not a list"),
        (b"", {}, "The file is empty"),
        (TORN, {"with_length": False}, "ends within a line"),
        (csv_text(numbered_rows(100)).encode(), {}, "it lost more than 10%"),
        (GOOD.replace(b",Example Trading 7,", b",Example\0Trading 7,"), {}, "Line 8: It holds a NUL byte"),
        (gzip.compress(GOOD)[:-20], {"with_length": False}, "broken off or damaged"),
        (b'{"results": [{"source": "x"', {}, "breaks off or is damaged"),
        (b"PK\x03\x04", {}, "ZIP or Excel"),
        (b"a,b\n1,2\n", {}, "format of the file is not known"),
        (csv_text([]).encode(), {}, "names no party at all"),
    ],
)
def test_what_is_no_whole_list_is_refused_and_the_version_before_stays_in_use(
    store: Store, tmp_path: Path, body: bytes, how: dict[str, Any], said: str
) -> None:
    with serving(Served(GOOD)) as served:
        update(store, served, tmp_path)
    with serving(Served(body, etag='"bad"', **how)) as served:
        with pytest.raises(Unavailable, match=said):
            update(store, served, tmp_path, FRIDAY)
        # What was unusable is not taken up again: the next run asks for the whole file.
        served.body, served.etag, served.with_length = GOOD, '"good"', True
        assert not update(store, served, tmp_path, FRIDAY).new
        assert "range" not in served.asked[-1]
    assert held(store) == (1, 200, FRIDAY)


def test_a_torn_file_of_known_length_is_not_taken_for_the_whole(store: Store, tmp_path: Path) -> None:
    with (
        serving(Served(GOOD, breaks=[len(GOOD) - 40, 0, 0])) as served,
        pytest.raises(Unavailable, match="broke off after"),
    ):
        update(store, served, tmp_path)


def test_a_wrong_checksum_imports_nothing(store: Store, tmp_path: Path) -> None:
    with serving(Served(GOOD)) as served, pytest.raises(Unavailable, match="not the one published"):
        update(store, served, tmp_path, sha256="0" * 64)
    with store.reading() as connection:
        assert stored.sources(connection) == ()


def test_json_without_a_line_end_is_whole_when_its_last_bracket_is_there(store: Store, tmp_path: Path) -> None:
    entity = {"id": "a", "schema": "Person", "properties": {"name": ["A"], "topics": ["sanction"]}}
    body = json_lines(entity).strip().encode()
    with serving(Served(body, with_length=False)) as served:
        assert update(store, served, tmp_path).version.parties == 1


def test_a_shrunken_list_can_be_accepted(store: Store, tmp_path: Path) -> None:
    with serving(Served(GOOD)) as served:
        update(store, served, tmp_path)
        served.body, served.etag = csv_text(numbered_rows(100)).encode(), '"two"'
        update(store, served, tmp_path, FRIDAY, accept_smaller=True)
    assert held(store) == (2, 100, FRIDAY)


def test_what_is_imported_from_a_file_is_not_asked_for_by_its_mark(store: Store, tmp_path: Path) -> None:
    from weighbridge.parties.importing import import_file
    from weighbridge.parties.lists.version import Origin

    path = written(tmp_path / "list.csv", csv_text(ROWS))
    import_file(store, path, on=MONDAY, origin=Origin("list.csv", MONDAY, '"one"'))
    with serving(Served(GOOD)) as served:
        assert update(store, served, tmp_path, FRIDAY, accept_smaller=True).version.number == 2
