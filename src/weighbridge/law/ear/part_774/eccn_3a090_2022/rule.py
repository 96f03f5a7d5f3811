"""ECCN 3A090 and 4A090 as of October 2022: much processing and a fast interconnect together, whatever the market.

The rule adds up bit length times TOPS over all units of the circuit. That this is the later TPP is taken, not read.
"""

from __future__ import annotations

from weighbridge.core.citation import Confidence
from weighbridge.core.condition import all_of, any_of, met, value
from weighbridge.core.provision import Classification, Definition, Provision
from weighbridge.core.text import Text
from weighbridge.law.ear.earlier import ADVANCED_COMPUTING, OCTOBER_2022, cited
from weighbridge.law.ear.part_774.software_and_technology.rule import associated
from weighbridge.law.ear.part_774.z_paragraphs import DESCRIBED, HOLDS_A
from weighbridge.law.facts.item import ASSERTED_ECCN, FORM, INTERCONNECT, TPP

SAME_SUM = "that the sum of bit length and TOPS equals the later TPP was not read"

PROVISIONS = (
    Provision(
        "3A090.a.parameters",
        Text(
            "The integrated circuit meets the parameters of 3A090.a as of October 2022",
            "積體電路達到 2022 年 10 月之 3A090.a 參數",
        ),
        cited("ECCN 3A090.a", OCTOBER_2022, SAME_SUM, Confidence.UNVERIFIED),
        OCTOBER_2022,
        Definition(),
        all_of(
            TPP.at_least(value("3a090.2022.tpp_at_least")).cited("ECCN 3A090.a.1 to .a.4"),
            INTERCONNECT.at_least(value("3a090.2022.interconnect_at_least")).cited("ECCN 3A090.a"),
        ),
        since=ADVANCED_COMPUTING,
    ),
    Provision(
        "3A090.a",
        Text("Integrated circuit of 3A090.a", "3A090.a 之積體電路"),
        cited("ECCN 3A090.a", OCTOBER_2022),
        OCTOBER_2022,
        Classification(),
        any_of(
            ASSERTED_ECCN.is_one_of("3A090.a", "3A090.a.1", "3A090.a.2", "3A090.a.3", "3A090.a.4"),
            all_of(
                any_of(all_of(DESCRIBED, FORM.is_one_of("integrated_circuit")), ASSERTED_ECCN.is_one_of("3A090")),
                met("3A090.a.parameters"),
            ),
        ),
        since=ADVANCED_COMPUTING,
        text=Text(
            "A circuit stands here for much processing and a fast interconnect together, whatever its market.",
            "積體電路兼具高運算量及高互連傳輸率者，不論其市場，屬本項。",
        ),
    ),
    Provision(
        "4A090.a",
        Text("Computer, assembly or component of 4A090.a", "4A090.a 之電腦、電子組件或零組件"),
        cited("ECCN 4A090.a", OCTOBER_2022, "a circuit that meets the parameters is taken to exceed them"),
        OCTOBER_2022,
        Classification(),
        any_of(
            ASSERTED_ECCN.is_one_of("4A090.a"),
            # There was no .z paragraph, so whatever its base entry a system that holds such a circuit stands here.
            all_of(any_of(all_of(DESCRIBED, FORM.is_one_of("system")), ASSERTED_ECCN.is_one_of("4A090")), HOLDS_A),
        ),
        since=ADVANCED_COMPUTING,
    ),
    *(
        associated(entry, "a", cited("15 CFR 742.6(a)(6)", OCTOBER_2022), OCTOBER_2022, ADVANCED_COMPUTING)
        for entry in ("3D001", "3E001", "4D090", "4E001")
    ),
)
