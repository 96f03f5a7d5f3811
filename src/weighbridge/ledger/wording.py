"""What a name, key or reason in a ledger may be made of, so that every store keeps it to the letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

LONGEST = 400
"""Characters of an account id, key or any other text in an entry."""
LONGEST_RESERVED = 360
"""Characters of a reservation's key, so that there is room for keys made from it."""


def plainly_spelt(*texts: str) -> bool:
    """Whether texts are sound at first sight, as nearly all are: short, of ASCII alone, no blank at an edge."""
    joined = f"|{'|'.join(texts)}|"
    blank_at_an_edge = "| " in joined or " |" in joined
    return len(joined) <= LONGEST and joined.isascii() and joined.isprintable() and not blank_at_an_edge


def spelling_faults(text: str) -> Iterator[str]:
    """What is wrong with a text, as the second half of a sentence; nothing where it is sound.

    One spelling for one thing: two texts that look alike must not name two accounts.
    """
    if plainly_spelt(text):
        return
    if len(text) > LONGEST:
        yield f"has {len(text)} characters; at most {LONGEST} are accepted"
    if text != text.strip():
        yield "begins or ends with a blank"
    if not all(letter.isprintable() for letter in text):
        yield "holds a control character or one that cannot be shown"
    elif not unicodedata.is_normalized("NFC", text):
        yield "is not in Unicode's normal form C"
