"""15 CFR 742.6(b)(10)(iii)(B)(1) and (C): how large a country's allocation is and what counts towards it."""

from __future__ import annotations

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.condition import (
    When,
    all_of,
    any_of,
    at_most,
    classified_in,
    met,
    product_of,
    sum_of,
    term,
    value,
)
from weighbridge.core.provision import Allocation, Definition, Position, Provision, Reading
from weighbridge.core.text import Text
from weighbridge.law.facts.licensing import GOVERNMENT_ASSURANCES, INSTALLED_IN_DESTINATION
from weighbridge.law.facts.transaction import DESTINATION, LICENSED_TO_DESTINATION, TOTAL_TPP
from weighbridge.law.reading import reads

A7 = Reading(
    "A7",
    Text(
        "Does an allocation count what was licensed, or what is installed?",
        "分配額計算已許可之數量，抑或已裝置之數量？",
    ),
    Position(
        "licensed",
        Text(
            "What was licensed: progress is the total TPP licensed to the destination from 2025 on; nothing is said of "
            "licenses unused, expired or items retired.",
            "已許可者：以自 2025 年起許可至該目的地之 TPP 合計為準；條文未提及未使用、已失效之許可或已除役之物項。",
        ),
        Citation("15 CFR 742.6(b)(10)(iii)(B)(1)", "90 FR 4544"),
    ),
    Position(
        "installed",
        Text(
            "What is installed: the allocation is a permitted cumulative installed base.",
            "已裝置者：分配額係准許之累計裝置總量。",
        ),
        Citation("15 CFR 742.6(b)(10)(iii)(B)(1)", "90 FR 4544", Confidence.ANALYSIS),
    ),
)
READINGS = (A7,)

ALLOCATION = value("742.6.b.10.iii.B.allocation")
INCREASE = product_of(ALLOCATION, value("742.6.b.10.iii.C.increase"))
LIMIT = sum_of(ALLOCATION, When(met("destination.increased_allocation"), INCREASE))
USED = sum_of(
    When(reads(A7, A7.conservative), term(LICENSED_TO_DESTINATION)),
    When(reads(A7, A7.other), term(INSTALLED_IN_DESTINATION)),
)
# Only 3A090.a, 4A090.a and corresponding .z commodities hold integrated circuits whose TPP is totaled.
DRAWS = When(classified_in(value("742.6.b.10.iii.B.counted")), term(TOTAL_TPP))

PROVISIONS = (
    Provision(
        "destination.increased_allocation",
        Text("Paragraph (b) of Supplement No. 5 lists the destination", "目的地列於附件五 (b) 段"),
        Citation("Supplement No. 5 to 15 CFR part 740, paragraph (b)", "90 FR 4544"),
        "fr_90_4544",
        Definition(),
        any_of(DESTINATION.is_in(value("supplement_5.b")), GOVERNMENT_ASSURANCES.holds),
    ),
    Provision(
        "742.6(b)(10)(iii)(B).within",
        Text("The transaction stays within the country allocation", "本交易未逾國家分配額"),
        Citation("15 CFR 742.6(b)(10)(iii)(B)(1)", "90 FR 4544"),
        "fr_90_4544",
        Definition(),
        # Either part alone may exceed the limit, whatever the other, unknown one is.
        all_of(
            at_most(DRAWS, LIMIT).saying(
                "the TPP of this transaction alone is within the destination's allocation",
                "本交易之 TPP 本身未逾該目的地之分配額",
            ),
            at_most(USED, LIMIT).saying(
                "what is counted so far is within the destination's allocation", "迄今計入之 TPP 未逾該目的地之分配額"
            ),
            at_most(sum_of(USED, DRAWS), LIMIT).saying(
                "both together are within the destination's allocation", "二者合計未逾該目的地之分配額"
            ),
        ),
    ),
    Provision(
        "742.6(b)(10)(iii)(B).allocation",
        Text("Country allocation for 2025 to 2027", "2025 至 2027 年國家分配額"),
        Citation("15 CFR 742.6(b)(10)(iii)(B)(1), (C)", "90 FR 4544"),
        "fr_90_4544",
        Allocation(
            "country",
            "destination",
            "2025-2027",
            ("742.6(b)(10)(iii)(B)(1)", "742.6(b)(10)(iii)(B)(2)", "742.6(b)(10)(iii)(C)"),
            LIMIT,
            USED,
            DRAWS,
            # A permitted installed base over the three years together. Of items unused, returned or retired the
            # paragraph says nothing, so nothing is given back.
            kind="stock",
        ),
        met("742.6(b)(10)(iii)(B)"),
    ),
)
