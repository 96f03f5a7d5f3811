"""The corpus is read from its folders, checked, and kept compiled as long as its sources stay the same."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from weighbridge.core.citation import Citation
from weighbridge.core.codec import digest
from weighbridge.core.errors import InconsistentCorpus
from weighbridge.core.life import Instrument, Life
from weighbridge.core.provision import Definition, Provision
from weighbridge.core.text import same
from weighbridge.core.value import Value, ValueVersion
from weighbridge.law import cache, load
from weighbridge.law.compiled import PARTS, digest_of_sources, load_corpus
from weighbridge.law.load import load_sources, section_folders

HERE = Citation("here")
DAY = date(2025, 5, 15)


def test_every_section_has_a_rule_and_cases() -> None:
    lacking = [str(f) for f in section_folders() if not (f / "cases.yaml").exists() or not (f / "__init__.py").exists()]
    assert lacking == []


def test_the_compiled_corpus_is_the_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEIGHBRIDGE_CACHE_DIR", str(tmp_path))
    load_corpus.cache_clear()
    built = load_corpus()
    load_corpus.cache_clear()
    kept = load_corpus()
    load_corpus.cache_clear()
    assert built == kept == load_sources()
    assert [digest(getattr(built, part)) for part in PARTS] == [digest(getattr(kept, part)) for part in PARTS]


def test_a_damaged_file_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEIGHBRIDGE_CACHE_DIR", str(tmp_path))
    cache.keep("name", "sources", b"body")
    assert cache.kept("name", "sources") == b"body"
    assert cache.kept("name", "other sources") is None
    (tmp_path / "name").write_bytes((tmp_path / "name").read_bytes() + b"!")
    assert cache.kept("name", "sources") is None
    assert cache.kept("never kept", "sources") is None


def test_the_oldest_files_are_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEIGHBRIDGE_CACHE_DIR", str(tmp_path))
    for number in range(cache.MOST_KEPT + 3):
        cache.keep(f"file-{number}", "sources", b"body")
    assert len(list(tmp_path.iterdir())) == cache.MOST_KEPT


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    monkeypatch.setenv("WEIGHBRIDGE_CACHE_DIR", str(file / "below"))
    cache.keep("name", "sources", b"body")
    assert cache.kept("name", "sources") is None


def test_the_cache_lies_where_the_system_keeps_caches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("WEIGHBRIDGE_CACHE_DIR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache.folder() == tmp_path / "weighbridge"
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert cache.folder().parts[-2:] == (".cache", "weighbridge")


def test_the_digest_of_the_sources_stays_while_they_do() -> None:
    assert digest_of_sources() == digest_of_sources()


def provision(**changes: Any) -> Provision:
    return replace(Provision("x", same("x"), HERE, "doc", Definition(), file="x/rule.py"), **changes)


def settle(p: Provision, values: dict[str, Value]) -> Provision:
    instrument = Instrument("doc", same("doc"), HERE, Life(effective=DAY))
    return load.settle([p], {"doc": instrument}, values)[0]


def day_value(name: str, day: date | int) -> dict[str, Value]:
    return {name: Value(name, "day", (ValueVersion(day, DAY, DAY, HERE),))}


def test_a_paragraph_may_have_a_first_and_a_last_day_of_its_own() -> None:
    values = day_value("begins", date(2026, 1, 15)) | day_value("ends", date(2027, 4, 6))
    life = settle(provision(since="begins", until="ends"), values).life
    assert (life.binds_from, life.superseded) == (date(2026, 1, 15), date(2027, 4, 6))


def test_a_paragraph_ends_on_the_day_on_which_the_document_that_ends_it_binds() -> None:
    assert settle(provision(ended_by="doc"), {}).life.superseded == DAY


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"instrument": "no such"}, "x/rule.py: x: Instrument 'no such' is unknown."),
        ({"since": "no such"}, "x/rule.py: x: 'no such' is not a day."),
        ({"until": "number"}, "x/rule.py: x: 'number' is not a day."),
        ({"ended_by": "no such"}, "x/rule.py: x: Instrument 'no such' is unknown."),
        ({"ended_by": "doc", "until": "number"}, "x/rule.py: x: It ends twice."),
    ],
)
def test_a_provision_without_a_life_is_refused(changes: dict[str, str], expected: str) -> None:
    with pytest.raises(InconsistentCorpus) as raised:
        settle(provision(**changes), day_value("number", 7))
    assert expected in str(raised.value)


def test_every_number_of_the_rule_stands_in_its_own_text(reference_dir: Path) -> None:
    """Part 774 is omitted from the text at hand, so its numbers cannot be looked up there."""
    text = (reference_dir / "law" / "text" / "90-fr-4544-amendatory-text.txt").read_text(encoding="utf-8")
    missing = []
    for value in load_corpus().values.values():
        for version in value.versions:
            wanted = version.source.document == "90 FR 4544" and isinstance(version.value, int | Decimal)
            if wanted and "ECCN" not in version.source.cite and "DATES" not in version.source.cite:
                assert isinstance(version.value, int | Decimal)
                if not any(
                    re.search(rf"\b{re.escape(w)}", text) for w in ways_to_write(Decimal(version.value), value.unit)
                ):
                    missing.append(f"{value.name}: {version.value} {value.unit}")
    assert missing == []


def ways_to_write(number: Decimal, unit: str) -> list[str]:
    """How a regulation writes a number: with separators, in percent, or in a word."""
    words = {1: "one", 2: "two", 4: "four", 5: "five", 6: "six", 25: "twenty-five"}
    ways = [f"{number:,f}", f"{number:f}"]
    if unit == "share":
        ways += [f"{number * 100:.0f}%", f"{number * 100:.0f} percent"]
    if number in words:
        ways += [words[int(number)]]
    return ways


def test_a_document_amends_a_value_of_another_section(tmp_path: Path) -> None:
    path = tmp_path / "law" / "doc" / "instrument.yaml"
    path.parent.mkdir(parents=True)
    source = "source: {cite: '1 FR 1'}\neffective: 2026-04-07\npublished: 2026-04-09\n"
    path.write_text(source + "amends:\n  - {value: day, becomes: 2026-12-31}\n", encoding="utf-8")
    values = day_value("day", date(2026, 4, 13))
    load._amend(path, values)
    assert values["day"].at(date(2026, 4, 7), date(2026, 4, 9)).value == date(2026, 12, 31)  # type: ignore[union-attr]
    assert values["day"].at(date(2026, 4, 6), date(2026, 4, 9)).value == date(2026, 4, 13)  # type: ignore[union-attr]
    with pytest.raises(InconsistentCorpus, match=r"It amends 'day', which is no value"):
        load._amend(path, {})


def test_the_compiled_corpus_is_that_of_the_sources_in_the_same_order() -> None:
    sources, compiled = load.load_sources(), load_corpus()
    for part in ("facts", "values", "instruments", "readings"):
        assert list(getattr(sources, part)) == list(getattr(compiled, part)) == sorted(getattr(sources, part))
    assert [p.id for p in sources.provisions] == [p.id for p in compiled.provisions]
