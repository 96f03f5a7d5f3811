"""15 CFR 748.15: national validated end users (NVEU), one company, one country, an installed base by quarter."""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import Condition, all_of, any_of, at_most, met, not_, sum_of, term, value
from weighbridge.core.fact import Fact
from weighbridge.core.provision import Allocation, Authorization, Position, Provision, Reading
from weighbridge.core.text import Text
from weighbridge.law.ear.part_748.veu import LIFTS
from weighbridge.law.facts.authorization import NVEU_ASSURANCES, NVEU_COUNTRIES, NVEU_HELD, NVEU_INSTALLED
from weighbridge.law.facts.parties import CONSIGNEE_HEADQUARTERS, CONSIGNEE_LOCATION, CONSIGNEE_PARENT
from weighbridge.law.facts.transaction import DESTINATION, TOTAL_TPP
from weighbridge.law.reading import reads

BASE = value("748.15.nveu_installed_base")
GROUPS, D5, MACAU = value("748.15.nveu_groups"), value("group.d5"), value("group.macau")

A8 = Reading(
    "A8",
    Text("Does an NVEU need a government-to-government arrangement?", "NVEU 是否須有政府間安排？"),
    Position(
        "required",
        Text("Yes: paragraph 12 makes it a condition of eligibility.", "是：第 12 段列為資格條件。"),
        Citation("Supplement No. 10 to 15 CFR part 748, paragraph 12", "90 FR 4544"),
    ),
    Position(
        "may_be_sought",
        Text("No: assurances may be sought before an authorization is granted.", "否：授權前得尋求保證。"),
        Citation("15 CFR 748.15(a)(2)(iii)(A)", "90 FR 4544", Confidence.ANALYSIS),
    ),
)
READINGS = (A8,)


def eligible(place: Fact) -> Condition:
    """In Country Groups A, B or D:1 to D:4, and neither in D:5 nor Macau."""
    return all_of(place.is_in(GROUPS), not_(place.is_in(D5)), not_(place.is_in(MACAU)))


PROVISIONS = (
    Provision(
        "748.15 NVEU",
        Text(
            "Data center authorization: national validated end user (NVEU)",
            "資料中心授權：國家經驗證最終使用者（NVEU）",
        ),
        Citation("15 CFR 748.15(a)(2)(iii)", "90 FR 4544"),
        "fr_90_4544",
        Authorization("NVEU", LIFTS),
        all_of(
            NVEU_HELD.holds.cited("15 CFR 748.15(a)(1)"),
            any_of(*(eligible(p) for p in (CONSIGNEE_HEADQUARTERS, CONSIGNEE_PARENT, CONSIGNEE_LOCATION))).cited(
                "15 CFR 748.15(b)(2)(ii)"
            ),
            DESTINATION.is_among(NVEU_COUNTRIES).cited("15 CFR 748.15(a)(2)(iii)(A)"),
            any_of(NVEU_ASSURANCES.holds, reads(A8, A8.other)),
            met("748.15.common"),
            TOTAL_TPP.at_most(BASE).cited("15 CFR 748.15(a)(2)(iii)(B)"),
            at_most(sum_of(NVEU_INSTALLED, TOTAL_TPP), BASE).cited("15 CFR 748.15(a)(2)(iii)(B)"),
        ),
        text=Text(
            "A national validated end user may receive items in the countries it is authorized for, up to an installed base.",
            "國家經驗證最終使用者得於經授權國家，在裝置量上限內收受物項。",
        ),
    ),
    Provision(
        "748.15(a)(2)(iii)(B)",
        Text("Installed base per company and country, by quarter", "每一公司於每一國家之季度裝置量上限"),
        Citation("15 CFR 748.15(a)(2)(iii)(B)", "90 FR 4544"),
        "fr_90_4544",
        # Per company and country; what is lost, damaged, failed, relocated or resold no longer counts.
        Allocation(
            "nveu",
            "ultimate_consignee.name",
            "quarter",
            ("NVEU",),
            BASE,
            term(NVEU_INSTALLED),
            term(TOTAL_TPP),
            kind="stock",
            within="destination",
            gives_back=("attrition",),
        ),
    ),
)
