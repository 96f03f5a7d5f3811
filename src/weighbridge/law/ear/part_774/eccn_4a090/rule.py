"""ECCN 4A090: computers, electronic assemblies and components that hold advanced integrated circuits."""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import Condition, all_of, any_of
from weighbridge.core.provision import Classification, Provision
from weighbridge.core.text import Text
from weighbridge.law.ear.part_774.z_paragraphs import DESCRIBED, HOLDS_A, HOLDS_B_ONLY
from weighbridge.law.facts.item import ASSERTED_ECCN, BASE_ECCN


def _paragraph(tier: str, holds: Condition) -> Provision:
    paragraph = f"4A090.{tier}"
    return Provision(
        paragraph,
        Text(f"Computer, assembly or component of {paragraph}", f"{paragraph} 之電腦、電子組件或零組件"),
        Citation(f"ECCN {paragraph}"),
        "fr_88_73458",
        Classification(),
        any_of(ASSERTED_ECCN.is_one_of(paragraph), all_of(DESCRIBED, BASE_ECCN.is_one_of("4A090"), holds)),
    )


PROVISIONS = (_paragraph("a", HOLDS_A), _paragraph("b", HOLDS_B_ONLY))
