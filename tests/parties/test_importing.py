"""Importing: versions are kept whole, the same bytes are recognised, and what is wrong changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.parties.made import ACME, DENIED, JOHN, ROWS, SHIP, Row, csv_text, numbered_rows, read_all, written

from weighbridge.parties.importing import Imported, OnError, Policy, ShrunkenList, import_file
from weighbridge.parties.listed import ListedParty
from weighbridge.parties.lists.faults import FaultyRows, UnreadableList
from weighbridge.parties.lists.version import Origin
from weighbridge.parties.store import lists as stored
from weighbridge.parties.store.store import Store

EXAMPLE = count()
MONDAY, FRIDAY = date(2026, 7, 27), date(2026, 7, 31)


def import_text(store: Store, folder: Path, text: str, on: date = MONDAY, **options: Any) -> Imported:
    path = written(folder / "list.csv", text)
    return import_file(store, path, on=on, origin=Origin("list.csv", on), **options)


def import_rows(store: Store, folder: Path, rows: Iterable[Row], on: date = MONDAY, **options: Any) -> Imported:
    return import_text(store, folder, csv_text(rows), on, **options)


def held(store: Store, number: int, source: str = "consolidated") -> list[ListedParty]:
    with store.reading() as connection:
        return list(stored.entries(connection, source, number))


def numbers(store: Store) -> list[int]:
    with store.reading() as connection:
        return [version.number for version in stored.versions(connection, "consolidated")]


def test_a_list_is_kept_with_digest_origin_days_and_counts(store: Store, tmp_path: Path) -> None:
    version = import_rows(store, tmp_path, ROWS).version
    with store.reading() as connection:
        assert stored.current(connection, "consolidated") == version
        assert stored.sources(connection) == ("consolidated",)
    assert (version.number, version.format) == (1, "consolidated-csv/1")
    assert version.counts == {"EL": 1, "SDN": 2, "DPL": 1}
    assert (version.origin.place, version.origin.dated, version.confirmed) == ("list.csv", MONDAY, MONDAY)
    assert len(version.sha256) == 64
    assert version.bytes == (tmp_path / "list.csv").stat().st_size


def test_what_was_read_comes_back_word_for_word(store: Store, tmp_path: Path) -> None:
    import_rows(store, tmp_path, ROWS)
    read, _ = read_all(tmp_path / "list.csv")
    assert held(store, 1) == sorted(read, key=lambda party: party.id)
    with store.reading() as connection:
        assert stored.entry(connection, "consolidated/SDN/7001") in read
        assert stored.entry(connection, "consolidated/SDN/1") is None


def test_the_same_bytes_again_are_recognised_packed_or_not(store: Store, tmp_path: Path) -> None:
    first = import_rows(store, tmp_path, ROWS)
    packed = written(tmp_path / "list.csv.gz", csv_text(ROWS))
    again = import_file(store, packed, on=FRIDAY, origin=Origin("list.csv.gz", FRIDAY))
    assert (first.new, again.new, again.version.number) == (True, False, 1)
    # A copy of a file says nothing about what is published today; a publisher's answer does.
    assert again.version.confirmed == MONDAY
    fetched = import_file(store, packed, on=FRIDAY, origin=Origin("url", FRIDAY, '"mark"'), confirms=True)
    with store.reading() as connection:
        kept = stored.current(connection, "consolidated")
    assert kept == fetched.version
    assert (kept.confirmed, kept.origin.etag, kept.imported) == (FRIDAY, '"mark"', MONDAY)
    assert kept.origin.dated == MONDAY


def test_every_version_stays_readable_and_only_differences_are_written(store: Store, tmp_path: Path) -> None:
    import_rows(store, tmp_path, [ACME, JOHN, SHIP])
    import_rows(store, tmp_path, [{**ACME, "alt_names": "New"}, JOHN, DENIED], FRIDAY)
    import_rows(store, tmp_path, [ACME, JOHN, SHIP, DENIED], FRIDAY)
    assert [sorted(party.name for party in held(store, n)) for n in (1, 2, 3)] == [
        ["Acme Circuits Co., Ltd.", "PETROV, Ivan", "SEA EXAMPLE"],
        ["Acme Circuits Co., Ltd.", "I. SAMPLE", "PETROV, Ivan"],
        ["Acme Circuits Co., Ltd.", "I. SAMPLE", "PETROV, Ivan", "SEA EXAMPLE"],
    ]
    assert numbers(store) == [3, 2, 1]
    with store.reading() as connection:
        old, new = stored.differing(connection, "consolidated", 1, 2)
        assert {party.name for party in old} == {"Acme Circuits Co., Ltd.", "SEA EXAMPLE"}
        assert {party.name for party in new} == {"Acme Circuits Co., Ltd.", "I. SAMPLE"}


def test_lists_of_several_sources_stand_side_by_side(store: Store, tmp_path: Path) -> None:
    import_rows(store, tmp_path, ROWS)
    own = written(tmp_path / "own.csv", "id,name\n1,Example Trading\n")
    import_file(store, own, on=FRIDAY, origin=Origin("own.csv", FRIDAY))
    import_file(store, own, on=FRIDAY, origin=Origin("own.csv", FRIDAY), source="watch")
    with store.reading() as connection:
        assert stored.sources(connection) == ("consolidated", "own", "watch")
    assert [party.id for party in held(store, 1, "watch")] == ["watch/OWN/1"]


def test_a_number_used_twice_and_rows_that_say_the_same_keep_apart(store: Store, tmp_path: Path) -> None:
    twice = [JOHN, {**JOHN, "name": "PETROV, Piotr"}, SHIP, SHIP, DENIED, DENIED, DENIED]
    version = import_rows(store, tmp_path, twice).version
    ids = [party.id for party in held(store, 1)]
    assert version.parties == len(ids) == len(set(ids)) == 7
    import_rows(store, tmp_path, [ACME, *twice], FRIDAY)
    # A neighbour that comes or goes moves nobody: all seven keep their ids.
    assert set(ids) < {party.id for party in held(store, 2)}
    with store.reading() as connection:
        old, new = stored.differing(connection, "consolidated", 1, 2)
        assert (list(old), [party.name for party in new]) == ([], ["Acme Circuits Co., Ltd."])


def test_faulty_rows_stop_an_import_and_all_are_named(store: Store, tmp_path: Path) -> None:
    import_rows(store, tmp_path, ROWS)
    broken = csv_text([*ROWS, {"source": "x"}]) + "a,b\n"
    with pytest.raises(
        FaultyRows, match=r"(?s)Line 6: It has no name\..*Line 7: It has 2 fields.*--on-error skip"
    ) as told:
        import_text(store, tmp_path, broken, FRIDAY)
    assert told.value.number == 2
    assert numbers(store) == [1]


def test_faulty_rows_can_be_left_out_and_are_remembered(store: Store, tmp_path: Path) -> None:
    broken = csv_text([*ROWS, {"source": "x"}]) + "a,b\n"
    import_text(store, tmp_path, broken, policy=Policy(on_error=OnError.SKIP))
    with store.reading() as connection:
        version = stored.current(connection, "consolidated")
    assert version is not None
    assert (version.parties, version.faulty, [fault.line for fault in version.faults]) == (4, 2, [6, 7])


def test_only_the_first_faults_are_shown_and_the_number_of_the_others_is_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(FaultyRows, match=r"and 4,980 more\.") as told:
        import_text(store, tmp_path, csv_text(ROWS) + "a,b\n" * 5_000)
    assert (told.value.number, len(told.value.faults)) == (5_000, 1_000)


@pytest.mark.parametrize("on_error", OnError)
def test_a_list_that_names_nobody_is_refused(store: Store, tmp_path: Path, on_error: OnError) -> None:
    with pytest.raises(UnreadableList, match="names no party at all"):
        import_rows(store, tmp_path, [], policy=Policy(on_error))
    assert numbers(store) == []


def test_a_list_that_shrank_too_much_is_refused_unless_accepted(store: Store, tmp_path: Path) -> None:
    import_rows(store, tmp_path, numbered_rows(100))
    import_rows(store, tmp_path, numbered_rows(90), FRIDAY)  # 10% less: exactly what is accepted.
    with pytest.raises(ShrunkenList, match="80 entries where version 2 has 90: it lost more than 10%"):
        import_rows(store, tmp_path, numbered_rows(80), FRIDAY)
    assert numbers(store) == [2, 1]
    import_rows(store, tmp_path, numbered_rows(80), FRIDAY, policy=Policy(accept_smaller=True))
    assert len(held(store, 3)) == 80


def test_a_list_that_lost_one_of_its_lists_is_refused_unless_accepted(store: Store, tmp_path: Path) -> None:
    import_rows(store, tmp_path, [*numbered_rows(100), ACME])
    with pytest.raises(ShrunkenList, match="No entry of EL is left in the list, where version 1 has 1"):
        import_rows(store, tmp_path, numbered_rows(100), FRIDAY)
    import_rows(store, tmp_path, numbered_rows(100), FRIDAY, policy=Policy(accept_smaller=True))


def test_only_so_many_versions_are_kept_where_a_number_is_set(store: Store, tmp_path: Path) -> None:
    for number in range(1, 6):
        import_rows(store, tmp_path, numbered_rows(10, first=number), policy=Policy(keep=2))
    assert numbers(store) == [5, 4]
    assert [party.name for party in held(store, 4)] == sorted(f"Example Trading {n}" for n in range(4, 14))
    assert [party.name for party in held(store, 5)] == sorted(f"Example Trading {n}" for n in range(5, 15))


def test_progress_is_told_in_entries_and_percent(store: Store, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    import_rows(store, tmp_path, numbered_rows(1_200), progress=lambda done, percent: told.append((done, percent)))
    assert [done for done, _ in told] == [500, 1_000, 1_200]
    assert told[-1][1] == 100


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    versions=st.lists(st.dictionaries(st.integers(1, 6), st.sampled_from("ABC"), min_size=1), min_size=1, max_size=5)
)
def test_any_history_of_a_list_is_kept_exactly(store: Store, tmp_path: Path, versions: list[dict[int, str]]) -> None:
    source = f"example{next(EXAMPLE)}"
    expected: list[set[tuple[str, str]]] = []
    for version in versions:
        rows = [{**JOHN, "entity_number": str(number), "name": name} for number, name in version.items()]
        imported = import_rows(store, tmp_path, rows, source=source, policy=Policy(accept_smaller=True))
        if imported.new:
            expected.append({(f"{source}/SDN/{number}", name) for number, name in version.items()})
    for number, entries in enumerate(expected, 1):
        assert {(party.id, party.name) for party in held(store, number, source)} == entries
