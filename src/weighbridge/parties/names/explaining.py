"""From a comparison to the features of its score, for people to read."""

from __future__ import annotations

from weighbridge.parties.names import likeness
from weighbridge.parties.names.match import Feature
from weighbridge.parties.names.scoring import OTHER_ORDER, Comparison
from weighbridge.parties.names.vocabulary import Vocabulary


def features(comparison: Comparison, vocabulary: Vocabulary) -> list[Feature]:
    """What each part of a comparison gave to its score; their points add up to it."""
    asked, listed = comparison.asked.name, comparison.listed
    theirs = [vocabulary.words[id] for id in listed.ids]
    parts: list[tuple[str, int, str]] = []
    for meeting in sorted(comparison.meetings, key=lambda meeting: meeting.asked):
        mine = " ".join(asked.words[i] for i in meeting.asked)
        met = " ".join(theirs[j] for j in meeting.listed)
        says = f"{mine} = {met}" if mine == met else f"{mine} ~ {met} ({meeting.how or _how(mine, met)})"
        parts.append(("word", meeting.alike * meeting.weight, says))
    weight, alike = comparison.legal
    if weight:
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
        found.append(Feature("word order", -min(points, OTHER_ORDER), "the words stand in another order"))
    if comparison.contained:
        found.append(Feature("contained", comparison.contained, "one name stands whole in the other"))
    unmet = [asked.words[i] for i in comparison.left], [theirs[j] for j in comparison.right]
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
