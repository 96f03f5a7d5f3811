"""15 CFR 744.23(a)(1) and (a)(2)(i): supercomputer and advanced-node end uses: in China, since 2023 in Macau and D:5."""

from __future__ import annotations

from dataclasses import replace

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import Condition, all_of, any_of, classified_in, met, value
from weighbridge.core.provision import Position, Provision, Reading, Requirement
from weighbridge.core.text import Text
from weighbridge.law.ear.earlier import ADVANCED_COMPUTING, OCTOBER_2022, OCTOBER_2023, cited
from weighbridge.law.facts.licensing import SUPERCOMPUTER_THERE
from weighbridge.law.facts.transaction import END_USE
from weighbridge.law.reading import reads

LEAVES = met("transaction.leaves_the_united_states")
CHINA, MACAU_OR_D5 = met("destination.zone"), met("destination.macau_or_d5")

STAGE = Reading(
    "supercomputer_2022",
    Text(
        "Did the supercomputer end-use control begin on 7 October 2022, or on 21 October with 3A090?",
        "超級電腦最終用途管制自 2022 年 10 月 7 日起，抑或自 21 日與 3A090 同時開始？",
    ),
    Position(
        "first_stage",
        Text("On 7 October: parts of 744.23 began on that day.", "自 7 日起：744.23 部分條文於當日開始。"),
        Citation("87 FR 62186, DATES", "87 FR 62186", Confidence.SECONDARY),
    ),
    Position(
        "third_stage",
        Text("On 21 October, with the rest of the rule.", "自 21 日起，與該規則其餘部分同。"),
        Citation("87 FR 62186, DATES", "87 FR 62186", Confidence.ANALYSIS),
    ),
    check=Text("Read the DATES of 87 FR 62186.", "請查閱 87 FR 62186 之 DATES 段。"),
)
READINGS = (STAGE,)


def requirement(paragraph: str, citation: Citation, by: str, condition: Condition, title: tuple[str, str]) -> Provision:
    """A requirement of 744.23(a) for an end use, as the document `by` made it."""
    effect = Requirement("end use")
    return Provision(f"744.23(a){paragraph}", Text(*title), citation, by, effect, all_of(LEAVES, condition))


OF_2022 = requirement(
    "(1)",
    cited("15 CFR 744.23(a)(1)", OCTOBER_2022, "taken to reach every item subject to the EAR"),
    OCTOBER_2022,
    # The fact asks about Macau and all of D:5, which is wider than the China of this text.
    all_of(END_USE.includes("supercomputer"), any_of(CHINA, SUPERCOMPUTER_THERE.holds)),
    ("License requirement for supercomputers in China", "用於中國超級電腦之許可要求"),
)

PROVISIONS = (
    replace(OF_2022, condition=all_of(OF_2022.condition, reads(STAGE, STAGE.conservative))),
    replace(OF_2022, since=ADVANCED_COMPUTING),
    requirement(
        "(1)",
        Citation("15 CFR 744.23(a)(1)", confidence=Confidence.SECONDARY),
        OCTOBER_2023,
        all_of(
            classified_in(value("744.23.a.1.items")),
            END_USE.includes("supercomputer"),
            any_of(MACAU_OR_D5, SUPERCOMPUTER_THERE.holds),
        ),
        ("License requirement for supercomputers in Macau or D:5", "用於澳門或 D:5 超級電腦之許可要求"),
    ),
    requirement(
        "(2)(i)",
        cited("15 CFR 744.23(a)(2)", OCTOBER_2022),
        OCTOBER_2022,
        all_of(END_USE.includes("semiconductor_manufacturing"), CHINA),
        (
            "License requirement for any item used where advanced-node integrated circuits are made in China",
            "用於中國先進製程積體電路開發或生產之任何物項之許可要求",
        ),
    ),
    requirement(
        "(2)(i)",
        Citation("15 CFR 744.23(a)(2)(i)", confidence=Confidence.SECONDARY),
        OCTOBER_2023,
        all_of(END_USE.includes("semiconductor_manufacturing"), MACAU_OR_D5),
        (
            "License requirement for any item used where advanced-node integrated circuits are made in Macau or D:5",
            "用於澳門或 D:5 先進製程積體電路開發或生產之任何物項之許可要求",
        ),
    ),
)
