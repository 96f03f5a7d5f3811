"""ECCN 4A090: computers, electronic assemblies and components that hold advanced integrated circuits."""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import Condition, all_of, any_of, not_, value
from weighbridge.core.provision import Classification, Provision
from weighbridge.core.text import Text
from weighbridge.law.ear.part_774.eccn_3a001_z.rule import PARAGRAPHS as IN_3A001
from weighbridge.law.ear.part_774.eccn_4a003_z.rule import PARAGRAPHS as IN_4A003
from weighbridge.law.ear.part_774.eccn_4a004_z.rule import PARAGRAPHS as IN_4A004
from weighbridge.law.ear.part_774.eccn_4a005_z.rule import PARAGRAPHS as IN_4A005
from weighbridge.law.ear.part_774.eccn_5a002_z.rule import PARAGRAPHS as IN_5A002
from weighbridge.law.ear.part_774.eccn_5a004_z.rule import PARAGRAPHS as IN_5A004
from weighbridge.law.ear.part_774.eccn_5a992_z.rule import PARAGRAPHS as IN_5A992
from weighbridge.law.ear.part_774.z_paragraphs import DESCRIBED, HOLDS_A, HOLDS_B_ONLY
from weighbridge.law.facts.item import ASSERTED_ECCN, BASE_ECCN, FORM

BASES = dict.fromkeys(
    base for entry in (IN_3A001, IN_4A003, IN_4A004, IN_4A005, IN_5A002, IN_5A004, IN_5A992) for _, _, base in entry
)
IN_ANOTHER_ENTRY = any_of(*(BASE_ECCN.is_in(value(base)) for base in BASES)).saying(
    "its base entry has a .z paragraph of its own", "其基礎項目另有 .z 項目"
)


def _paragraph(tier: str, holds: Condition) -> Provision:
    paragraph = f"4A090.{tier}"
    return Provision(
        paragraph,
        Text(f"Computer, assembly or component of {paragraph}", f"{paragraph} 之電腦、電子組件或零組件"),
        Citation(f"ECCN {paragraph}"),
        "fr_88_73458",
        Classification(),
        any_of(
            ASSERTED_ECCN.is_one_of(paragraph),
            # Whatever no .z paragraph takes stands here, an unfamiliar base entry too: a system is never in neither.
            all_of(DESCRIBED, FORM.is_one_of("system"), not_(IN_ANOTHER_ENTRY), holds),
            all_of(ASSERTED_ECCN.is_one_of("4A090"), holds),
        ),
    )


PROVISIONS = (_paragraph("a", HOLDS_A), _paragraph("b", HOLDS_B_ONLY))
