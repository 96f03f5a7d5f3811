"""The index of names beside the store: made once for a version of the lists, and trusted only where it fits."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from tests.app.screening.conftest import EXAMPLES, TODAY, Desk

from weighbridge.app.screening.find import screen, screen_many
from weighbridge.app.screening.kept import keep_screenings
from weighbridge.app.screening.lists import KEPT, index_file, open_lists
from weighbridge.core.errors import Unavailable
from weighbridge.parties.judgement import Opinion
from weighbridge.parties.names.index import NameIndex
from weighbridge.parties.stated import StatedParty
from weighbridge.parties.store.screenings import screenings_of
from weighbridge.parties.store.store import open_store


def index_files(desk: Desk) -> list[Path]:
    return sorted(Path(desk.store).parent.glob("*.names"))


def test_the_index_is_made_once_and_then_opened(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_lists(desk.store, TODAY) as lists:
        made = lists.names.digest
    monkeypatch.setattr(NameIndex, "build", lambda parties: pytest.fail("it was made anew"))
    with open_lists(desk.store, TODAY) as lists:
        assert lists.names.digest == made


def test_a_damaged_index_is_made_anew(desk: Desk) -> None:
    with open_lists(desk.store, TODAY):
        [path] = index_files(desk)
    path.write_bytes(b"not an index")
    with open_lists(desk.store, TODAY) as lists:
        assert screen(lists, StatedParty("Blue Anvil Trading")).candidates


def test_a_new_version_of_a_list_gets_an_index_of_its_own_and_old_ones_are_dropped(desk: Desk, tmp_path: Path) -> None:
    text = (EXAMPLES / "list.csv").read_text(encoding="utf-8")
    for number in range(KEPT + 2):
        changed = tmp_path / f"{number}.csv"
        changed.write_text(text.replace("Blue Anvil Trading", f"Blue Anvil Trading {number}"), encoding="utf-8")
        desk.load(changed)
        with open_lists(desk.store, TODAY) as lists:
            assert lists.versions == {"consolidated": number + 2}
            [first, *_] = screen(lists, StatedParty(f"Blue Anvil Trading {number}")).candidates
            assert first.match.listed == f"Blue Anvil Trading {number} GmbH"

    assert len(index_files(desk)) == KEPT


def test_an_index_that_cannot_be_kept_costs_time_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: NameIndex, path: Path) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(NameIndex, "save", refuse)
    with open_lists(desk.store, TODAY) as lists:
        assert screen(lists, StatedParty("Blue Anvil Trading")).candidates
    assert index_files(desk) == []


def test_the_index_of_a_server_is_kept_in_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEIGHBRIDGE_CACHE_DIR", str(tmp_path))

    assert index_file("postgresql://a@b/c", []).parent == tmp_path
    assert "postgresql" not in index_file("postgresql://user:secret@b/c", []).name


def test_a_store_without_a_list_is_unavailable(tmp_path: Path) -> None:
    path = str(tmp_path / "empty.sqlite")
    open_store(path, create=True).close()

    with pytest.raises(Unavailable, match="lists import FILE"), open_lists(path, TODAY):
        pass


def test_what_is_screened_is_kept_with_the_versions_that_were_asked(desk: Desk) -> None:
    party = StatedParty("Copper Heron Computing")
    with open_lists(desk.store, TODAY) as lists:
        keep_screenings(lists, [screen(lists, party)], TODAY)
        keep_screenings(lists, [], TODAY)
    store = open_store(desk.store)
    with store.reading() as connection:
        [kept] = screenings_of(connection, party.key)
    store.close()

    assert kept.versions == {"consolidated": 1}
    assert [candidate.listed for candidate in kept.candidates] == ["Copper Heron Computing Pte. Ltd."]


def test_many_are_found_as_one_is_in_order_and_in_several_processes(desk: Desk) -> None:
    desk.judge(StatedParty("Harbour Lantern"), desk.entry("Harbour Lantern Electronics Sdn. Bhd."), Opinion.DIFFERENT)
    parties = [StatedParty(name) for name in ("Blue Anvil Trading", "Quiet Meadow Dairy", "Harbour Lantern")]
    with open_lists(desk.store, TODAY) as lists:
        one_by_one = [screen(lists, party) for party in parties]

        assert list(screen_many(lists, parties)) == one_by_one
        assert list(screen_many(lists, parties, workers=2)) == one_by_one


def test_whoever_was_once_judged_the_same_comes_up_again_however_unlike_the_names(desk: Desk) -> None:
    party = StatedParty("Studio of a Wholly Other Name")
    desk.judge(party, desk.entry("Blue Anvil Trading GmbH"), Opinion.SAME, TODAY - timedelta(1))
    with open_lists(desk.store, TODAY) as lists:
        assert [c.entry.name for c in screen(lists, party).same] == ["Blue Anvil Trading GmbH"]
