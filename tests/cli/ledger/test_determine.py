"""`determine` at a ledger: what it reads there, and what it reserves."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import jsonschema
import pytest
import time_machine
from tests.cli.ledger.office import EXAMPLES, Office, like

from weighbridge.cli.determine import response_schema

INDIA = "india-1000-h100"
LPP = "lpp/Example Data Centres Pvt. Ltd./2025"


@pytest.fixture
def india(office: Office) -> Office:
    """An office whose book has the limits that the Indian example may draw on."""
    office.ledger("limits", "--request", str(office.request(INDIA)))
    return office


def test_the_limits_of_a_request_are_those_it_may_draw_on_with_the_laws_citation(office: Office) -> None:
    entered = office.plain("limits", "--request", str(office.request(INDIA)))
    terms = {e["entry"]["content"]["limit"]["account"]: e["entry"]["content"]["limit"] for e in entered}
    assert set(terms) == {LPP, "country/IN/2025-2027"}
    assert terms[LPP]["steps"] == [["2025-05-15", 26_900_000, "15 CFR 740.29(d)"]]
    assert office.plain("limits", "--request", str(office.request(INDIA))) == []


def test_a_determination_reserves_under_its_id_and_a_retry_is_the_same_reservation(india: Office) -> None:
    request = india.request(INDIA, received_this_year_tpp=None)
    first = india.determine(request, "--reserve")
    again = india.determine(request, "--reserve", "--track", "book", "--expires", "2025-07-01")
    key = first["rulebook"]["book"]["determination"]
    for answer, status in ((first, "RESERVED"), (again, "ALREADY_RESERVED")):
        assert answer["tracks"]["book"]["exception"] == "LPP"
        reservation = answer["ledger"]["reservation"]
        assert (reservation["status"], reservation["entry"]["content"]["key"]) == (status, key)
    assert again["ledger"]["reservation"]["entry"] == first["ledger"]["reservation"]["entry"]
    content = first["ledger"]["reservation"]["entry"]["content"]
    assert content["legs"] == [[LPP, 15_832_000]]
    assert (content["on"], content["expires"]) == ("2025-06-02", "2025-08-31")
    assert content["references"] == [["determination", key], ["track", "book"]]
    assert india.left(LPP) == 26_900_000 - 15_832_000


def test_the_response_with_a_ledger_fits_the_published_schema(india: Office) -> None:
    answer = india.determine(india.request(INDIA, received_this_year_tpp=None), "--reserve")
    jsonschema.validate(answer, response_schema())
    assert answer["ledger"]["book"] == "main"


def test_another_order_like_it_is_told_apart_by_its_reference_and_counted_beside_it(india: Office) -> None:
    india.determine(india.request(INDIA, received_this_year_tpp=None, reference="PO-1"), "--reserve")
    second = india.determine(
        india.request(INDIA, received_this_year_tpp=None, reference="PO-2", quantity=700), "--reserve", code=1
    )
    # 1,000 and 700 are 1,700 H100s, one more than the limit holds.
    assert second["tracks"]["book"]["outcome"] == "LICENSE_REQUIRED"
    assert second["ledger"]["reservation"]["status"] == "OUTCOME_DOES_NOT_PERMIT"
    third = india.determine(
        india.request(INDIA, received_this_year_tpp=None, reference="PO-3", quantity=699), "--reserve"
    )
    assert third["tracks"]["book"]["allocations"][0]["used_tpp"] == 15_832_000
    assert ["order", "PO-3"] in third["ledger"]["reservation"]["entry"]["content"]["references"]


def test_a_retry_after_posting_does_not_stand_in_its_own_way(india: Office) -> None:
    request = india.request(INDIA, received_this_year_tpp=None, quantity=1699)
    key = india.determine(request, "--reserve")["rulebook"]["book"]["determination"]
    india.ledger("post", key, "--shipment", "S-88", "--on", "2025-06-09")
    again = india.determine(request, "--reserve")
    assert again["tracks"]["book"]["outcome"] == "EXCEPTION_AVAILABLE"
    assert again["ledger"]["reservation"]["status"] == "ALREADY_RESERVED"
    assert india.determine(india.request(INDIA, received_this_year_tpp=None))["tracks"]["book"]["outcome"] == (
        "LICENSE_REQUIRED"
    )


def test_what_lapsed_makes_room_and_what_still_holds_today_does_not_though_the_order_lies_ahead(india: Office) -> None:
    held = ("--expires", "2025-06-20", "--on", "2025-06-02")
    india.ledger("reserve", "other", f"{LPP}=26,900,000", *held)
    later = india.request(INDIA, received_this_year_tpp=None, on="2025-07-01")
    with time_machine.travel(datetime(2025, 6, 10, tzinfo=UTC)):
        refused = india.determine(later, "--reserve", code=1)
    assert refused["ledger"]["reservation"]["status"] == "OUTCOME_DOES_NOT_PERMIT"
    with time_machine.travel(datetime(2025, 6, 21, tzinfo=UTC)):
        assert india.determine(later, "--reserve")["ledger"]["reservation"]["status"] == "RESERVED"


def test_a_reservation_that_was_given_up_is_not_taken_up_again(india: Office) -> None:
    request = india.request(INDIA, received_this_year_tpp=None)
    key = india.determine(request, "--reserve")["rulebook"]["book"]["determination"]
    india.ledger("void", key, "--on", "2025-06-03")
    again = india.determine(request, "--reserve", code=1)["ledger"]["reservation"]
    assert (again["status"], again["by"]) == ("RESERVATION_CLOSED", "void")
    anew = india.request(INDIA, received_this_year_tpp=None, reference="PO-1 again")
    assert india.determine(anew, "--reserve")["ledger"]["reservation"]["status"] == "RESERVED"


def test_the_answer_says_what_the_ledger_knew_and_what_it_cannot(india: Office) -> None:
    answer = india.determine(india.request(INDIA, received_this_year_tpp=None))
    assert (
        f"Drawn before, by the ledger (book main): 0 TPP on {LPP}. What nobody entered there is not counted."
        in answer["assumptions"]
    )
    assert not any("Without a ledger" in assumption for assumption in answer["assumptions"])


def test_without_a_ledger_it_says_what_is_assumed() -> None:
    office = Office(EXAMPLES, "")
    result = office.run("determine", str(EXAMPLES / "brazil-5000-h100.yaml"))
    assert "Without a ledger, nothing is counted as already licensed to the destination" in result.output


def test_an_account_that_the_ledger_lacks_is_named_and_nothing_is_reserved(office: Office) -> None:
    answer = office.determine(office.request(INDIA), "--reserve", code=1)
    assert answer["ledger"]["reservation"]["status"] == "UNKNOWN_ACCOUNT"
    assert any(f"has no account {LPP}" in note for note in answer["notes"])


def test_a_figure_that_contradicts_the_ledger_is_a_fault_that_names_both(india: Office) -> None:
    india.determine(india.request(INDIA, received_this_year_tpp=None, reference="PO-1"), "--reserve")
    wrong = india.determine(india.request(INDIA), "--reserve", code=2)
    (fault,) = wrong["errors"]
    assert (fault["field"], fault["found"]) == ("received_this_year_tpp", "0")
    assert fault["problem"] == f"The ledger (book main) has 15,832,000 TPP on {LPP}, posted and pending."
    assert india.left(LPP) == 26_900_000 - 15_832_000
    in_chinese = india.run("determine", str(india.request(INDIA)), "--ledger", india.url, "--lang", "zh-Hant")
    assert f"帳本（帳簿 main）之 {LPP} 為 15,832,000 TPP" in in_chinese.output


def test_an_outcome_that_permits_nothing_reserves_nothing(office: Office) -> None:
    office.ledger("limits", "country/BR", "--on", "2025-06-02")
    request = office.request("brazil-5000-h100", received_this_year_tpp=None)
    answer = office.determine(request, "--reserve", code=1)
    assert answer["ledger"]["reservation"]["status"] == "OUTCOME_DOES_NOT_PERMIT"
    assert "With a license in hand, enter it" in answer["ledger"]["reservation"]["message"]
    prohibited = office.determine(office.request("iran-any-chip"), "--reserve", code=1)
    assert prohibited["ledger"]["reservation"]["status"] == "OUTCOME_DOES_NOT_PERMIT"


def test_with_a_license_in_hand_the_license_is_drawn_on_and_what_it_cannot_take_spills_to_the_next(
    office: Office,
) -> None:
    for number, items in (("D100", "3000"), ("D200", "4000")):
        terms = ("--from", "2025-06-01", "--until", "2026-05-31", "--citation", f"BIS {number}", "--items", items)
        office.ledger("license", number, *terms, "--on", "2025-06-01", "--proviso", "No resale.")
    in_hand = [{"kind": "license", "number": "D100"}, {"kind": "license", "number": "D200"}]
    request = office.request("brazil-5000-h100", authorizations=in_hand)
    reservation = office.determine(request, "--reserve")["ledger"]["reservation"]
    assert reservation["entry"]["content"]["legs"] == [["license/D100/items", 3000], ["license/D200/items", 2000]]
    more = office.request("brazil-5000-h100", authorizations=in_hand, reference="PO-2")
    refused = office.determine(more, "--reserve", code=1)["ledger"]["reservation"]
    assert refused["status"] == "ALLOCATION_EXHAUSTED"
    assert refused["short"] == [{"account": "license/D200/items", "limit": 4000, "remaining": 2000, "asked": 5000}]
    other = office.request("brazil-5000-h100", authorizations=[{"kind": "license", "number": "D999"}])
    unkept = office.determine(other, "--reserve", code=1)["ledger"]["reservation"]
    assert "The ledger keeps no account of D999" in unkept["message"]


def test_a_license_by_tpp_is_drawn_on_by_the_units_tpp_and_one_by_value_is_not_guessed(office: Office) -> None:
    terms = ("--from", "2025-06-01", "--until", "2026-05-31", "--citation", "BIS", "--on", "2025-06-01")
    office.ledger("license", "D1", *terms, "--tpp", "79160000")
    office.ledger("license", "D2", *terms, "--value-usd", "1000000")
    by_tpp = office.request("brazil-5000-h100", authorizations=[{"kind": "license", "number": "D1"}])
    reservation = office.determine(by_tpp, "--reserve")["ledger"]["reservation"]
    assert reservation["entry"]["content"]["legs"] == [["license/D1/tpp", 79_160_000]]
    by_value = office.request("brazil-5000-h100", authorizations=[{"kind": "license", "number": "D2"}])
    (fault,) = office.determine(by_value, "--reserve", code=2)["errors"]
    assert "license/D2/value counts USD cents, which the request does not state" in fault["problem"]


def test_what_draws_on_nothing_has_nothing_to_reserve(office: Office) -> None:
    request = office.request(INDIA, received_this_year_tpp=None)
    answer = office.determine(request, "--reserve", "--reserve-track", "enforced", "--track", "book")
    assert answer["ledger"]["reservation"]["status"] == "NOTHING_TO_RESERVE"
    assert set(answer["tracks"]) == {"book", "enforced"}
    aia = office.determine(office.request("france-2000-h200"), "--reserve")
    assert aia["ledger"]["reservation"]["status"] == "NOTHING_TO_RESERVE"


def test_all_the_shares_of_a_fleet_are_taken_or_none(office: Office) -> None:
    office.ledger("limits", "--request", str(office.request("malaysia-us-cloud-site-uveu")))
    group = "Example Cloud Malaysia Sdn. Bhd."
    fleet = {"uveu-owned": 15_768_672_000, "uveu-outside": 1_000_000_000, "uveu-outside-us": 4_000_000_000}
    legs = [f"{account}/{group}={tpp}" for account, tpp in fleet.items()]
    legs.append(f"uveu-country/{group}/MY=200000000")
    count = ("--reason", "inventory", "--authority", "audit", "--on", "2025-06-01")
    office.ledger("adjust", "I-1", *legs, *count)
    # The request states the very same figures: 15,832,000,000 TPP in all, this shipment of 63,328,000 included.
    answer = office.determine(office.request("malaysia-us-cloud-site-uveu"), "--reserve")
    taken = dict(answer["ledger"]["reservation"]["entry"]["content"]["legs"])
    assert taken == {
        f"uveu-owned/{group}": 63_328_000,
        f"uveu-outside/{group}": 63_328_000,
        f"uveu-country/{group}/MY": 63_328_000,
        f"uveu-outside-us/{group}": 63_328_000,
    }


def test_an_order_book_is_reserved_line_by_line(india: Office) -> None:
    lines = [like(INDIA, received_this_year_tpp=None, reference=f"PO-{n}") for n in range(3)]
    orders = india.folder / "orders.jsonl"
    orders.write_text("\n".join(json.dumps(line, default=str) for line in lines), encoding="utf-8")
    result = india.run("determine", str(orders), "--ledger", india.url, "--reserve")
    assert result.exit_code == 1
    assert [row.split()[-1] for row in result.output.splitlines()] == [
        "RESERVED",
        "OUTCOME_DOES_NOT_PERMIT",
        "OUTCOME_DOES_NOT_PERMIT",
    ]


def test_a_holder_that_is_not_named_is_a_fault_and_not_an_account(india: Office) -> None:
    consignee = {"location": "IN", "headquarters": "IN", "ultimate_parent_headquarters": "IN"}
    faults = india.determine(india.request(INDIA, ultimate_consignee=consignee), "--reserve", code=2)["errors"]
    assert any("ultimate_consignee.ultimate_parent is not known" in fault["problem"] for fault in faults)


def test_what_cannot_be_reserved_as_asked_is_a_wrong_request(india: Office) -> None:
    request = india.request(INDIA, received_this_year_tpp=None)
    early = india.run("determine", str(request), "--ledger", india.url, "--reserve", "--expires", "2025-06-01")
    assert early.exit_code == 2
    assert "would expire before the transaction" in early.output
    nowhere = india.run("determine", str(request), "--reserve")
    assert nowhere.exit_code == 2
    assert "No ledger is named" in nowhere.output
    assert "WEIGHBRIDGE_LEDGER is not read here" in nowhere.output
    gone = india.run("determine", str(request), "--ledger", str(india.folder / "none.db"))
    assert gone.exit_code == 3


def test_the_answer_for_people_ends_with_what_the_ledger_did(india: Office) -> None:
    request = india.request(INDIA, received_this_year_tpp=None)
    shown = india.run("determine", str(request), "--ledger", india.url, "--reserve").output
    assert "Ledger: book main, read up to entry 2" in shown
    assert "RESERVED  D-" in shown
    chinese = india.run("determine", str(request), "--ledger", india.url, "--reserve", "--lang", "zh-Hant").output
    assert "帳本：帳簿 main" in chinese
    assert "不會重複使用" in chinese
