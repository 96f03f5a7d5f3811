"""`law check` finds a case that fails, a number that no case meets, and a value that may move unnoticed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from weighbridge.app.law_check import check as module
from weighbridge.app.law_check.cases import read_cases
from weighbridge.app.law_check.check import check_law
from weighbridge.app.law_check.mutants import calendars, mutants
from weighbridge.law.compiled import load_corpus
from weighbridge.law.load import case_folders

LPP = next(folder for folder in case_folders() if folder.name == "s740_29_lpp")


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], module.Report]:
    """Check the values of LPP against cases written for the test."""
    corpus = load_corpus()
    of_lpp = [m for m in mutants(corpus) if m.value.name == "740.29.annual_limit"]

    def check(cases: str) -> module.Report:
        (tmp_path / "cases.yaml").write_text(cases, encoding="utf-8")
        monkeypatch.setattr(module, "case_folders", lambda: [tmp_path])
        monkeypatch.setattr(module, "mutants", lambda _: of_lpp)
        monkeypatch.setattr(module, "calendars", lambda _: [])
        return check_law(corpus)

    return check


def lpp(total: str, expect: str) -> str:
    common = (LPP / "cases.yaml").read_text(encoding="utf-8").split("cases:")[0]
    case = (
        f"  - name: A case\n    on: 2025-06-02\n    given: {{transaction.total_tpp: {total}}}\n    expect: {expect}\n"
    )
    return f"{common}cases:\n{case}"


def test_a_case_that_fails_is_reported_with_what_was_found(only: Callable[[str], module.Report]) -> None:
    report = only(lpp("26_900_001", '{holds: ["740.29"], outcome: PROHIBITED}'))
    assert not report.sound
    assert any("740.29 was expected to be True and is False" in line for line in report.failing)
    assert any("outcome was expected to be PROHIBITED" in line for line in report.failing)


def test_a_limit_with_a_case_on_one_side_only_may_move_unnoticed(only: Callable[[str], module.Report]) -> None:
    report = only(lpp("26_900_000", '{holds: ["740.29"]}'))
    assert report.failing == []
    assert [line.split(": ")[2] for line in report.surviving] == ["higher by 1"]
    assert any("740.29.notice_at_least: no case lies exactly on it" in line for line in report.uncovered)


def test_a_refusal_can_be_expected(only: Callable[[str], module.Report]) -> None:
    early = lpp("1", "{refused: true}").replace("2025-06-02", "2022-10-06")
    assert only(early).failing == []
    assert only(early.replace("{refused: true}", '{holds: ["740.29"]}')).failing
    assert only(lpp("1", "{refused: true}")).failing


def test_a_case_may_run_once_for_each_member(tmp_path: Path) -> None:
    path = tmp_path / "cases.yaml"
    path.write_text(
        "cases:\n  - {name: Each, on: 2025-06-02, each: {destination: [FR, DE]}, expect: {holds: []}}\n",
        encoding="utf-8",
    )
    assert [case.name for case in read_cases(path, load_corpus().facts)] == ["Each [FR]", "Each [DE]"]


@pytest.mark.parametrize(
    ("case", "message"),
    [
        ("{name: N, on: 2025-06-02, expect: {hold: []}}", "expects"),
        ("{name: N, on: 2025-06-02, given: {no.such: 1}, expect: {holds: []}}", "which the law does not ask"),
    ],
)
def test_a_case_that_cannot_be_read_is_refused(tmp_path: Path, case: str, message: str) -> None:
    path = tmp_path / "cases.yaml"
    path.write_text(f"cases:\n  - {case}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        read_cases(path, load_corpus().facts)


def test_a_later_version_is_moved_by_a_day_too() -> None:
    how = {
        m.how for m in mutants(load_corpus()) if m.value.name == "group.a5" and m.version.effective == date(2026, 7, 10)
    }
    assert {"effective a day earlier", "effective a day later"} <= how


def test_the_days_that_bound_the_corpus_are_moved_too() -> None:
    moved = [what for what, *_ in calendars(load_corpus())]
    assert "corpus.yaml: encoded_from a day earlier" in moved
    assert "instruments/fr_90_4544/instrument.yaml: compliance a day later" in moved


def test_a_changed_corpus_does_not_remember_the_rulebooks_of_the_old() -> None:
    corpus = load_corpus()
    before = corpus.as_of(date(2025, 6, 2), corpus.horizon)
    changed = replace(corpus, values={**corpus.values, "740.29.annual_limit": corpus.values["740.29.notice_at_least"]})
    after = changed.as_of(date(2025, 6, 2), corpus.horizon)
    assert before.values["740.29.annual_limit"] != after.values["740.29.annual_limit"]


def test_a_document_published_later_publishes_its_values_later() -> None:
    file = "instruments/fr_91_17851/instrument.yaml: published a day later"
    moved = next(corpus for what, _, corpus in calendars(load_corpus()) if what == file)
    by_document = {v.source.document: v.published for v in moved.values["note_1.designer_cut_over"].versions}
    assert by_document == {"90 FR 5298": date(2025, 1, 16), "91 FR 17851": date(2026, 4, 10)}
