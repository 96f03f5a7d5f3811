"""Requests under the law before the January 2025 framework: what decides, what is taken, what is left open."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from weighbridge.app.answer import answer
from weighbridge.app.request.request import read_request
from weighbridge.app.respond import respond
from weighbridge.law.compiled import load_corpus

H100, A800 = {"chip": "nvidia-h100-sxm5"}, {"chip": "nvidia-a800-sxm4-80gb"}


def asked(
    on: str, item: dict[str, Any], place: str, parent: str = "", known_on: date | None = None, **more: Any
) -> Any:
    """The response to a sale to a firm at a place, owned there unless a parent is named."""
    corpus = load_corpus()
    there = {"name": "X", "location": place, "headquarters": place, "ultimate_parent_headquarters": parent or place}
    home = {"location": "US", "headquarters": "US", "ultimate_parent_headquarters": "US"}
    request = {
        "on": on, "activity": "export", "item": item, "quantity": 1, "origin": "US", "destination": place,
        "exporter": home, "ultimate_consignee": there, "intermediate_consignees": [], "end_use": ["civil"],
        "received_this_year_tpp": 0, **more,
    }  # fmt: skip
    found = answer(read_request(request, corpus.facts), known_on or corpus.horizon, with_advice=False)
    return respond(found)


def book(response: Any) -> Any:
    return response["tracks"]["book"]


@pytest.mark.parametrize(("on", "outcome"), [("2022-12-01", "NO_LICENSE_REQUIRED"), ("2023-11-17", "LICENSE_REQUIRED")])
def test_an_a800_for_china_needs_a_license_once_its_interconnect_no_longer_counts(on: str, outcome: str) -> None:
    assert book(asked(on, A800, "CN"))["outcome"] == outcome


def test_an_answer_that_turns_on_the_interconnect_says_which_rate_was_taken() -> None:
    [said] = [line for line in asked("2022-12-01", A800, "CN")["assumptions"] if "interconnect rate" in line]
    assert "nvidia-a800-sxm4-80gb (400 GB/s)" in said
    assert not any("interconnect rate" in line for line in asked("2023-11-17", A800, "CN")["assumptions"])
    described = {"tpp": 4992, "interconnect_gb_per_s": 400, "designed_for_datacenter": True}
    assert not any("interconnect rate" in line for line in asked("2022-12-01", described, "CN")["assumptions"])


@pytest.mark.parametrize(
    ("rate", "outcome"), [(600, "LICENSE_REQUIRED"), (599, "NO_LICENSE_REQUIRED"), (None, "INCOMPLETE")]
)
def test_the_rate_may_be_stated_and_is_asked_for(rate: int | None, outcome: str) -> None:
    item = {"tpp": 4992, "designed_for_datacenter": True}
    response = asked("2022-12-01", item if rate is None else {**item, "interconnect_gb_per_s": rate}, "CN")
    assert book(response)["outcome"] == outcome
    assert ("item.interconnect_gb_per_s" in str(book(response)["missing"])) is (rate is None)


@pytest.mark.parametrize(
    ("on", "outcome", "cited"),
    [
        ("2023-11-16", "NO_LICENSE_REQUIRED", ""),
        ("2023-11-17", "LICENSE_REQUIRED", "15 CFR 744.23(a)(3) (88 FR 73458)"),
        ("2025-05-14", "LICENSE_REQUIRED", "15 CFR 744.23(a)(3) (88 FR 73458)"),
        ("2025-05-15", "LICENSE_REQUIRED", "15 CFR 742.6(a)(6)(iii)(A)"),
    ],
)
def test_a_company_of_china_in_malaysia_is_reached_by_one_text_and_then_another(
    on: str, outcome: str, cited: str
) -> None:
    response = asked(on, H100, "MY", "CN")
    assert book(response)["outcome"] == outcome
    if cited:
        assert any(p["citation"].startswith(cited) for p in book(response)["decided_by"])


def test_what_stands_as_enforced_in_place_of_the_framework_is_marked_as_an_inference() -> None:
    enforced = asked("2025-06-02", H100, "VN")["tracks"]["enforced"]
    [decided] = enforced["decided_by"]
    assert decided["citation"] == "15 CFR 742.6(a)(6)(iii) (88 FR 73458) [analysis]"
    before = book(asked("2025-05-14", H100, "VN"))["decided_by"]
    assert [p["citation"] for p in before] == ["15 CFR 742.6(a)(6)(iii) (88 FR 73458) [secondary]"]


def test_who_knew_only_the_first_rule_answers_by_it() -> None:
    eve = date(2023, 10, 24)
    assert book(asked("2023-11-17", A800, "CN", known_on=eve))["outcome"] == "NO_LICENSE_REQUIRED"
    assert book(asked("2023-11-17", A800, "CN"))["outcome"] == "LICENSE_REQUIRED"


def test_what_was_not_read_of_the_first_rule_is_shown_as_a_reading() -> None:
    replacing: dict[str, Any] = {
        "end_use": ["replacement"],
        "facts": {
            "replacement.one_for_one": True,
            "original_item.enhanced": False,
            "original_item.lawfully_exported": True,
        },
    }
    response = asked("2022-12-01", H100, "CN", **replacing)
    [reading] = book(response)["readings"]
    assert (book(response)["outcome"], reading["id"]) == ("LICENSE_REQUIRED", "exceptions_2022")
    switched = asked("2022-12-01", H100, "CN", **replacing, readings={"exceptions_2022": "rpl_gov_tsu"})
    assert book(switched)["exception"] == "RPL"


def test_the_data_center_authorization_of_2024_is_stated_like_the_later_ones() -> None:
    held: dict[str, Any] = {
        "authorizations": [{"kind": "DCVEU"}],
        "veu": {"own_facility": True, "excluded_item": False},
    }
    response = asked("2024-12-02", H100, "VN", **held)
    assert (book(response)["outcome"], book(response)["exception"]) == ("VEU_AUTHORIZATION", "DCVEU")
    later = asked("2025-06-02", H100, "VN", **held)
    assert book(later)["outcome"] == "LICENSE_REQUIRED"
    assert later["tracks"]["enforced"]["exception"] == "DCVEU"


def test_a_destination_has_a_group_only_since_the_framework() -> None:
    assert asked("2025-05-14", H100, "CN")["destination_group"] is None
    assert asked("2025-05-15", H100, "CN")["destination_group"] == "ARMS_EMBARGOED_OR_MACAU"


def test_a_document_that_came_later_is_not_noted() -> None:
    assert not any("90 FR 9604" in note for note in asked("2022-12-01", H100, "CN")["notes"])
    assert any("90 FR 9604" in note for note in asked("2025-06-02", H100, "CN")["notes"])
