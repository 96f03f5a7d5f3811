"""Software and technology "for" advanced computing items, by the tier of the item they are for.

`3D001.for_a` stands for 3D001 software for commodities of 3A001.z.1.a to z.4.a and 3A090.a, and so on: the lists of
742.6(a)(6) and of the exceptions name software and technology in this way.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import all_of, any_of, value
from weighbridge.core.provision import Classification, Provision
from weighbridge.core.text import Text
from weighbridge.law.facts.item import ASSERTED_ECCN, FOR_ECCN

ENTRIES = ("3D001", "3E001", "4D001", "4D090", "4E001", "5E002", "5E992")
FOR_MEMORY = ("3D001", "3E001")


def associated(entry: str, tier: str, citation: Citation, by: str, since: str = "") -> Provision:
    """Software or technology of an entry for items of a tier, as the document `by` made it."""
    name = f"{entry}.for_{tier}"
    return Provision(
        name,
        Text(f"{entry} for items of tier {tier}", f"{entry}（用於 {tier} 級物項）"),
        citation,
        by,
        Classification(),
        any_of(
            ASSERTED_ECCN.is_one_of(name),
            all_of(ASSERTED_ECCN.is_one_of(entry), FOR_ECCN.is_in(value(f"{entry.lower()}.for_{tier}"))),
        ),
        since=since,
    )


CITATION = Citation("15 CFR 742.6(a)(6)", "90 FR 4544")
PROVISIONS = (
    *(associated(entry, tier, CITATION, "fr_88_73458") for entry in ENTRIES for tier in ("a", "b")),
    *(associated(entry, "c", CITATION, "fr_89_96790") for entry in FOR_MEMORY),
)
