"""How much of a queried name and of a listed one is the same.

The score is the share of the weight of both names that meets: twice what is common over what there is, in per mille.
Rare words weigh more than frequent ones (`vocabulary`), so that "Technology Trading Company" decides nothing and
"Huawei" nearly everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from weighbridge.parties.names import legal
from weighbridge.parties.names.match import FULL_SCORE, REVIEW_AT
from weighbridge.parties.names.name import LONGEST_ACRONYM, acronyms
from weighbridge.parties.names.pairing import Asked, Meeting, Pairing
from weighbridge.parties.names.vocabulary import Vocabulary

# Legal form on one side, beside the ten thousand or so of a rare word.
LEGAL_WEIGHT = 400
OTHER_ORDER = 4
_OTHER_LEGAL_FORM = 500
_OTHER_SPACES = 970
# Letters are compared where a third of the names' weight has met already; mere resemblance all through means nothing.
_WORTH_A_CLOSE_LOOK = 3
_SHORTEST_LISTED_ACRONYM = 4
_ACRONYM_PER_LETTER = 40
_ACRONYM_AT_MOST = 850
# A name that stands whole inside the other is worth a look once its words say this much together.
_CONTAINED_WEIGHT = 16_000
_CONTAINED_LIKENESS = 850


class Trace(Enum):
    """What led to a listed form: words that it shares, a key of the whole name, or all its letters in their order."""

    WORDS = "words"
    KEY = "key"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class Listed:
    """A listed form of a name: its number, its words by id, and its legal forms."""

    form: int
    ids: Sequence[int]
    legal: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two names laid side by side.

    `total` is what all of both weighs, `legal` what their legal forms weigh in it and how alike these are. `contained`
    is what one name's standing whole in the other added to the score.
    """

    asked: Asked
    listed: Listed
    meetings: Sequence[Meeting]
    left: Sequence[int]
    right: Sequence[int]
    total: int
    legal: tuple[int, int]
    in_order: bool
    contained: int
    score: int


def compare(asked: Asked, listed: Listed, vocabulary: Vocabulary, trace: Trace, floor: int) -> Comparison | None:
    """Lay two names side by side and score them; None below the floor.

    What no key brought together is compared letter by letter where a third of the weight has met, or a key of the whole
    name led here.
    """
    if trace is Trace.LETTERS or len(asked.meanings) == 1 or len(listed.ids) == 1:
        whole = _as_a_whole(asked, listed, vocabulary, trace)
        if whole is not None:
            return whole if whole.score >= floor else None
    pairing = Pairing(asked, listed.ids, vocabulary)
    pairing.meet_by_meaning()
    gained, total = pairing.sums()
    if pairing.left and pairing.right:
        promising = gained * _WORTH_A_CLOSE_LOOK >= FULL_SCORE * total
        if promising or asked.joined or trace is not Trace.WORDS:
            pairing.meet_closely()
            gained, total = pairing.sums()
    weight, alike = _legal(asked.name.legal, listed.legal)
    total += weight
    score = (gained + weight * alike) // total
    contained = 0
    if score < REVIEW_AT and not (pairing.left and pairing.right) and _say_enough(pairing.meetings):
        contained = REVIEW_AT - score
    if score + contained < floor:
        return None
    in_order = pairing.in_order()
    score += contained - (0 if in_order else min(score, OTHER_ORDER))
    left, right, meetings = pairing.left, pairing.right, pairing.meetings
    return Comparison(asked, listed, meetings, left, right, total, (weight, alike), in_order, contained, score)


def _say_enough(meetings: Sequence[Meeting]) -> bool:
    """Whether the words that met are rare enough together for a name to be worth a look that has them all."""
    met = sum(meeting.weight for meeting in meetings)
    return met >= 2 * _CONTAINED_WEIGHT and min(meeting.alike for meeting in meetings) >= _CONTAINED_LIKENESS


def _legal(asked: tuple[str, ...], listed: tuple[str, ...]) -> tuple[int, int]:
    """What the legal forms weigh on both sides together, and how alike they are."""
    if asked == listed:
        return (2 * LEGAL_WEIGHT if asked else 0), FULL_SCORE
    if asked and listed:
        return 2 * LEGAL_WEIGHT, _OTHER_LEGAL_FORM
    return LEGAL_WEIGHT, 0


def _as_a_whole(asked: Asked, listed: Listed, vocabulary: Vocabulary, trace: Trace) -> Comparison | None:
    """Names that meet as wholes and not word by word: by their letters, or one as the initials of the other."""
    if trace is Trace.LETTERS:
        words = tuple(vocabulary.words[id] for id in listed.ids)
        # The words of a legal form may have run into the name: "Alfaltd" is "Alfa Ltd".
        if asked.name.words != words and "".join(words) in asked.name.letters:
            return _met(asked, listed, _OTHER_SPACES, "the same letters, spaced otherwise")
    if len(asked.meanings) == 1 or len(listed.ids) == 1:
        letters = _initials(asked, listed, vocabulary)
        if letters:
            # Never more than a reason to look, since initials are shared by many.
            alike = min(_ACRONYM_AT_MOST, REVIEW_AT + _ACRONYM_PER_LETTER * (letters - 2))
            return _met(asked, listed, alike, "its initials")
    return None


def _met(asked: Asked, listed: Listed, alike: int, how: str) -> Comparison:
    every = tuple(range(len(asked.meanings))), tuple(range(len(listed.ids)))
    meeting = Meeting(*every, alike, FULL_SCORE, how)
    return Comparison(asked, listed, [meeting], [], [], FULL_SCORE, (0, 0), True, 0, alike)


def _initials(asked: Asked, listed: Listed, vocabulary: Vocabulary) -> int:
    """How many letters one name has that are the initials of the other; 0 if it has none."""
    mine, theirs = asked.name.words, [vocabulary.words[id] for id in listed.ids]
    if len(mine) == 1:
        short, spelt, forms = mine[0], theirs, listed.legal
    else:
        short, spelt, forms = theirs[0], list(mine), asked.name.legal
        if len(short) < _SHORTEST_LISTED_ACRONYM:
            return 0
    if short in legal.words() or len(short) > LONGEST_ACRONYM or short not in acronyms(spelt, forms):
        return 0
    return len(short)
