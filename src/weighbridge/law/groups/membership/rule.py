"""Country groups of Supplement No. 1 to part 740: whether a destination is a member, group by group.

Other sections test the groups inside conditions of their own. These definitions show a destination's groups in an
answer, and let the cases beside them hold every membership in place.
"""

from __future__ import annotations

from weighbridge.core.citation import Citation
from weighbridge.core.condition import value
from weighbridge.core.provision import Definition, Provision
from weighbridge.core.text import Text
from weighbridge.law.facts.transaction import DESTINATION

GROUPS = {
    "a1": "A:1",
    "a5": "A:5",
    "a6": "A:6",
    "b": "B",
    "d1": "D:1",
    "d4": "D:4",
    "d5": "D:5",
    "e1": "E:1",
    "e2": "E:2",
}


def membership(name: str, among: str, cite: str, says: tuple[str, str], by: str = "ear") -> Provision:
    """Whether the destination is a member of one set."""
    return Provision(name, Text(*says), Citation(cite), by, Definition(), DESTINATION.is_in(value(among)))


PROVISIONS = (
    *(
        membership(
            f"destination.group_{key}",
            f"group.{key}",
            f"Supplement No. 1 to 15 CFR part 740, Country Group {name}",
            (f"The destination is in Country Group {name}", f"目的地屬國家組別 {name}"),
        )
        for key, name in GROUPS.items()
    ),
    membership(
        "destination.named_beside_the_groups",
        "zone.named",
        "15 CFR 742.6(a)(6)(iii)(B)",
        ("The text names the destination beside D:1, D:4 and D:5", "條文於 D:1、D:4、D:5 之外另列名該目的地"),
        by="fr_88_73458",
    ),
)
