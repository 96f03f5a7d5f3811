"""15 CFR 744.23(a)(3): advanced computing items for entities of Macau and Country Group D:5, wherever they are."""

from __future__ import annotations

from dataclasses import replace

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import Condition, all_of, any_of, classified_in, met, not_, value
from weighbridge.core.provision import Provision, Requirement
from weighbridge.core.text import Text
from weighbridge.law.ear.earlier import DECEMBER_2024, OCTOBER_2023, cited

OF_EITHER_TIER = any_of(classified_in(value("742.6.a.6.iii.A.items")), classified_in(value("744.23.a.3.i.A.items")))


def requirement(paragraph: str, title: tuple[str, str], condition: Condition, citation: Citation, by: str) -> Provision:
    """A requirement of 744.23(a)(3), which applies with knowledge of what the facts state."""
    return Provision(f"744.23(a)(3){paragraph}", Text(*title), citation, by, Requirement("end user"), condition)


MEMORY = requirement(
    "(i)(B)",
    (
        "License requirement for high-bandwidth memory to an entity of Macau or D:5 elsewhere",
        "高頻寬記憶體運交位於他處之澳門或 D:5 實體之許可要求",
    ),
    all_of(
        met("transaction.leaves_the_united_states"),
        classified_in(value("744.23.a.3.i.B.items")),
        not_(met("destination.macau_or_d5")),
        met("party.macau_or_d5"),
    ),
    Citation("15 CFR 744.23(a)(3)(i)(B)", "90 FR 4544"),
    "fr_90_4544",
)

PROVISIONS = (
    # Until the framework moved a-tier items into 742.6, they stood here too.
    requirement(
        "(i)(A)",
        (
            "License requirement for a- and b-tier items to an entity of Macau or D:5 outside the zone",
            "a 級及 b 級物項運交位於區域外之澳門或 D:5 實體之許可要求",
        ),
        all_of(
            met("transaction.leaves_the_united_states"),
            OF_EITHER_TIER,
            not_(met("destination.zone")),
            met("party.macau_or_d5"),
        ),
        cited("15 CFR 744.23(a)(3)", OCTOBER_2023),
        OCTOBER_2023,
    ),
    requirement(
        "(i)(A)",
        (
            "License requirement for b-tier items to an entity of Macau or D:5 outside the zone of D:1, D:4 and D:5",
            "b 級物項運交位於 D:1、D:4、D:5 區域外之澳門或 D:5 實體之許可要求",
        ),
        all_of(
            met("transaction.leaves_the_united_states"),
            classified_in(value("744.23.a.3.i.A.items")),
            not_(met("destination.zone")),
            met("party.macau_or_d5"),
        ),
        Citation("15 CFR 744.23(a)(3)(i)(A)", "90 FR 4544"),
        "fr_90_4544",
    ),
    replace(MEMORY, instrument=DECEMBER_2024, citation=cited("15 CFR 744.23(a)(3)", DECEMBER_2024)),
    MEMORY,
    requirement(
        "(ii)",
        (
            "License requirement for technology that an entity of Macau or D:5 developed, parallel to 742.6(a)(6)(ii)",
            "澳門或 D:5 實體所開發技術之許可要求（與 742.6(a)(6)(ii) 平行）",
        ),
        met("742.6(a)(6)(ii)"),
        Citation(
            "15 CFR 744.23(a)(3)(ii)",
            confidence=Confidence.ANALYSIS,
            note="the sources say no more than that it runs parallel to 742.6(a)(6)(ii)",
        ),
        "fr_88_73458",
    ),
)
