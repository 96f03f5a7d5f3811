"""15 CFR 744.15 and 740.2(a)(17): parties on the Unverified List.

Read in the summary of the document that wrote it (78 FR 76741) and in accounts of it: no license exceptions; a statement of
the listed party before what needs no license; a record in the Automated Export System for every export.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import Condition, all_of
from weighbridge.core.provision import Due, Duty, Provision, Restriction
from weighbridge.core.text import Text
from weighbridge.law.ear.part_744.listed import MOVES_OR_IS_RELEASED, a_party_is
from weighbridge.law.facts.listed import UNVERIFIED
from weighbridge.law.facts.transaction import ACTIVITY

LISTED = a_party_is(UNVERIFIED)
EXPORTER = Text("exporter, reexporter or transferor", "出口商、再出口商或移轉人")


def cite(paragraph: str) -> Citation:
    """A paragraph as 78 FR 76741 and accounts of it give it."""
    return Citation(f"15 CFR {paragraph}", "78 FR 76741", Confidence.SECONDARY)


def duty(name: str, condition: Condition, due: str, under: str, en: str, zh: str) -> Provision:
    """Something that dealing with an unverified party brings."""
    what = Text(en, zh)
    timing = Due("with_shipment") if due == "with_shipment" else Due("before_use")
    return Provision(name, what, cite(name), "ear", Duty(what, EXPORTER, timing, (under,)), condition)


PROVISIONS = (
    Provision(
        "740.2(a)(17)",
        Text(
            "No license exception where a party is on the Unverified List", "有當事人列於未經核實名單者，不適用許可例外"
        ),
        cite("740.2(a)(17), 744.15(a)"),
        "ear",
        Restriction(()),
        all_of(MOVES_OR_IS_RELEASED, LISTED),
    ),
    duty(
        "744.15(b)",
        all_of(MOVES_OR_IS_RELEASED, LISTED),
        "before_use",
        "NLR",
        "Obtain the UVL statement of the party on the Unverified List: signed and dated, with end use, end user and "
        "destination, and its consent to an end-use check.",
        "取得未經核實名單當事人之 UVL 聲明：簽名並載明日期、最終用途、最終使用者及目的地，並同意最終用途查核。",
    ),
    duty(
        "758.1(b)(8)",
        all_of(ACTIVITY.is_one_of("export"), MOVES_OR_IS_RELEASED, LISTED),
        "with_shipment",
        "*",
        "File a record in the Automated Export System, whatever the value: a party is on the Unverified List.",
        "不論金額，均須於自動出口系統（AES）申報：有當事人列於未經核實名單。",
    ),
)
