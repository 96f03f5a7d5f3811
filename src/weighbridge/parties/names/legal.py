"""Which words at the ends of a name only say what kind of organisation it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from weighbridge.parties.names.tables import rows

# Spellings, longest first, with the form that each stands for; by the word they begin with.
_Spellings = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


def core_of(words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that are the name proper, and the legal forms that stood before and after them, sorted.

    A name that is nothing but legal form is taken as it stands.
    """
    starting, ending = _forms()
    core = tuple(words)
    forms = set()
    while core and (found := _longest(core, starting)):
        core = core[len(found[0]) :]
        forms.add(found[1])
    while core and (found := _longest(core[::-1], ending)):
        core = core[: -len(found[0])]
        forms.add(found[1])
    return (core, tuple(sorted(forms))) if core else (tuple(words), ())


def _longest(words: tuple[str, ...], spellings: _Spellings) -> tuple[tuple[str, ...], str] | None:
    """The longest spelling that the words begin with."""
    candidates = spellings.get(words[0], ())
    return next((found for found in candidates if words[: len(found[0])] == found[0]), None)


@cache
def _forms() -> tuple[_Spellings, _Spellings]:
    """The spellings by their first word, and reversed by their last."""
    spellings = {
        tuple(text.split()): row["form"] for row in rows("legal_forms.csv") for text in row["spellings"].split(";")
    }
    return _by_first(spellings), _by_first({words[::-1]: form for words, form in spellings.items()})


def _by_first(spellings: dict[tuple[str, ...], str]) -> _Spellings:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, form in sorted(spellings.items(), key=lambda item: (-len(item[0]), item[0])):
        found.setdefault(words[0], []).append((words, form))
    return {first: tuple(of_it) for first, of_it in found.items()}
