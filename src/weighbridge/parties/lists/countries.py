"""Countries as lists write them, to ISO 3166-1 alpha-2."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

CODE = 2
OTHER_WORDS = {
    "an": "AN",  # the Netherlands Antilles: dissolved, and still the address of entries
    "bahamas, the": "BS",
    "bosnia": "BA",
    "brunei": "BN",
    "burma": "MM",
    "cape verde": "CV",
    "congo, democratic republic of the": "CD",
    "cote d'ivoire": "CI",
    "crimea": "UA",
    "dr congo": "CD",
    "east timor": "TL",
    "england": "GB",
    "gambia, the": "GM",
    "great britain": "GB",
    "holland": "NL",
    "ivory coast": "CI",
    "korea, north": "KP",
    "korea, south": "KR",
    "kosovo": "XK",
    "macau": "MO",
    "macedonia": "MK",
    "man, isle of": "IM",
    "micronesia": "FM",
    "palestine": "PS",
    "palestinian": "PS",
    "prc": "CN",
    "republic of korea": "KR",
    "russia": "RU",
    "sint maarten": "SX",
    "st. kitts and nevis": "KN",
    "swaziland": "SZ",
    "the bahamas": "BS",
    "the gambia": "GM",
    "turkey": "TR",
    "uae": "AE",
    "uk": "GB",
    "west bank": "PS",
    "xk": "XK",
}
"""What lists write and ISO 3166 does not: other codes and names, plain letters only."""


@lru_cache(maxsize=8_192)
def country(word: str) -> str | None:
    """The alpha-2 code of a country's code or name; None where the word is neither, such as `REGION: NORTHERN MALI`.

    A part of a country is its country: `ua-cri` and `CRIMEA (OCCUPIED)` are UA. Hong Kong and Macau have codes of
    their own; what they are treated as is a question of law.
    """
    written = _plain(re.sub(r"REGION:|\(.*\)", " ", word))
    if re.fullmatch(r"[a-z]{2}-\w{1,3}", written):
        written = written[:CODE]
    return OTHER_WORDS.get(written) or _of_iso_3166().get(written)


@lru_cache(maxsize=1)
def _of_iso_3166() -> dict[str, str]:
    """Every code and name of the standard, in plain letters."""
    import pycountry

    attributes = ("alpha_2", "alpha_3", "name", "official_name", "common_name")
    return {
        _plain(word): found.alpha_2
        for found in pycountry.countries
        for word in (getattr(found, attribute, None) for attribute in attributes)
        if word
    }


def _plain(word: str) -> str:
    """Lower case, without marks above letters, single blanks."""
    marked = unicodedata.normalize("NFKD", word.replace("’", "'"))
    return " ".join("".join(c for c in marked if not unicodedata.combining(c)).casefold().split())


def countries_in(words: str) -> tuple[str, ...]:
    """The countries of a cell that joins them by `;`, or by `,` where no country is written with a comma."""
    found: list[str | None] = []
    for part in words.split(";"):
        whole = country(part) if part.strip() else None
        found += [whole] if whole else [country(piece) for piece in part.split(",") if piece.strip()]
    return tuple(dict.fromkeys(code for code in found if code))
