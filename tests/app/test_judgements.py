"""Judging, and what follows from it: for the engine, and after a new version of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.parties.made import ACME, DENIED, JOHN, Row, csv_text, written

from weighbridge.app.faults import RequestFaults
from weighbridge.app.judgements import (
    entry_of,
    judgement_for,
    record_judgement,
    record_screening,
    settle,
    work_list,
)
from weighbridge.app.lists import ages, import_list, list_changes, listed_parties, store_at, versions
from weighbridge.core.errors import Unavailable
from weighbridge.parties.judgement import Change, Opinion
from weighbridge.parties.screening import KeptCandidate
from weighbridge.parties.stated import StatedParty
from weighbridge.parties.store import lists as stored
from weighbridge.parties.store.store import Store
from weighbridge.parties.work import Why

DAY = date(2026, 8, 1)
PETROV = "consolidated/SDN/7001"
PARTY = StatedParty("Ivan Petrov", countries=("RU",))
NAMESAKES: Row = {**JOHN, "entity_number": "7009", "name": "PETROV, Ivan Ilyich"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with store_at(str(tmp_path / "parties.sqlite"), create=True) as opened:
        yield opened


def load(store: Store, folder: Path, rows: Iterable[Row], accept_smaller: bool = False) -> None:
    path = written(folder / "list.csv", csv_text(rows))
    import_list(store, path, {}, on=DAY, dated=DAY, accept_smaller=accept_smaller)


def matcher(store: Store) -> list[KeptCandidate]:
    """Every entry of the current list in whose name Petrov stands."""
    with store.reading() as connection:
        version = stored.current(connection, "consolidated")
        assert version is not None
        found = stored.entries(connection, "consolidated", version.number)
        return [KeptCandidate(e.id, PARTY.name, e.name, 800, "REVIEW") for e in found if "PETROV" in e.name]


def screen(store: Store) -> None:
    record_screening(store, PARTY, matcher(store), DAY)


def work(store: Store) -> list[tuple[Why, str]]:
    return [(w.why, w.entry.id if w.entry else "") for w in work_list(store, lambda _: matcher(store))]


def test_a_judgement_needs_an_entry_a_person_and_a_reason_and_all_faults_are_told(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path, [JOHN])
    with pytest.raises(RequestFaults) as told:
        record_judgement(store, "consolidated/SDN/1", StatedParty(" "), Opinion.SAME, by="", on=DAY, reason=" ")
    assert [fault.field for fault in told.value.faults] == ["party", "by", "reason", "entry"]
    with pytest.raises(RequestFaults, match="No entry of the current lists"):
        entry_of(store, "consolidated/SDN/1")


def test_a_namesake_that_was_judged_different_is_not_asked_again(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path, [JOHN, ACME])
    before = settle(store, PARTY, [PETROV])
    assert [entry.id for entry, judged in before.open] == [PETROV]
    record_judgement(store, PETROV, PARTY, Opinion.DIFFERENT, by="A. Ng", on=DAY, reason="Born in another year.")
    after = settle(store, PARTY, [PETROV, "consolidated/SDN/gone"])
    assert ([entry.id for entry in after.different], after.open, after.same) == ([PETROV], (), ())


def test_what_was_judged_the_same_counts_even_where_the_matcher_does_not_find_it(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path, [JOHN, ACME])
    record_judgement(store, PETROV, PARTY, Opinion.SAME, by="A. Ng", on=DAY, reason="Same passport.")
    assert [entry.id for entry in settle(store, PARTY, []).same] == [PETROV]


def test_what_became_of_an_entry_that_was_judged_is_an_open_question(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path, [JOHN, ACME])
    acme = next(e for e in settle_ids(store) if e.startswith("consolidated/EL/"))
    record_judgement(store, acme, PARTY, Opinion.SAME, by="A. Ng", on=DAY, reason="Same address.")
    load(store, tmp_path, [JOHN, {**ACME, "license_policy": "Policy of denial"}])
    [(entry, judged)] = settle(store, PARTY, []).open
    assert entry.license_policy == "Policy of denial"
    assert judged is not None
    assert judged.changed == (Change.ENTRY,)


def settle_ids(store: Store) -> list[str]:
    with store.reading() as connection:
        return [party.id for party in stored.entries(connection, "consolidated", 1)]


def test_unsure_leaves_the_question_open(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path, [JOHN])
    record_judgement(store, PETROV, PARTY, Opinion.UNSURE, by="A. Ng", on=DAY, reason="No papers yet.")
    found = judgement_for(store, entry_of(store, PETROV), PARTY)
    assert found is not None
    assert (found.stands, found.settled) == (True, None)
    assert len(settle(store, PARTY, [PETROV]).open) == 1


def test_a_new_version_asks_for_what_is_new_changed_or_gone_and_no_more(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path, [JOHN, ACME])
    screen(store)
    assert work(store) == []
    load(store, tmp_path, [JOHN, ACME, NAMESAKES, DENIED])
    assert work(store) == [(Why.NEW_CANDIDATE, "consolidated/SDN/7009")]
    screen(store)
    assert work(store) == []
    record_judgement(store, PETROV, PARTY, Opinion.SAME, by="A. Ng", on=DAY, reason="Same passport.")
    load(store, tmp_path, [{**JOHN, "addresses": "DE"}, ACME, DENIED], accept_smaller=True)
    assert work(store) == [(Why.ENTRY_CHANGED, PETROV), (Why.ENTRY_REMOVED, "consolidated/SDN/7009")]
    record_judgement(store, PETROV, PARTY, Opinion.SAME, by="A. Ng", on=DAY, reason="Moved.")
    assert work(store) == [(Why.ENTRY_REMOVED, "consolidated/SDN/7009")]


def test_a_removed_entry_that_was_judged_the_same_is_work(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path, [JOHN, ACME, DENIED])
    screen(store)
    record_judgement(store, PETROV, PARTY, Opinion.SAME, by="A. Ng", on=DAY, reason="Same passport.")
    load(store, tmp_path, [ACME, DENIED], accept_smaller=True)
    [found] = work_list(store, lambda _: ())
    assert (found.why, found.entry and found.entry.id) == (Why.ENTRY_REMOVED, PETROV)
    assert found.judged is not None
    assert found.judged.judgement.opinion is Opinion.SAME


def test_a_list_that_was_not_held_when_a_party_was_screened_is_new_to_it(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path, [ACME])
    screen(store)
    own = written(tmp_path / "own.csv", "id,name\n1,PETROV\n")
    import_list(store, own, {}, on=DAY, dated=DAY)
    found = list(work_list(store, lambda _: [KeptCandidate("own/OWN/1", "Ivan Petrov", "PETROV", 700, "REVIEW")]))
    assert [(w.why, w.entry and w.entry.id) for w in found] == [(Why.NEW_CANDIDATE, "own/OWN/1")]


def test_where_the_version_of_a_screening_is_kept_no_longer_the_party_is_screened_anew(
    store: Store, tmp_path: Path
) -> None:
    load(store, tmp_path, [JOHN, ACME])
    screen(store)
    path = written(tmp_path / "list.csv", csv_text([JOHN, ACME, DENIED]))
    import_list(store, path, {}, on=DAY, dated=DAY, options={"keep": 1})
    assert work(store) == [(Why.VERSION_UNKNOWN, "")]


def test_versions_can_be_compared_and_what_is_not_held_is_said(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="No list is held"):
        ages(store, {}, DAY)
    with pytest.raises(Unavailable, match="No list is held"):
        list_changes(store, "consolidated")
    load(store, tmp_path, [JOHN, ACME])
    with pytest.raises(Unavailable, match="one version alone"):
        list_changes(store, "consolidated")
    load(store, tmp_path, [JOHN, ACME, DENIED])
    before, after, made = list_changes(store, "consolidated")
    assert (before.number, after.number, [party.name for party in made.added]) == (1, 2, ["I. SAMPLE"])
    assert [version.number for version in versions(store, "consolidated")] == [2, 1]
    with pytest.raises(Unavailable, match=r"has no version 7\. Held: 1, 2"):
        list_changes(store, "consolidated", 7)


def test_every_entry_of_every_current_list_can_be_had(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path, [JOHN, ACME])
    load(store, tmp_path, [JOHN, ACME, DENIED])
    import_list(store, written(tmp_path / "own.csv", "name\nMine\n"), {}, on=DAY, dated=DAY)
    assert {party.name for party in listed_parties(store)} == {JOHN["name"], ACME["name"], DENIED["name"], "Mine"}


def test_fresh_lists_can_be_required(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path, [JOHN])
    assert not ages(store, {}, date(2026, 8, 8), fresh=True)[0].stale
    assert ages(store, {}, date(2026, 8, 9))[0].stale
    with pytest.raises(Unavailable, match="8 days old"):
        ages(store, {}, date(2026, 8, 9), fresh=True)
