"""An export: a head line, then the entries; read again, it is held to what it promises."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.ledger.making import given, reserve, setting, stock
from tests.verifier.books import every_kind, store_of

from weighbridge.ledger.entry import to_line
from weighbridge.ledger.export import export_lines, read_head, verify_export
from weighbridge.ledger.store import Store
from weighbridge.ledger.verify import Wrong


def lines() -> list[str]:
    return [f"{line}\n" for line in export_lines(store_of(every_kind()))]


def test_every_store_exports_its_book_as_it_stands(store: Store) -> None:
    given(store, setting(stock("s", (reserve({"s": 1}).on, 10)), key="limit"))
    given(store, reserve({"s": 3}, key="D-1"))
    head, *rest = export_lines(store)
    assert read_head(head) == store.head()
    assert rest == [to_line(entry) for entry in store.entries()]
    assert verify_export(f"{line}\n" for line in [head, *rest]) == store.head()


def test_what_is_entered_while_a_book_is_read_out_is_left_for_the_next_export(store: Store) -> None:
    given(store, setting(stock("s", (reserve({"s": 1}).on, 10))))
    reading = export_lines(store)
    head = read_head(next(reading))
    given(store, reserve({"s": 3}))
    assert head.number == len(list(reading)) == 1


def test_a_name_in_any_script_is_kept_to_the_letter(tmp_path: Path) -> None:
    store = store_of([setting(stock("lpp/範例股份有限公司", (reserve({"s": 1}).on, 10)))])
    assert isinstance(verify_export(f"{line}\n" for line in export_lines(store)), type(store.head()))


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda all_: all_[:-1], "it is missing; the first line promises 19 entries"),
        (lambda all_: [*all_[:4], "{}\n", *all_[5:]], "not one that an export writes"),
        (lambda all_: [*all_[:4], "\n", *all_[4:]], "not one that an export writes"),
        (lambda all_: [*all_[:4], all_[4].replace('{"number', '{ "number'), *all_[5:]], "written otherwise"),
        (lambda all_: [*all_[:4], all_[5], all_[4], *all_[6:]], "the entry here has number 5"),
        (
            lambda all_: [*all_[:-1], all_[-1].replace('["lpp/Ex/2025",25]', '["lpp/Ex/2025",-5]')],
            "accepted: 0 or more",
        ),
    ],
)
def test_a_spoilt_export_names_the_first_entry_that_is_wrong(spoil: Callable[[list[str]], list[str]], why: str) -> None:
    found = verify_export(spoil(lines()))
    assert isinstance(found, Wrong)
    assert why in found.why


@pytest.mark.parametrize(
    "head", ["", "\n", "[]\n", '{"book":"x"}\n', "nonsense\n", '{"book":"x","entries":1,"head":5}\n']
)
def test_what_does_not_begin_like_an_export_is_none(head: str) -> None:
    with pytest.raises(ValueError, match="The first line is not that of an export"):
        verify_export([head, *lines()[1:]])


def test_a_head_that_is_not_canonical_is_none() -> None:
    first, *rest = lines()
    with pytest.raises(ValueError, match="The first line is not that of an export"):
        verify_export([first.replace('"ledger":1', '"ledger": 1'), *rest])
