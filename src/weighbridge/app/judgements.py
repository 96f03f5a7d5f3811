"""Judgements: recorded by people, read by the engine; and who must be looked at again after a new version of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from weighbridge.app.faults import Faults
from weighbridge.core.text import Text
from weighbridge.parties.judgement import Judged, Judgement, Opinion, judged
from weighbridge.parties.listed import ListedParty
from weighbridge.parties.lists.changes import Changes, changes
from weighbridge.parties.screening import Candidate, KeptCandidate, Matcher, Screening
from weighbridge.parties.stated import StatedParty
from weighbridge.parties.store import lists as stored
from weighbridge.parties.store.judgements import add_judgement, judgements, judgements_on
from weighbridge.parties.store.screenings import add_screening, latest_screenings
from weighbridge.parties.store.store import Store
from weighbridge.parties.work import Why, Work, work_for

NOT_SAID = Text("It is empty.", "未填。")
A_PERSON = Text("the name of the person who judges", "判定者姓名")
A_REASON = Text("what the person went by, for whoever reads it later", "判定依據，供日後查閱")
A_NAME = Text("the party's name", "當事人名稱")
NO_ENTRY = Text("No entry of the current lists has this id.", "現行名單無此項目編號。")
AN_ENTRY = Text("the id that a screening shows, such as {0}", "篩查所示編號，例如 {0}").format("consolidated/SDN/36")


def record_judgement(
    store: Store, entry_id: str, party: StatedParty, opinion: Opinion, *, by: str, on: date, reason: str
) -> Judgement:
    """Record what a person found of an entry of the current lists and a party.

    It stands until the entry or the statement of the party changes. What was recorded before stays in the history.

    Raises:
        RequestFaults: no such entry, or no name, person or reason; all are reported together.
        Unavailable: the store cannot be written.
    """
    faults = Faults()
    for field, said, accepted in (("party", party.name, A_NAME), ("by", by, A_PERSON), ("reason", reason, A_REASON)):
        if not said.strip():
            faults.add(field, said, NOT_SAID, accepted)
    with store.writing() as connection:
        entry = stored.entry(connection, entry_id)
        if entry is None:
            faults.add("entry", entry_id, NO_ENTRY, AN_ENTRY)
        faults.raise_if_any()
        assert entry is not None
        made = Judgement(entry, party, opinion, " ".join(by.split()), on, reason.strip())
        add_judgement(connection, made)
    return made


def judgement_for(store: Store, entry: ListedParty, party: StatedParty) -> Judged | None:
    """What has been judged of the pair, and whether it stands; None where nobody judged it."""
    with store.reading() as connection:
        return judged(judgements(connection, entry.id, party.key), entry, party)


def entry_of(store: Store, entry_id: str) -> ListedParty:
    """The entry of the current lists with that id.

    Raises:
        RequestFaults: there is none.
    """
    with store.reading() as connection:
        entry = stored.entry(connection, entry_id)
    if entry is None:
        faults = Faults()
        faults.add("entry", entry_id, NO_ENTRY, AN_ENTRY)
        faults.raise_if_any()
    assert entry is not None
    return entry


@dataclass(frozen=True, slots=True)
class Settled:
    """The candidates of a party by what people judged: the engine reads `same`, and asks about `open`."""

    same: tuple[ListedParty, ...]
    different: tuple[ListedParty, ...]
    open: tuple[tuple[ListedParty, Judged | None], ...]


def settle(store: Store, party: StatedParty, entry_ids: Iterable[str]) -> Settled:
    """Sort candidates by the judgements that stand. One that nobody judged, or whose judgement fell, is open.

    An entry on which a judgement was made counts even where the matcher does not bring it up this time, and so does
    what became of it when it changed.
    """
    same, different, open_ = [], [], []
    with store.reading() as connection:
        found = {id_: stored.entry(connection, id_) for id_ in entry_ids}
        for made in judgements_on(connection, party.key):
            found |= {entry.id: entry for entry in stored.entries_of_lineage(connection, made.entry.id)}
        for entry in filter(None, found.values()):
            of_pair = judged(judgements(connection, entry.id, party.key), entry, party)
            match of_pair.settled if of_pair else None:
                case Opinion.SAME:
                    same.append(entry)
                case Opinion.DIFFERENT:
                    different.append(entry)
                case _:
                    open_.append((entry, of_pair))
    return Settled(tuple(same), tuple(different), tuple(open_))


def record_screening(store: Store, party: StatedParty, candidates: Iterable[Candidate], on: date) -> Screening:
    """Keep that a party was screened against the current lists, and which entries came up."""
    with store.writing() as connection:
        current = (stored.current(connection, source) for source in stored.sources(connection))
        numbers = {version.source: version.number for version in current if version}
        made = Screening(party, on, numbers, tuple(map(KeptCandidate.of, candidates)))
        add_screening(connection, made)
    return made


def work_list(store: Store, matcher: Matcher) -> Iterator[Work]:
    """Who among the parties screened so far must be looked at again, and why.

    For each party its latest screening counts: the versions it was made against are compared with the current ones.
    `matcher` finds candidates in the current lists. A party leaves the list when it is screened anew or judged.
    """
    with store.reading() as connection:
        held = {
            source: [version.number for version in stored.versions(connection, source)]
            for source in stored.sources(connection)
        }
        compared: dict[tuple[str, int], Changes] = {}

        def made_since(source: str, number: int) -> Changes:
            if (source, number) not in compared:
                pair = stored.differing(connection, source, number, held[source][0])
                compared[source, number] = changes(*pair)
            return compared[source, number]

        def judged_of(entry: ListedParty, party: StatedParty) -> Judged | None:
            return judged(judgements(connection, entry.id, party.key), entry, party)

        for screening in latest_screenings(connection):
            for source, numbers in held.items():
                was = screening.versions.get(source, 0)
                if was and was not in numbers:
                    yield Work(screening.party, Why.VERSION_UNKNOWN)
                elif was != numbers[0]:
                    yield from work_for(screening, made_since(source, was), judged_of, matcher)
