"""What a store tells about its book."""

from datetime import timedelta

import pytest
from tests.ledger.making import DAY, event, expire, flow, given, post, ratio, reserve, setting, stock, tally, void

from weighbridge.ledger.entry import from_line, genesis, to_line
from weighbridge.ledger.limit import Credit
from weighbridge.ledger.movement import Kind
from weighbridge.ledger.result import Refused, Reserved
from weighbridge.ledger.store import Head, Store
from weighbridge.ledger.stores import open_store
from weighbridge.ledger.verify import verify


def test_a_store_is_found_by_its_url() -> None:
    assert open_store("memory:", "a book").book == "a book"
    with pytest.raises(ValueError, match="names no store"):
        open_store("abacus:", "a book")


def test_an_empty_book_begins_with_its_own_name(store: Store) -> None:
    assert store.head() == Head("main", 0, genesis("main"))
    assert list(store.entries()) == []


def test_entries_come_in_order_each_with_the_hash_of_the_one_before(store: Store) -> None:
    given(store, setting(flow("f", 100)), reserve({"f": 1}), reserve({"f": 2}))

    entries = list(store.entries())

    assert [entry.number for entry in entries] == [1, 2, 3]
    assert [entry.previous for entry in entries] == [genesis("main"), *(entry.hash for entry in entries[:2])]
    assert verify("main", entries) == store.head()
    assert list(store.entries(after=2)) == entries[2:]


def test_the_lines_of_an_export_are_those_of_its_entries(store: Store) -> None:
    given(store, setting(flow("f", 100)), reserve({"f": 1}, key='Ü "1"'), reserve({"f": 2}))

    assert [from_line("main", line) for line in store.lines()] == list(store.entries())
    assert list(store.lines(after=2)) == [to_line(entry) for entry in store.entries(after=2)]


def test_the_entries_of_an_account_include_what_settles_its_reservations(store: Store) -> None:
    given(store, setting(flow("f", 100, credits={Credit.RETURN})), setting(flow("g", 100)))
    given(store, reserve({"f": 5, "g": 5}, key="a"), reserve({"g": 5}, key="b"), reserve({"f": 5}, key="c"))
    given(store, post("a", {"f": 5}), void("b"), expire("c", DAY + timedelta(days=1)))
    given(store, event(Kind.RETURN, {"f": -1}), event(Kind.BALANCE, {"g": 0}), event(Kind.ADJUST, {"f": 1}))

    def kinds(account: str) -> list[str]:
        return [entry.movement.kind.value for entry in store.entries(account=account)]

    assert kinds("f") == ["limit", "reserve", "reserve", "post", "expire", "return", "adjust"]
    assert kinds("g") == ["limit", "reserve", "reserve", "post", "void", "balance"]
    assert [e.number for e in store.entries(after=6, account="g")] == [7, 10]
    assert kinds("nowhere") == []


def test_reservations_are_found_by_key_by_account_and_by_being_past_their_last_day(store: Store) -> None:
    given(store, setting(flow("f", 100)), setting(flow("g", 100)))
    given(store, reserve({"f": 1}, key="a"), reserve({"g": 1}, key="b"), reserve({"f": 1}, key="c", expires=DAY))
    given(store, reserve({"f": 1}, key="d", expires=DAY + timedelta(days=1)), void("a"))

    closed = store.reservation("a")

    assert closed is not None
    assert closed.closed_by is Kind.VOID
    assert store.reservation("nothing") is None
    assert [r.key for r in store.open_reservations()] == ["b", "c", "d"]
    assert [r.key for r in store.open_reservations(account="f")] == ["c", "d"]
    assert [r.key for r in store.open_on("f")] == ["c", "d"]
    assert [r.key for r in store.open_reservations(expired_on=DAY + timedelta(days=1))] == ["b", "c"]
    assert [r.key for r in store.open_reservations(account="g", expired_on=DAY)] == []


def test_standings_are_found_by_the_beginning_of_their_id(store: Store) -> None:
    given(store, setting(tally("u/t")), setting(ratio("u/r", 25, "u/t")), setting(ratio("u/q", 25, "u/t")))
    given(store, setting(stock("country/BR", (DAY, 5))), setting(flow("country_", 5)))

    assert [s.account for s in store.standings()] == ["country/BR", "country_", "u/q", "u/r", "u/t"]
    assert [s.account for s in store.standings("country/")] == ["country/BR"]
    assert [s.account for s in store.standings("country_")] == ["country_"]
    assert list(store.ratios_over("u/t")) == ["u/q", "u/r"]
    assert list(store.ratios_over("country_")) == []
    assert store.standing("u") is None


def test_a_batch_is_decided_one_after_the_other(store: Store) -> None:
    given(store, setting(flow("f", 100)))
    results = store.record_all(
        [reserve({"f": 60}, key="a"), reserve({"f": 60}), void("a"), reserve({"f": 60}), reserve({"f": 60}, key="a")]
    )

    assert [result.status for result in results] == [
        "RESERVED",
        "ALLOCATION_EXHAUSTED",
        "RECORDED",
        "RESERVED",
        "ALREADY_RESERVED",
    ]
    assert store.record_all([]) == ()


def test_words_in_any_script_come_back_to_the_letter(store: Store) -> None:
    account, key = 'lpp/臺灣範例股份有限公司 "A" %2F \\ 🏭/2025', 'D–1 \' ; "x"'
    given(store, setting(flow(account, 100)))

    result = store.record(reserve({account: 1}, key=key))

    assert isinstance(result, Reserved)
    assert store.entry(key) == result.entry
    assert [entry.movement.key for entry in store.entries(account=account)][1:] == [key]
    assert verify("main", store.entries()) == store.head()


def test_amounts_up_to_the_largest_come_back_exactly(store: Store) -> None:
    most = 10**15
    given(store, setting(flow("f", most)), reserve({"f": most - 1}, key="a"))

    assert isinstance(store.record(reserve({"f": 2})), Refused)
    given(store, reserve({"f": 1}), post("a"))
    standing = store.standing("f")
    assert standing is not None
    assert (standing.posted, standing.pending) == (most - 1, 1)
