"""The short names of lists: EL, SDN, DPL, … as the source column writes them in parentheses."""

from __future__ import annotations

import re
from functools import lru_cache

IN_PARENTHESES = re.compile(r"\(([A-Z][A-Z-]*[A-Z])(?: List)?\)")
ALREADY_SHORT = re.compile(r"[A-Z][A-Z-]{0,7}")

DATASETS = {"us_ofac_sdn": "SDN", "us_bis_denied": "DPL", "us_ddtc_debarred": "DTC"}
"""OpenSanctions' names of the data sets that hold one list of the United States each."""


PHRASES = {
    "entity list": "EL",
    "denied persons": "DPL",
    "unverified list": "UVL",
    "military end user": "MEU",
    "military end-user": "MEU",
    "specially designated nationals": "SDN",
}
"""Names of lists of the United States as prose writes them."""


def named_list(words: str) -> str | None:
    """The short name of a list of the United States that the words name, in parentheses or in full; else None."""
    found = IN_PARENTHESES.search(words)
    if found:
        return found.group(1)
    return next((short for phrase, short in PHRASES.items() if phrase in words.casefold()), None)


@lru_cache(maxsize=256)
def short_name(source: str) -> str:
    """The list's short name from the words of the source column.

    `Entity List (EL) - Bureau of Industry and Security` is EL; `… (NS-MBS List) - Treasury Department` is NS-MBS. A
    list that states no short name keeps its name, less its agency, so that no entry is lost.
    """
    words = " ".join(source.split())
    found = IN_PARENTHESES.search(words)
    if found:
        return found.group(1)
    return words if ALREADY_SHORT.fullmatch(words) else words.partition(" - ")[0]
