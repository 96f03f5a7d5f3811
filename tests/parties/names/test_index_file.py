"""An index in a file: whole or not at all, safe to open, refused when damaged."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.parties.names.lists import EVERYONE, INDEX

from weighbridge.parties.listed import ListedParty
from weighbridge.parties.names import building
from weighbridge.parties.names import index as index_module
from weighbridge.parties.names.arrays import IndexUnreadable
from weighbridge.parties.names.index import NameIndex
from weighbridge.parties.names.match import Query

QUERIES = ("Huawei Tech", "Petroff", "SMIC", "上海星海科技", "nobody")


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "names.index"
    INDEX.save(path)
    return path


def test_an_opened_index_answers_as_the_built_one_does(saved: Path) -> None:
    opened = NameIndex.open(saved)

    assert [opened.search(Query(query)) for query in QUERIES] == [INDEX.search(Query(query)) for query in QUERIES]
    assert (opened.digest, opened.names_digest, opened.size) == (INDEX.digest, INDEX.names_digest, INDEX.size)


def test_the_same_list_gives_the_same_file(saved: Path, tmp_path: Path) -> None:
    NameIndex.build(EVERYONE).save(tmp_path / "again")

    assert (tmp_path / "again").read_bytes() == saved.read_bytes()


def test_another_list_has_another_digest() -> None:
    other = NameIndex.build(EVERYONE[1:])

    assert other.digest != INDEX.digest
    assert other.names_digest != INDEX.names_digest


def test_an_index_tells_which_version_of_the_list_it_was_built_of(tmp_path: Path) -> None:
    NameIndex.build(EVERYONE, list_version="9f2c").save(tmp_path / "index")

    assert NameIndex.open(tmp_path / "index").list_version == "9f2c"


def test_saving_again_replaces_the_file_and_leaves_no_other(saved: Path) -> None:
    NameIndex.build(EVERYONE[:3]).save(saved)

    assert NameIndex.open(saved).names_digest == NameIndex.build(EVERYONE[:3]).names_digest
    assert list(saved.parent.iterdir()) == [saved]


def test_an_index_that_cannot_be_written_leaves_the_old_one_as_it_was(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = saved.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        NameIndex.build(EVERYONE[:3]).save(saved)

    assert saved.read_bytes() == before
    assert list(saved.parent.iterdir()) == [saved]


@pytest.mark.parametrize("kept", [0, 10, 24, 30, 200, 5_000])
def test_a_file_cut_short_is_refused_with_the_remedy(saved: Path, kept: int) -> None:
    saved.write_bytes(saved.read_bytes()[:kept])

    with pytest.raises(IndexUnreadable, match="Build it anew from the lists"):
        NameIndex.open(saved)


@pytest.mark.parametrize("share", [0.01, 0.2, 0.5, 0.9])
def test_a_file_with_one_byte_altered_is_refused(saved: Path, share: float) -> None:
    data = bytearray(saved.read_bytes())
    data[int(len(data) * share)] ^= 1
    saved.write_bytes(data)

    with pytest.raises(IndexUnreadable):
        NameIndex.open(saved)


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html>", encoding="utf-8")

    with pytest.raises(IndexUnreadable, match="does not begin as one of this version does"):
        NameIndex.open(path)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(IndexUnreadable, match="No such file"):
        NameIndex.open(tmp_path / "none")


def test_an_index_of_another_version_of_the_program_is_refused(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "_RULES", -1)
    assert building.rules_digest() != "", "the digest is taken again, not remembered"
    monkeypatch.setattr(index_module, "rules_digest", building.rules_digest)

    with pytest.raises(IndexUnreadable, match="another version of the program built it"):
        NameIndex.open(saved)


def test_whoever_changes_what_an_index_holds_raises_its_version() -> None:
    # Another digest: raise `_RULES` in building.py, so that indexes built before are refused, and note the digest here.
    assert (building._RULES, INDEX.digest[:16]) == (1, "4cfba71a13b92610")


def test_an_index_of_no_party_can_be_kept_and_opened(tmp_path: Path) -> None:
    nobody: tuple[ListedParty, ...] = ()
    NameIndex.build(nobody).save(tmp_path / "empty")

    assert NameIndex.open(tmp_path / "empty").search(Query("Huawei")) == ()
