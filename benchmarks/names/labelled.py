"""The labelled sets: for each class a seeded sample of listed names, each written otherwise in one way.

A query is right about any party that carries the words it was made of, whatever their order, case and punctuation. The
sets depend on the list, the seed and the size alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random

from benchmarks.names import misspelling, scripts
from weighbridge.parties.listed import ListedParty, PartyKind

SEED = 20260731
_CYRILLIC_HOMES = {"RU", "BY", "UA", "KZ"}
_ARABIC_HOMES = {"IQ", "SY", "LB", "YE", "SA", "AE", "EG", "LY", "PS", "JO", "KW", "QA", "SD", "TN", "DZ", "MA"}
_CHINESE_HOMES = {"CN", "HK", "MO", "TW"}

Writing = Callable[[str, Random], str | None]


@dataclass(frozen=True, slots=True)
class Case:
    """A query, and the ids of the parties that it means; none for a name that is on no list."""

    kind: str
    query: str
    right: frozenset[str]
    made_of: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A name as a party carries it."""

    text: str
    party: ListedParty
    is_alias: bool


# What must be found of each class, in per cent, at REVIEW or better among the first ten.
REQUIRED = {
    "exact": 100, "alias": 100, "one letter inserted": 97, "one letter deleted": 97, "one letter substituted": 97,
    "two letters swapped": 97, "words in another order": 99, "without legal form": 99, "Cyrillic script": 85,
    "Russian, romanised otherwise": 85, "Arabic, romanised otherwise": 85, "Arabic script": 85, "Chinese script": 70,
    "acronym of four letters or more": 85,
}  # fmt: skip


def _is(*homes: str) -> Callable[[Named], bool]:
    return lambda named: bool(set(homes) & set(named.party.countries))


def _person_of(homes: set[str]) -> Callable[[Named], bool]:
    return lambda named: named.party.kind is PartyKind.INDIVIDUAL and bool(homes & set(named.party.countries))


def _any(named: Named) -> bool:
    return True


def _long_initials(name: str) -> str | None:
    letters = misspelling.initials(name)
    return letters if letters and len(letters) >= 4 else None


def _three_initials(name: str) -> str | None:
    letters = misspelling.initials(name)
    return letters if letters and len(letters) == 3 else None


def _organisation(named: Named) -> bool:
    return named.party.kind is PartyKind.ORGANIZATION


CLASSES: dict[str, tuple[Callable[[Named], bool], Writing]] = {
    "exact": (lambda named: not named.is_alias, lambda name, random: name),
    "alias": (lambda named: named.is_alias, lambda name, random: name),
    "one letter inserted": (_any, lambda name, random: misspelling.one_letter(name, "insert", random)),
    "one letter deleted": (_any, lambda name, random: misspelling.one_letter(name, "delete", random)),
    "one letter substituted": (_any, lambda name, random: misspelling.one_letter(name, "substitute", random)),
    "two letters swapped": (_any, lambda name, random: misspelling.one_letter(name, "swap", random)),
    "words in another order": (_any, misspelling.reordered),
    "without legal form": (_any, lambda name, random: misspelling.without_legal_form(name)),
    "words joined or split": (_any, misspelling.respaced),
    "abbreviated": (_any, lambda name, random: misspelling.abbreviated(name)),
    "disguised characters": (_any, misspelling.disguised),
    "Cyrillic script": (_person_of(_CYRILLIC_HOMES), lambda name, random: scripts.in_cyrillic(name)),
    "Russian, romanised otherwise": (_person_of(_CYRILLIC_HOMES), scripts.russian_otherwise),
    "Arabic, romanised otherwise": (_person_of(_ARABIC_HOMES), scripts.arabic_otherwise),
    "Arabic script": (_person_of(_ARABIC_HOMES), scripts.in_arabic),
    "Chinese script": (_is(*_CHINESE_HOMES), scripts.in_chinese),
    "acronym of four letters or more": (_organisation, lambda name, random: _long_initials(name)),
    "acronym of three letters": (_organisation, lambda name, random: _three_initials(name)),
}


def labelled(
    parties: Sequence[ListedParty], size: int, seed: int = SEED, kinds: Iterable[str] = tuple(CLASSES)
) -> list[Case]:
    """At most `size` cases of each of the classes."""
    names = [
        Named(text, party, place > 0) for party in parties for place, text in enumerate(dict.fromkeys(party.names))
    ]
    right = _parties_by_name(names)
    return [case for kind in kinds for case in _cases(kind, names, right, size, Random(f"{seed}/{kind}"))]


def _cases(
    kind: str, names: Iterable[Named], right: dict[tuple[str, ...], set[str]], size: int, random: Random
) -> list[Case]:
    chosen, write = CLASSES[kind]
    candidates = [named for named in names if chosen(named)]
    random.shuffle(candidates)
    cases: list[Case] = []
    for named in candidates:
        if len(cases) == size:
            break
        query = write(named.text, random)
        if query:
            cases.append(Case(kind, query, frozenset(right[sorted_words(named.text)]), named.text))
    return cases


def _parties_by_name(names: Iterable[Named]) -> dict[tuple[str, ...], set[str]]:
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for named in names:
        found[sorted_words(named.text)].add(named.party.id)
    return found


def known_chinese(parties: Sequence[ListedParty]) -> list[Case]:
    """Well-known listed parties under the names that they use in Chinese."""
    wanted = scripts.table("known_chinese.csv")
    carriers = _parties_by_name(Named(text, party, False) for party in parties for text in party.names)
    return [
        Case("Chinese names in use", row["chinese"], frozenset(right), row["listed"])
        for row in wanted
        if (right := carriers.get(sorted_words(row["listed"])))
    ]


def clean() -> list[Case]:
    """Two hundred names of companies and people that no list holds."""
    return [Case("clean", row["name"], frozenset()) for row in scripts.table("clean_names.csv")]


def recombined(parties: Sequence[ListedParty], size: int, seed: int = SEED) -> list[Case]:
    """People whose given name one listed person has and whose surname another: names like the list's that it lacks."""
    random = Random(f"{seed}/recombined")
    held = {sorted_words(text) for party in parties for text in party.names}
    people = [
        party.name.split(",") for party in parties if party.kind is PartyKind.INDIVIDUAL and party.name.count(",") == 1
    ]
    cases: dict[str, Case] = {}
    while len(cases) < size:
        (surname, _), (_, given) = random.sample(people, 2)
        name = f"{given.strip()} {surname.strip()}".title()
        if sorted_words(name) not in held:
            cases[name] = Case("recombined", name, frozenset())
    return list(cases.values())


def sorted_words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, sorted: what makes two names the same for the negatives."""
    return tuple(sorted(re.findall(r"\w+", text.lower())))


def held_out(parties: Sequence[ListedParty], size: int, seed: int = SEED) -> tuple[list[ListedParty], list[Case]]:
    """The list without so many of its aliases, and these as queries: how parties are called, rather than made-up slips.

    Some aliases share nothing with the names that are left; nobody can find a party by those.
    """
    random = Random(f"{seed}/held out")
    carriers = _parties_by_name(Named(text, party, False) for party in parties for text in party.names)
    aliases = [
        (party, alias) for party in parties for alias in party.aliases if len(carriers[sorted_words(alias)]) == 1
    ]
    taken = dict.fromkeys(random.sample(aliases, size))
    left = [replace(party, aliases=tuple(a for a in party.aliases if (party, a) not in taken)) for party in parties]
    still_there = {sorted_words(text) for party in left for text in party.names}
    cases = [
        Case("alias taken off the list", alias, frozenset((party.id,)), party.name)
        for party, alias in taken
        if sorted_words(alias) not in still_there
    ]
    return left, cases
