"""Judgements: made once, used again for the same pair until either changes, and never edited."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from weighbridge.core.errors import Unavailable
from weighbridge.parties.judgement import Change, Judged, Judgement, Opinion, judged
from weighbridge.parties.listed import ListedParty, PartyKind
from weighbridge.parties.lists.identity import identified
from weighbridge.parties.stated import StatedParty
from weighbridge.parties.store.judgements import add_judgement, judgements, judgements_on
from weighbridge.parties.store.store import Store

DAY, LATER = date(2026, 8, 1), date(2026, 8, 2)
PLAIN = ListedParty(id="", list="EL", kind=PartyKind.UNKNOWN, name="Acme Circuits", countries=("CN",))
ENTRY = identified("s", PLAIN)
NUMBERED = identified("s", replace(PLAIN, list="SDN"), "36")
PARTY = StatedParty("ACME Circuits", countries=("FR",))


def judge(entry: ListedParty, party: StatedParty, opinion: Opinion, on: date = DAY, by: str = "A. Ng") -> Judgement:
    return Judgement(entry, party, opinion, by, on, "The address is another.")


def standing(store: Store, entry: ListedParty, party: StatedParty) -> Judged | None:
    with store.reading() as connection:
        return judged(judgements(connection, entry.id, party.key), entry, party)


def add(store: Store, *made: Judgement) -> None:
    with store.writing() as connection:
        for judgement in made:
            add_judgement(connection, judgement)


@pytest.mark.parametrize("entry", [ENTRY, NUMBERED])
def test_a_judgement_stands_for_its_pair_and_for_no_other(store: Store, entry: ListedParty) -> None:
    made = judge(entry, PARTY, Opinion.DIFFERENT)
    add(store, made)
    found = standing(store, entry, PARTY)
    assert found == Judged(made, (), ())
    assert (found.stands, found.settled) == (True, Opinion.DIFFERENT)
    assert standing(store, entry, StatedParty("Somebody else")) is None
    assert standing(store, identified("s", replace(PLAIN, name="Other")), PARTY) is None


@pytest.mark.parametrize("number", ["", "36"])
def test_it_stands_no_longer_when_the_entry_changes(store: Store, number: str) -> None:
    add(store, judge(identified("s", PLAIN, number), PARTY, Opinion.DIFFERENT))
    found = standing(store, identified("s", replace(PLAIN, addresses=("1 Rue, Paris, FR",)), number), PARTY)
    assert found is not None
    assert (found.stands, found.settled, found.changed) == (False, None, (Change.ENTRY,))


def test_it_stands_no_longer_when_the_statement_of_the_party_changes(store: Store) -> None:
    add(store, judge(ENTRY, PARTY, Opinion.DIFFERENT))
    found = standing(store, ENTRY, replace(PARTY, countries=("CN",)))
    assert found is not None
    assert found.changed == (Change.PARTY,)
    # Case and spacing of a name are no change of it as a key, yet what is stated is compared word for word.
    assert standing(store, ENTRY, StatedParty("acme  circuits", countries=("FR",))) is not None


def test_a_reference_tells_namesakes_apart_and_outlives_a_change_of_name(store: Store) -> None:
    mine, other = replace(PARTY, reference="C-1"), replace(PARTY, reference="C-2")
    add(store, judge(ENTRY, mine, Opinion.DIFFERENT))
    assert standing(store, ENTRY, other) is None
    renamed = standing(store, ENTRY, replace(mine, name="Acme Circuits (France)"))
    assert renamed is not None
    assert renamed.changed == (Change.PARTY,)


def test_a_later_judgement_supersedes_and_the_earlier_stays_in_the_history(store: Store) -> None:
    first, second = judge(ENTRY, PARTY, Opinion.UNSURE), judge(ENTRY, PARTY, Opinion.SAME, LATER, "B. Wu")
    add(store, first)
    unsure = standing(store, ENTRY, PARTY)
    assert unsure is not None
    assert (unsure.stands, unsure.settled) == (True, None)
    add(store, second)
    assert standing(store, ENTRY, PARTY) == Judged(second, (), (first,))


def test_the_same_judgement_twice_is_one(store: Store) -> None:
    add(store, judge(ENTRY, PARTY, Opinion.SAME), judge(ENTRY, PARTY, Opinion.SAME))
    with store.reading() as connection:
        assert len(judgements_on(connection, PARTY.key)) == 1


def test_namesakes_on_one_list_are_judged_each_for_itself(store: Store) -> None:
    namesake = identified("s", replace(PLAIN, countries=("RU",)))
    add(store, judge(ENTRY, PARTY, Opinion.SAME), judge(namesake, PARTY, Opinion.DIFFERENT, LATER))
    same, different = standing(store, ENTRY, PARTY), standing(store, namesake, PARTY)
    assert same is not None
    assert different is not None
    assert (same.settled, different.settled) == (Opinion.SAME, Opinion.DIFFERENT)


def test_two_rows_that_say_the_same_are_judged_together(store: Store) -> None:
    add(store, judge(ENTRY, PARTY, Opinion.DIFFERENT))
    twin = standing(store, replace(ENTRY, id=f"{ENTRY.id}-2"), PARTY)
    assert twin is not None
    assert twin.settled is Opinion.DIFFERENT


@pytest.mark.parametrize(
    "edit", ["update parties_judgement set opinion = 'DIFFERENT'", "delete from parties_judgement"]
)
def test_the_database_itself_refuses_to_change_the_history(store: Store, edit: str) -> None:
    add(store, judge(ENTRY, PARTY, Opinion.SAME))
    with pytest.raises(Unavailable, match="a judgement is never edited"), store.writing() as connection:
        connection.execute(text(edit))
    with store.reading() as connection:
        assert [judgement.opinion for judgement in judgements_on(connection, PARTY.key)] == [Opinion.SAME]


def test_what_was_judged_is_kept_word_for_word(store: Store) -> None:
    full = StatedParty("Acme", ("A",), ("1 Road",), ("CN",), ("No. 1",), "C-1")
    made = judge(NUMBERED, full, Opinion.SAME)
    add(store, made)
    with store.reading() as connection:
        assert judgements(connection, NUMBERED.id, full.key) == (made,)
