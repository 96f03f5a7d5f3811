"""15 CFR 740.29: License Exception Low Processing Performance (LPP)."""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import (
    ALWAYS,
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
from weighbridge.core.fact import Fact
from weighbridge.core.provision import Allocation, Due, Provision
from weighbridge.core.text import Text
from weighbridge.law.ear.part_740.terms import A_TIER, CONSIGNEE, FRAMEWORK, duty, exception, reading
from weighbridge.law.facts.exceptions import INTERMEDIATES_ANY
from weighbridge.law.facts.parties import CONSIGNEE_HEADQUARTERS, CONSIGNEE_PARENT
from weighbridge.law.facts.transaction import (
    ACTIVITY,
    CHARGED_TO_OPERATOR,
    OPERATOR_RECEIVED_THIS_YEAR,
    RECEIVED_THIS_YEAR,
    TOTAL_TPP,
)
from weighbridge.law.reading import reads

A_LIST = value("supplement_5.a")
LIMIT = value("740.29.annual_limit")

A2 = reading(
    "A2",
    ("Is an item of 5A002.z an eligible commodity of LPP?", "5A002.z 之物項是否為 LPP 之適格貨品？"),
    (
        "not_listed",
        (
            "No: paragraph (b), which lists the eligible commodities, omits 5A002.z.",
            "否：(b) 段所列適格貨品未含 5A002.z。",
        ),
        "740.29(b)",
    ),
    (
        "eligible",
        ("Yes: paragraphs (f)(iii) and (h)(2) count 5A002.z items.", "是：(f)(iii) 與 (h)(2) 段計入 5A002.z 物項。"),
        "740.29(f)(iii), (h)(2)",
    ),
)
A6 = reading(
    "A6",
    (
        "Whose headquarters decides whether a shipment may be charged to the operator's limit?",
        "出貨可否計入操作者之限額，以何者之總部為準？",
    ),
    (
        "recipient_and_parent",
        (
            "Both the entity that receives the items and its ultimate parent must be headquartered in a destination of "
            "paragraph (a) of Supplement No. 5.",
            "收受物項之實體及其最終母公司，總部均須設於附件五 (a) 段之目的地。",
        ),
        "740.29(a)",
    ),
    (
        "ultimate_parent",
        (
            "The ultimate parent alone: paragraph (h)(1) makes it the ultimate consignee.",
            "僅以最終母公司為準：(h)(1) 段以其為最終收貨人。",
        ),
        "740.29(h)(1)",
    ),
)
A16 = reading(
    "A16",
    ("May an LPP shipment pass through an intermediate consignee?", "LPP 出貨可否經由中間收貨人？"),
    (
        "directly",
        ("No: paragraph (a) says directly to a single ultimate consignee.", "否：(a) 段規定直接運交單一最終收貨人。"),
        "740.29(a)",
    ),
    (
        "through_intermediates",
        (
            "Yes: paragraph (d) speaks of shipments made through more than one intermediate consignee.",
            "是：(d) 段提及經由一個以上中間收貨人之出貨。",
        ),
        "740.29(d)",
    ),
)
READINGS = (A2, A6, A16)

# One shipment within the limit is the part that is known even while what was received before is not.
WITHIN_OWN_LIMIT = all_of(
    TOTAL_TPP.at_most(LIMIT),
    not_(CHARGED_TO_OPERATOR.holds),
    at_most(sum_of(RECEIVED_THIS_YEAR, TOTAL_TPP), LIMIT),
).cited("15 CFR 740.29(d)")
WITHIN_OPERATORS_LIMIT = all_of(
    TOTAL_TPP.at_most(LIMIT),
    CHARGED_TO_OPERATOR.holds,
    CONSIGNEE_PARENT.is_in(A_LIST),
    any_of(reads(A6, A6.other), CONSIGNEE_HEADQUARTERS.is_in(A_LIST)),
    at_most(sum_of(OPERATOR_RECEIVED_THIS_YEAR, TOTAL_TPP), LIMIT),
).cited("15 CFR 740.29(a)")
EXHAUSTS_THE_LIMIT = any_of(
    all_of(not_(CHARGED_TO_OPERATOR.holds), at_least(sum_of(RECEIVED_THIS_YEAR, TOTAL_TPP), LIMIT)),
    all_of(CHARGED_TO_OPERATOR.holds, at_least(sum_of(OPERATOR_RECEIVED_THIS_YEAR, TOTAL_TPP), LIMIT)),
)


def allocation(paragraph: str, title: tuple[str, str], holder: str, used: Fact, *, charged: bool) -> Provision:
    """The annual limit that a shipment draws on: the operator's if it is charged there."""
    condition = CHARGED_TO_OPERATOR.holds if charged else not_(CHARGED_TO_OPERATOR.holds)
    effect = Allocation("lpp", holder, "calendar_year", ("LPP",), LIMIT, term(used), term(TOTAL_TPP))
    cite = f"15 CFR 740.29{paragraph}"
    return Provision(f"740.29{paragraph}", Text(*title), Citation(cite, "90 FR 4544"), FRAMEWORK, effect, condition)


PROVISIONS = (
    exception(
        "740.29",
        "LPP",
        (A_TIER,),
        ("License Exception LPP", "許可例外 LPP（低處理效能）"),
        (
            "LPP authorizes exports and reexports to one ultimate consignee up to an annual limit of TPP.",
            "LPP 授權於年度 TPP 限額內，對單一最終收貨人出口及再出口。",
        ),
        all_of(
            ACTIVITY.is_one_of("export", "reexport").cited("15 CFR 740.29(a)"),
            any_of(not_(INTERMEDIATES_ANY.holds), reads(A16, A16.other)).cited("15 CFR 740.29(a)"),
            any_of(
                classified_in(value("740.29.items")),
                all_of(reads(A2, A2.other), classified_in(value("740.29.items_with_5a002"))),
            ).cited("15 CFR 740.29(b)"),
            not_(met("destination.macau_or_d5")).cited("15 CFR 740.29(c)(1)"),
            not_(met("consignee.macau_or_d5")).cited("15 CFR 740.29(c)(2)"),
            any_of(WITHIN_OWN_LIMIT, WITHIN_OPERATORS_LIMIT),
            not_(met("744.prohibited")).cited("15 CFR 740.29(e)"),
        ),
    ),
    allocation(
        "(d)",
        ("Annual limit of LPP per ultimate consignee", "LPP 每一最終收貨人之年度限額"),
        "ultimate_consignee.ultimate_parent",
        RECEIVED_THIS_YEAR,
        charged=False,
    ),
    allocation(
        "(a)",
        ("Annual LPP limit of the entity that will operate the items", "將操作物項之實體之 LPP 年度限額"),
        "quota.operator_name",
        OPERATOR_RECEIVED_THIS_YEAR,
        charged=True,
    ),
    duty(
        "740.29(f)",
        "LPP",
        ALWAYS,
        (
            "Obtain the ultimate consignee's certification: aware of LPP, no end use or end user that part 744 "
            "prohibits, annual limit not yet received, names, signatures, titles and dates.",
            "取得最終收貨人之證明書：知悉適用 LPP、不作第 744 部禁止之用途或轉予其禁止之使用者、未達年度限額，"
            "並載明姓名、簽名、職稱及日期。",
        ),
        Due("before_use"),
    ),
    duty(
        "740.29(g)(1)",
        "LPP",
        ALWAYS,
        (
            'Email a copy of the certification to BIS (EARReports@bis.doc.gov, subject "LPP Shipment").',
            "將證明書副本以電子郵件寄交 BIS（EARReports@bis.doc.gov，主旨「LPP Shipment」）。",
        ),
        Due("days_after", value("740.29.certification_days")),
    ),
    duty(
        "740.29(g)(3)",
        "LPP",
        TOTAL_TPP.at_least(value("740.29.notice_at_least")),
        (
            'Notify BIS of the shipment beforehand (EARReports@bis.doc.gov, subject "LPP Shipment").',
            "於出貨前通知 BIS（EARReports@bis.doc.gov，主旨「LPP Shipment」）。",
        ),
        Due("before_use"),
    ),
    duty(
        "740.29(g)(2)",
        "LPP",
        EXHAUSTS_THE_LIMIT,
        (
            'Notify BIS when the shipment that exhausts the annual limit arrives (subject "LPP TPP Limit Reached").',
            "用罄年度限額之貨物送達時通知 BIS（主旨「LPP TPP Limit Reached」）。",
        ),
        Due("on_receipt"),
        who=CONSIGNEE,
    ),
)
