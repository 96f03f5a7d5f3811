"""The YAML of the law is read exactly, and what is wrong in it is named with file, place and remedy."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from weighbridge.core.citation import Citation
from weighbridge.core.errors import InconsistentCorpus
from weighbridge.core.value import Value, ValueVersion
from weighbridge.law.written import (
    amended,
    read_amendments,
    read_corpus,
    read_instrument,
    read_suspensions,
    read_values,
)

SOURCE = '{cite: "15 CFR 740.29(d)", document: "90 FR 4544"}'


def page(tmp_path: Path, text: str, name: str = "values.yaml") -> Path:
    path = tmp_path / "law" / "section" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def version(value: str, rest: str = "") -> str:
    return (
        f"  versions:\n    - {{value: {value}, effective: 2025-01-13, published: 2025-01-15, source: {SOURCE}}}\n{rest}"
    )


def test_numbers_are_exact_and_never_floats(tmp_path: Path) -> None:
    text = f"a:\n  unit: TPP\n  step: 0.1\n{version('26_900_000')}"
    text += f"b:\n  unit: share\n{version('0.10')}c:\n  unit: operations\n{version('1e26')}"
    a, b, c = read_values(page(tmp_path, text))
    assert (a.versions[0].value, a.step, a.unit) == (26_900_000, Decimal("0.1"), "TPP")
    assert b.versions[0].value == Decimal("0.10")
    assert c.versions[0].value == 10**26


def test_days_sets_and_unpublished_values_are_told_apart(tmp_path: Path) -> None:
    text = f"day:\n  unit: day\n{version('2026-01-15')}set:\n  unit: place\n{version('[FR, DE]')}"
    text += f"none:\n  unit: TPP\n{version('unpublished')}"
    day, places, none = read_values(page(tmp_path, text))
    assert day.versions[0].value == date(2026, 1, 15)
    assert places.versions[0].value == frozenset({"FR", "DE"})
    assert none.versions[0].value is None


def test_a_version_may_add_to_and_remove_from_the_one_before(tmp_path: Path) -> None:
    later = f"    - {{add: [AE], remove: [FR], effective: 2026-07-10, published: 2026-07-14, source: {SOURCE}}}\n"
    (value,) = read_values(page(tmp_path, f"a:\n  unit: place\n{version('[FR, DE]', later)}"))
    assert value.versions[1].value == frozenset({"AE", "DE"})
    assert value.at(date(2026, 7, 10), date(2026, 7, 13)) == value.versions[0]
    assert value.at(date(2026, 7, 10), date(2026, 7, 14)) == value.versions[1]


def test_a_section_without_values_has_none(tmp_path: Path) -> None:
    assert list(read_values(tmp_path / "values.yaml")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 4800\n", "section/values.yaml: a: It has no versions."),
        (f"a:\n  unit: TPP\n{version('many')}", "'many' is not a number. Write a decimal, a list or a date."),
        (f"a:\n  unit: day\n{version('2025-02-30')}", "'2025-02-30' is not a date. Write it as YYYY-MM-DD."),
        ("a:\n  versions:\n    - {value: 1, effective: 2025-01-13, published: 2025-01-15}\n", "It has no source."),
        ("a:\n  versions:\n    - {value: 1, published: 2025-01-15, source: {cite: x}}\n", "'' is not a date."),
        (
            "a:\n  versions:\n    - {value: 1, effective: 2025-01-13, published: 2025-01-15,"
            " source: {cite: x, confidence: sure}}\n",
            "Confidence 'sure' is unknown. Use reg-text",
        ),
        (f"a:\n  label: {{en: only}}\n{version('1')}", "It lacks one of the two languages."),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place_and_remedy(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(InconsistentCorpus, match=r".") as raised:
        list(read_values(page(tmp_path, text)))
    assert expected in str(raised.value)


INSTRUMENT = """
title: {en: A rule, zh: 規則}
source: {cite: "1 FR 1", document: "1 FR 1"}
published: 2025-01-15
effective: 2025-01-13
suspends:
  - {of: other, kind: stayed, until: 2026-05-13, scope: {en: all, zh: 全部}, provisions: [a], restores: [b]}
amends:
  - {value: limit, becomes: 100}
  - {value: places, add: [PL], effective: 2026-01-01}
encoded: "false"
touches: {en: much, zh: 許多}
sources: [{cite: docket}]
"""


def test_an_instrument_carries_its_whole_life(tmp_path: Path) -> None:
    found = read_instrument(page(tmp_path, INSTRUMENT, "instrument.yaml"))
    assert found.id == "section"
    assert not found.encoded
    assert found.touches is not None
    assert found.life.binds_from == date(2025, 1, 13)


def test_a_document_says_what_it_suspends(tmp_path: Path) -> None:
    path = page(tmp_path, INSTRUMENT, "instrument.yaml")
    (found,) = read_suspensions(path)
    assert (found.by, found.of, found.kind, found.restores) == ("section", "other", "stayed", ("b",))
    assert found.active(date(2025, 1, 13), date(2025, 1, 15))
    assert not found.active(date(2025, 1, 13), date(2025, 1, 14))
    assert not found.active(date(2026, 5, 13), date(2026, 5, 13))
    assert found.takes("a", "other")
    assert not found.takes("b", "other")
    path.write_text(INSTRUMENT.replace("stayed", "ignored"), encoding="utf-8")
    with pytest.raises(InconsistentCorpus, match=r"Kind 'ignored' is unknown\. Use not_enforced or stayed"):
        list(read_suspensions(path))


def test_a_document_says_what_it_amends(tmp_path: Path) -> None:
    path = page(tmp_path, INSTRUMENT, "instrument.yaml")
    limit, places = read_amendments(path)
    first = ValueVersion(frozenset({"FR"}), date(2025, 1, 13), date(2025, 1, 15), Citation("1"))
    later = amended(path, Value("places", "place", (first,)), places.entry)
    assert later.versions[-1].value == frozenset({"FR", "PL"})
    assert (later.versions[-1].effective, later.versions[-1].published) == (date(2026, 1, 1), date(2025, 1, 15))
    assert amended(path, Value("limit", "kg", ()), limit.entry).versions[0].value == 100
    path.write_text(INSTRUMENT.replace("value: limit, ", ""), encoding="utf-8")
    with pytest.raises(InconsistentCorpus, match=r"It names no value"):
        list(read_amendments(path))


def test_the_corpus_says_what_it_covers(tmp_path: Path) -> None:
    text = "encoded_from: 2025-05-15\nknown_from: 2025-01-15\nhorizon: 2026-09-29\nbefore: {en: Not yet., zh: 尚未。}\n"
    assert read_corpus(page(tmp_path, text, "corpus.yaml")).horizon == date(2026, 9, 29)
    with pytest.raises(InconsistentCorpus, match=r"corpus\.yaml: encoded_from"):
        read_corpus(page(tmp_path, "horizon: 2026-09-29\n", "corpus.yaml"))


def test_a_page_outside_the_law_is_named_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "values.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    with pytest.raises(InconsistentCorpus, match=r"values\.yaml: a"):
        list(read_values(path))
