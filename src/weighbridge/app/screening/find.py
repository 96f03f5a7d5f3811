"""Screening: the entries whose names meet a party's, each with its reasons and with what a person judged of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from weighbridge.app.screening.lists import Lists
from weighbridge.parties.judgement import Judged, Opinion
from weighbridge.parties.listed import ListedParty
from weighbridge.parties.names.match import Match, Query, Verdict, verdict_of
from weighbridge.parties.stated import StatedParty

MOST = 20
"""So many candidates are shown of a party, beside those that were judged before."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may be the party: how their names met, and the judgement, if there is one."""

    match: Match
    entry: ListedParty
    judged: Judged | None

    @property
    def settled(self) -> Opinion | None:
        """SAME or DIFFERENT where a judgement stands; None where somebody has to judge."""
        return self.judged.settled if self.judged else None


@dataclass(frozen=True, slots=True)
class Screened:
    """A party and its candidates, the likeliest first; `store` is where judgements go, if not the configured one."""

    party: StatedParty
    candidates: tuple[Candidate, ...]
    store: str = ""

    @property
    def same(self) -> tuple[Candidate, ...]:
        """Those judged to be the party."""
        return tuple(c for c in self.candidates if c.settled is Opinion.SAME)

    @property
    def open(self) -> tuple[Candidate, ...]:
        """Those that somebody has to judge."""
        return tuple(c for c in self.candidates if c.settled is None)

    @property
    def verdict(self) -> Verdict:
        """How far the names go by themselves, leaving out whom somebody judged to be another."""
        return verdict_of(c.match for c in self.candidates if c.settled is not Opinion.DIFFERENT)


def screen(lists: Lists, party: StatedParty) -> Screened:
    """The entries that a party may be.

    The names of entries once judged to be the party are looked for beside its own, so that these come up again however
    little the names are alike. Whoever was judged to be another takes nobody's place among the likeliest.
    """
    history = lists.history(party)
    known_as = (j.entry.name for j in history if j.opinion is Opinion.SAME)
    aliases = tuple(dict.fromkeys((*party.aliases, *known_as)))
    query = Query(party.name, aliases, party.countries, party.addresses)
    found = lists.names.search(query, limit=MOST + len(history))
    entries = [(match, entry) for match in found if (entry := lists.entry(match.party))]
    candidates = tuple(Candidate(match, entry, lists.judged(entry, party)) for match, entry in entries)
    return Screened(party, candidates, lists.named)


def screen_many(lists: Lists, parties: Iterable[StatedParty]) -> Iterator[Screened]:
    """Each of them, in their order."""
    return (screen(lists, party) for party in parties)
