"""The consonants of a word, so spelt that the romanisations of one word agree.

"Khaled" and "Halid", "Yevgeniy" and "Evgenii", "Shchyogolev" and "Schegoleff", "mhmd" and "Mohammed". It finds
candidates; how alike two words are is for `likeness` to say.
"""

from __future__ import annotations

import re

_SPELT_ALIKE = (
    (re.compile("^y[aeiouw]?|^[aeiou]"), "a"),
    (re.compile("ph"), "f"),
    (re.compile("shch|sch|tch|tsch|cz|sh|ch|zh|dzh|dj|j"), "C"),
    (re.compile("kh"), "h"),
    (re.compile("gh"), "g"),
    (re.compile("th"), "t"),
    (re.compile("dh"), "d"),
    (re.compile("ts|tz|c(?=[eiy])|z"), "s"),
    (re.compile("x"), "ks"),
    (re.compile("ck|c|q"), "k"),
    (re.compile("ff|f|^w"), "v"),
    # Doubled letters go before the vowels do, so that the three consonants of "Muhammad" stay three.
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile("(?<=.)[aeiouywh]+"), ""),
)


def sound_of(word: str) -> str:
    """The key under which words that may be spellings of one name meet; "" for a word with a digit."""
    if not word.isalpha():
        return ""
    for pattern, replacement in _SPELT_ALIKE:
        word = pattern.sub(replacement, word)
    return word
