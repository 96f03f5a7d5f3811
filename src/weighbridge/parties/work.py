"""After a new version of a list: who among the parties already screened must be looked at again, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from weighbridge.parties.judgement import Judged, Opinion
from weighbridge.parties.listed import ListedParty
from weighbridge.parties.lists.changes import Changes, FieldChange
from weighbridge.parties.screening import Candidate, Matcher, Screening
from weighbridge.parties.stated import StatedParty

JudgedOf = Callable[[ListedParty, StatedParty], Judged | None]
"""What has been judged of an entry and a party."""


class Why(StrEnum):
    """Why a party must be looked at again."""

    NEW_CANDIDATE = "NEW_CANDIDATE"
    """An entry that is new or has changed meets the party, and did not before."""
    ENTRY_CHANGED = "ENTRY_CHANGED"
    """An entry that met the party says something else now."""
    ENTRY_REMOVED = "ENTRY_REMOVED"
    """An entry that met the party, and was not judged to be somebody else, stands on the list no longer."""
    VERSION_UNKNOWN = "VERSION_UNKNOWN"
    """The version against which the party was screened is no longer kept: it must be screened anew."""


@dataclass(frozen=True, slots=True)
class Work:
    """One thing to look at: the entry as it is now, or as it was when removed, and what was judged of it."""

    party: StatedParty
    why: Why
    entry: ListedParty | None = None
    fields: tuple[FieldChange, ...] = ()
    judged: Judged | None = None
    candidate: Candidate | None = None


def work_for(screening: Screening, made: Changes, judged_of: JudgedOf, matcher: Matcher) -> Iterator[Work]:
    """What the changes of one list since the screening ask of its party.

    The matcher looks through the whole current list, so that a score does not depend on what happened to change. Of
    what it finds only new and changed entries are new work; and none that has been judged as it stands.
    """
    party = screening.party
    met = {candidate.party for candidate in screening.candidates}
    known: set[str] = set()
    for pair in made.changed:
        if pair.before.id in met:
            known.add(pair.after.id)
            judged = judged_of(pair.after, party)
            if judged is None or not judged.stands:
                yield Work(party, Why.ENTRY_CHANGED, pair.after, pair.fields, judged)
    for entry in made.removed:
        if entry.id in met:
            judged = judged_of(entry, party)
            if judged is None or judged.judgement.opinion is not Opinion.DIFFERENT:
                yield Work(party, Why.ENTRY_REMOVED, entry, judged=judged)
    fresh = {entry.id: entry for entry in (*made.added, *(pair.after for pair in made.changed))}
    for candidate in _among(matcher(party) if fresh else (), fresh.keys() - known):
        judged = judged_of(fresh[candidate.party], party)
        if judged is None or not judged.stands:
            yield Work(party, Why.NEW_CANDIDATE, fresh[candidate.party], judged=judged, candidate=candidate)


def _among(candidates: Iterable[Candidate], wanted: set[str]) -> Sequence[Candidate]:
    """The first candidate of each entry that is wanted."""
    found: dict[str, Candidate] = {}
    for candidate in candidates:
        if candidate.party in wanted:
            found.setdefault(candidate.party, candidate)
    return tuple(found.values())
