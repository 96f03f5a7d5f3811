"""Ids of entries: the same as long as an entry is, and others' as soon as it is not."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import Any

import pytest

from weighbridge.parties.listed import ListedParty, PartyKind
from weighbridge.parties.lists.identity import digest, identified, ids_in_turn, lineage

EXAMPLE = ListedParty(
    id="", list="EL", kind=PartyKind.UNKNOWN, name="Acme  Circuits", aliases=("A", "B"), countries=("CN", "HK")
)


def test_a_numbered_entry_keeps_its_id_whatever_it_says() -> None:
    assert identified("s", EXAMPLE, "36").id == "s/EL/36"
    assert identified("s", replace(EXAMPLE, name="Other"), "36").id == "s/EL/36"


def test_an_entry_without_a_number_is_known_by_its_name_and_by_all_it_says() -> None:
    id_ = identified("s", EXAMPLE).id
    changed = identified("s", replace(EXAMPLE, license_policy="Policy of denial")).id
    assert id_ != changed
    assert lineage(id_) == lineage(changed)
    assert lineage(identified("s", replace(EXAMPLE, name="Other")).id) != lineage(id_)
    assert lineage(identified("s", replace(EXAMPLE, name="ACME circuits")).id) == lineage(id_)


def test_the_order_in_which_a_list_writes_aliases_changes_nothing() -> None:
    turned = replace(EXAMPLE, aliases=("B", "A"), countries=("HK", "CN"))
    assert digest(turned) == digest(EXAMPLE)
    assert identified("s", turned).id == identified("s", EXAMPLE).id


WORDS = ("list", "name", "license_requirement", "license_policy", "remarks")
MANY = ("aliases", "addresses", "countries", "programs", "identifiers", "citations", "born")


@pytest.mark.parametrize("field", [*WORDS, *MANY])
def test_a_change_of_any_word_changes_the_digest(field: str) -> None:
    value = getattr(EXAMPLE, field)
    changes: dict[str, Any] = {field: f"{value}x" if field in WORDS else (*value, "x")}
    assert digest(replace(EXAMPLE, **changes)) != digest(EXAMPLE)


def test_entries_that_would_share_an_id_are_told_apart_and_keep_their_lineage() -> None:
    numbered, named = identified("s", EXAMPLE, "36"), identified("s", EXAMPLE)
    mark = digest(EXAMPLE)[:12]
    assert list(islice(ids_in_turn(numbered), 4)) == [
        "s/EL/36",
        f"s/EL/36.{mark}",
        f"s/EL/36.{mark}-2",
        f"s/EL/36.{mark}-3",
    ]
    assert list(islice(ids_in_turn(named), 3)) == [named.id, f"{named.id}-2", f"{named.id}-3"]
    assert {lineage(id_) for id_ in islice(ids_in_turn(numbered), 4)} == {"s/EL/36"}
    assert {lineage(id_) for id_ in islice(ids_in_turn(named), 3)} == {lineage(named.id)}


def test_a_number_cannot_be_taken_for_a_digest() -> None:
    assert lineage(identified("s", EXAMPLE, "a.0123456789ab").id) == "s/EL/a%2E0123456789ab"
