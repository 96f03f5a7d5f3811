"""Remarks on letters and duties: shown when asked for, on their days, and without effect on the answer."""

from __future__ import annotations

from typing import Any

import pytest

from weighbridge.app.answer import Answer, answer
from weighbridge.app.faults import RequestFaults
from weighbridge.app.request.request import read_request
from weighbridge.law.compiled import load_corpus


def ask(item: dict[str, Any], on: str, *kinds: str, destination: str = "CN") -> Answer:
    corpus = load_corpus()
    data = {"on": on, "item": item, "destination": destination, "origin": "US"}
    return answer(read_request(data, corpus.facts), corpus.horizon, with_advice=False, with_remarks=kinds)


def remarked(item: dict[str, Any], on: str, *kinds: str, destination: str = "CN") -> list[str]:
    notes = (note.en for note in ask(item, on, *kinds, destination=destination).notes)
    return [note for note in notes if note.startswith("No rule")]


H20, H200, MI325X, B200 = ({"chip": c} for c in ("nvidia-h20", "nvidia-h200-sxm", "amd-mi325x", "nvidia-b200"))
WEIGHTS = {"model": {"training_operations": "2.0e26", "published": False}}


def test_nothing_is_remarked_unless_asked_for() -> None:
    assert remarked(H20, "2025-06-02") == []


def test_a_letter_is_remarked_and_changes_nothing() -> None:
    assert any("April 2025" in note for note in remarked(H20, "2025-06-02", "letters"))
    with_, without = (ask(H20, "2025-06-02", *kinds) for kinds in (("letters", "duties"), ()))
    assert [t.determination.outcome for t in with_.tracks] == [t.determination.outcome for t in without.tracks]


@pytest.mark.parametrize(
    ("item", "on", "count"),
    [(H200, "2026-01-14", 0), (H200, "2026-01-15", 1), (MI325X, "2026-01-15", 1), (B200, "2026-01-15", 0)],
)
def test_the_import_duty_is_remarked_of_chips_within_its_bands(item: dict[str, Any], on: str, count: int) -> None:
    assert len(remarked(item, on, "duties", destination="FR")) == count


@pytest.mark.parametrize(("on", "count"), [("2026-06-11", 0), ("2026-06-12", 1), ("2026-06-29", 1), ("2026-06-30", 0)])
def test_a_letter_on_models_is_remarked_on_its_days(on: str, count: int) -> None:
    assert len(remarked(WEIGHTS, on, "letters", destination="FR")) == count


def test_a_letter_for_one_destination_is_not_remarked_of_others() -> None:
    assert any("TSMC" in note for note in remarked(B200, "2025-06-02", "letters"))
    assert remarked(B200, "2025-06-02", "letters", destination="FR") == []


def test_an_unknown_kind_is_refused_with_the_nearest() -> None:
    with pytest.raises(RequestFaults, match=r"Did you mean letters\?"):
        ask(H20, "2025-06-02", "leters")
