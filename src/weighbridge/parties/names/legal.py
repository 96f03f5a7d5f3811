"""Which words at the ends of a name only say what kind of organisation it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from weighbridge.parties.names.tables import rows

# Spellings, longest first, with the form that each stands for; by the word they begin with.
_Spellings = dict[str, tuple[tuple[tuple[str, ...], str], ...]]
# A misspelt word of a legal form is taken for it from this length on.
_LONG_ENOUGH = 6
# Words of legal forms that say something where they stand by themselves.
_SAY_SOMETHING = frozenset(
    ["capital", "closed", "enterprise", "establishment", "federal", "free", "open", "private", "public", "state"]
) | {"ticaret", "unitary", "zone"}


def core_of(words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that are the name proper, and the legal forms that stood before and after them, sorted.

    A name that is nothing but legal form is taken as it stands.
    """
    starting, ending = _forms()
    core = tuple(words)
    meant = tuple(_meant(word) for word in words)
    forms = set()
    start, end = 0, len(core)
    while start < end and (found := _longest(meant[start:end], starting)):
        start += len(found[0])
        forms.add(found[1])
    while start < end and (found := _longest(meant[start:end][::-1], ending)):
        end -= len(found[0])
        forms.add(found[1])
    return (core[start:end], tuple(sorted(forms))) if start < end else (core, ())


@cache
def words() -> frozenset[str]:
    """The words that legal forms are spelt with. Wherever one stands in a name, it says little."""
    return frozenset(word for spelling in _spellings() for word in spelling) - _SAY_SOMETHING


@lru_cache(maxsize=50_000)
def _meant(word: str) -> str:
    """The word of legal forms that a word is, give or take a letter where it is long enough to be sure; else itself."""
    if len(word) < _LONG_ENOUGH or word in words():
        return word
    near = (other for other in _long_words() if abs(len(other) - len(word)) < 2)
    return next((other for other in near if OSA.distance(word, other, score_cutoff=1) < 2), word)


@cache
def _long_words() -> tuple[str, ...]:
    return tuple(sorted(word for word in words() if len(word) >= _LONG_ENOUGH))


def _longest(words: tuple[str, ...], spellings: _Spellings) -> tuple[tuple[str, ...], str] | None:
    """The longest spelling that the words begin with."""
    candidates = spellings.get(words[0], ())
    return next((found for found in candidates if words[: len(found[0])] == found[0]), None)


@cache
def _spellings() -> dict[tuple[str, ...], str]:
    """The legal form that each spelling stands for."""
    return {tuple(text.split()): row["form"] for row in rows("legal_forms.csv") for text in row["spellings"].split(";")}


@cache
def _forms() -> tuple[_Spellings, _Spellings]:
    """The spellings by their first word, and reversed by their last."""
    spellings = _spellings()
    return _by_first(spellings), _by_first({words[::-1]: form for words, form in spellings.items()})


def _by_first(spellings: dict[tuple[str, ...], str]) -> _Spellings:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, form in sorted(spellings.items(), key=lambda item: (-len(item[0]), item[0])):
        found.setdefault(words[0], []).append((words, form))
    return {first: tuple(of_it) for first, of_it in found.items()}
