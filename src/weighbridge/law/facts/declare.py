"""Short ways to declare a fact; every fact has a label, a question and a citation, in both languages."""

from __future__ import annotations

from dataclasses import replace

from weighbridge.core.citation import Citation
from weighbridge.core.fact import Choice, Fact, Kind
from weighbridge.core.text import Text

Pair = tuple[str, str]
"""English, Traditional Chinese."""


def fact(name: str, kind: Kind, label: Pair, question: Pair, cite: str, *, unit: str = "") -> Fact:
    """A fact that stays unknown until it is stated."""
    return Fact(name, kind, Text(*label), Text(*question), Citation(cite), unit)


def truth(name: str, label: Pair, question: Pair, cite: str) -> Fact:
    """A yes-or-no fact."""
    return fact(name, Kind.TRUTH, label, question, cite)


def presumed(name: str, label: Pair, question: Pair, cite: str, taken: bool, because: Pair) -> Fact:
    """A yes-or-no fact that is taken as `taken`, the restrictive side, until it is stated."""
    return Fact(
        name, Kind.TRUTH, Text(*label), Text(*question), Citation(cite), presumed=taken, presumption=Text(*because)
    )


def quantity(name: str, unit: str, label: Pair, question: Pair, cite: str) -> Fact:
    """An exact quantity in `unit`."""
    return fact(name, Kind.NUMBER, label, question, cite, unit=unit)


def place(name: str, label: Pair, question: Pair, cite: str) -> Fact:
    """An ISO 3166-1 alpha-2 code, already resolved to the destination whose entry applies."""
    return fact(name, Kind.PLACE, label, question, cite)


def word(name: str, label: Pair, question: Pair, cite: str, choices: dict[str, Pair]) -> Fact:
    """One of the words in `choices`."""
    return _of_choices(name, Kind.WORD, label, question, cite, choices)


def presumed_word(
    name: str, label: Pair, question: Pair, cite: str, choices: dict[str, Pair], taken: str, because: Pair
) -> Fact:
    """A word that is taken as `taken` until it is stated; the law decides what that word can do."""
    return replace(word(name, label, question, cite, choices), presumed=taken, presumption=Text(*because))


def words(name: str, label: Pair, question: Pair, cite: str, choices: dict[str, Pair]) -> Fact:
    """Any number of the words in `choices`."""
    return _of_choices(name, Kind.WORDS, label, question, cite, choices)


def _of_choices(name: str, kind: Kind, label: Pair, question: Pair, cite: str, choices: dict[str, Pair]) -> Fact:
    offered = tuple(Choice(w, Text(*pair)) for w, pair in choices.items())
    return Fact(name, kind, Text(*label), Text(*question), Citation(cite), choices=offered)
