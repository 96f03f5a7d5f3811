"""15 CFR 740.2(a)(9) before the January 2025 framework: the exceptions that each rule left open for advanced computing."""

from __future__ import annotations

from dataclasses import replace

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import Condition, all_of, classified_in, met, value
from weighbridge.core.provision import Position, Provision, Reading, Restriction, Spared
from weighbridge.core.text import Text
from weighbridge.law.ear.earlier import (
    ADVANCED_COMPUTING,
    APRIL_2024,
    DECEMBER_2024,
    OCTOBER_2022,
    OCTOBER_2023,
    cited,
)
from weighbridge.law.ear.part_740.s740_2_a_9_ii.rule import RESTRICTED
from weighbridge.law.reading import reads

EXCEPTIONS = Reading(
    "exceptions_2022",
    Text(
        "Which license exceptions did October 2022 leave open for advanced computing items to China?",
        "2022 年 10 月規則就先進運算物項運往中國保留哪些許可例外？",
    ),
    Position(
        "none",
        Text("None is relied on: the list was not at hand.", "均不採用：清單未能取得。"),
        Citation("15 CFR 740.2(a)(9) (87 FR 62186)", "87 FR 62186", Confidence.SECONDARY),
    ),
    Position(
        "rpl_gov_tsu",
        Text(
            "RPL, GOV for the United States Government, and TSU, as remembered.",
            "RPL、GOV（美國政府）及 TSU，係憑記憶。",
        ),
        Citation("15 CFR 740.2(a)(9) (87 FR 62186)", "87 FR 62186", Confidence.UNVERIFIED),
    ),
    check=Text("Read 15 CFR 740.2(a)(9) as 87 FR 62186 printed it.", "請查閱 87 FR 62186 所載 15 CFR 740.2(a)(9)。"),
)
READINGS = (EXCEPTIONS,)
ONLY_THESE = Text("Of the license exceptions only these may be used: {0}.", "許可例外僅得適用：{0}。")
OF_2023 = ("TMP", "NAC", "RPL", "GOV", "TSU")
INFERRED = "the list as 90 FR 4544 restates it, without what later rules added"


def restriction(by: str, condition: Condition, spares: Restriction, citation: Citation, says: Text) -> Provision:
    """The exceptions that the document `by` leaves open where `condition` holds."""
    title = Text("Restriction of license exceptions for advanced computing items", "先進運算物項之許可例外限制")
    return Provision("740.2(a)(9)(ii)", title, citation, by, spares, condition, text=says)


def sparing(*symbols: str) -> Restriction:
    """These alone stay open; and the temporary general license, of which 740.2 says nothing: it is no exception."""
    return Restriction(tuple(Spared(symbol) for symbol in (*symbols, "TGL")))


PROVISIONS = (
    replace(
        restriction(
            OCTOBER_2022,
            all_of(classified_in(value("740.2.a.9.ii.A.items")), met("destination.zone")),
            Restriction(tuple(Spared(s, reads(EXCEPTIONS, EXCEPTIONS.other)) for s in ("RPL", "GOV", "TSU"))),
            cited("15 CFR 740.2(a)(9)", OCTOBER_2022, confidence=Confidence.UNVERIFIED),
            Text(
                "Few license exceptions stay open; which ones was not read (reading exceptions_2022).",
                "僅保留少數許可例外；何者未能查證（解讀 exceptions_2022）。",
            ),
        ),
        since=ADVANCED_COMPUTING,
    ),
    *(
        restriction(
            by,
            RESTRICTED,
            sparing(*symbols),
            cited("15 CFR 740.2(a)(9)(ii)", by, INFERRED, Confidence.ANALYSIS),
            ONLY_THESE.format(Text(", ".join(symbols), "、".join(symbols))),
        )
        for by, symbols in (
            (OCTOBER_2023, OF_2023),
            (APRIL_2024, (*OF_2023, "ACA")),
            (DECEMBER_2024, (*OF_2023, "ACA", "HBM")),
        )
    ),
)
