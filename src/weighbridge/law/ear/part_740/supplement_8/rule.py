"""Supplement No. 8 to part 740: no license for certain end users in the United Arab Emirates, if the text is so read.

Neither the text of the carve-out nor the names of the supplement were at hand.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import all_of, any_of, met, not_, value
from weighbridge.core.provision import Definition, Position, Provision, Reading
from weighbridge.core.text import Text
from weighbridge.law.facts.emirates import SUPPLEMENT_8
from weighbridge.law.facts.transaction import DESTINATION, ON
from weighbridge.law.reading import reads

CITE = Citation("Supplement No. 8 to 15 CFR part 740", "91 FR 43034", Confidence.SECONDARY)
CARVE_OUT = Reading(
    "uae_carve_out",
    Text(
        "Do the Government of the United Arab Emirates and the entities of Supplement No. 8 need no license?",
        "阿拉伯聯合大公國政府及附件八所列實體是否無須許可？",
    ),
    Position(
        "license_still_required",
        Text(
            "A license is still required: the extent of the carve-out was not read in the rule itself.",
            "仍須許可：豁免範圍未於規則本文查證。",
        ),
        CITE,
    ),
    Position(
        "no_license",
        Text("None is required, as law firms report.", "如法律事務所所述，無須許可。"),
        CITE,
    ),
    check=Text(
        "Read 91 FR 43034 and the entries of Supplement No. 8 to part 740 for this end user.",
        "請查閱 91 FR 43034 及第 740 部附件八中該最終使用者之項目。",
    ),
)
READINGS = (CARVE_OUT,)

PROVISIONS = (
    Provision(
        "supplement_8.carved_out",
        Text("The end user needs no license under Supplement No. 8", "依附件八，該最終使用者無須許可"),
        CITE,
        "fr_91_43034",
        Definition(),
        all_of(
            reads(CARVE_OUT, CARVE_OUT.other),
            DESTINATION.is_in(value("supplement_8.destinations")),
            any_of(
                SUPPLEMENT_8.is_one_of("government", "listed", "us_company"),
                all_of(SUPPLEMENT_8.is_one_of("listed_for_a_time"), ON.less_than(value("supplement_8.lapses"))),
            ),
            not_(met("party.macau_or_d5")),
        ),
    ),
)
