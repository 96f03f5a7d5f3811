"""A name as it is compared: the words of the name proper in small Latin letters, and its legal form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from weighbridge.parties.names import arabic, chinese
from weighbridge.parties.names.characters import chinese_runs, has_chinese, latin, readable
from weighbridge.parties.names.legal import core_of

# Words that carry a name and are not it: articles and prepositions of several languages, and titles.
SMALL_WORDS = frozenset(
    ("of", "the", "and", "for", "in", "on", "at", "to", "a", "de", "la", "le", "du", "des", "del", "el", "al", "ul")
)
SMALL_WORDS |= frozenset(("da", "do", "dos", "di", "van", "von", "der", "y", "e", "et"))
SMALL_WORDS |= frozenset(
    ("mr", "mrs", "ms", "dr", "prof", "col", "gen", "lt", "capt", "jr", "sr", "haji", "hajji", "hajj")
)
SHORTEST_ACRONYM, LONGEST_ACRONYM = 3, 8
_MOST_READINGS = 3
_BETWEEN = re.compile(r"[\s._·/-]+")
_SPELT_OUT = re.compile(r"(?<![^\W_])[^\W\d_](?:[\s._·/-]{1,3}[^\W\d_]){2,}(?![^\W_])")
# The longest names of real lists have some fifty words.
_MOST_WORDS = 64


@dataclass(frozen=True, slots=True)
class Name:
    """One reading of a name.

    `readable` is the text in its own script, `words` the name proper, `legal` the legal forms beside it and `letters`
    all of it without spaces. `vowelless` says that it was written in a script that leaves vowels out.
    """

    readable: str
    words: tuple[str, ...]
    legal: tuple[str, ...]
    letters: str
    vowelless: bool = False


def acronyms(words: Sequence[str], legal: Sequence[str]) -> set[str]:
    """The initials by which a name may be called, with and without its small words and its legal form."""
    content = [word for word in words if word not in SMALL_WORDS and word[0].isalpha()]
    if len(content) < 2:
        return set()
    initials = "".join(word[0] for word in content)
    spelt = {initials, "".join(word[0] for word in words)}
    # The last C of SMIC is its Corporation.
    spelt |= {initials + form[0] for form in legal}
    return {letters for letters in spelt if SHORTEST_ACRONYM <= len(letters) <= LONGEST_ACRONYM and letters.isalpha()}


def spellings(text: str) -> tuple[str, ...]:
    """A name as it is asked for; where it spells letters out (`H-U-A-W-E-I`, `S. M. I. C.`), also with them joined."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    joined = _SPELT_OUT.sub(lambda run: _BETWEEN.sub("", run[0]), plain)
    return (text,) if joined == plain else (text, unicodedata.normalize("NFC", joined))


def read_name(text: str, known: Callable[[str], bool] = lambda word: False) -> tuple[Name, ...]:
    """Every reading of a name, likeliest first; none if nothing of it is a letter or a digit.

    Only Chinese script has several: `known` says which words the list holds, and so which syllables may be one word.
    """
    text = readable(text)
    if not has_chinese(text):
        return _of(latin(text), text)
    so_far = [""]
    for is_chinese, piece in chinese_runs(text):
        options = chinese.readings(piece, known) if is_chinese else (latin(piece),)
        so_far = [f"{before} {option}" for before in so_far for option in options][:_MOST_READINGS]
    return tuple(name for spelling in dict.fromkeys(so_far) for name in _of(spelling, text))


def _of(spelling: str, text: str) -> tuple[Name, ...]:
    words = tuple(spelling.split()[:_MOST_WORDS])
    if not words:
        return ()
    core, legal = core_of(words)
    return (Name(text, core, legal, "".join(words), not text.isascii() and arabic.is_written_in(text)),)
