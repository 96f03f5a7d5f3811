"""Screening: the entries whose names meet a party's, each with its reasons and with what a person judged of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from weighbridge.app.screening.lists import Lists
from weighbridge.parties.judgement import Judged, Judgement, Opinion, judged
from weighbridge.parties.listed import ListedParty
from weighbridge.parties.lists.identity import lineage
from weighbridge.parties.names import legal
from weighbridge.parties.names.batch import search_many
from weighbridge.parties.names.match import Match, Query, Verdict, verdict_of
from weighbridge.parties.names.name import read_name
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
    more: bool = False
    """Whether the names may meet more entries than the candidates hold."""

    @property
    def readable(self) -> bool:
        """Whether the party's name holds a letter or a digit that could be compared."""
        return is_readable(self.party.name)

    @property
    def settled(self) -> bool:
        """Whether nothing but the open candidates is left to find out."""
        return self.readable and not self.more

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

    An entry once judged to be the party, or what became of it, comes up again however little the names are alike.
    Whoever was judged to be another takes nobody's place among the likeliest.
    """
    history = lists.history(party)
    likeliest = lists.names.search(_query(party), limit=MOST + len(history))
    found = {match.party: match for match in likeliest}
    for made in history:
        if made.opinion is Opinion.SAME:
            again = lists.names.search(Query(made.entry.name), limit=MOST)
            of_it = [match for match in again if lineage(match.party) == lineage(made.entry.id)]
            found = {**{match.party: match for match in of_it}, **found}
    more = len(likeliest) >= MOST + len(history)
    return _screened(lists, party, history, tuple(found.values()), more=more)


def screen_many(lists: Lists, parties: Iterable[StatedParty], workers: int = 1) -> Iterator[Screened]:
    """What `screen` finds for each party, in their order; names are searched in as many processes."""
    under_way: deque[StatedParty] = deque()

    def queries() -> Iterator[Query]:
        for party in parties:
            under_way.append(party)
            yield _query(party)

    for found in search_many(lists.names, queries(), limit=MOST, workers=workers):
        party = under_way.popleft()
        yield screen(lists, party) if lists.history(party) else _found(lists, party, found)


def candidates_of(lists: Lists, party: StatedParty) -> tuple[Match, ...]:
    """The entries whose names meet the party's, whatever was judged of them."""
    return lists.names.search(_query(party), limit=MOST)


def is_readable(name: str) -> bool:
    """Whether anything of a name can be compared: of one without a letter or a digit, nothing is ever found."""
    return bool(read_name(name))


def says_little(name: str) -> bool:
    """Whether a name is a single letter or a legal form alone: that no entry has it says nothing of the party."""
    return all(len(read.letters) < 2 or legal.words().issuperset(read.words) for read in read_name(name))


def _query(party: StatedParty) -> Query:
    return Query(party.name, party.aliases, party.countries, party.addresses)


def _found(lists: Lists, party: StatedParty, found: Sequence[Match]) -> Screened:
    """What came up for a party of whom nothing was judged."""
    return _screened(lists, party, (), found, more=len(found) >= MOST)


def _screened(
    lists: Lists, party: StatedParty, history: Sequence[Judgement], found: Sequence[Match], *, more: bool
) -> Screened:
    entries = [(match, entry) for match in found if (entry := lists.entry(match.party))]
    candidates = tuple(Candidate(match, entry, _judged(history, entry, party)) for match, entry in entries)
    return Screened(party, candidates, lists.named, more)


def _judged(history: Sequence[Judgement], entry: ListedParty, party: StatedParty) -> Judged | None:
    """What was judged of the pair, by whatever was judged of the entry and its namesakes."""
    name = lineage(entry.id)
    return judged([made for made in history if lineage(made.entry.id) == name], entry, party)
