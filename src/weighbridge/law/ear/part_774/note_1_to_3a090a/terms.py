"""What Note 1 to 3A090.a is built of: the circuit, its designer, and how many transistors it may have."""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import Condition, all_of, any_of, not_, value
from weighbridge.core.fact import Fact
from weighbridge.core.provision import Definition, Position, Provision, Reading
from weighbridge.core.text import Text
from weighbridge.law.facts.foundry import (
    ADVANCED_NODE,
    COMPLETED_ON,
    CONTAINS_HBM,
    DESIGNER_HEADQUARTERS,
    DESIGNER_LOCATION,
    DESIGNER_PARENT,
    DESIGNER_REPORTS,
    LOGIC,
    NON_PLANAR,
    TRANSISTORS,
)
from weighbridge.law.reading import reads

RULE, NOTE_1 = "90 FR 5298", "ECCN 3A090, Note 1 to 3A090.a"
PARAGRAPH_B = f"{NOTE_1}, paragraph b"
DESIGNER = Text("designer of the circuit", "積體電路設計者")

A21 = Reading(
    "A21",
    Text(
        "Which transistor count applies to a circuit without high-bandwidth memory completed in 2028?",
        "2028 年完成、不含高頻寬記憶體之積體電路，適用何一電晶體數？",
    ),
    Position(
        "no_raised_count",
        Text(
            "No raised count: the paragraph names 2027, and 2029 or thereafter.",
            "不適用提高之數額：該段僅列 2027 年，及 2029 年以後。",
        ),
        Citation(PARAGRAPH_B, RULE),
    ),
    Position(
        "count_of_2027",
        Text(
            "The count of 2027 continues until the next one begins, and the omission is an oversight.",
            "2027 年之數額沿用至次一數額開始時，其遺漏係屬疏誤。",
        ),
        Citation(PARAGRAPH_B, RULE, Confidence.ANALYSIS),
    ),
)


def outside(place: Fact) -> Condition:
    """The place is neither Macau nor in Country Group D:5."""
    return all_of(not_(place.is_in(value("group.d5"))), not_(place.is_in(value("group.macau"))))


ADVANCED_LOGIC = all_of(LOGIC.holds, any_of(ADVANCED_NODE.holds, NON_PLANAR.holds))
AUTHORIZED_BASE = all_of(
    any_of(
        DESIGNER_HEADQUARTERS.is_in(value("note_1.named_headquarters")),
        DESIGNER_HEADQUARTERS.is_in(value("group.a1")),
        DESIGNER_HEADQUARTERS.is_in(value("group.a5")),
    ),
    outside(DESIGNER_LOCATION),
    outside(DESIGNER_PARENT),
    DESIGNER_REPORTS.holds.cited("15 CFR 743.9(b)"),
)
IN_2027 = any_of(COMPLETED_ON.at_most(value("note_1.last_day_of_2027")), reads(A21, A21.other))
FEW_TRANSISTORS = any_of(
    TRANSISTORS.less_than(value("note_1.transistors_below")),
    all_of(
        not_(CONTAINS_HBM.holds),
        any_of(
            all_of(
                TRANSISTORS.less_than(value("note_1.transistors_below_in_2027")),
                COMPLETED_ON.at_least(value("note_1.first_day_of_2027")),
                IN_2027,
            ),
            all_of(
                TRANSISTORS.less_than(value("note_1.transistors_below_from_2029")),
                COMPLETED_ON.at_least(value("note_1.first_day_of_2029")),
            ),
        ),
    ),
).cited(PARAGRAPH_B)


def definition(name: str, cite: str, title: tuple[str, str], condition: Condition) -> Provision:
    """A name for something that the rule defines."""
    citation = Citation(cite, RULE, note="read in the texts of 23 July and 24 September 2026")
    return Provision(name, Text(*title), citation, "fr_90_5298", Definition(), condition)
