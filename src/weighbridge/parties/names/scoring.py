"""How much of a queried name and of a listed one is the same, word by word.

The score is the share of the weight of both names that meets: twice what is common over what there is, in per mille.
Rare words weigh more than frequent ones (`vocabulary`), so that "Technology Trading Company" decides nothing and
"Huawei" nearly everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from weighbridge.parties.names import likeness
from weighbridge.parties.names.match import FULL_SCORE, REVIEW_AT, Feature
from weighbridge.parties.names.name import Name, acronyms
from weighbridge.parties.names.vocabulary import Meanings, Vocabulary

# Legal form together, beside the ten thousand or so of a rare word.
LEGAL_WEIGHT = 400
_OTHER_LEGAL_FORM = 500
_JOINED = 970
_OTHER_ORDER = 4
_SHORTEST_LISTED_ACRONYM = 4
_ACRONYM_PER_LETTER = 40
_ACRONYM_AT_MOST = 850
# A name that stands whole inside the other is worth a look once its words say this much together.
_CONTAINED_WEIGHT = 16_000
_CONTAINED_LIKENESS = 850


@dataclass(frozen=True, slots=True)
class Asked:
    """A reading of a queried name, with what its words may stand for."""

    name: Name
    meanings: Sequence[Meanings]
    weight: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A listed form of a name: its words, by id and written out, and its legal forms."""

    ids: Sequence[int]
    words: Sequence[str]
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
    score: int = 0
    contained: int = 0
    unmet_asked: list[int] = field(default_factory=list)
    unmet_listed: list[int] = field(default_factory=list)


def compare(asked: Asked, form: int, listed: Listed, vocabulary: Vocabulary) -> Comparison:
    """Lay two names side by side and score them."""
    if len(asked.name.words) == 1 or len(listed.words) == 1:
        initials = _by_initials(asked, form, listed)
        if initials is not None:
            return initials
    meetings, left, right = _meet_by_id(asked, listed, vocabulary)
    if left and right:
        _meet_joined(asked, listed, vocabulary, meetings, left, right)
        if left and right:
            _meet_residue(asked, listed, vocabulary, meetings, left, right)
    total = sum(meeting.weight for meeting in meetings)
    total += sum(asked.meanings[i].weight for i in left) + sum(vocabulary.weights[listed.ids[j]] for j in right)
    legal_weight, legal_alike = _legal(asked.name.legal, listed.legal)
    total += legal_weight
    gained = sum(meeting.alike * meeting.weight for meeting in meetings) + legal_weight * legal_alike
    order = [j for meeting in sorted(meetings, key=lambda meeting: meeting.asked) for j in meeting.listed]
    comparison = Comparison(asked, form, listed, meetings, total, order == sorted(order))
    score = gained // total if total else 0
    score -= 0 if comparison.in_order else min(score, _OTHER_ORDER)
    comparison.unmet_asked, comparison.unmet_listed = left, right
    if score < REVIEW_AT and not (left and right):
        met = sum(meeting.weight for meeting in meetings) // 2
        alike = min((meeting.alike for meeting in meetings), default=0)
        if met >= _CONTAINED_WEIGHT and alike >= _CONTAINED_LIKENESS:
            comparison.contained = REVIEW_AT - score
    comparison.score = score + comparison.contained
    return comparison


def _by_initials(asked: Asked, form: int, listed: Listed) -> Comparison | None:
    """One name as the initials of the other: never more than a reason to look, since initials are shared by many."""
    if len(asked.name.words) == 1:
        short, spelt, legal = asked.name.words[0], listed.words, listed.legal
    else:
        short, spelt, legal = listed.words[0], asked.name.words, asked.name.legal
        if len(short) < _SHORTEST_LISTED_ACRONYM:
            return None
    if not 3 <= len(short) <= 8 or short not in acronyms(spelt, legal):
        return None
    every = tuple(range(len(asked.name.words))), tuple(range(len(listed.words)))
    alike = min(_ACRONYM_AT_MOST, REVIEW_AT + _ACRONYM_PER_LETTER * (len(short) - 2))
    meeting = Meeting(*every, alike, FULL_SCORE, "its initials")
    return Comparison(asked, form, listed, [meeting], FULL_SCORE, True, alike)


def _meet_by_id(asked: Asked, listed: Listed, vocabulary: Vocabulary) -> tuple[list[Meeting], list[int], list[int]]:
    """The words that a key brought together, likest first, and the places on either side that are left."""
    pairs = []
    for i, meanings in enumerate(asked.meanings):
        alike = meanings.alike
        for j, id in enumerate(listed.ids):
            if (score := alike.get(id)) is not None:
                pairs.append((-score, i, j))
    if len(pairs) > 1:
        pairs.sort()
    left, right = set(range(len(asked.meanings))), set(range(len(listed.ids)))
    meetings = []
    for score, i, j in pairs:
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            meetings.append(_meeting(asked, listed, vocabulary, i, j, -score))
    return meetings, sorted(left), sorted(right)


def _meeting(asked: Asked, listed: Listed, vocabulary: Vocabulary, i: int, j: int, alike: int) -> Meeting:
    meanings = asked.meanings[i]
    weight = vocabulary.weights[listed.ids[j]]
    return Meeting((i,), (j,), alike, weight + (meanings.weight if meanings.is_known else weight), "")


def _meet_joined(
    asked: Asked, listed: Listed, vocabulary: Vocabulary, meetings: list[Meeting], left: list[int], right: list[int]
) -> None:
    """Two neighbouring words on one side that are one word on the other."""
    words = asked.name.words
    for i in left[:]:
        for j in right[:]:
            if i in left and j in right and i + 1 in left and words[i] + words[i + 1] == listed.words[j]:
                weight = 2 * vocabulary.weights[listed.ids[j]]
                meetings.append(Meeting((i, i + 1), (j,), _JOINED, weight, "written as one word"))
                left[:] = [k for k in left if k not in (i, i + 1)]
                right.remove(j)
            elif i in left and j in right and j + 1 in right and words[i] == listed.words[j] + listed.words[j + 1]:
                weight = 2 * (vocabulary.weights[listed.ids[j]] + vocabulary.weights[listed.ids[j + 1]])
                meetings.append(Meeting((i,), (j, j + 1), _JOINED, weight, "written as two words"))
                left.remove(i)
                right[:] = [k for k in right if k not in (j, j + 1)]


def _meet_residue(
    asked: Asked, listed: Listed, vocabulary: Vocabulary, meetings: list[Meeting], left: list[int], right: list[int]
) -> None:
    """What is left on both sides: initials, abbreviations, and words that merely look alike."""
    pairs = sorted(
        (-alike, i, j)
        for i in left
        for j in right
        if (alike := likeness.of_residue(asked.name.words[i], listed.words[j])) > 0
    )
    for alike, i, j in pairs:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            weight = 2 * max(vocabulary.weights[listed.ids[j]], min(asked.meanings[i].weight, 6000))
            meetings.append(Meeting((i,), (j,), -alike, weight, ""))


def _legal(asked: tuple[str, ...], listed: tuple[str, ...]) -> tuple[int, int]:
    """What the legal forms weigh on both sides together, and how alike they are."""
    if asked == listed:
        return (2 * LEGAL_WEIGHT if asked else 0), FULL_SCORE
    if asked and listed:
        return 2 * LEGAL_WEIGHT, _OTHER_LEGAL_FORM
    return LEGAL_WEIGHT, 0


def features(comparison: Comparison, vocabulary: Vocabulary) -> list[Feature]:
    """What each part of a comparison gave to its score; their points add up to it."""
    asked, listed = comparison.asked.name, comparison.listed
    parts = []
    for meeting in sorted(comparison.meetings, key=lambda meeting: meeting.asked):
        mine = " ".join(asked.words[i] for i in meeting.asked)
        theirs = " ".join(listed.words[j] for j in meeting.listed)
        says = f"{mine} = {theirs}" if mine == theirs else f"{mine} ~ {theirs} ({meeting.how or _how(mine, theirs)})"
        parts.append(("word", meeting.alike * meeting.weight, says))
    weight, alike = _legal(asked.legal, listed.legal)
    if weight and comparison.total != FULL_SCORE:
        said = " and ".join(asked.legal) or "none", " and ".join(listed.legal) or "none"
        parts.append(("legal form", weight * alike, said[0] if said[0] == said[1] else f"{said[0]} ~ {said[1]}"))
    found = []
    gained = points = 0
    for name, worth, says in parts:
        gained += worth
        upto = gained // comparison.total
        found.append(Feature(name, upto - points, says))
        points = upto
    if not comparison.in_order and points:
        found.append(Feature("word order", -min(points, _OTHER_ORDER), "the words stand in another order"))
    if comparison.contained:
        found.append(Feature("contained", comparison.contained, "one name stands whole in the other"))
    unmet = [asked.words[i] for i in comparison.unmet_asked], [listed.words[j] for j in comparison.unmet_listed]
    for side, words in zip(("only in the query", "only in the list"), unmet, strict=True):
        if words:
            found.append(Feature(side, 0, " ".join(words)))
    return found


def _how(mine: str, theirs: str) -> str:
    if theirs in likeness.same_words().get(mine, (0, ()))[1]:
        return "the same word"
    if likeness.one_letter_apart(mine, theirs):
        return "one letter apart"
    if likeness.sounds_the_same(mine, theirs):
        return "the same consonants"
    shorter, longer = sorted((mine, theirs), key=len)
    if longer.startswith(shorter):
        return "an initial" if len(shorter) == 1 else "an abbreviation"
    return "alike"
