"""How a run of Chinese characters may be written in a list that holds none.

Words of organisations and places are read as English (`chinese_words.csv`), the rest as syllables of pinyin. Which
syllables belong together the script does not say; the words that the list knows decide, and where they leave a choice
every good reading is tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from anyascii import anyascii

from weighbridge.parties.names.tables import rows

# A word of a name in pinyin has hardly ever more syllables: 海康威视 is four.
_LONGEST_WORD = 4
_READINGS = 3
_LONGEST_RUN = 48
# Read so in front of a name, and otherwise elsewhere.
_SURNAMES = {
    **{"曾": "zeng", "翟": "zhai", "仇": "qiu", "解": "xie", "查": "zha", "覃": "qin", "朴": "piao"},
    **{"单": "shan", "單": "shan", "区": "ou", "區": "ou", "乐": "yue", "樂": "yue", "盖": "ge", "蓋": "ge"},
}
_IN_NAMES = {
    "长": "chang",
    "長": "chang",
    "都": "du",
    "藏": "zang",
    "曾": "zeng",
    "翟": "zhai",
    "厦": "xia",
    "廈": "xia",
}


def readings(run: str, known: Callable[[str], bool]) -> tuple[str, ...]:
    """The likeliest spellings in Latin letters, best first, never none. `known` says whether a list has the word."""
    spellings = [""]
    run = run[:_LONGEST_RUN]
    for is_word, text in _pieces(run):
        options = text.split(";") if is_word else _groupings(tuple(_syllables(text)), known)
        spellings = [f"{before} {option}".strip() for before in spellings for option in options][:_READINGS]
    return tuple(spellings)


def _pieces(run: str) -> Iterator[tuple[bool, str]]:
    """The run cut at the longest words of the table: (True, its English) for a word, (False, characters) between."""
    words, longest = _words()
    position = unread = 0
    while position < len(run):
        size = next((n for n in range(longest, 0, -1) if run[position : position + n] in words), 0)
        if size == 0:
            position += 1
            continue
        if unread < position:
            yield False, run[unread:position]
        yield True, words[run[position : position + size]]
        position += size
        unread = position
    if unread < len(run):
        yield False, run[unread:]


def _syllables(characters: str) -> list[str]:
    """Each character's commonest reading, but for those that names read otherwise."""
    first = _SURNAMES.get(characters[0])
    rest = [_IN_NAMES.get(character) or anyascii(character).lower() for character in characters]
    return [first, *rest[1:]] if first else rest


def _groupings(syllables: tuple[str, ...], known: Callable[[str], bool]) -> list[str]:
    """The best few ways to group the syllables into words: fewest syllables in unknown words, then fewest words."""
    best: list[list[tuple[int, int, str]]] = [[(0, 0, "")]]
    for end in range(1, len(syllables) + 1):
        ways = {
            (unknown + (0 if is_known else size), count + 1, f"{before} {word}".strip())
            for size in range(1, min(_LONGEST_WORD, end) + 1)
            for word in ["".join(syllables[end - size : end])]
            for is_known in [known(word)]
            for unknown, count, before in best[end - size]
        }
        best.append(sorted(ways)[:_READINGS])
    return [spelling for _, _, spelling in best[-1]]


@cache
def _words() -> tuple[dict[str, str], int]:
    table = {
        row[script]: row["english"] for row in rows("chinese_words.csv") for script in ("traditional", "simplified")
    }
    return table, max(map(len, table))
