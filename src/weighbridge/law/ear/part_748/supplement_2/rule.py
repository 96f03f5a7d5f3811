"""Supplement No. 2 to 15 CFR part 748, (c)(3) and (c)(4): applications for artificial intelligence commodities."""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import Condition, all_of, classified_in, met, not_, value
from weighbridge.core.provision import Due, Duty, Provision
from weighbridge.core.text import Text

ITEMS = classified_in(value("748.supplement_2.c.3.items"))
APPLICANT = Text("applicant", "申請人")


def duty(paragraph: str, what: tuple[str, str], condition: Condition, part: str = "") -> Provision:
    """A duty of paragraph (c) that falls due with the application; `part` tells two of one paragraph apart."""
    text = Text(*what)
    return Provision(
        f"748.supplement_2{paragraph}{part}",
        text,
        Citation(f"Supplement No. 2 to 15 CFR part 748, paragraph {paragraph}", "90 FR 4544"),
        "fr_90_4544",
        Duty(text, APPLICANT, Due("with_application"), ("LICENSE",)),
        condition,
    )


PROVISIONS = (
    duty(
        "(c)(3)",
        (
            "Submit a purchase order or equivalent contract with the application. It may be contingent on approval; "
            "the licensed quantity is generally limited to the quantity ordered.",
            "隨申請提交採購單或同等契約。得以核准為條件；許可數量原則上以訂購數量為限。",
        ),
        ITEMS,
    ),
    duty(
        "(c)(4)",
        (
            "State the aggregate TPP of each export item in block 22(j) of SNAP-R: the sum over its integrated "
            "circuits.",
            "於 SNAP-R 第 22(j) 欄載明各出口物項之 TPP 合計（即其各積體電路 TPP 之總和）。",
        ),
        ITEMS,
    ),
    duty(
        "(c)(4)",
        (
            "File one application for each country that has a TPP allocation, with the TPP of that country.",
            "對每一受 TPP 分配額限制之國家分別提出申請，並計算該國之 TPP。",
        ),
        all_of(
            classified_in(value("742.6.b.10.iii.B.counted")),
            not_(met("destination.a_list")),
            not_(met("destination.macau_or_d5")),
        ),
        ".per_country",
    ),
)
