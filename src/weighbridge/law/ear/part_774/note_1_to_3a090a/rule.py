"""Note 1 to 3A090.a: when a fabricator or packager must presume that a logic circuit is 3A090.a, for datacenters.

Paragraph d is not encoded: the text at hand says the opposite of what its sense asks.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import all_of, any_of, classified_in, met, not_, value
from weighbridge.core.provision import Due, Duty, Provision
from weighbridge.core.text import Text
from weighbridge.law.ear.part_774.note_1_to_3a090a.terms import (
    A21,
    ADVANCED_LOGIC,
    AUTHORIZED_BASE,
    DESIGNER,
    FEW_TRANSISTORS,
    NOTE_1,
    RULE,
    definition,
    outside,
)
from weighbridge.law.facts.foundry import (
    DAYS_SINCE_APPLICATION,
    DESIGNER_APPLIED,
    DESIGNER_STATUS,
    MADE_BY_EXPORTER,
    PACKAGED_BY,
    PACKAGED_IN,
    PERFORMANCE_ATTESTED,
)
from weighbridge.law.facts.item import FORM
from weighbridge.law.facts.transaction import ON

READINGS = (A21,)

CUT_OVER = value("note_1.designer_cut_over")
APPLY = Text(
    "Apply to become an approved designer: from this day only a designer that has applied is an authorized one, and for "
    "a limited time after its application.",
    "申請成為經核准之設計者：自本日起，僅已申請者為經授權之設計者，且僅於申請後之一定期間內。",
)
APPLIED_IN_TIME = all_of(DESIGNER_APPLIED.holds, DAYS_SINCE_APPLICATION.at_most(value("note_1.status_lapses_after")))

PROVISIONS = (
    definition(
        "designer.authorized",
        NOTE_1,
        ("The designer is an authorized designer", "設計者為經授權之設計者"),
        all_of(
            DESIGNER_STATUS.is_one_of("authorized"),
            AUTHORIZED_BASE,
            any_of(ON.less_than(CUT_OVER), APPLIED_IN_TIME),
        ),
    ),
    definition(
        "note_1.overcome",
        NOTE_1,
        ("The presumption of Note 1 to 3A090.a is overcome", "3A090.a 註 1 之推定已推翻"),
        any_of(
            all_of(
                PERFORMANCE_ATTESTED.holds,
                any_of(DESIGNER_STATUS.is_one_of("approved"), met("designer.authorized")),
            ).cited(f"{NOTE_1}, paragraph a"),
            all_of(PACKAGED_BY.is_one_of("fabricator"), outside(PACKAGED_IN), FEW_TRANSISTORS).cited(
                f"{NOTE_1}, paragraph b"
            ),
            all_of(PACKAGED_BY.is_one_of("approved_osat"), FEW_TRANSISTORS).cited(f"{NOTE_1}, paragraph c"),
        ),
    ),
    definition(
        "note_1.presumed",
        NOTE_1,
        (
            "Note 1 presumes that the circuit is 3A090.a, for datacenters",
            "註 1 推定該積體電路屬 3A090.a 且供資料中心使用",
        ),
        all_of(
            MADE_BY_EXPORTER.holds,
            FORM.is_one_of("integrated_circuit", "other"),
            ADVANCED_LOGIC,
            not_(met("note_1.overcome")),
        ),
    ),
    definition(
        "740.27(a)(1).other_designer",
        "15 CFR 740.27(a)(1)",
        ("Neither an approved nor an authorized designer designed the item", "物項非由經核准或經授權之設計者設計"),
        all_of(
            classified_in(value("740.27.a.1.designed_items")),
            # What is not stated is taken so here, and says so; it overcomes no presumption of Note 1.
            not_(any_of(DESIGNER_STATUS.is_one_of("approved", "unstated"), met("designer.authorized"))),
        ),
    ),
    Provision(
        "note_1.apply_by",
        APPLY,
        Citation(NOTE_1, RULE),
        "fr_90_5298",
        Duty(APPLY, DESIGNER, Due("by_day", CUT_OVER), ("*",)),
        all_of(DESIGNER_STATUS.is_one_of("authorized"), ON.less_than(CUT_OVER)),
    ),
)
