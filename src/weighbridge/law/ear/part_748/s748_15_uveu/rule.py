"""15 CFR 748.15 and Supplement No. 10, paragraphs 5 and 6: universal validated end users (UVEU)."""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import Condition, all_of, any_of, at_most, met, not_, product_of, sum_of, term, value
from weighbridge.core.fact import Fact
from weighbridge.core.provision import Allocation, Authorization, Due, Position, Provision, Reading
from weighbridge.core.text import Text
from weighbridge.law.ear.part_748.veu import LIFTS, duty, guideline
from weighbridge.law.facts.authorization import (
    UVEU_HELD,
    UVEU_IN_DESTINATION,
    UVEU_OUTSIDE,
    UVEU_OUTSIDE_US,
    UVEU_TOTAL,
)
from weighbridge.law.facts.parties import CONSIGNEE_HEADQUARTERS, CONSIGNEE_PARENT
from weighbridge.law.facts.transaction import DESTINATION, TOTAL_TPP
from weighbridge.law.reading import reads

A_LIST, HOME = value("supplement_5.a"), value("group.united_states")
ALLOCATIONS = "Supplement No. 10 to 15 CFR part 748, paragraph 6"

A13 = Reading(
    "A13",
    Text(
        "When is the 50 percent limit of a US-headquartered UVEU tested?",
        "總部設於美國之 UVEU，其 50% 限制於何時檢驗？",
    ),
    Position(
        "at_every_transfer",
        Text("At every transfer, like the limits of 25 and 7 percent.", "每次移轉時，與 25% 及 7% 限制同。"),
        Citation(ALLOCATIONS, "90 FR 4544"),
    ),
    Position(
        "on_reporting_dates",
        Text("Only on the reporting dates of 1 February and 1 August.", "僅於 2 月 1 日及 8 月 1 日之申報日。"),
        Citation(ALLOCATIONS, "90 FR 4544", Confidence.ANALYSIS),
    ),
)
READINGS = (A13,)


OUTSIDE_LIMITS = all_of(
    at_most(sum_of(UVEU_OUTSIDE, TOTAL_TPP), product_of(value("supplement_10.6.outside_up_to"), UVEU_TOTAL)),
    at_most(sum_of(UVEU_IN_DESTINATION, TOTAL_TPP), product_of(value("supplement_10.6.one_country_up_to"), UVEU_TOTAL)),
)
HOME_LIMIT = at_most(
    sum_of(UVEU_OUTSIDE_US, TOTAL_TPP), product_of(value("supplement_10.6.outside_us_up_to"), UVEU_TOTAL)
)

OUTSIDE_LISTED = not_(met("destination.a_list"))


def share(
    part: str, title: tuple[str, str], limit: str, used: Fact, condition: Condition, *, within: str = ""
) -> Provision:
    """A share of the group's computing power: what is transferred or installed there counts, by whatever way it came."""
    effect = Allocation(
        f"uveu-{part}",
        "ultimate_consignee.ultimate_parent",
        "standing",
        ("UVEU",),
        product_of(value(limit), UVEU_TOTAL),
        term(used),
        term(TOTAL_TPP),
        kind="ratio",
        within=within,
        base="uveu-owned",
    )
    cite = Citation(ALLOCATIONS, "90 FR 4544")
    return Provision(f"supplement_10.6.{part}", Text(*title), cite, "fr_90_4544", effect, condition)


PROVISIONS = (
    Provision(
        "748.15 UVEU",
        Text(
            "Data center authorization: universal validated end user (UVEU)",
            "資料中心授權：全球經驗證最終使用者（UVEU）",
        ),
        Citation("15 CFR 748.15(a)(2)(ii)", "90 FR 4544"),
        "fr_90_4544",
        Authorization("UVEU", LIFTS),
        all_of(
            UVEU_HELD.holds.cited("15 CFR 748.15(a)(1)"),
            any_of(CONSIGNEE_HEADQUARTERS.is_in(A_LIST), CONSIGNEE_PARENT.is_in(A_LIST)).cited(
                "15 CFR 748.15(b)(2)(i)"
            ),
            met("748.15.common"),
            any_of(met("destination.a_list"), OUTSIDE_LIMITS).cited(ALLOCATIONS),
            any_of(not_(CONSIGNEE_HEADQUARTERS.is_in(HOME)), HOME_LIMIT, reads(A13, A13.other)).cited(ALLOCATIONS),
        ),
        text=Text(
            "A universal validated end user may receive items at data centers outside Macau and D:5, within its shares.",
            "全球經驗證最終使用者得於澳門及 D:5 以外之資料中心，在占比限制內收受物項。",
        ),
    ),
    share(
        "outside",
        ("Share outside the listed destinations", "位於所列目的地以外之占比"),
        "supplement_10.6.outside_up_to",
        UVEU_OUTSIDE,
        OUTSIDE_LISTED,
    ),
    share(
        "country",
        ("Share in one destination outside the listed ones", "位於所列目的地以外單一目的地之占比"),
        "supplement_10.6.one_country_up_to",
        UVEU_IN_DESTINATION,
        OUTSIDE_LISTED,
        within="destination",
    ),
    share(
        "outside-us",
        ("Share outside the United States", "位於美國以外之占比"),
        "supplement_10.6.outside_us_up_to",
        UVEU_OUTSIDE_US,
        all_of(CONSIGNEE_HEADQUARTERS.is_in(HOME), not_(DESTINATION.is_in(HOME)), reads(A13, A13.conservative)),
    ),
    duty(
        "748.15(a)(2)(ii)(A)",
        "15 CFR 748.15(a)(2)(ii)(A)",
        (
            "For a data center in a new location: notify BIS of its address before anything is shipped there.",
            "新地點之資料中心：於任何出貨前將其地址通知 BIS。",
        ),
        Due("days_before", value("748.15.new_location_days")),
        under=("UVEU",),
    ),
    guideline(
        "5",
        (
            "Notify BIS before moving chips between countries or building in countries not notified before.",
            "於國家間移動晶片，或於未曾通知之國家建置前，通知 BIS。",
        ),
        Due("days_before", value("supplement_10.5.notice_days")),
        under=("UVEU",),
    ),
)
