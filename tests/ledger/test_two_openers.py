"""Two programs that keep one book: each decides on what the other has entered, whatever it remembers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.cluster import Cluster
from tests.ledger.making import DAY, flow, given, post, reserve, setting, stock, used
from tests.ledger.stores import STORES

from weighbridge.ledger.movement import Movement
from weighbridge.ledger.result import AllocationExhausted, AlreadyReserved, KeyReused, OutsidePeriod, Reserved
from weighbridge.ledger.store import Store
from weighbridge.ledger.stores.memory import MemoryStore
from weighbridge.ledger.stores.postgresql import hot
from weighbridge.ledger.stores.postgresql.raw import TEXT, Statement
from weighbridge.ledger.verify import verify


@pytest.fixture(params=["sqlite", "postgresql"])
def two(request: pytest.FixtureRequest, tmp_path: Path, cluster: Cluster) -> Iterator[tuple[Store, Store]]:
    """The same book, opened twice; both have just drawn on the account f."""
    one, other = (STORES[request.param](tmp_path, "main") for _ in range(2))
    given(one, setting(flow("f", 100)))
    for store in (one, other, one, other):
        given(store, reserve({"f": 1}))
    yield one, other
    assert verify("main", one.entries()) == one.head() == other.head()
    one.close()
    other.close()


def test_what_the_other_took_is_gone(two: tuple[Store, Store]) -> None:
    one, other = two
    given(one, reserve({"f": 90}))

    assert isinstance(other.record(reserve({"f": 7})), AllocationExhausted)
    assert isinstance(other.record(reserve({"f": 6})), Reserved)
    assert used(one, "f") == (0, 100)


def test_terms_that_the_other_changed_hold_at_once(two: tuple[Store, Store]) -> None:
    one, other = two
    given(one, setting(flow("f", 10)))
    assert isinstance(other.record(reserve({"f": 7})), AllocationExhausted)

    given(other, setting(flow("f", 20)))
    assert isinstance(one.record(reserve({"f": 16})), Reserved)


def test_a_key_that_the_other_used_is_answered_with_its_entry(two: tuple[Store, Store]) -> None:
    one, other = two
    movement = reserve({"f": 5}, key="same")
    result = one.record(movement)

    assert isinstance(result, Reserved)
    assert other.record(movement) == AlreadyReserved(result.entry)
    assert other.record(reserve({"f": 6}, key="same")) == KeyReused(result.entry)
    assert used(one, "f") == (0, 9)


def test_a_day_before_the_others_latest_is_decided_by_the_steps_between(two: tuple[Store, Store]) -> None:
    one, other = two
    later = DAY + timedelta(days=30)
    given(one, setting(stock("s", (DAY, 100), (later, 10))))
    given(other, reserve({"s": 1}))
    given(one, reserve({"s": 1}, on=later))

    assert isinstance(other.record(reserve({"s": 9})), AllocationExhausted)
    assert isinstance(other.record(reserve({"s": 8})), Reserved)
    assert isinstance(other.record(reserve({"s": 1}, on=DAY - timedelta(days=1))), OutsidePeriod)


def test_what_the_other_reserved_can_be_posted(two: tuple[Store, Store]) -> None:
    one, other = two
    given(one, reserve({"f": 5}, key="a"), reserve({"f": 6}, key="b"))
    given(other, post("a"))
    given(one, post("b", {"f": 1}))

    assert used(one, "f") == used(other, "f") == (6, 4)


@pytest.mark.parametrize("size", [1, 2, 300])
def test_a_batch_on_one_account_is_as_the_same_movements_one_by_one(two: tuple[Store, Store], size: int) -> None:
    one, other = two
    given(one, setting(flow("f", 100_000)))
    given(other, reserve({"f": 1}))
    batch = [reserve({"f": amount}) for amount in range(1, size + 1)]
    results = other.record_all(batch)

    entries = list(one.entries(after=one.head().number - size))
    assert [result.entry for result in results if isinstance(result, Reserved)] == entries
    assert [entry.movement for entry in entries] == batch
    assert used(one, "f") == (0, 5 + size * (size + 1) // 2)
    assert other.record_all(batch) == tuple(map(AlreadyReserved, entries))
    assert [r.key for r in one.open_on("f")][-size:] == [movement.key for movement in batch]


def test_a_batch_that_does_not_fit_as_a_whole_is_taken_as_far_as_it_does(two: tuple[Store, Store]) -> None:
    one, other = two
    batch: list[Movement] = [reserve({"f": 40}), reserve({"f": 50}), reserve({"f": 60}), reserve({"f": 6})]

    assert [r.status for r in other.record_all(batch)] == ["RESERVED", "RESERVED", "ALLOCATION_EXHAUSTED", "RESERVED"]
    twice = reserve({"f": 1})
    assert [r.status for r in one.record_all([twice, twice])] == ["ALLOCATION_EXHAUSTED", "ALLOCATION_EXHAUSTED"]
    assert used(one, "f") == (0, 100)


def test_a_server_without_the_functions_of_the_hot_statement_gives_the_same_entries(
    tmp_path: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = Statement("missing", "SELECT no_such_function($1)", [TEXT])
    monkeypatch.setattr(hot, "ONE", missing)
    monkeypatch.setattr(hot, "MANY", missing)
    store, other = STORES["postgresql"](tmp_path, "main"), MemoryStore()
    movements = [setting(flow("f", 100)), *(reserve({"f": 1}) for _ in range(5))]

    assert [store.record(movement) for movement in movements] == [other.record(movement) for movement in movements]
    batch = [reserve({"f": 1}), reserve({"f": 2})]
    assert store.record_all(batch) == other.record_all(batch)
    store.close()
