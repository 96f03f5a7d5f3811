"""How much of a queried name and of a listed one is the same, word by word.

The score is the share of the weight of both names that meets: twice what is common over what there is, in per mille.
Rare words weigh more than frequent ones (`vocabulary`), so that "Technology Trading Company" decides nothing and
"Huawei" nearly everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from weighbridge.parties.names import likeness
from weighbridge.parties.names.legal import words as legal_words
from weighbridge.parties.names.match import FULL_SCORE, REVIEW_AT
from weighbridge.parties.names.name import LONGEST_ACRONYM, Name, acronyms
from weighbridge.parties.names.vocabulary import Vocabulary

# Legal form together, beside the ten thousand or so of a rare word.
LEGAL_WEIGHT = 400
_OTHER_LEGAL_FORM = 500
_JOINED = 970
OTHER_ORDER = 4
# Words left on either side that are compared letter by letter; the rest of a long name decides nothing.
_CLOSELY = 4
# Letters are compared where a third of the names' weight has met already; mere resemblance all through means nothing.
_WORTH_A_CLOSE_LOOK = 3
_SHORTEST_LISTED_ACRONYM = 4
_ACRONYM_PER_LETTER = 40
_ACRONYM_AT_MOST = 850
# A name that stands whole inside the other is worth a look once its words say this much together.
_CONTAINED_WEIGHT = 16_000
_CONTAINED_LIKENESS = 850


class Asked:
    """A reading of a queried name, with what its words may stand for, and what all of it weighs."""

    __slots__ = ("joined", "meaning_of", "meanings", "name", "weight")

    def __init__(self, name: Name, vocabulary: Vocabulary) -> None:
        self.name = name
        self.meanings = vocabulary.meanings(name.words, name.vowelless)
        self.weight = sum(one.weight for one in self.meanings) + (LEGAL_WEIGHT if name.legal else 0)
        # Words of the list that two neighbouring words of the query are when written as one.
        self.joined = [id for pair in pairwise(name.words) if (id := vocabulary.id_of("".join(pair))) >= 0]
        # By word of the list: the places of the query that may mean it, each with how alike.
        self.meaning_of: dict[int, list[tuple[int, int]]] = {}
        for place, one in enumerate(self.meanings):
            for id, alike in one.alike.items():
                self.meaning_of.setdefault(id, []).append((-alike, place))


class Trace(Enum):
    """What led to a listed form: words that it shares, a key of the whole name, or all its letters in their order."""

    WORDS = "words"
    KEY = "key"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class Listed:
    """A listed form of a name: its words by id, and its legal forms."""

    ids: Sequence[int]
    legal: tuple[str, ...]


@dataclass(slots=True)
class Meeting:
    """Words of one name that met words of the other: how alike, what both weigh, and what to say of it."""

    asked: tuple[int, ...]
    listed: tuple[int, ...]
    alike: int
    weight: int
    how: str


@dataclass(slots=True)
class Comparison:
    """Two names laid side by side. `score` is what the meetings come to, before anything but the names is looked at."""

    asked: Asked
    form: int
    listed: Listed
    meetings: list[Meeting]
    total: int
    in_order: bool
    score: int
    contained: int
    unmet_asked: list[int]
    unmet_listed: list[int]


def compare(
    asked: Asked, form: int, listed: Listed, vocabulary: Vocabulary, trace: Trace, floor: int
) -> Comparison | None:
    """Lay two names side by side and score them; None below the floor.

    What no key brought together is compared letter by letter where a third of the weight has met, or a key of the whole
    name led here.
    """
    if trace is Trace.LETTERS:
        same = _by_same_letters(asked, form, listed, vocabulary)
        if same is not None:
            return same
    if len(asked.name.words) == 1 or len(listed.ids) == 1:
        initials = _by_initials(asked, form, listed, vocabulary)
        if initials is not None:
            return initials if initials.score >= floor else None
    meetings, left, right = _meet_by_id(asked, listed, vocabulary)
    gained, total = _sums(asked, listed, vocabulary, meetings, left, right)
    if (
        left
        and right
        and (trace is not Trace.WORDS or asked.joined or gained * _WORTH_A_CLOSE_LOOK >= FULL_SCORE * total)
    ):
        met = len(meetings)
        _meet_closely(asked, listed, vocabulary, meetings, left, right)
        if len(meetings) > met:
            gained, total = _sums(asked, listed, vocabulary, meetings, left, right)
    weight, alike = legal_share(asked.name.legal, listed.legal)
    total += weight
    score = (gained + weight * alike) // total if total else 0
    contained = 0
    if score < REVIEW_AT and not (left and right) and _says_enough(meetings):
        contained = REVIEW_AT - score
    if score + contained < floor:
        return None
    in_order = _in_order(meetings)
    score -= 0 if in_order else min(score, OTHER_ORDER)
    return Comparison(asked, form, listed, meetings, total, in_order, score + contained, contained, left, right)


def _says_enough(meetings: list[Meeting]) -> bool:
    """Whether the words that met are rare enough together for a name to be worth a look that has them all."""
    met = sum([meeting.weight for meeting in meetings])
    return met >= 2 * _CONTAINED_WEIGHT and min(meeting.alike for meeting in meetings) >= _CONTAINED_LIKENESS


def _sums(
    asked: Asked, listed: Listed, vocabulary: Vocabulary, meetings: list[Meeting], left: list[int], right: list[int]
) -> tuple[int, int]:
    """What the words that met gain, and what all words of both names weigh."""
    gained = total = 0
    for meeting in meetings:
        gained += meeting.alike * meeting.weight
        total += meeting.weight
    for i in left:
        total += asked.meanings[i].weight
    for j in right:
        total += vocabulary.weights[listed.ids[j]]
    return gained, total


def _in_order(meetings: list[Meeting]) -> bool:
    """Whether the words that met stand in the same order on both sides."""
    if len(meetings) < 2:
        return True
    order = [meeting.listed for meeting in sorted(meetings, key=lambda meeting: meeting.asked)]
    return order == sorted(order)


def _by_same_letters(asked: Asked, form: int, listed: Listed, vocabulary: Vocabulary) -> Comparison | None:
    """The same letters with other spaces, where the words themselves do not meet: "LTD" may be part of one."""
    words = tuple(vocabulary.words[id] for id in listed.ids)
    if asked.name.words == words or "".join(words) not in asked.name.letters:
        return None
    every = tuple(range(len(asked.meanings))), tuple(range(len(words)))
    meeting = Meeting(*every, _JOINED, FULL_SCORE, "the same letters, spaced otherwise")
    return Comparison(asked, form, listed, [meeting], FULL_SCORE, True, _JOINED, 0, [], [])


def _by_initials(asked: Asked, form: int, listed: Listed, vocabulary: Vocabulary) -> Comparison | None:
    """One name as the initials of the other: never more than a reason to look, since initials are shared by many."""
    mine, theirs = asked.name.words, [vocabulary.words[id] for id in listed.ids]
    if len(mine) == 1:
        short, spelt, legal = mine[0], theirs, listed.legal
    else:
        short, spelt, legal = theirs[0], list(mine), asked.name.legal
        if len(short) < _SHORTEST_LISTED_ACRONYM:
            return None
    if short in legal_words() or len(short) > LONGEST_ACRONYM or len(spelt) < 2 or short not in acronyms(spelt, legal):
        return None
    alike = min(_ACRONYM_AT_MOST, REVIEW_AT + _ACRONYM_PER_LETTER * (len(short) - 2))
    meeting = Meeting(tuple(range(len(mine))), tuple(range(len(theirs))), alike, FULL_SCORE, "its initials")
    return Comparison(asked, form, listed, [meeting], FULL_SCORE, True, alike, 0, [], [])


def _meet_by_id(asked: Asked, listed: Listed, vocabulary: Vocabulary) -> tuple[list[Meeting], list[int], list[int]]:
    """The words that a key brought together, likest first, and the places on either side that are left."""
    meaning_of, weights, ids = asked.meaning_of, vocabulary.weights, listed.ids
    # What ties is met from the front of both names, so that the two may change places.
    pairs = [(alike, i + j, i, j) for j, id in enumerate(ids) if id in meaning_of for alike, i in meaning_of[id]]
    if len(pairs) > 1:
        pairs.sort()
    left, right = list(range(len(asked.meanings))), list(range(len(ids)))
    meetings = []
    for alike, _, i, j in pairs:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            meanings, weight = asked.meanings[i], weights[ids[j]]
            both = weight + (meanings.weight if meanings.is_known else weight)
            meetings.append(Meeting((i,), (j,), -alike, both, ""))
    return meetings, left, right


def _meet_closely(
    asked: Asked, listed: Listed, vocabulary: Vocabulary, meetings: list[Meeting], left: list[int], right: list[int]
) -> None:
    """What is left on both sides, laid side by side letter by letter; of long names only the words that weigh most."""
    rest: tuple[list[int], list[int]] = ([], [])
    if max(len(left), len(right)) > _CLOSELY:
        heaviest = (
            sorted(left, key=lambda i: (-asked.meanings[i].weight, i)),
            sorted(right, key=lambda j: (-vocabulary.weights[listed.ids[j]], j)),
        )
        rest = heaviest[0][_CLOSELY:], heaviest[1][_CLOSELY:]
        left[:], right[:] = sorted(heaviest[0][:_CLOSELY]), sorted(heaviest[1][:_CLOSELY])
    if len(left) > 1 or len(right) > 1:
        _meet_joined(asked, listed, vocabulary, meetings, left, right)
    if left and right:
        _meet_residue(asked, listed, vocabulary, meetings, left, right)
    if rest[0] or rest[1]:
        left[:], right[:] = sorted(left + rest[0]), sorted(right + rest[1])


def _meet_joined(
    asked: Asked, listed: Listed, vocabulary: Vocabulary, meetings: list[Meeting], left: list[int], right: list[int]
) -> None:
    """Two neighbouring words on one side that are one word on the other."""
    mine, theirs = asked.name.words, {j: vocabulary.words[listed.ids[j]] for j in right}
    for i in left[:-1]:
        if i in left and i + 1 in left:
            j = next((j for j in right if theirs[j] == mine[i] + mine[i + 1]), -1)
            if j >= 0:
                _meet_as_one(asked, listed, vocabulary, meetings, left, right, (i, i + 1), (j,))
    for j in right[:-1]:
        if j in right and j + 1 in right:
            i = next((i for i in left if mine[i] == theirs[j] + theirs[j + 1]), -1)
            if i >= 0:
                _meet_as_one(asked, listed, vocabulary, meetings, left, right, (i,), (j, j + 1))


def _meet_as_one(
    asked: Asked,
    listed: Listed,
    vocabulary: Vocabulary,
    meetings: list[Meeting],
    left: list[int],
    right: list[int],
    mine: tuple[int, ...],
    theirs: tuple[int, ...],
) -> None:
    weight = sum(vocabulary.weights[listed.ids[j]] for j in theirs)
    meanings = [asked.meanings[i] for i in mine]
    known = all(one.is_known for one in meanings)
    both = weight + (sum(one.weight for one in meanings) if known else weight)
    how = "written as one word" if len(theirs) == 1 else "written as two words"
    meetings.append(Meeting(mine, theirs, _JOINED, both, how))
    left[:] = [i for i in left if i not in mine]
    right[:] = [j for j in right if j not in theirs]


def _meet_residue(
    asked: Asked, listed: Listed, vocabulary: Vocabulary, meetings: list[Meeting], left: list[int], right: list[int]
) -> None:
    """Initials, abbreviations, and words that merely look alike."""
    words = asked.name.words
    pairs = []
    for j in right:
        theirs = vocabulary.words[listed.ids[j]]
        for i in left:
            if words[i][0] == theirs[0] and (alike := likeness.of_residue(words[i], theirs)) > 0:
                pairs.append((-alike, i + j, i, j))
    for alike, _, i, j in sorted(pairs):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            weight = vocabulary.weights[listed.ids[j]] + asked.meanings[i].weight
            meetings.append(Meeting((i,), (j,), -alike, weight, ""))


def legal_share(asked: tuple[str, ...], listed: tuple[str, ...]) -> tuple[int, int]:
    """What the legal forms weigh on both sides together, and how alike they are."""
    if asked == listed:
        return (2 * LEGAL_WEIGHT if asked else 0), FULL_SCORE
    if asked and listed:
        return 2 * LEGAL_WEIGHT, _OTHER_LEGAL_FORM
    return LEGAL_WEIGHT, 0
