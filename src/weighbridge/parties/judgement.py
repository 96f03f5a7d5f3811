"""What a person judged of a listed entry and a party: are they the same?

Screening proposes, people judge. A judgement is recorded once and stands for the same pair until either changes; it is
never edited, and a later one on the pair supersedes it. The engine reads judgements, never scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from weighbridge.core.text import Text
from weighbridge.parties.listed import ListedParty
from weighbridge.parties.lists.identity import digest
from weighbridge.parties.stated import StatedParty


class Opinion(StrEnum):
    """What the person found."""

    SAME = "SAME"
    DIFFERENT = "DIFFERENT"
    UNSURE = "UNSURE"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Who found what, when and why, of which entry and which party. Both are kept as they stood."""

    entry: ListedParty
    party: StatedParty
    opinion: Opinion
    by: str
    on: date
    reason: str


class Change(StrEnum):
    """Why a judgement stands no longer."""

    ENTRY = "entry"
    PARTY = "party"

    @property
    def text(self) -> Text:
        """The change as a sentence."""
        return _ENTRY_CHANGED if self is Change.ENTRY else _PARTY_CHANGED


_ENTRY_CHANGED = Text("The list entry has changed since.", "名單項目其後已變更。")
_PARTY_CHANGED = Text("What is stated of the party has changed since.", "當事人之陳述其後已變更。")


@dataclass(frozen=True, slots=True)
class Judged:
    """The judgement on a pair, what has changed since, and all others on the pair and on namesakes of the entry."""

    judgement: Judgement
    changed: tuple[Change, ...]
    others: tuple[Judgement, ...]

    @property
    def stands(self) -> bool:
        """Whether entry and party are still what was judged."""
        return not self.changed

    @property
    def settled(self) -> Opinion | None:
        """SAME or DIFFERENT where a judgement stands and decides; None where the pair is an open question."""
        opinion = self.judgement.opinion
        return opinion if self.stands and opinion is not Opinion.UNSURE else None


def judged(history: Sequence[Judgement], entry: ListedParty, party: StatedParty) -> Judged | None:
    """What `history`, the latest first, says of the pair as it now stands.

    The history holds the judgements on all entries of the entry's lineage: on itself, on what it was before it changed,
    and on namesakes of the same list. Its own count first, then those on an entry that says the same.
    """
    if not history:
        return None
    content = digest(entry)
    itself = [judgement for judgement in history if judgement.entry.id == entry.id]
    alike = [judgement for judgement in history if digest(judgement.entry) == content]
    latest = (itself or alike or history)[0]
    changed = []
    if digest(latest.entry) != content:
        changed.append(Change.ENTRY)
    if latest.party.digest != party.digest:
        changed.append(Change.PARTY)
    others = tuple(judgement for judgement in history if judgement is not latest)
    return Judged(latest, tuple(changed), others)
