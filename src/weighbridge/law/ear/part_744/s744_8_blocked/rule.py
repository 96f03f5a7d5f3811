"""15 CFR 744.8: persons on the SDN List whose sanctions programs the section names.

Whoever is on that list under another program is out of the reach of 744.8, not of the Treasury's own regulations.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import all_of, met, value
from weighbridge.core.outcome import Policy
from weighbridge.core.provision import Due, Duty, Provision, Requirement, Review
from weighbridge.core.text import Text
from weighbridge.law.ear.part_742.order import rank
from weighbridge.law.ear.part_744.listed import MOVES_OR_IS_RELEASED, a_party_is
from weighbridge.law.facts.listed import BLOCKED, PROGRAMS

NAME = "744.8(a)"
PROPERTY_BLOCKED = Text(
    "A party is on the SDN List: its property is blocked, and United States persons may not deal with it without the "
    "authorization of the Office of Foreign Assets Control. That stands beside the EAR and is not judged here.",
    "有當事人列於 SDN 名單：其財產被凍結，美國人未經外國資產管制辦公室（OFAC）授權不得與之往來。此與 EAR 併行，不在此判斷。",
)

PROVISIONS = (
    Provision(
        NAME,
        Text("License requirement for persons blocked under certain programs", "依特定制裁方案被凍結者之許可要求"),
        Citation("15 CFR 744.8(a)", "89 FR 20107", Confidence.SECONDARY),
        "ear",
        Requirement("end user"),
        all_of(MOVES_OR_IS_RELEASED, a_party_is(BLOCKED), PROGRAMS.any_in(value("744.8.programs"))),
        text=Text(
            "A license is required: a party is on the SDN List under a program that 744.8(a)(1) names.",
            "須申請許可：有當事人依 744.8(a)(1) 所列方案列於 SDN 名單。",
        ),
    ),
    Provision(
        "744.8.review",
        Text("The review policy of 744.8 is not encoded", "744.8 之審查政策尚未編入"),
        Citation("15 CFR 744.8", confidence=Confidence.SECONDARY),
        "ear",
        Review(Policy.NOT_STATED, (NAME,), rank("not_stated")),
        met(NAME),
    ),
    Provision(
        "31.v.blocked",
        PROPERTY_BLOCKED,
        Citation("31 CFR chapter V", confidence=Confidence.SECONDARY),
        "ear",
        Duty(
            PROPERTY_BLOCKED,
            Text("exporter, reexporter or transferor", "出口商、再出口商或移轉人"),
            Due("before_use"),
            ("*",),
        ),
        a_party_is(BLOCKED),
    ),
)
