"""Named parties in a determination: what was judged decides, what was not is asked, nothing else is ever taken."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.app.screening.conftest import EXAMPLES, TODAY, Desk, example, owners

from weighbridge.app.answer import answer
from weighbridge.app.faults import RequestFaults
from weighbridge.app.request.request import read_request
from weighbridge.app.respond import respond
from weighbridge.app.screening import find
from weighbridge.law.compiled import load_corpus
from weighbridge.parties.judgement import Opinion
from weighbridge.parties.lists.age import StaleLists
from weighbridge.parties.stated import StatedParty

HERON = StatedParty("Copper Heron Computing", countries=("MY", "SG"))
HERON_LISTED = "Copper Heron Computing Pte. Ltd."
PAGODA = StatedParty("Silver Pagoda Semiconductor Co., Ltd.", countries=("CN",))
BOTH = ("book", "enforced")


def outcomes(response: dict[str, Any]) -> tuple[str, str]:
    return response["tracks"]["book"]["outcome"], response["tracks"]["enforced"]["outcome"]


# --- a listed party ---------------------------------------------------------------------------------------------------


def test_without_lists_the_answer_says_that_parties_were_not_screened() -> None:
    corpus = load_corpus()
    request = read_request(example("malaysia-listed-end-user"), corpus.facts)
    response = respond(answer(request, corpus.horizon, with_advice=False))

    assert response["lists"] is response["screening"] is None
    assert "The parties were not screened; none is taken to be on a list." in response["assumptions"]


def test_a_name_that_nobody_judged_is_asked_about_with_both_strings(desk: Desk) -> None:
    response = desk.ask(example("malaysia-listed-end-user"))

    assert outcomes(response) == ("INCOMPLETE", "INCOMPLETE")
    [missing] = response["tracks"]["book"]["missing"]
    assert missing["fact"] == "listed.entity_list"
    [asked] = missing["settled_by"]
    assert "“Copper Heron Computing”" in asked
    assert f"“{HERON_LISTED}” on EL" in asked
    assert "weighbridge judge consolidated/EL/" in asked


def test_an_entity_list_end_user_judged_the_same_changes_both_tracks(desk: Desk) -> None:
    desk.judge(HERON, desk.entry(HERON_LISTED), Opinion.SAME)
    response = desk.ask(example("malaysia-listed-end-user"))

    for track in BOTH:
        found = response["tracks"][track]
        assert (found["outcome"], found["review_policy"]) == ("LICENSE_REQUIRED", "POLICY_OF_DENIAL")
        assert [d["provision"] for d in found["decided_by"]] == ["744.11(a)"]
        assert not any(considered["available"] for considered in found["considered"])
    [told] = response["screening"]["provenance"]
    assert told["fact"] == "listed.entity_list"
    assert "A. Ng judged so on 2026-11-24 (looked at the register)" in told["text"]


def test_a_namesake_judged_different_is_not_asked_about_again(desk: Desk) -> None:
    desk.judge(HERON, desk.entry(HERON_LISTED), Opinion.DIFFERENT)
    response = desk.ask(example("malaysia-listed-end-user"))

    assert outcomes(response) == ("NO_LICENSE_REQUIRED", "NO_LICENSE_REQUIRED")
    assert response["screening"]["questions"] == []


def test_who_is_unsure_is_asked_again(desk: Desk) -> None:
    desk.judge(HERON, desk.entry(HERON_LISTED), Opinion.UNSURE)
    response = desk.ask(example("malaysia-listed-end-user"))

    assert outcomes(response) == ("INCOMPLETE", "INCOMPLETE")
    assert "A. Ng was unsure on 2026-11-24" in response["tracks"]["book"]["missing"][0]["settled_by"][0]


def test_a_judgement_falls_when_the_party_is_stated_otherwise(desk: Desk) -> None:
    desk.judge(HERON, desk.entry(HERON_LISTED), Opinion.DIFFERENT)
    elsewhere = {"name": "Copper Heron Computing", "location": "CN", "headquarters": "CN"}
    response = desk.ask(example("malaysia-listed-end-user", end_user=elsewhere))

    assert "It was judged on 2026-11-24, and has changed since." in response["screening"]["questions"][0]["text"]


@pytest.mark.parametrize(
    ("name", "listed", "outcome", "provision"),
    [
        ("Blue Anvil Trading", "Blue Anvil Trading GmbH", "PROHIBITED", "736.2(b)(4)"),
        ("Red Kiln Aviation Institute", "Red Kiln Aviation Institute", "LICENSE_REQUIRED", "744.21(b)(1)"),
        ("North Quay Shipping", "NORTH QUAY SHIPPING LLC", "LICENSE_REQUIRED", "744.8(a)"),
    ],
)
def test_each_list_brings_its_own_law(desk: Desk, name: str, listed: str, outcome: str, provision: str) -> None:
    party = {"name": name, "location": "MY", "headquarters": "MY", "ultimate_parent_headquarters": "MY"}
    desk.judge(StatedParty(name, countries=("MY",)), desk.entry(listed), Opinion.SAME)
    response = desk.ask(example("malaysia-listed-end-user", end_user=party))

    assert outcomes(response) == (outcome, outcome)
    assert provision in [d["provision"] for d in response["tracks"]["book"]["decided_by"]]


def test_an_unverified_party_brings_a_statement_and_bars_exceptions(desk: Desk) -> None:
    name = "Harbour Lantern Electronics"
    desk.judge(StatedParty(name, countries=("MY",)), desk.entry(f"{name} Sdn. Bhd."), Opinion.SAME)
    party = {"name": name, "location": "MY", "headquarters": "MY", "ultimate_parent_headquarters": "MY"}
    response = desk.ask(example("malaysia-listed-end-user", end_user=party))

    assert outcomes(response) == ("NO_LICENSE_REQUIRED", "NO_LICENSE_REQUIRED")
    assert any("UVL statement" in duty["what"] for duty in response["tracks"]["book"]["conditions"])


@pytest.mark.parametrize("role", ["exporter", "purchaser", "ultimate_consignee"])
def test_whoever_is_a_denied_person_the_transaction_is_prohibited(desk: Desk, role: str) -> None:
    party = {"name": "Blue Anvil Trading GmbH", "location": "MY", "headquarters": "MY"}
    desk.judge(StatedParty(party["name"], countries=("MY",)), desk.entry(party["name"]), Opinion.SAME)
    response = desk.ask(example("malaysia-listed-end-user", **{role: party}))

    assert outcomes(response) == ("PROHIBITED", "PROHIBITED")


def test_intermediate_consignees_are_screened_each(desk: Desk) -> None:
    between = [{"name": "Quiet Meadow Freight"}, {"name": HERON_LISTED, "location": "SG"}]
    desk.judge(HERON, desk.entry(HERON_LISTED), Opinion.DIFFERENT)
    response = desk.ask(example("malaysia-listed-end-user", intermediate_consignees=between))

    assert [q["fact"] for q in response["screening"]["questions"]] == ["listed.entity_list"]
    assert "listed.entity_list" in [m["fact"] for m in response["tracks"]["book"]["missing"]]


def test_the_end_user_is_the_consignee_where_none_is_named_and_is_listed_with_it(desk: Desk) -> None:
    request = example("malaysia-listed-end-user")
    request["ultimate_consignee"] = request.pop("end_user")
    desk.judge(HERON, desk.entry(HERON_LISTED), Opinion.SAME)

    assert outcomes(desk.ask(request)) == ("LICENSE_REQUIRED", "LICENSE_REQUIRED")


def test_what_the_asker_states_never_takes_a_finding_away(desk: Desk) -> None:
    desk.judge(HERON, desk.entry(HERON_LISTED), Opinion.SAME)
    request = example("malaysia-listed-end-user")
    request["end_user"] = {**request["end_user"], "listed_on": []}

    assert outcomes(desk.ask(request)) == ("LICENSE_REQUIRED", "LICENSE_REQUIRED")


def test_what_the_asker_states_counts_though_no_name_comes_near(desk: Desk) -> None:
    request = example("malaysia-listed-end-user")
    request["purchaser"] = {**request["purchaser"], "listed_on": ["DPL"]}

    assert outcomes(desk.ask(request)) == ("PROHIBITED", "PROHIBITED")


def test_a_list_that_no_provision_turns_on_is_told_and_changes_nothing(desk: Desk) -> None:
    otter = {"name": "Glass Otter Optics", "location": "MY", "headquarters": "MY", "ultimate_parent_headquarters": "MY"}
    response = desk.ask(example("malaysia-listed-end-user", end_user=otter))

    assert outcomes(response) == ("NO_LICENSE_REQUIRED", "NO_LICENSE_REQUIRED")
    assert any("Glass Otter Optics Inc." in note and "DTC" in note for note in response["notes"])


def test_roles_that_nobody_named_are_told(desk: Desk) -> None:
    request = example("malaysia-listed-end-user")
    del request["purchaser"]
    desk.judge(HERON, desk.entry(HERON_LISTED), Opinion.DIFFERENT)

    assert any(
        "Not named, so not screened" in line and "the purchaser" in line for line in desk.ask(request)["assumptions"]
    )


def test_a_name_of_which_nothing_can_be_compared_is_refused_and_never_found_on_no_list(desk: Desk) -> None:
    request = example("malaysia-listed-end-user")
    request["end_user"] = {**request["end_user"], "name": "---"}

    with pytest.raises(RequestFaults, match=r"end_user\.name: The name holds no letter or digit"):
        desk.ask(request)


@pytest.mark.parametrize("name", ["Ltd", "Co., Ltd.", "Q", "有限公司"])
def test_a_name_that_tells_nobody_apart_is_refused_where_no_entry_meets_it(desk: Desk, name: str) -> None:
    request = example("malaysia-listed-end-user")
    request["end_user"] = {**request["end_user"], "name": name}

    with pytest.raises(RequestFaults, match=r"end_user\.name: The name is a single letter or a legal form alone"):
        desk.ask(request)


def test_entries_beyond_those_shown_keep_every_list_open(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "MOST", 1)
    otter = {"name": "Glass Otter Optics", "location": "MY", "headquarters": "MY", "ultimate_parent_headquarters": "MY"}
    response = desk.ask(example("malaysia-listed-end-user", end_user=otter))

    assert outcomes(response) == ("INCOMPLETE", "INCOMPLETE")
    assert any("not all are asked about" in asked["text"] for asked in response["screening"]["questions"])


# --- owners ----------------------------------------------------------------------------------------------------------


def test_a_french_company_with_a_listed_owner_of_51_percent_is_caught(desk: Desk) -> None:
    desk.judge(PAGODA, desk.entry(PAGODA.name), Opinion.SAME)
    response = desk.ask(example("france-owned-51-percent"), owners=owners())

    for track in BOTH:
        found = response["tracks"][track]
        assert (found["outcome"], found["review_policy"]) == ("LICENSE_REQUIRED", "PRESUMPTION_OF_DENIAL")
        assert "744.11.affiliates" in [d["provision"] for d in found["decided_by"]]
    assert any(
        p["fact"] == "ownership.listed_percent" and "51" in p["text"] for p in response["screening"]["provenance"]
    )


def test_in_the_stay_the_same_is_a_red_flag(desk: Desk) -> None:
    desk.judge(PAGODA, desk.entry(PAGODA.name), Opinion.SAME)
    response = desk.ask(example("france-owned-51-percent", on="2025-12-01"), owners=owners())
    enforced = response["tracks"]["enforced"]

    assert "744.11.affiliates" not in [d["provision"] for d in enforced["decided_by"]]
    assert any(duty["what"].startswith("Red flag") and duty["applies"] for duty in enforced["conditions"])
    assert response["tracks"]["book"]["outcome"] == "LICENSE_REQUIRED"


def test_an_owner_whom_nobody_judged_keeps_the_answer_open(desk: Desk) -> None:
    response = desk.ask(example("france-owned-51-percent"), owners=owners())

    assert outcomes(response) == ("INCOMPLETE", "INCOMPLETE")
    missing = {m["fact"]: m for m in response["tracks"]["book"]["missing"]}
    assert any(f"“{PAGODA.name}” on EL" in text for text in missing["ownership.listed_reach_half"]["settled_by"])


def test_an_owner_judged_to_be_another_brings_nothing(desk: Desk) -> None:
    desk.judge(PAGODA, desk.entry(PAGODA.name), Opinion.DIFFERENT)
    response = desk.ask(example("france-owned-51-percent"), owners=owners())

    assert "744.11.affiliates" not in [d["provision"] for d in response["tracks"]["book"]["decided_by"]]
    assert response["screening"]["questions"] == []


def test_the_seat_of_the_ultimate_parent_comes_from_the_graph(desk: Desk) -> None:
    desk.judge(PAGODA, desk.entry(PAGODA.name), Opinion.DIFFERENT)
    response = desk.ask(example("france-owned-51-percent"), owners=owners())

    assert "744.23(a)(3)(i)(A)" in [d["provision"] for d in response["tracks"]["book"]["decided_by"]]


def test_what_the_request_states_stands_and_the_difference_is_noted(desk: Desk) -> None:
    request = example("france-owned-51-percent")
    request["ultimate_consignee"] = {**request["ultimate_consignee"], "ultimate_parent_headquarters": "FR"}
    desk.judge(PAGODA, desk.entry(PAGODA.name), Opinion.SAME)
    response = desk.ask(request, owners=owners())

    assert any("The request states FR" in note and "CN" in note for note in response["notes"])


def test_a_minority_brings_a_red_flag_and_no_requirement(desk: Desk) -> None:
    desk.judge(PAGODA, desk.entry(PAGODA.name), Opinion.SAME)
    minority = owners(**{"SAS,51": "SAS,40", "SAS,49": "SAS,60"})
    book = desk.ask(example("france-owned-51-percent"), owners=minority)["tracks"]["book"]

    assert book["outcome"] == "NO_LICENSE_REQUIRED"
    assert any(duty["what"].startswith("Red flag") and duty["applies"] for duty in book["conditions"])


def test_a_party_that_the_graph_does_not_know_is_told(desk: Desk) -> None:
    response = desk.ask(example("malaysia-listed-end-user"), owners=owners())

    assert any("does not stand in the ownership graph" in note for note in response["notes"])
    assert any("look into the ownership" in line for line in response["assumptions"])


def test_what_is_doubtful_about_the_graph_is_told_with_the_answer(desk: Desk) -> None:
    response = desk.ask(example("france-owned-51-percent"), owners=owners(**{"SAS,49": "SAS,60"}))

    assert any("make 111 percent together" in note for note in response["notes"])


def test_accents_do_not_part_a_party_from_its_owners(desk: Desk) -> None:
    desk.judge(PAGODA, desk.entry(PAGODA.name), Opinion.SAME)
    response = desk.ask(example("france-owned-51-percent"), owners=owners(Lumiere="Lumière"))

    assert outcomes(response) == ("LICENSE_REQUIRED", "LICENSE_REQUIRED")


def test_a_name_near_one_in_the_graph_is_told_with_it(desk: Desk) -> None:
    response = desk.ask(example("france-owned-51-percent"), owners=owners(SAS="S.A.S."))

    assert any("If “Atelier Lumiere S.A.S.” is meant" in note for note in response["notes"])


def test_a_name_of_several_in_the_graph_is_refused(desk: Desk) -> None:
    several = b"""owner,owned,percent
Silver Pagoda,A,100

id,name
A,Atelier Lumiere SAS
B,Atelier Lumiere SAS
"""
    with pytest.raises(RequestFaults, match=r"ultimate_consignee\.name: Several entities"):
        desk.ask(example("france-owned-51-percent"), owners=several)


def test_an_owner_whose_name_cannot_be_compared_keeps_the_answer_open(desk: Desk) -> None:
    response = desk.ask(
        example("france-owned-51-percent"), owners=owners(**{'"Silver Pagoda Semiconductor Co., Ltd."': "***"})
    )

    assert outcomes(response) == ("INCOMPLETE", "INCOMPLETE")


def test_an_owner_whom_nobody_judged_may_bring_stricter_terms_than_those_known(desk: Desk, tmp_path: Path) -> None:
    text = (EXAMPLES / "list.csv").read_text(encoding="utf-8")
    narrow = tmp_path / "list.csv"
    narrow.write_text(text.replace("For all items subject to the EAR. (See §744.11 of the EAR)", "For 3A991 items"))
    desk.load(narrow)
    desk.judge(StatedParty(HERON_LISTED), desk.entry(HERON_LISTED), Opinion.SAME)
    both = f"""owner,owned,percent
"{HERON_LISTED}",Atelier Lumiere SAS,10
"{PAGODA.name}",Atelier Lumiere SAS,70
"""
    request = example("france-owned-51-percent", facts={"entry.reaches_item": False})
    request["ultimate_consignee"] = {**request["ultimate_consignee"], "ultimate_parent_headquarters": "FR"}

    assert outcomes(desk.ask(request, owners=both.encode())) == ("INCOMPLETE", "INCOMPLETE")


# --- the lists -------------------------------------------------------------------------------------------------------


def test_every_answer_says_on_which_version_it_rests_and_how_old_it_is(desk: Desk) -> None:
    [version] = desk.ask(example("malaysia-listed-end-user"), today=TODAY + timedelta(3))["lists"]["versions"]

    assert (version["source"], version["number"], version["age_days"], version["stale"]) == (
        "consolidated",
        1,
        3,
        False,
    )
    assert version["entries"] == 7


def test_a_list_that_is_too_old_is_reported(desk: Desk) -> None:
    response = desk.ask(example("malaysia-listed-end-user"), today=TODAY + timedelta(8))

    assert response["lists"]["versions"][0]["stale"] is True
    assert any("is 8 days old; 7 are allowed" in note for note in response["notes"])


def test_a_list_that_is_too_old_is_refused_where_fresh_ones_are_asked_for(desk: Desk) -> None:
    with pytest.raises(StaleLists, match="8 days old"):
        desk.ask(example("malaysia-listed-end-user"), today=TODAY + timedelta(8), fresh=True)
    assert desk.ask(example("malaysia-listed-end-user"), today=TODAY + timedelta(7), fresh=True)["lists"]
