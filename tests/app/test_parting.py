"""The tracks side by side: where they part and why, each with its citation."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from weighbridge.app.answer import Answer, amendment_of, answer
from weighbridge.app.faults import RequestFaults
from weighbridge.app.request.request import read_request
from weighbridge.core.outcome import Outcome
from weighbridge.law.compiled import load_corpus

EVE_OF_THE_ANNOUNCEMENT = date(2025, 5, 12)


def asked(
    on: str, destination: str, parent: str = "", tracks: tuple[str, ...] = ("book", "enforced"), **more: Any
) -> Answer:
    place = {
        "location": destination,
        "headquarters": destination,
        "ultimate_parent_headquarters": parent or destination,
    }
    us = {"headquarters": "US", "ultimate_parent_headquarters": "US"}
    data = {
        "on": on,
        "activity": "export",
        "origin": "US",
        "item": {"chip": "nvidia-h100-sxm5"},
        "quantity": 50_000,
        "destination": destination,
        "exporter": us,
        "ultimate_consignee": place,
        "end_use": ["civil"],
        "facts": more.get("facts", {}),
    }
    data |= more.get("request", {})
    corpus = load_corpus()
    request = read_request({key: given for key, given in data.items() if given is not None}, corpus.facts, None)
    return answer(request, more.get("known_on", corpus.horizon), tracks, with_advice=False)


def outcomes(found: Answer) -> dict[str, Outcome]:
    return {t.name: t.determination.outcome for t in found.tracks}


@pytest.mark.parametrize("destination", ["BR", "IN"])
def test_what_is_printed_and_what_is_enforced_part_outside_the_zone(destination: str) -> None:
    found = asked("2026-08-01", destination)
    (parting,) = found.partings

    assert outcomes(found) == {"book": Outcome.LICENSE_REQUIRED, "enforced": Outcome.NO_LICENSE_REQUIRED}
    assert found.differs
    assert parting.provision == "742.6(a)(6)(iii)(A)"
    assert parting.citations[0] == "15 CFR 742.6(a)(6)(iii)(A)"
    assert "BIS guidance of 31 May 2026" in parting.citations[1]
    assert "has not been enforced as printed since 2025-05-13 [BIS press release of 13 May 2025" in parting.text.en
    assert "未依所載條文執行" in parting.text.zh


def test_the_united_kingdom_needs_an_exception_on_the_book_and_nothing_as_enforced() -> None:
    found = asked("2026-08-01", "GB")

    assert outcomes(found) == {"book": Outcome.EXCEPTION_AVAILABLE, "enforced": Outcome.NO_LICENSE_REQUIRED}
    assert len(found.partings) == 1


@pytest.mark.parametrize(
    ("on", "as_enforced"),
    [("2025-06-01", "744.23(a)(3)(i)(A)"), ("2026-06-15", "742.6(a)(6)(iii)(A)")],
)
def test_a_subsidiary_of_a_chinese_parent_needs_a_license_on_both_tracks(on: str, as_enforced: str) -> None:
    found = asked(on, "MY", parent="CN")
    book, enforced = (t.determination for t in found.tracks)

    assert set(outcomes(found).values()) == {Outcome.LICENSE_REQUIRED}
    assert book.decided_by[0].provision.id == "742.6(a)(6)(iii)(A)"
    assert as_enforced in [f.provision.id for f in enforced.decided_by]
    assert book.decided_by[0].provision != enforced.decided_by[0].provision
    assert not found.differs
    (parting,) = found.partings
    assert parting.text.en.startswith("As written and as enforced the answer is LICENSE_REQUIRED")
    assert as_enforced.partition("(i)")[0] in parting.citations[1]


def test_knowing_only_what_was_published_before_the_announcement_the_tracks_do_not_part() -> None:
    found = asked("2025-05-15", "BR", known_on=EVE_OF_THE_ANNOUNCEMENT)

    assert found.partings == ()
    assert set(outcomes(found).values()) == {Outcome.LICENSE_REQUIRED}


def test_the_book_alone_still_says_that_it_is_not_enforced() -> None:
    notes = [note.en for note in asked("2026-08-01", "BR", tracks=("book",)).notes]

    assert any(note.startswith("90 FR 4544 is printed but not enforced") for note in notes)
    assert not any(
        "not enforced" in note.en for note in asked("2025-05-15", "BR", known_on=EVE_OF_THE_ANNOUNCEMENT).notes
    )


OWNED = {"ownership.listed_percent": 50}


def test_each_act_that_takes_out_what_decided_is_named() -> None:
    (parting,) = asked("2025-11-10", "GB", facts=OWNED).partings

    assert "742.6(a)(6)(iii)(A) has not been enforced as printed since 2025-05-13" in parting.text.en
    assert "744.11.affiliates has not been enforced as printed since 2025-11-10 [90 FR 50857" in parting.text.en
    assert "自 2025-11-10 起，744.11.affiliates 未依所載條文執行" in parting.text.zh


def test_an_answer_is_cited_by_what_decided_it_not_by_a_text_that_does_not_reach_the_case() -> None:
    (parting,) = asked("2025-11-09", "GB", facts=OWNED).partings

    assert parting.citations[1].startswith("15 CFR 744.11(a)(1)")


def test_where_nothing_stands_in_its_place_the_act_that_takes_it_out_is_cited() -> None:
    weights = {"item": {"model": {"training_operations": "2.0e26", "published": False}}, "quantity": None}
    (parting,) = asked("2026-08-01", "BR", request=weights).partings

    assert parting.provision == "742.6(a)(13)"
    assert parting.citations[1].startswith("BIS press release of 13 May 2025")


def test_where_the_return_of_a_rule_is_not_established_the_parting_says_so() -> None:
    (parting,) = asked("2026-11-10", "GB", facts=OWNED).partings

    assert "whether 744.11.affiliates has been enforced since 2026-11-10 is not established" in parting.text.en


def test_what_an_amendment_repeals_is_called_repealed() -> None:
    found = asked("2027-01-01", "BR", tracks=("book", "framework_shelved"))

    assert "742.6(a)(6)(iii)(A) is repealed from 2027-01-01 on [proposed amendment" in found.partings[0].text.en


def test_an_amendment_is_answered_beside_the_book() -> None:
    found = asked("2027-01-01", "BR", tracks=("book", "enforced", "framework_revived"))

    assert outcomes(found)["proposed"] is Outcome.LICENSE_REQUIRED
    assert [p.other for p in found.partings] == ["enforced"]


def test_a_track_that_is_neither_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(RequestFaults, match=r"--track: .* Did you mean enforced\?"):
        amendment_of("enforcd")
