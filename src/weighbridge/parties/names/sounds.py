"""The consonants of a word, so spelt that the romanisations of one word agree.

"Khaled" and "Halid", "Yevgeniy" and "Evgenii", "Shchyogolev" and "Schegoleff", "mhmd" and "Mohammed". It finds
candidates; how alike two words are is for `likeness` to say.
"""

from __future__ import annotations

import re

_VOWEL_AT_START = re.compile("^y[aeiouw]?|^[aeiou]")
_SPELT = {
    **dict.fromkeys(("shch", "sch", "tch", "tsch", "cz", "sh", "ch", "zh", "dzh", "dj", "j"), "C"),
    **dict.fromkeys(("ts", "tz", "z", "ce", "ci", "cy"), "s"),
    **dict.fromkeys(("ck", "c", "q"), "k"),
    **dict.fromkeys(("ph", "ff", "f"), "v"),
    **{"kh": "h", "gh": "g", "th": "t", "dh": "d", "x": "ks"},
}
_SPELLING = re.compile("|".join(sorted(_SPELT, key=len, reverse=True)))
_DOUBLED = re.compile(r"(.)\1+")
# Vowels, and what is one in some language, after the first letter.
_SILENT = str.maketrans("", "", "aeiouywh")


def sound_of(word: str) -> str:
    """The key under which words that may be spellings of one name meet; "" for a word with a digit."""
    if not word.isalpha():
        return ""
    word = _VOWEL_AT_START.sub("a", word, count=1)
    word = _SPELLING.sub(lambda found: _SPELT[found[0]], word)
    # Doubled letters go before the vowels do, so that the three consonants of "Muhammad" stay three.
    word = _DOUBLED.sub(r"\1", word)
    first = "v" if word[0] == "w" else word[0]
    return first + word[1:].translate(_SILENT)
