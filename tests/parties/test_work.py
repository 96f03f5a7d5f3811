"""The work list after a new version: whom to look at again, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from weighbridge.parties.judgement import Judged, Judgement, Opinion, judged
from weighbridge.parties.listed import ListedParty, PartyKind
from weighbridge.parties.lists.changes import changes
from weighbridge.parties.lists.identity import identified
from weighbridge.parties.screening import Candidate, KeptCandidate, Screening
from weighbridge.parties.stated import StatedParty
from weighbridge.parties.work import Why, Work, work_for

DAY = date(2026, 8, 1)
PARTY = StatedParty("Acme Circuits France")


def entry(name: str, **said: str) -> ListedParty:
    plain = ListedParty(id="", list="EL", kind=PartyKind.UNKNOWN, name=name)
    return identified("s", replace(plain, **said))  # type: ignore[arg-type]


def candidate(party: ListedParty) -> KeptCandidate:
    return KeptCandidate(party.id, PARTY.name, party.name, 900, "PROBABLE_MATCH")


def opinion(party: ListedParty, found: Opinion) -> Judgement:
    return Judgement(party, PARTY, found, "A. Ng", DAY, "why")


def work(
    old: Sequence[ListedParty],
    new: Sequence[ListedParty],
    met: Sequence[ListedParty] = (),
    meets: Sequence[ListedParty] = (),
    history: Sequence[Judgement] = (),
) -> list[Work]:
    """What is asked of a party that met `met` in the old version and meets `meets` in the new one."""

    def judged_of(party: ListedParty, of: StatedParty) -> Judged | None:
        return judged([judgement for judgement in history if judgement.entry.name == party.name], party, of)

    def matcher(_: StatedParty) -> list[Candidate]:
        return [candidate(party) for party in meets]

    screening = Screening(PARTY, DAY, {"s": 1}, tuple(candidate(party) for party in met))
    return list(work_for(screening, changes(old, new), judged_of, matcher))


ACME, CHANGED, OTHER = entry("Acme"), entry("Acme", license_policy="Policy of denial"), entry("Other")


def test_nothing_is_asked_where_nothing_that_matters_changed() -> None:
    assert work([ACME], [ACME], met=[ACME], meets=[ACME]) == []
    assert work([ACME], [ACME, OTHER], met=[ACME], meets=[ACME]) == []
    assert work([ACME, OTHER], [ACME], met=[ACME], meets=[ACME]) == []


def test_an_entry_that_is_new_and_meets_the_party_is_work() -> None:
    [found] = work([ACME], [ACME, OTHER], met=[ACME], meets=[ACME, OTHER, OTHER])
    assert (found.why, found.entry, found.judged) == (Why.NEW_CANDIDATE, OTHER, None)
    assert found.candidate == candidate(OTHER)


def test_an_entry_that_met_the_party_and_changed_is_work_with_what_changed_and_what_was_judged() -> None:
    history = [opinion(ACME, Opinion.DIFFERENT)]
    [found] = work([ACME], [CHANGED], met=[ACME], meets=[CHANGED], history=history)
    assert (found.why, found.entry) == (Why.ENTRY_CHANGED, CHANGED)
    assert [field.field for field in found.fields] == ["license_policy"]
    assert found.judged is not None
    assert not found.judged.stands


def test_an_entry_that_changed_is_work_even_where_the_matcher_finds_it_no_longer() -> None:
    assert [found.why for found in work([ACME], [CHANGED], met=[ACME])] == [Why.ENTRY_CHANGED]


def test_an_entry_that_changed_and_meets_the_party_only_now_is_a_new_candidate() -> None:
    assert [found.why for found in work([ACME], [CHANGED], meets=[CHANGED])] == [Why.NEW_CANDIDATE]


def test_a_removed_entry_is_work_unless_it_was_judged_to_be_somebody_else() -> None:
    assert [found.why for found in work([ACME], [], met=[ACME])] == [Why.ENTRY_REMOVED]
    for found, asked in ((Opinion.SAME, 1), (Opinion.UNSURE, 1), (Opinion.DIFFERENT, 0)):
        assert len(work([ACME], [], met=[ACME], history=[opinion(ACME, found)])) == asked


def test_what_has_been_judged_as_it_now_stands_is_no_work() -> None:
    history = [opinion(CHANGED, Opinion.DIFFERENT), opinion(ACME, Opinion.SAME)]
    assert work([ACME], [CHANGED], met=[ACME], meets=[CHANGED], history=history) == []
    assert work([], [OTHER], meets=[OTHER], history=[opinion(OTHER, Opinion.UNSURE)]) == []
