"""Countries as lists write them, to ISO 3166-1 alpha-2."""

from __future__ import annotations

from functools import lru_cache

CODE = 2
OTHER_CODES = {"UK": "GB"}
"""Codes that lists use and that are no country's in ISO 3166."""


@lru_cache(maxsize=8_192)
def country(word: str) -> str | None:
    """The alpha-2 code of a country's code or name; None where the word is neither, such as `REGION: NORTHERN MALI`.

    A part of a country is its country: `ua-cri` and `CRIMEA (OCCUPIED)` are UA. Hong Kong and Macau have codes of
    their own; what they are treated as is a question of law.
    """
    from rigour.territories import get_territory, lookup_territory

    written = " ".join(word.replace("REGION:", " ").split())
    # By code first: the library takes a second to build its table of names, and most lists write codes alone.
    found = get_territory(OTHER_CODES.get(written, written).lower())
    if found is None and len(written) > CODE:
        found = lookup_territory(written)
    while found is not None and len(found.code) != CODE:
        found = found.parent
    return found.code.upper() if found else None


def countries_in(words: str) -> tuple[str, ...]:
    """The countries of a cell that joins them by `;`, or by `,` where no country is written with a comma."""
    found: list[str | None] = []
    for part in words.split(";"):
        whole = country(part) if part.strip() else None
        found += [whole] if whole else [country(piece) for piece in part.split(",") if piece.strip()]
    return tuple(dict.fromkeys(code for code in found if code))
