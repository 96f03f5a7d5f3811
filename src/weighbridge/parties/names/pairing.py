"""Which words of a queried name meet which of a listed one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from weighbridge.parties.names import likeness
from weighbridge.parties.names.name import Name
from weighbridge.parties.names.vocabulary import Vocabulary

_JOINED = 970
# Words left on either side that are compared letter by letter; the rest of a long name decides nothing.
_CLOSELY = 4


class Asked:
    """A reading of a queried name, with what its words may stand for, and what they weigh."""

    __slots__ = ("joined", "meaning_of", "meanings", "name", "weight")

    def __init__(self, name: Name, vocabulary: Vocabulary) -> None:
        self.name = name
        self.meanings = vocabulary.meanings(name.words, name.vowelless)
        self.weight = sum(one.weight for one in self.meanings)
        # Words of the list that two neighbouring words of the query are when written as one.
        self.joined = [id for pair in pairwise(name.words) if (id := vocabulary.id_of("".join(pair))) >= 0]
        # By word of the list: the places of the query that may mean it, each with how alike (less is liker, to sort).
        self.meaning_of: dict[int, list[tuple[int, int]]] = {}
        for place, one in enumerate(self.meanings):
            for id, alike in one.alike.items():
                self.meaning_of.setdefault(id, []).append((-alike, place))


@dataclass(frozen=True, slots=True)
class Meeting:
    """Words of one name that met words of the other: how alike, what both weigh, and what to say of it."""

    asked: tuple[int, ...]
    listed: tuple[int, ...]
    alike: int
    weight: int
    how: str


class Pairing:
    """The words of two names: those that have met, and the places of those that are left on either side.

    What ties is met from the front of both names, so that the two may change places.
    """

    __slots__ = ("_asked", "_ids", "_vocabulary", "_weights", "left", "meetings", "right")

    def __init__(self, asked: Asked, ids: Sequence[int], vocabulary: Vocabulary) -> None:
        self._asked = asked
        self._ids = ids
        self._vocabulary = vocabulary
        self._weights = [vocabulary.weights[id] for id in ids]
        self.left = list(range(len(asked.meanings)))
        self.right = list(range(len(ids)))
        self.meetings: list[Meeting] = []

    def sums(self) -> tuple[int, int]:
        """What the words that met gain, and what all words of both names weigh."""
        gained = total = 0
        for meeting in self.meetings:
            gained += meeting.alike * meeting.weight
            total += meeting.weight
        for i in self.left:
            total += self._asked.meanings[i].weight
        for j in self.right:
            total += self._weights[j]
        return gained, total

    def in_order(self) -> bool:
        """Whether the words that met stand in the same order on both sides."""
        if len(self.meetings) < 2:
            return True
        order = [meeting.listed for meeting in sorted(self.meetings, key=lambda meeting: meeting.asked)]
        return order == sorted(order)

    def meet_by_meaning(self) -> None:
        """The words that a key of the vocabulary brings together, likest first."""
        meaning_of, left, right = self._asked.meaning_of, self.left, self.right
        pairs = [
            (alike, i + j, i, j) for j, id in enumerate(self._ids) if id in meaning_of for alike, i in meaning_of[id]
        ]
        if len(pairs) > 1:
            pairs.sort()
        for alike, _, i, j in pairs:
            if i in left and j in right:
                left.remove(i)
                right.remove(j)
                meanings, weight = self._asked.meanings[i], self._weights[j]
                both = weight + (meanings.weight if meanings.is_known else weight)
                self.meetings.append(Meeting((i,), (j,), -alike, both, ""))

    def meet_closely(self) -> None:
        """What is left on both sides, letter by letter; of long names only the words that weigh most."""
        meanings, weights = self._asked.meanings, self._weights
        light: tuple[list[int], list[int]] = ([], [])
        if max(len(self.left), len(self.right)) > _CLOSELY:
            heaviest = sorted(self.left, key=lambda i: (-meanings[i].weight, i))
            their_heaviest = sorted(self.right, key=lambda j: (-weights[j], j))
            light = heaviest[_CLOSELY:], their_heaviest[_CLOSELY:]
            self.left, self.right = sorted(heaviest[:_CLOSELY]), sorted(their_heaviest[:_CLOSELY])
        if len(self.left) > 1 or len(self.right) > 1:
            self._meet_joined()
        if self.left and self.right:
            self._meet_resembling()
        self.left = sorted(self.left + light[0])
        self.right = sorted(self.right + light[1])

    def _meet_joined(self) -> None:
        """Two neighbouring words on one side that are one word on the other."""
        mine, theirs = self._asked.name.words, {j: self._vocabulary.words[self._ids[j]] for j in self.right}
        for i in self.left[:-1]:
            if i in self.left and i + 1 in self.left:
                j = next((j for j in self.right if theirs[j] == mine[i] + mine[i + 1]), -1)
                if j >= 0:
                    self._meet_as_one((i, i + 1), (j,))
        for j in self.right[:-1]:
            if j in self.right and j + 1 in self.right:
                i = next((i for i in self.left if mine[i] == theirs[j] + theirs[j + 1]), -1)
                if i >= 0:
                    self._meet_as_one((i,), (j, j + 1))

    def _meet_as_one(self, mine: tuple[int, ...], theirs: tuple[int, ...]) -> None:
        weight = sum(self._weights[j] for j in theirs)
        meanings = [self._asked.meanings[i] for i in mine]
        known = all(one.is_known for one in meanings)
        both = weight + (sum(one.weight for one in meanings) if known else weight)
        how = "written as one word" if len(theirs) == 1 else "written as two words"
        self.meetings.append(Meeting(mine, theirs, _JOINED, both, how))
        self.left = [i for i in self.left if i not in mine]
        self.right = [j for j in self.right if j not in theirs]

    def _meet_resembling(self) -> None:
        """Initials, abbreviations, and words that merely look alike; all of them begin with the same letter."""
        mine = self._asked.name.words
        pairs = []
        for j in self.right:
            theirs = self._vocabulary.words[self._ids[j]]
            for i in self.left:
                if mine[i][0] == theirs[0] and (alike := likeness.of_residue(mine[i], theirs)) > 0:
                    pairs.append((-alike, i + j, i, j))
        for alike, _, i, j in sorted(pairs):
            if i in self.left and j in self.right:
                self.left.remove(i)
                self.right.remove(j)
                weight = self._weights[j] + self._asked.meanings[i].weight
                self.meetings.append(Meeting((i,), (j,), -alike, weight, ""))
