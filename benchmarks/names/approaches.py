"""Ways to match names that the field uses, behind one interface, beside the one that the product uses.

Each is given the same names and queries in Latin letters, and answers with the parties of its best names and a score.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any, Protocol

from anyascii import anyascii
from rapidfuzz import fuzz, process, utils

from weighbridge.parties.listed import ListedParty
from weighbridge.parties.names.index import NameIndex
from weighbridge.parties.names.match import Query

_TRIGRAMS_LOOKED_AT = 8
_POSTINGS_AT_MOST = 2_000
_CANDIDATES = 50


class Approach(Protocol):
    """Finds parties by name: for each of the best names the ids of its parties and a score, best first."""

    name: str

    def search(self, query: str, limit: int) -> list[tuple[frozenset[str], float]]: ...


def plain(text: str) -> str:
    """The text in small Latin letters, without punctuation: what every other approach is given."""
    return str(utils.default_process(anyascii(text)))


class Names:
    """The distinct plain names of the parties, each with the parties that carry it."""

    def __init__(self, parties: Iterable[ListedParty]) -> None:
        carriers: dict[str, set[str]] = defaultdict(set)
        for party in parties:
            for text in party.names:
                carriers[plain(text)].add(party.id)
        carriers.pop("", None)
        self.texts = sorted(carriers)
        self.parties = [frozenset(carriers[text]) for text in self.texts]


class BruteForce:
    """Every name scored by one of rapidfuzz's ratios."""

    def __init__(self, names: Names, scorer: Callable[..., float]) -> None:
        self.name = f"rapidfuzz {scorer.__name__}, every name"
        self._names = names
        self._scorer = scorer

    def search(self, query: str, limit: int) -> list[tuple[frozenset[str], float]]:
        found = process.extract(plain(query), self._names.texts, scorer=self._scorer, limit=limit)
        return [(self._names.parties[place], score) for _, score, place in found]


class RareTrigrams:
    """Names that share the query's rarest trigrams, scored by the plain ratio."""

    name = "rare trigrams, plain ratio"

    def __init__(self, names: Names) -> None:
        self._names = names
        self._holders: dict[str, list[int]] = defaultdict(list)
        for place, text in enumerate(names.texts):
            for trigram in _trigrams(text):
                self._holders[trigram].append(place)

    def candidates(self, query: str, number: int) -> list[int]:
        """The places of the names that share most of the rarest trigrams."""
        held = sorted((self._holders[trigram] for trigram in _trigrams(query) if trigram in self._holders), key=len)
        counted: Counter[int] = Counter()
        for holders in held[:_TRIGRAMS_LOOKED_AT]:
            counted.update(holders[:_POSTINGS_AT_MOST])
        return [place for place, _ in counted.most_common(number)]

    def search(self, query: str, limit: int) -> list[tuple[frozenset[str], float]]:
        query = plain(query)
        scored = [(fuzz.ratio(query, self._names.texts[place]), -place) for place in self.candidates(query, 200)]
        return [(self._names.parties[-place], score) for score, place in sorted(scored, reverse=True)[:limit]]


class WeightedWords:
    """Whole words weighted by inverse document frequency: twice what both names share over what they hold."""

    name = "words weighted by rarity"

    def __init__(self, names: Names) -> None:
        self._names = names
        self._holders: dict[str, list[int]] = defaultdict(list)
        words = [text.split() for text in names.texts]
        for place, held in enumerate(words):
            for word in set(held):
                self._holders[word].append(place)
        self._weights = {word: math.log(len(words) / len(held)) for word, held in self._holders.items()}
        self._unknown = math.log(len(words))
        self._totals = [sum(self._weights[word] for word in held) for held in words]

    def search(self, query: str, limit: int) -> list[tuple[frozenset[str], float]]:
        words = set(plain(query).split())
        total = sum(self._weights.get(word, self._unknown) for word in words)
        shared: dict[int, float] = defaultdict(float)
        for word in words & self._holders.keys():
            for place in self._holders[word]:
                shared[place] += self._weights[word]
        scored = [(2 * weight / (total + self._totals[place]), -place) for place, weight in shared.items() if weight]
        return [(self._names.parties[-place], score) for score, place in sorted(scored, reverse=True)[:limit]]


class Rigour:
    """OpenSanctions' rigour: names as parts and symbols, compared part by part; candidates by rare trigrams."""

    name = "rigour, parts and symbols"

    def __init__(self, names: Names, trigrams: RareTrigrams) -> None:
        self._rigour: Any = import_module("rigour.names")
        self._names = names
        self._trigrams = trigrams
        self._analysed: dict[int, Any] = {}

    def search(self, query: str, limit: int) -> list[tuple[frozenset[str], float]]:
        asked = self._analyse(plain(query))
        if asked is None:
            return []
        scored = []
        for place in self._trigrams.candidates(plain(query), _CANDIDATES):
            if place not in self._analysed:
                self._analysed[place] = self._analyse(self._names.texts[place])
            if self._analysed[place] is not None:
                scored.append((self._score(asked, self._analysed[place]), -place))
        return [(self._names.parties[-place], score) for score, place in sorted(scored, reverse=True)[:limit]]

    def _analyse(self, text: str) -> Any:
        analysed = self._rigour.analyze_names(self._rigour.NameTypeTag.ENT, [text])
        return next(iter(analysed), None)

    def _score(self, asked: Any, listed: Any) -> float:
        """The best pairing of symbols, and the rest part by part, weighted by length."""
        best = 0.0
        for edges in self._rigour.pair_symbols(asked, listed) or [()]:
            met = {id(part) for edge in edges for part in (*edge.qps, *edge.rps)}
            aligned = [(sum(len(part.comparable) for part in (*edge.qps, *edge.rps)), 1.0) for edge in edges]
            left = [[part for part in name.parts if id(part) not in met] for name in (asked, listed)]
            for edge in self._rigour.compare_parts(*left):
                aligned.append((sum(len(part.comparable) for part in (*edge.qps, *edge.rps)), edge.score))
            total = sum(length for length, _ in aligned)
            best = max(best, sum(length * score for length, score in aligned) / total if total else 0.0)
        return best


class Ours:
    """The product's own index."""

    name = "Weighbridge"

    def __init__(self, parties: Iterable[ListedParty]) -> None:
        self.index = NameIndex.build(parties)

    def search(self, query: str, limit: int) -> list[tuple[frozenset[str], float]]:
        found = self.index.search(Query(query), limit, floor=0)
        return [(frozenset((match.party,)), match.score / 1000) for match in found]


def _trigrams(text: str) -> set[str]:
    padded = f"  {text} "
    return {padded[i : i + 3] for i in range(len(padded) - 2)}
