"""How alike two words are, in per mille, and why."""

from __future__ import annotations

from functools import cache

from rapidfuzz.distance import OSA, Indel

from weighbridge.parties.names.sounds import sound_of
from weighbridge.parties.names.tables import rows

SAME = 1000
# Chosen on the labelled sets; `python -m benchmarks.names` shows what they find and let through.
_ONE_LETTER_OF_SHORT = 550
_ONE_LETTER_PER_LETTER = 45
_ONE_LETTER_AT_MOST = 930
_ONE_DIGIT = 500
VOWELLESS = 900
_SOUND_AT_LEAST = 0.5
_INITIAL = 550
_BEGINNING = 700
_RESEMBLING = 0.6
_SHORTEST_RESEMBLING = 4
# Each consonant in common takes a sixteenth of the doubt away, up to six of them.
_SOUND_LENGTH, _SOUND_SHARE = 6, 16


def one_letter_apart(word: str, other: str) -> int:
    """The likeness of two words that one insertion, deletion, substitution or swap makes equal; 0 if none does.

    A letter weighs less the longer the words are; a digit tells two numbers apart, so it weighs much.
    """
    if OSA.distance(word, other, score_cutoff=1) > 1:
        return 0
    if not (word.isalpha() and other.isalpha()):
        digits = [c for c in word if c.isdigit()], [c for c in other if c.isdigit()]
        if digits[0] != digits[1]:
            return _ONE_DIGIT
    shorter = min(len(word), len(other))
    return min(_ONE_LETTER_AT_MOST, _ONE_LETTER_OF_SHORT + _ONE_LETTER_PER_LETTER * (shorter - 1))


def sounding_alike(word: str, other: str, sound: str, letters: int) -> int:
    """The likeness of two words that share a sound: more than their letters', the more the more consonants agree.

    `letters` is that of one letter apart where it is known, 0 where it is not.
    """
    letters = letters or round(SAME * OSA.normalized_similarity(word, other, score_cutoff=_SOUND_AT_LEAST))
    return letters and letters + (SAME - letters) * min(len(sound), _SOUND_LENGTH) // _SOUND_SHARE


def of_residue(word: str, other: str) -> int:
    """The likeness of two words that begin alike and no key brought together: an initial, a beginning, resemblance."""
    shorter, longer = (word, other) if len(word) <= len(other) else (other, word)
    if len(shorter) == 1:
        return _INITIAL
    if longer.startswith(shorter):
        return _BEGINNING + (SAME - _BEGINNING) * len(shorter) // len(longer) - 100 if len(shorter) > 2 else 0
    if len(shorter) < _SHORTEST_RESEMBLING:
        return 0
    letters = round(1000 * Indel.normalized_similarity(word, other, score_cutoff=_RESEMBLING))
    return max(0, letters - 100)


@cache
def same_words() -> dict[str, tuple[int, tuple[str, ...]]]:
    """For each word that is written in several ways: how alike these are, and all of them."""
    groups = [(int(row["alike"]), tuple(row["words"].split(";"))) for row in rows("same_words.csv")]
    return {word: (alike, words) for alike, words in groups for word in words}


def sounds_the_same(word: str, other: str) -> bool:
    """Whether the consonants of both agree."""
    return sound_of(word) == sound_of(other) != ""
