"""Rules after January 2025, asked as a user would: by chip, destination and what is certified."""

from __future__ import annotations

from typing import Any

import pytest

from weighbridge.app.answer import answer
from weighbridge.app.request.request import read_request
from weighbridge.app.respond import respond
from weighbridge.law.compiled import load_corpus

CERTIFIED = {
    "available_in_us": True,
    "us_supply": True,
    "no_foundry_diversion": True,
    "no_prohibited_use": True,
    "customer_controls": True,
    "tested_in_us": True,
    "share_of_us_units": 50,
}


def ask(chip: str, destination: str, on: str, parent: str = "", **more: Any) -> dict[str, Any]:
    us = {"location": "US", "headquarters": "US", "ultimate_parent_headquarters": "US"}
    there = {
        "location": destination,
        "headquarters": destination,
        "ultimate_parent_headquarters": parent or destination,
    }
    data = {
        "on": on,
        "activity": "export",
        "item": {"chip": chip},
        "quantity": 100,
        "origin": "US",
        "destination": destination,
        "exporter": us,
        "ultimate_consignee": there,
        "intermediate_consignees": [],
        "end_use": ["civil"],
        **more,
    }
    corpus = load_corpus()
    return respond(answer(read_request(data, corpus.facts), corpus.horizon, with_advice=False))


@pytest.mark.parametrize("track", ["book", "enforced"])
@pytest.mark.parametrize(
    ("chip", "policy"),
    [
        ("nvidia-h200-sxm", "CASE_BY_CASE"),
        ("amd-mi325x", "CASE_BY_CASE"),
        ("nvidia-h100-sxm5", "CASE_BY_CASE"),
        ("nvidia-b200", "PRESUMPTION_OF_DENIAL"),
        ("nvidia-gb300", "PRESUMPTION_OF_DENIAL"),
    ],
)
def test_the_window_of_2026_holds_h200_and_mi325x_and_not_b200(chip: str, policy: str, track: str) -> None:
    found = ask(chip, "CN", "2026-01-15", window=CERTIFIED)["tracks"][track]
    assert (found["outcome"], found["review_policy"]) == ("LICENSE_REQUIRED", policy)


def test_before_the_window_and_without_its_certifications_denial_is_presumed() -> None:
    eve = ask("nvidia-h200-sxm", "CN", "2026-01-14", window=CERTIFIED)["tracks"]["book"]
    bare = ask("nvidia-h200-sxm", "CN", "2026-01-15")["tracks"]["book"]
    assert eve["review_policy"] == bare["review_policy"] == "PRESUMPTION_OF_DENIAL"


@pytest.mark.parametrize("track", ["book", "enforced"])
@pytest.mark.parametrize("end_use", ["military", "military_intelligence", "weapons_of_mass_destruction"])
def test_no_certification_brings_case_by_case_review_to_an_end_use_of_part_744(end_use: str, track: str) -> None:
    found = ask("nvidia-h200-sxm", "CN", "2026-01-15", window=CERTIFIED, end_use=[end_use])["tracks"][track]
    assert (found["outcome"], found["review_policy"]) == ("LICENSE_REQUIRED", "PRESUMPTION_OF_DENIAL")


def test_an_affiliate_of_listed_entities_is_not_reviewed_case_by_case_where_the_rule_stands() -> None:
    found = ask("nvidia-h200-sxm", "CN", "2026-01-15", window=CERTIFIED, ownership={"listed_percent": 50})["tracks"]
    assert found["book"]["review_policy"] == "PRESUMPTION_OF_DENIAL"
    assert found["enforced"]["review_policy"] == "CASE_BY_CASE"  # stayed on that day


def test_of_a_described_circuit_the_bandwidth_decides() -> None:
    described = {"tpp": 15832, "die_area_mm2": 814, "designed_for_datacenter": True, "dram_bandwidth_gb_per_s": 6500}
    found = ask("", "CN", "2026-01-15", window=CERTIFIED, item=described)["tracks"]["book"]
    assert found["review_policy"] == "PRESUMPTION_OF_DENIAL"
    within = ask("", "CN", "2026-01-15", window=CERTIFIED, item={**described, "dram_bandwidth_gb_per_s": 6499})
    assert within["tracks"]["book"]["review_policy"] == "CASE_BY_CASE"


def test_the_affiliates_rule_after_its_stay_is_answered_both_ways_and_says_what_to_check() -> None:
    response = ask("nvidia-a30", "MY", "2026-11-23", ownership={"listed_percent": 50})
    enforced = response["tracks"]["enforced"]
    (reading,) = (r for r in enforced["readings"] if r["id"] == "affiliates_return")

    assert (enforced["outcome"], reading["taken"]["position"]) == ("LICENSE_REQUIRED", "returned")
    assert (reading["otherwise"]["position"], reading["otherwise"]["outcome"]) == ("extended", "NO_LICENSE_REQUIRED")
    assert "Federal Register" in reading["check"]
    assert "is not established" in response["partings"][0]["text"]
    assert response["knowledge_horizon"]["days_beyond"] == 55


def test_during_the_stay_the_affiliates_rule_is_printed_and_not_enforced() -> None:
    tracks = ask("nvidia-a30", "MY", "2026-06-01", ownership={"listed_percent": 50})["tracks"]
    assert (tracks["book"]["outcome"], tracks["enforced"]["outcome"]) == ("LICENSE_REQUIRED", "NO_LICENSE_REQUIRED")
