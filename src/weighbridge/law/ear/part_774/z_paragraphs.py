"""The .z paragraphs: items of other entries that hold circuits meeting 3A090.a (a-tier) or 3A090.b (b-tier).

An item comes under a .z paragraph because its asker classified it there, or because it stands in the base paragraph
and holds such a circuit. A base entry named without its sub-item (`4A003`) is taken to be in each .z paragraph of its
tier: the lists of the regulations name them together, so the answer is the same, and none is missed. Whether a circuit
counts is what `3A090.a.parameters` and `3A090.b.parameters` say of it, Note 2 included (Note 4 to 3A090); memory of
3A090.c never counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from weighbridge.core.citation import Citation
from weighbridge.core.condition import all_of, any_of, not_, value
from weighbridge.core.provision import Classification, Provision
from weighbridge.core.text import Text
from weighbridge.law.facts.item import ASSERTED_ECCN, BASE_ECCN, CONTAINS_A, CONTAINS_B

Paragraphs = tuple[tuple[str, str, str], ...]
"""Each the a-tier paragraph, the b-tier paragraph, and the value that lists their base paragraphs."""

DESCRIBED = ASSERTED_ECCN.is_one_of("none").saying(
    "the asker describes the item instead of classifying it", "詢問者描述物項而未自行分類"
)
HOLDS_A = CONTAINS_A.holds
HOLDS_B_ONLY = all_of(CONTAINS_B.holds, not_(CONTAINS_A.holds))


def z_provisions(paragraphs: Paragraphs) -> Iterator[Provision]:
    """The a-tier and the b-tier classification of each paragraph."""
    for a_tier, b_tier, base in paragraphs:
        for paragraph, tier, holds in ((a_tier, "3A090.a", HOLDS_A), (b_tier, "3A090.b", HOLDS_B_ONLY)):
            yield Provision(
                paragraph,
                Text(f"Item of {paragraph}, holding a circuit of {tier}", f"{paragraph} 之物項，含 {tier} 之積體電路"),
                Citation(f"ECCN {paragraph}"),
                "fr_88_73458",
                Classification(),
                any_of(
                    ASSERTED_ECCN.is_one_of(paragraph),
                    all_of(DESCRIBED, BASE_ECCN.is_in(value(base)), holds),
                    # Classified no further than the base: what it holds still has to be told.
                    all_of(ASSERTED_ECCN.is_in(value(base)), holds),
                ),
            )
