"""15 CFR 740.2(a)(9)(ii): the exceptions that remain in the zone and for entities of Macau and D:5 anywhere."""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import ALWAYS, Condition, all_of, any_of, classified, classified_in, met, not_, value
from weighbridge.core.provision import Provision, Restriction, Spared
from weighbridge.core.text import Text
from weighbridge.law.ear.part_740.terms import FRAMEWORK, reading
from weighbridge.law.facts.parties import (
    CONSIGNEE_HEADQUARTERS,
    CONSIGNEE_PARENT,
    END_USER_HEADQUARTERS,
    END_USER_PARENT,
)
from weighbridge.law.reading import reads

A_LIST = value("supplement_5.a")

A1 = reading(
    "A1",
    ("Is LPP available in Country Groups D:1 and D:4?", "LPP 於國家組別 D:1、D:4 是否可用？"),
    (
        "barred",
        (
            "No: 740.2(a)(9)(ii) leaves only the exceptions that it names, and does not name LPP.",
            "否：740.2(a)(9)(ii) 僅保留其列名之例外，而未列 LPP。",
        ),
        "740.2(a)(9)(ii)",
    ),
    (
        "available",
        ("Yes: 740.29(c) excludes only Macau and Country Group D:5.", "是：740.29(c) 僅排除澳門及國家組別 D:5。"),
        "740.29(c)",
    ),
)
A15 = reading(
    "A15",
    (
        "In the zone, may AIA send model weights to an entity of which only the ultimate parent is headquartered in a "
        "destination of paragraph (a) of Supplement No. 5?",
        "於該區域內，僅最終母公司總部設於附件五 (a) 段目的地之實體，可否依 AIA 收受模型權重？",
    ),
    (
        "headquarters",
        (
            "No: 740.2(a)(9)(ii) spares AIA only for entities that are themselves headquartered there.",
            "否：740.2(a)(9)(ii) 僅就本身總部設於該處之實體保留 AIA。",
        ),
        "740.2(a)(9)(ii)",
    ),
    (
        "headquarters_or_parent",
        (
            "Yes: 740.27(a)(3) asks for the headquarters of the entity or of its ultimate parent.",
            "是：740.27(a)(3) 以實體本身或其最終母公司之總部為準。",
        ),
        "740.27(a)(3)",
    ),
)
READINGS = (A1, A15)

HEADQUARTERED = all_of(CONSIGNEE_HEADQUARTERS.is_in(A_LIST), END_USER_HEADQUARTERS.is_in(A_LIST))
HEADQUARTERED_OR_OWNED = all_of(
    any_of(CONSIGNEE_HEADQUARTERS.is_in(A_LIST), CONSIGNEE_PARENT.is_in(A_LIST)),
    any_of(END_USER_HEADQUARTERS.is_in(A_LIST), END_USER_PARENT.is_in(A_LIST)),
)
WEIGHTS_TO_ALLIES = all_of(
    classified("4E091"),
    any_of(HEADQUARTERED, all_of(reads(A15, A15.other), HEADQUARTERED_OR_OWNED)),
    not_(met("destination.macau_or_d5")),
    not_(met("party.located_macau_or_d5")),
)

RESTRICTED = all_of(
    any_of(
        classified_in(value("740.2.a.9.ii.A.items")).cited("15 CFR 740.2(a)(9)(ii)(A)"),
        classified_in(value("740.2.a.9.ii.B.items")).cited("15 CFR 740.2(a)(9)(ii)(B)"),
    ),
    any_of(met("destination.zone"), met("party.macau_or_d5")),
)

# The temporary general license is no exception of part 740, and 740.2 says nothing of it.
# TMP, GOV and TSU are spared for one paragraph each; the provisions of those symbols encode no other.
PROVISOS: dict[str, Condition] = {
    **dict.fromkeys(("TMP", "NAC", "ACA", "RPL", "GOV", "TSU", "HBM", "ACM", "TGL"), ALWAYS),
    "AIA": WEIGHTS_TO_ALLIES,
    "LPP": reads(A1, A1.other),
}

PROVISIONS = (
    Provision(
        "740.2(a)(9)(ii)",
        Text(
            "Restriction of license exceptions for advanced computing items and model weights",
            "先進運算物項及模型權重之許可例外限制",
        ),
        Citation(
            "15 CFR 740.2(a)(9)(ii)",
            "90 FR 4544",
            note="paragraph (B) was read in the text of 24 September 2026",
        ),
        FRAMEWORK,
        Restriction(tuple(Spared(symbol, provided) for symbol, provided in PROVISOS.items())),
        RESTRICTED,
        text=Text(
            "To Country Groups D:1, D:4 and D:5 (less A:5 and A:6), and to entities of Macau or D:5 anywhere, only TMP "
            "for repair and the like, NAC, ACA, RPL, GOV for the United States Government, TSU, HBM, ACM, and AIA for "
            "certain model weights may be used.",
            "運往國家組別 D:1、D:4、D:5（不含 A:5、A:6），或運交任何地點之澳門或 D:5 實體者，僅得適用 TMP（修理等）、"
            "NAC、ACA、RPL、GOV（美國政府）、TSU、HBM、ACM，及特定模型權重之 AIA。",
        ),
    ),
)
