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
    "a1": "A:1", "a5": "A:5", "a6": "A:6", "b": "B", "d1": "D:1", "d4": "D:4", "d5": "D:5", "e1": "E:1", "e2": "E:2",
}

PROVISIONS = tuple(
    Provision(
        f"destination.group_{key}",
        Text(f"The destination is in Country Group {name}", f"目的地屬國家組別 {name}"),
        Citation(f"Supplement No. 1 to 15 CFR part 740, Country Group {name}"),
        "ear",
        Definition(),
        DESTINATION.is_in(value(f"group.{key}")),
    )
    for key, name in GROUPS.items()
)
