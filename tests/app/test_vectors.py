"""The published anchors, chips, sums and scenarios of the January 2025 rule, asked as whole requests."""

from __future__ import annotations

from typing import Any

import pytest

from weighbridge.app.answer import answer
from weighbridge.app.classify import classify
from weighbridge.app.request.request import read_request
from weighbridge.app.respond import respond
from weighbridge.law.compiled import load_corpus

H100 = {"chip": "nvidia-h100-sxm5"}  # 989.5 dense TFLOPS at 16 bits: 15,832 TPP
B_TIER = {"tpp": 3000, "die_area_mm2": 800, "designed_for_datacenter": True}  # density 3.75


def party(location: str, headquarters: str | None = None, parent: str | None = None) -> dict[str, str]:
    headquarters = headquarters or location
    return {"location": location, "headquarters": headquarters, "ultimate_parent_headquarters": parent or headquarters}


def ask(item: dict[str, Any], destination: str, consignee: dict[str, str], **rest: Any) -> dict[str, Any]:
    corpus = load_corpus()
    data = {
        "on": "2025-06-02",
        "activity": "export",
        "item": item,
        "destination": destination,
        "origin": "US",
        "ultimate_consignee": consignee,
        "intermediate_consignees": [],
        "end_use": ["civil"],
        "received_this_year_tpp": 0,
        **rest,
    }
    return respond(answer(read_request(data, corpus.facts), corpus.horizon, with_advice=False))


def book(response: dict[str, Any]) -> dict[str, Any]:
    track: dict[str, Any] = response["tracks"]["book"]
    return track


def available(track: dict[str, Any]) -> set[str]:
    return {c["exception"] for c in track["considered"] if c["available"]}


@pytest.mark.parametrize(
    ("chip", "tpp", "eccn"),
    [
        ("nvidia-a100-sxm4-80gb", 4992, "3A090.a"),
        ("nvidia-h100-sxm5", 15832, "3A090.a"),
        ("nvidia-h200-sxm", 15832, "3A090.a"),
        ("nvidia-h20", 2368, None),  # below 2,400, density 2.91 below 3.2
        ("nvidia-b200", 36000, "3A090.a"),
        ("amd-mi300x", "20919.2", "3A090.a"),
        ("amd-mi250x", 6128, "3A090.a"),
    ],
)
def test_chips_are_classified_as_published(chip: str, tpp: object, eccn: str | None) -> None:
    found = ask({"chip": chip}, "FR", party("FR"), quantity=1)["classification"]
    assert (found["tpp"], found["eccn"]) == (tpp, eccn)


@pytest.mark.parametrize(
    ("tpp", "density", "datacenter", "eccn"),
    [
        ("4800", None, True, "3A090.a"),
        ("4799.9", "5.92", True, "3A090.a"),
        ("4799.9", "5.91", True, "3A090.b"),
        ("2399", "3.19", True, None),
        ("1600", "3.2", True, "3A090.b"),
        ("1599", "100", True, None),
        ("4799", "100", False, None),
        ("4800", None, False, "3A090.a"),
    ],
)
def test_both_sides_of_each_threshold(tpp: str, density: str | None, datacenter: bool, eccn: str | None) -> None:
    item = {"tpp": tpp, "designed_for_datacenter": datacenter}
    found = classify(item | ({"performance_density": density} if density else {}))
    assert (found.paragraphs[0] if found.paragraphs else None) == eccn
    assert not found.possible


@pytest.mark.parametrize(
    ("model", "controlled"),
    [
        ({"training_operations": "9.99e25"}, False),
        ({"derived_from": {"training_operations": "9e25", "published": True}, "added_operations": "2.4e25"}, False),
        ({"derived_from": {"training_operations": "2e26", "published": True}, "added_operations": "4e25"}, False),
        ({"derived_from": {"training_operations": "2e26", "published": True}, "added_operations": "6e25"}, True),
        ({"training_operations": "1.02e26"}, True),  # 6 x 1e12 parameters x 1.7e13 data points
    ],
)
def test_models_are_counted_as_the_notes_to_4e091_say(model: dict[str, Any], controlled: bool) -> None:
    found = classify({"model": {"published": False, **model}})
    assert ("4E091" in found.paragraphs, found.possible) == (controlled, ())


def test_1699_h100s_fit_lpp_and_1700_do_not() -> None:
    assert "LPP" in available(book(ask(H100, "PL", party("PL"), quantity=1699)))
    assert "LPP" not in available(book(ask(H100, "PL", party("PL"), quantity=1700)))


def test_203_h100s_are_to_be_notified_beforehand_and_202_are_not() -> None:
    def notified(quantity: int) -> bool:
        duties = book(ask(H100, "PL", party("PL"), quantity=quantity))["conditions"]
        return any(duty["citation"] == "15 CFR 740.29(g)(3)" for duty in duties)

    assert notified(203)
    assert not notified(202)


def test_the_aia_certification_is_due_at_15981_h100s_where_read_so() -> None:
    def due(quantity: int) -> bool:
        response = ask(
            H100,
            "FR",
            party("FR"),
            quantity=quantity,
            received_under_aia_tpp=0,
            readings={"A4": "at_the_threshold"},
        )
        return any(duty["citation"] == "15 CFR 740.27(c)" for duty in book(response)["conditions"])

    assert due(15981)
    assert not due(15980)


@pytest.mark.parametrize(("assured", "most"), [(False, 49_898), (True, 99_797)])
def test_the_country_allocation_is_exact(assured: bool, most: int) -> None:
    def policy(quantity: int) -> str:
        facts = {"destination.government_assurances": assured}
        return str(book(ask(H100, "BR", party("BR"), quantity=quantity, facts=facts))["review_policy"])

    assert policy(most) == "PRESUMPTION_OF_APPROVAL_WITHIN_ALLOCATION"
    assert policy(most + 1) == "POLICY_OF_DENIAL"


# --- scenarios, a-tier datacenter chips after 15 May 2025 -------------------------------------------


def test_1_a_french_firm_in_france_needs_a_license_and_has_aia() -> None:
    track = book(ask(H100, "FR", party("FR"), quantity=2000))
    assert (track["outcome"], track["exception"]) == ("EXCEPTION_AVAILABLE", "AIA")
    assert track["decided_by"][0]["citation"] == "15 CFR 742.6(a)(6)(iii)(A)"
    assert any("certification" in duty["what"] for duty in track["conditions"])


def test_2_a_french_subsidiary_of_a_chinese_parent_is_presumed_denied() -> None:
    track = book(ask(H100, "FR", party("FR", "FR", "CN"), quantity=100))
    assert (track["outcome"], track["review_policy"]) == ("LICENSE_REQUIRED", "PRESUMPTION_OF_DENIAL")
    assert not available(track)


def test_3_a_polish_firm_may_have_1000_h100s_under_lpp() -> None:
    track = book(ask(H100, "PL", party("PL"), quantity=1000))
    assert (track["outcome"], track["exception"]) == ("EXCEPTION_AVAILABLE", "LPP")


def test_4_lpp_for_vietnam_turns_on_how_the_text_is_read() -> None:
    track = book(ask(H100, "VN", party("VN"), quantity=1000))
    assert track["outcome"] == "LICENSE_REQUIRED"
    (reading,) = [r for r in track["readings"] if r["id"] == "A1"]
    assert (reading["otherwise"]["outcome"], reading["otherwise"]["exception"]) == ("EXCEPTION_AVAILABLE", "LPP")
    switched = ask(H100, "VN", party("VN"), quantity=1000, readings={"A1": reading["otherwise"]["position"]})
    assert book(switched)["exception"] == "LPP"


def test_5_a_brazilian_firm_is_presumed_approved_within_the_allocation() -> None:
    track = book(ask(H100, "BR", party("BR"), quantity=5000))
    assert (track["outcome"], track["review_policy"]) == (
        "LICENSE_REQUIRED",
        "PRESUMPTION_OF_APPROVAL_WITHIN_ALLOCATION",
    )
    (draw,) = track["allocations"]
    assert (draw["draws_tpp"], draw["remaining_tpp"]) == (79_160_000, 710_840_000)  # 5,000 x 15,832


def test_6_a_united_states_cloud_in_malaysia_is_read_in_two_ways() -> None:
    track = book(ask(H100, "MY", party("MY", "US"), quantity=4000))
    assert (track["outcome"], track["review_policy"]) == (
        "LICENSE_REQUIRED",
        "PRESUMPTION_OF_APPROVAL_WITHIN_ALLOCATION",
    )
    (reading,) = [r for r in track["readings"] if r["id"] == "A3"]
    assert reading["otherwise"]["review_policy"] == "PRESUMPTION_OF_APPROVAL"


VEU = {
    "own_facility": True,
    "owner_operates_or_operator_is_authorized": True,
    "excluded_item": False,
    "transfers_chips_to_restricted_persons": False,
    "trains_controlled_models_outside": False,
    "stores_controlled_weights_elsewhere": False,
}


@pytest.mark.parametrize(("on", "outcome"), [("2026-02-16", "LICENSE_REQUIRED"), ("2026-05-18", "VEU_AUTHORIZATION")])
def test_7_an_indian_nveu_exceeds_its_base_in_one_quarter_and_fits_in_the_next(on: str, outcome: str) -> None:
    held = {
        "kind": "NVEU",
        "countries": ["India"],
        "installed_base_tpp": 0,
        "government_to_government_arrangement": True,
    }
    response = ask(H100, "IN", party("IN"), quantity=150_000, on=on, authorizations=[held], veu=VEU)
    assert book(response)["outcome"] == outcome


def test_8_a_b_tier_chip_for_a_brazilian_firm_needs_no_license() -> None:
    response = ask(B_TIER, "BR", party("BR"), quantity=20)
    assert response["classification"]["eccn"] == "3A090.b"
    assert book(response)["outcome"] == "NO_LICENSE_REQUIRED"
    assert book(response)["decided_by"]


def test_9_a_b_tier_chip_for_a_chinese_parent_in_brazil_is_caught_by_744_23() -> None:
    track = book(ask(B_TIER, "BR", party("BR", "BR", "CN"), quantity=20))
    assert [f["citation"] for f in track["decided_by"]] == ["15 CFR 744.23(a)(3)(i)(A)"]
    transfer = book(ask(B_TIER, "BR", party("BR", "BR", "CN"), quantity=20, activity="transfer"))
    assert transfer["outcome"] == "LICENSE_REQUIRED"


WEIGHTS = {"model": {"training_operations": "2e26", "published": False, "storage_meets_supplement_10": True}}


def test_10_weights_may_go_to_a_compliant_site_of_a_united_states_firm_in_brazil() -> None:
    track = book(ask(WEIGHTS, "BR", party("BR", "US")))
    assert (track["outcome"], track["exception"]) == ("EXCEPTION_AVAILABLE", "AIA")


def test_11_weights_for_a_brazilian_firm_are_presumed_denied() -> None:
    track = book(ask(WEIGHTS, "BR", party("BR")))
    assert (track["outcome"], track["review_policy"]) == ("LICENSE_REQUIRED", "PRESUMPTION_OF_DENIAL")


# --- places ----------------------------------------------------------------------------------------


def test_hong_kong_is_answered_as_china_and_macau_beside_it() -> None:
    for place in ("Hong Kong", "Macau", "中國"):
        response = ask(H100, place, party(place), quantity=1)
        assert response["destination_group"] == "ARMS_EMBARGOED_OR_MACAU"
        assert book(response)["review_policy"] == "PRESUMPTION_OF_DENIAL"


def test_a_place_in_no_table_is_unknown_and_never_permitted() -> None:
    response = ask(B_TIER, "AQ", party("AQ"), quantity=1)
    assert response["destination_group"] is None
    assert book(response)["outcome"] == "INCOMPLETE"
    assert any("no table of the EAR" in line for line in response["assumptions"])


@pytest.mark.parametrize("name", ["end_use", "received_this_year_tpp", "ultimate_consignee"])
def test_leaving_something_out_never_permits(name: str) -> None:
    response = ask(H100, "PL", party("PL"), quantity=1000, **{name: None})
    assert book(response)["outcome"] == "INCOMPLETE"
    assert book(response)["missing"]


@pytest.mark.parametrize(("on", "refused"), [("2022-10-06", True), ("2022-10-07", False)])
def test_the_day_before_the_first_encoded_law_is_refused(on: str, refused: bool) -> None:
    from weighbridge.core.errors import DateNotEncoded

    if refused:
        with pytest.raises(DateNotEncoded, match="took effect on 7 October 2022"):
            ask(H100, "PL", party("PL"), quantity=1, on=on)
    else:
        assert book(ask(H100, "PL", party("PL"), quantity=1, on=on))["outcome"] == "NO_LICENSE_REQUIRED"


@pytest.mark.parametrize(
    ("on", "outcome"),
    [("2025-05-14", "NO_LICENSE_REQUIRED"), ("2025-05-15", "EXCEPTION_AVAILABLE")],
)
def test_the_framework_binds_from_its_compliance_date(on: str, outcome: str) -> None:
    assert book(ask(H100, "PL", party("PL"), quantity=1, on=on))["outcome"] == outcome


# --- the designer and the maker of a circuit ---------------------------------------------------------------


def test_aia_rests_on_who_designed_the_circuit() -> None:
    response = ask(H100, "FR", party("FR"), quantity=2000)
    assert any("Supplement No. 6" in assumption for assumption in response["assumptions"])
    other = book(ask(H100, "FR", party("FR"), quantity=2000, designer={"status": "other"}))
    huawei = book(ask({"chip": "huawei-ascend-910c"}, "FR", party("FR"), quantity=2000))
    assert "AIA" not in available(other)
    assert "AIA" not in available(huawei)


@pytest.mark.parametrize(
    ("applied_on", "authorized"),
    [("2026-07-04", True), ("2026-07-03", False), ("2026-12-31", True), ("2027-01-01", False)],
)
def test_an_application_lapses_after_180_days(applied_on: str, *, authorized: bool) -> None:
    designer = {
        "status": "authorized",
        "location": "TW",
        "headquarters": "TW",
        "ultimate_parent_headquarters": "TW",
        "agrees_to_743_9_b_reporting": True,
        "applied_on": applied_on,
    }
    track = book(ask(H100, "FR", party("FR"), on="2026-12-31", quantity=2000, designer=designer))
    assert ("AIA" in available(track)) is authorized


def test_a_fabricator_presumes_what_another_exporter_does_not() -> None:
    plain = {"tpp": 800, "performance_density": 1, "designed_for_datacenter": False}
    circuit = {"made_by_exporter": True, "logic": True, "non_planar": True, "packaged_by": "other"}
    designer = {"status": "other"}
    assert book(ask(plain, "MY", party("MY"), quantity=2))["outcome"] == "NO_LICENSE_REQUIRED"
    assert (
        book(ask(plain, "MY", party("MY"), quantity=40_000, circuit=circuit, designer=designer))["outcome"]
        == "LICENSE_REQUIRED"
    )
