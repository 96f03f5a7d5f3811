"""Which footnotes of the Entity List an entry carries, read from the words of its license requirement.

Supplement No. 4 to part 744 marks them by superscript digits, which the published files run into the text: `(See
§§734.9(e)(2) and 744.11 of the EAR)4`, `see §§734.9(e)1 and 744.11 of the EAR2`, `(See §§734.9(g),3 746.8(a)(3), …`.
An entry that cites such a paragraph without its digit does not state the footnote, and none is supplied.
"""

from __future__ import annotations

import re
from functools import lru_cache

AFTER_PARAGRAPH_E = re.compile(r"734\.9\(e\) ?(1)(?!\d)")
AFTER_PARAGRAPH_G = re.compile(r"734\.9\(g\),? ?(3)(?= |,)")
AFTER_THE_EAR = re.compile(r"of the EAR\.?\)? ?([1-5])\.?(?=\s|$)")


@lru_cache(maxsize=4_096)
def footnotes(license_requirement: str) -> tuple[int, ...]:
    """The numbers of the footnotes, in order; empty where the text states none."""
    patterns = (AFTER_PARAGRAPH_E, AFTER_PARAGRAPH_G, AFTER_THE_EAR)
    return tuple(sorted({int(found) for pattern in patterns for found in pattern.findall(license_requirement)}))
