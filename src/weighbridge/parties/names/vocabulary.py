"""The words of the list: how rare each is, and which of them a queried word may stand for."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance.OSA import distance

from weighbridge.parties.names import legal, likeness
from weighbridge.parties.names.keys import Table, misspelling_keys, sound_keys
from weighbridge.parties.names.name import SMALL_WORDS
from weighbridge.parties.names.sounds import sound_of

# Weights are thousandths of a bit: how much it says that a name of the list has the word.
_BIT = 1000
_SMALL_WORD_AT_MOST = 1000
# However rare, a word of few letters may be anything: no letter says more than this.
_LETTER_AT_MOST = 3000
# A word that three names have is a word, not a slip of the pen for its neighbour.
_OF_STANDING = 3
_STANDING = 850
_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Meanings:
    """What a queried word may stand for: words of the list by id, each with its likeness; and what the word weighs."""

    alike: Mapping[int, int]
    weight: int
    is_known: bool


def weights(words: Sequence[str], held_by: Sequence[int], names: int) -> list[int]:
    """The weight of each word, from how many of the names hold it or another spelling of it."""
    held = dict(zip(words, held_by, strict=True))
    shared = {
        word: sum(held.get(spelling, 0) for spelling in spellings)
        for word, (_, spellings) in likeness.same_words().items()
    }
    return [weight(word, shared.get(word, held[word]), names) for word in words]


def weight(word: str, held_by: int, names: int) -> int:
    """How much a word says that `held_by` of so many names hold, in thousandths of a bit."""
    bits = round(_BIT * math.log2((names + 1) / (held_by + 0.5)))
    at_most = _LETTER_AT_MOST * len(word) if carries(word) else _SMALL_WORD_AT_MOST
    return max(1, min(bits, at_most))


def carries(word: str) -> bool:
    """Whether a word says something by itself: no article, title or legal form."""
    return word not in SMALL_WORDS and word not in legal.words()


class Vocabulary:
    """The words of an index, sorted; a word's place is its id."""

    def __init__(
        self, words: Sequence[str], word_weights: Sequence[int], held_by: Sequence[int], names: int, spellings: Table
    ) -> None:
        self.words = words
        self.weights = word_weights
        self._held_by = held_by
        self._names = names
        self._spellings = spellings
        self._ids = {word: id for id, word in enumerate(words)}
        self._remembered: dict[tuple[str, bool], Meanings] = {}

    def knows(self, word: str) -> bool:
        return word in self._ids

    def id_of(self, word: str) -> int:
        """The id of a word, -1 if no name of the list has it."""
        return self._ids.get(word, -1)

    def meanings(self, words: Sequence[str], vowelless: bool) -> list[Meanings]:
        """What each of the words may stand for."""
        # Kept in one local name: another thread may start a new memory meanwhile.
        remembered = self._remembered
        unseen = [word for word in dict.fromkeys(words) if (word, vowelless) not in remembered]
        if unseen:
            found = self._find(unseen, vowelless)
            remembered.update(((word, vowelless), meanings) for word, meanings in zip(unseen, found, strict=True))
        answer = [remembered[word, vowelless] for word in words]
        if len(remembered) > _REMEMBERED:
            self._remembered = {}
        return answer

    def _find(self, words: Sequence[str], vowelless: bool) -> list[Meanings]:
        misspelt = [misspelling_keys(word) for word in words]
        sounds = [sound_of(word) for word in words]
        sounding = [sound_keys(sound) for sound in sounds]
        found = self._spellings.look_up([key for keys in (*misspelt, *sounding) for key in keys])
        return [
            self._meanings(
                word,
                {id for key in misspelt[i] if key in found for id in found[key]},
                {id for key in sounding[i] if key in found for id in found[key]},
                sounds[i],
                vowelless,
            )
            for i, word in enumerate(words)
        ]

    def _meanings(self, word: str, neighbours: set[int], homophones: set[int], sound: str, vowelless: bool) -> Meanings:
        own = self.id_of(word)
        alike = self._alike(word, neighbours, homophones, sound, vowelless)
        if own >= 0 and self._held_by[own] >= _OF_STANDING:
            for id in alike:
                if self._held_by[id] >= _OF_STANDING:
                    alike[id] = alike[id] * _STANDING // likeness.SAME
        same, spellings = likeness.same_words().get(word, (0, ()))
        alike.update((id, same) for spelling in spellings if (id := self.id_of(spelling)) >= 0)
        if own >= 0:
            alike[own] = likeness.SAME
            return Meanings(alike, self.weights[own], True)
        # A word that the list does not know is taken to weigh what the likeliest of its meanings does.
        likeliest = max(alike, key=lambda id: (alike[id], -id), default=-1)
        if likeliest >= 0 and carries(word):
            return Meanings(alike, self.weights[likeliest], False)
        return Meanings(alike, weight(word, 0, self._names), False)

    def _alike(
        self, word: str, neighbours: set[int], homophones: set[int], sound: str, vowelless: bool
    ) -> dict[int, int]:
        """How alike the word is to those that a key of its spelling or of its sound led to."""
        words = self.words
        alike = {
            id: likeness.one_letter_apart(word, words[id])
            for id in neighbours
            if distance(word, words[id], score_cutoff=1) < 2
        }
        for id in homophones:
            if not vowelless:
                score = likeness.sounding_alike(word, words[id], sound, alike.get(id, 0))
            else:
                score = likeness.VOWELLESS if sound_of(words[id]) == sound else 0
            if score:
                alike[id] = score
        return alike
