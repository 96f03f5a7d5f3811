"""ECCN 3A090: integrated circuits by performance (.a, .b) and high-bandwidth memory (.c)."""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import all_of, any_of, met, not_, value
from weighbridge.core.provision import Classification, Definition, Provision
from weighbridge.core.text import Text
from weighbridge.law.ear.part_774.z_paragraphs import DESCRIBED
from weighbridge.law.facts.item import (
    ASSERTED_ECCN,
    DATACENTER,
    FORM,
    HBM_DENSITY,
    HBM_IN_PROCESSOR,
    PERFORMANCE_DENSITY,
    TPP,
)

MEETS_A1 = TPP.at_least(value("3a090.a1.tpp_at_least")).cited("ECCN 3A090.a.1")
MEETS_A = any_of(
    MEETS_A1,
    all_of(
        TPP.at_least(value("3a090.a2.tpp_at_least")),
        PERFORMANCE_DENSITY.at_least(value("3a090.a2.density_at_least")),
    ).cited("ECCN 3A090.a.2"),
)

MEETS_B = any_of(
    all_of(
        TPP.at_least(value("3a090.b1.tpp_at_least")),
        TPP.less_than(value("3a090.b1.tpp_below")),
        PERFORMANCE_DENSITY.at_least(value("3a090.b1.density_at_least")),
    ).cited("ECCN 3A090.b.1"),
    all_of(
        TPP.at_least(value("3a090.b2.tpp_at_least")),
        PERFORMANCE_DENSITY.at_least(value("3a090.b2.density_at_least")),
        # Paragraph .b.2 names no ceiling of TPP; what reaches .a.1 is classified there.
        not_(MEETS_A1),
    ).cited("ECCN 3A090.b.2"),
)

OUTSIDE_BY_NOTE_2 = all_of(not_(DATACENTER.holds), TPP.less_than(value("3a090.note_2.tpp_below"))).cited(
    "Note 2 to 3A090.a and 3A090.b"
)

# Classified no further than the entry: its parameters still have to tell the paragraph.
WHOLE_ENTRY = ASSERTED_ECCN.is_one_of("3A090")
A_CIRCUIT = any_of(all_of(DESCRIBED, FORM.is_one_of("integrated_circuit")), WHOLE_ENTRY)

PROVISIONS = (
    Provision(
        "3A090.a.parameters",
        Text("The integrated circuit meets the parameters of 3A090.a", "積體電路達到 3A090.a 之參數"),
        Citation("ECCN 3A090.a and Technical Notes"),
        "fr_88_73458",
        Definition(),
        all_of(MEETS_A, not_(OUTSIDE_BY_NOTE_2)),
    ),
    Provision(
        "3A090.b.parameters",
        Text("The integrated circuit meets the parameters of 3A090.b", "積體電路達到 3A090.b 之參數"),
        Citation("ECCN 3A090.b and Technical Notes"),
        "fr_88_73458",
        Definition(),
        all_of(
            MEETS_B,
            PERFORMANCE_DENSITY.less_than(value("3a090.b.density_below")),
            not_(OUTSIDE_BY_NOTE_2),
        ),
    ),
    Provision(
        "3A090.a",
        Text("Integrated circuit of 3A090.a", "3A090.a 之積體電路"),
        Citation("ECCN 3A090.a"),
        "fr_88_73458",
        Classification(),
        any_of(
            ASSERTED_ECCN.is_one_of("3A090.a", "3A090.a.1", "3A090.a.2"),
            all_of(A_CIRCUIT, met("3A090.a.parameters")),
            # Whatever figures are stated, and however its maker classified it.
            met("note_1.presumed").cited("Note 1 to 3A090.a"),
        ),
        text=Text(
            "A circuit stands here for its total processing performance, or for that and its performance density.",
            "積體電路依其總處理效能，或兼依效能密度，屬本項。",
        ),
    ),
    Provision(
        "3A090.b",
        Text("Integrated circuit of 3A090.b", "3A090.b 之積體電路"),
        Citation("ECCN 3A090.b"),
        "fr_88_73458",
        Classification(),
        all_of(
            any_of(
                ASSERTED_ECCN.is_one_of("3A090.b", "3A090.b.1", "3A090.b.2"),
                all_of(A_CIRCUIT, met("3A090.b.parameters")),
            ),
            not_(met("note_1.presumed")).cited("Note 1 to 3A090.a"),
        ),
    ),
    Provision(
        "3A090.c",
        Text("High-bandwidth memory of 3A090.c", "3A090.c 之高頻寬記憶體"),
        Citation("ECCN 3A090.c"),
        "fr_89_96790",
        Classification(),
        any_of(
            ASSERTED_ECCN.is_one_of("3A090.c"),
            all_of(
                any_of(all_of(DESCRIBED, FORM.is_one_of("hbm")), WHOLE_ENTRY),
                HBM_DENSITY.more_than(value("3a090.c.bandwidth_density_above")),
                not_(HBM_IN_PROCESSOR.holds),
            ),
        ),
    ),
)
