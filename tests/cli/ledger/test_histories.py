"""The figures of the January 2025 framework, from the command line to the ledger and back."""

from __future__ import annotations

from tests.cli.ledger.office import DAY, Office

H100 = "nvidia-h100-sxm5"
BRAZIL, LPP, NVEU = "country/BR/2025-2027", "lpp/Example/2025", "nveu/Bharat/IN"


def reserve(office: Office, key: str, *legs: str, on: str = DAY, code: int = 0) -> str:
    result = office.plain("reserve", key, *legs, "--on", on, "--expires", "2027-12-31", code=code)
    status: str = result["status"]
    return status


def test_49_899_h100s_are_refused_and_49_898_are_accepted(office: Office) -> None:
    office.ledger("limits", "country/BR", "--on", DAY)
    # 49,899 x 15,832 = 790,000,968.
    assert reserve(office, "A", f"{BRAZIL}=49899x{H100}", code=1) == "ALLOCATION_EXHAUSTED"
    assert reserve(office, "A", f"{BRAZIL}=49898x{H100}") == "RESERVED"
    assert office.left(BRAZIL) == 14_864


def test_the_refusal_says_how_many_are_too_many_in_both_languages(office: Office) -> None:
    office.ledger("limits", "country/BR", "--on", DAY)
    asked = ("reserve", "A", f"{BRAZIL}=49899x{H100}", "--on", DAY, "--expires", "2025-09-01")
    assert office.ledger(*asked, code=1) == (
        "ALLOCATION_EXHAUSTED  country/BR/2025-2027 has 790,000,000 left of 790,000,000, and 790,000,968 was asked: "
        "968 too many. Nothing was taken from any account.\n"
    )
    assert "超出 968。各帳戶均未被使用。" in office.ledger(*asked, "--lang", "zh-Hant", code=1)


def test_under_assurances_99_797_fit_from_their_day_on(office: Office) -> None:
    office.ledger("limits", "country/BR", "--on", DAY, "--assured-from", "2026-02-01")
    assert reserve(office, "A", f"{BRAZIL}=49899x{H100}", on="2026-01-31", code=1) == "ALLOCATION_EXHAUSTED"
    assert reserve(office, "A", f"{BRAZIL}=99798x{H100}", on="2026-02-01", code=1) == "ALLOCATION_EXHAUSTED"
    assert reserve(office, "A", f"{BRAZIL}=99797x{H100}", on="2026-02-01") == "RESERVED"


def test_1_700_h100s_a_year_do_not_fit_the_limit_of_lpp_and_1_699_do(office: Office) -> None:
    office.ledger("limits", "lpp/Example", "--on", DAY)
    # 1,700 x 15,832 = 26,914,400.
    assert reserve(office, "A", f"{LPP}=1700x{H100}", code=1) == "ALLOCATION_EXHAUSTED"
    assert reserve(office, "A", f"{LPP}=1699x{H100}") == "RESERVED"
    assert reserve(office, "B", f"{LPP}=1x{H100}", on="2026-01-02", code=1) == "OUTSIDE_PERIOD"


def test_150_000_h100s_exceed_an_nveus_base_in_the_first_quarter_of_2026_and_fit_in_the_second(office: Office) -> None:
    office.ledger("limits", NVEU, "--on", DAY)
    assert reserve(office, "A", f"{NVEU}=150000x{H100}", on="2026-03-31", code=1) == "ALLOCATION_EXHAUSTED"
    assert reserve(office, "A", f"{NVEU}=150000x{H100}", on="2026-04-01") == "RESERVED"


def test_an_nveu_may_come_to_more_than_six_times_what_its_country_is_allotted(office: Office) -> None:
    office.ledger("limits", NVEU, "country/IN", "--on", DAY)
    base, country = office.left(NVEU, "2027-01-01"), office.left("country/IN", "2027-01-01")
    assert (base, country) == (5_064_000_000, 790_000_000)
    assert 6 * country < base < 7 * country


def test_what_an_nveu_loses_is_credited_and_what_a_country_loses_is_not(office: Office) -> None:
    office.ledger("limits", NVEU, "country/IN", "--on", DAY)
    reserve(office, "A", f"{NVEU}=1000", "country/IN/2025-2027=1000")
    office.ledger("post", "A", "--on", DAY)
    lost = ("--reason", "burnt", "--on", DAY)
    assert "RECORDED" in office.ledger("attrition", "F-1", f"{NVEU}=400", *lost)
    assert "NOT_CREDITED" in office.ledger("attrition", "F-2", "country/IN/2025-2027=400", *lost, code=1)
    office.ledger("balance", f"{NVEU}=600", "country/IN/2025-2027=1000", "--on", DAY)


def test_a_uveu_with_a_million_h100s_may_have_250_000_outside_and_70_000_in_one_country(office: Office) -> None:
    outside, there = "uveu-outside/Group", "uveu-country/Group/MY"
    office.ledger("limits", outside, there, "uveu-country/Group/IN", "--on", DAY)
    count = ("--reason", "inventory", "--authority", "group audit", "--on", DAY)
    office.ledger("adjust", "I-1", f"uveu-owned/Group=1000000x{H100}", *count)
    too_many = office.plain(
        "reserve", "A", f"{outside}=70001x{H100}", f"{there}=70001x{H100}", "--on", DAY, "--expires", DAY, code=1
    )
    assert (too_many["status"], too_many["account"], too_many["limit"]) == ("RATIO_EXCEEDED", there, "7%")
    assert reserve(office, "A", f"{outside}=70000x{H100}", f"{there}=70000x{H100}") == "RESERVED"
    elsewhere = f"{outside}=180001x{H100}"
    assert reserve(office, "B", elsewhere, code=1) == "RATIO_EXCEEDED"
    assert reserve(office, "B", f"{outside}=180000x{H100}") == "RESERVED"


def test_a_license_is_granted_out_of_the_country_and_drawn_on_by_itself(office: Office) -> None:
    office.ledger("limits", "country/BR", "--on", DAY)
    license = ("--from", DAY, "--until", "2026-06-01", "--citation", "BIS D100", "--on", DAY)
    over = (*license, "--items", "50000", "--counts", f"{BRAZIL}=50000x{H100}")
    assert office.plain("license", "D100", *over, code=1)[0]["status"] == "ALLOCATION_EXHAUSTED"
    office.ledger("license", "D100", *license, "--items", "5000", "--counts", f"{BRAZIL}=5000x{H100}")
    assert office.left(BRAZIL) == 790_000_000 - 79_160_000
    assert reserve(office, "A", "license/D100/items=5001", code=1) == "ALLOCATION_EXHAUSTED"
    assert reserve(office, "A", "license/D100/items=5000") == "RESERVED"
    assert office.left(BRAZIL) == 790_000_000 - 79_160_000


def test_what_is_short_is_shared_out_pro_rata_in_whole_units(office: Office) -> None:
    office.ledger("limits", "country/BR", "--on", DAY, "--shortage", "same-day")
    assert reserve(office, "A", f"{BRAZIL}=1x{H100}", code=1) == "AWAITS_SHARING"
    claims = ("--claim", f"P=40000x{H100}", "--claim", f"Q=20000x{H100}", "--claim", "R=1x30697")
    shared = office.plain("share", BRAZIL, *claims, "--on", DAY, "--expires", "2025-09-01")
    amounts = [dict(claim["entry"]["content"]["legs"])[BRAZIL] if "entry" in claim else 0 for claim in shared]
    # Exact shares: 33,264.89, 16,632.44 and 0.83 units. Rounded down they leave 46,528 TPP. P gets the first unit more,
    # then R would be next but needs 30,697 where 30,696 are left, so the last goes to Q.
    assert amounts == [33_265 * 15_832, 16_633 * 15_832, 0]
    # The account is shared out still: another limit from the law changes nothing of that.
    assert "nothing was entered" in office.ledger("limits", "country/BR", "--on", DAY)
