"""15 CFR 740.29: License Exception Low Processing Performance (LPP)."""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import (
    ALWAYS,
    Condition,
    all_of,
    any_of,
    at_least,
    at_most,
    classified_in,
    met,
    not_,
    sum_of,
    term,
    value,
)
from weighbridge.core.provision import Allocation, Due, Duty, Exception_, Position, Provision, Reading
from weighbridge.core.text import Text
from weighbridge.law.facts.parties import CONSIGNEE_HEADQUARTERS
from weighbridge.law.facts.transaction import (
    ACTIVITY,
    CHARGED_TO_OPERATOR,
    OPERATOR_RECEIVED_THIS_YEAR,
    RECEIVED_THIS_YEAR,
    TOTAL_TPP,
)
from weighbridge.law.reading import reads

LIMIT = value("740.29.annual_limit")
EXPORTER = Text("exporter or reexporter", "出口商或再出口商")

A2 = Reading(
    "A2",
    Text("Is an item of 5A002.z an eligible commodity of LPP?", "5A002.z 之物項是否為 LPP 之適格貨品？"),
    Position(
        "not_listed",
        Text("No: paragraph (b), which lists the eligible commodities, omits 5A002.z.", "否：(b) 段所列適格貨品未含 5A002.z。"),
        Citation("15 CFR 740.29(b)", "90 FR 4544"),
    ),
    Position(
        "eligible",
        Text("Yes: paragraphs (f)(iii) and (h)(2) count 5A002.z items.", "是：(f)(iii) 與 (h)(2) 段計入 5A002.z 物項。"),
        Citation("15 CFR 740.29(f)(iii), (h)(2)", "90 FR 4544", Confidence.ANALYSIS),
    ),
)
READINGS = (A2,)

WITHIN_OWN_LIMIT = all_of(
    TOTAL_TPP.at_most(LIMIT),
    not_(CHARGED_TO_OPERATOR.holds),
    at_most(sum_of(RECEIVED_THIS_YEAR, TOTAL_TPP), LIMIT),
).cited("15 CFR 740.29(d)")
WITHIN_OPERATORS_LIMIT = all_of(
    TOTAL_TPP.at_most(LIMIT),
    CHARGED_TO_OPERATOR.holds,
    CONSIGNEE_HEADQUARTERS.is_in(value("supplement_5.a")),
    at_most(sum_of(OPERATOR_RECEIVED_THIS_YEAR, TOTAL_TPP), LIMIT),
).cited("15 CFR 740.29(a)")


def duty(paragraph: str, condition: Condition, what: tuple[str, str], who: Text, due: Due) -> Provision:
    """A duty that using LPP brings."""
    name = f"740.29{paragraph}"
    text = Text(*what)
    return Provision(
        name, text, Citation(f"15 CFR {name}", "90 FR 4544"), "fr_90_4544", Duty(text, who, due, ("LPP",)), condition
    )


PROVISIONS = (
    Provision(
        "740.29",
        Text("License Exception LPP", "許可例外 LPP（低處理效能）"),
        Citation("15 CFR 740.29", "90 FR 4544"),
        "fr_90_4544",
        Exception_("LPP", ("742.6(a)(6)(iii)(A)",)),
        all_of(
            ACTIVITY.is_one_of("export", "reexport").cited("15 CFR 740.29(a)"),
            any_of(
                classified_in(value("740.29.items")),
                all_of(reads(A2, A2.other), classified_in(value("740.29.items_with_5a002"))),
            ).cited("15 CFR 740.29(b)"),
            not_(met("destination.macau_or_d5")).cited("15 CFR 740.29(c)(1)"),
            not_(met("consignee.macau_or_d5")).cited("15 CFR 740.29(c)(2)"),
            any_of(WITHIN_OWN_LIMIT, WITHIN_OPERATORS_LIMIT),
            not_(met("744.prohibited")).cited("15 CFR 740.29(e)"),
        ),
        text=Text(
            "LPP authorizes exports and reexports to one ultimate consignee up to an annual limit of TPP.",
            "LPP 授權於年度 TPP 限額內，對單一最終收貨人出口及再出口。",
        ),
    ),
    Provision(
        "740.29(d)",
        Text("Annual limit of LPP per ultimate consignee", "LPP 每一最終收貨人之年度限額"),
        Citation("15 CFR 740.29(d)", "90 FR 4544"),
        "fr_90_4544",
        Allocation(
            "lpp", "ultimate_consignee.name", "calendar_year", ("LPP",), LIMIT, term(RECEIVED_THIS_YEAR), term(TOTAL_TPP)
        ),
        not_(CHARGED_TO_OPERATOR.holds),
    ),
    duty(
        "(f)", ALWAYS,
        (
            "Obtain the ultimate consignee's certification: aware of LPP, no end use or end user that part 744 "
            "prohibits, annual limit not yet received, names, signatures, titles and dates.",
            "取得最終收貨人之證明書：知悉適用 LPP、不作第 744 部禁止之用途或轉予其禁止之使用者、未達年度限額，並載明姓名、簽名、職稱及日期。",
        ),
        EXPORTER, Due("before_use"),
    ),
    duty(
        "(g)(1)", ALWAYS,
        (
            "Email a copy of the certification to BIS (EARReports@bis.doc.gov, subject \"LPP Shipment\").",
            "將證明書副本以電子郵件寄交 BIS（EARReports@bis.doc.gov，主旨「LPP Shipment」）。",
        ),
        EXPORTER, Due("days_after", value("740.29.certification_days")),
    ),
    duty(
        "(g)(3)", TOTAL_TPP.at_least(value("740.29.notice_at_least")),
        (
            "Notify BIS of the shipment beforehand (EARReports@bis.doc.gov, subject \"LPP Shipment\").",
            "於出貨前通知 BIS（EARReports@bis.doc.gov，主旨「LPP Shipment」）。",
        ),
        EXPORTER, Due("before_use"),
    ),
    duty(
        "(g)(2)", at_least(sum_of(RECEIVED_THIS_YEAR, TOTAL_TPP), LIMIT),
        (
            "Notify BIS when the shipment that exhausts the annual limit arrives (subject \"LPP TPP Limit Reached\").",
            "用罄年度限額之貨物送達時通知 BIS（主旨「LPP TPP Limit Reached」）。",
        ),
        Text("ultimate consignee", "最終收貨人"), Due("on_receipt"),
    ),
)
