"""What must be found of each labelled class, on the real list where it is at hand and on a made-up one anywhere.

docs/names.md gives the figures on larger samples, by `python -m benchmarks.names`.
"""

from __future__ import annotations

import pytest
from benchmarks.names import public
from benchmarks.names.labelled import REQUIRED, clean, known_chinese, labelled, recombined, sorted_words
from benchmarks.names.quality import tallies

from weighbridge.parties.listed import ListedParty
from weighbridge.parties.names.index import NameIndex
from weighbridge.parties.names.match import PROBABLE_AT, REVIEW_AT

A_CLASS = 300
# Coined names are no Chinese ones, have few initials, and lose what the Arabic script leaves out of them.
_REAL_ONLY = ("Chinese script", "Arabic script", "acronym of four letters or more")
OF_ANY_LIST = [kind for kind in REQUIRED if kind not in _REAL_ONLY]


def short_of_required(index: NameIndex, parties: tuple[ListedParty, ...], kinds: list[str]) -> dict[str, float]:
    """The classes of which less is found than must be."""
    found = tallies(index, labelled(parties, A_CLASS, kinds=kinds))
    assert set(found) == set(kinds)
    return {kind: found[kind].per_cent_found() for kind in kinds if found[kind].per_cent_found() < REQUIRED[kind]}


def test_of_every_class_enough_is_found_on_the_real_list(real_index: NameIndex, real: tuple[ListedParty, ...]) -> None:
    assert not short_of_required(real_index, real, list(REQUIRED))


def test_of_every_class_enough_is_found_on_a_made_up_list(
    made_up_index: NameIndex, made_up: tuple[ListedParty, ...]
) -> None:
    assert not short_of_required(made_up_index, made_up, OF_ANY_LIST)


def test_at_most_one_of_two_hundred_clean_names_is_taken_for_a_listed_one(real_index: NameIndex) -> None:
    cases = clean()

    assert len(cases) == 200
    assert tallies(real_index, cases)["clean"].strong <= 1


def test_no_clean_name_stands_on_the_list(real: tuple[ListedParty, ...]) -> None:
    listed = {sorted_words(text) for party in real for text in party.names}

    assert not [case.query for case in clean() if sorted_words(case.query) in listed]


def test_of_names_put_together_from_listed_people_hardly_one_is_taken_for_a_listed_one(
    real_index: NameIndex, real: tuple[ListedParty, ...]
) -> None:
    found = tallies(real_index, recombined(real, 500))["recombined"]

    assert found.strong <= 5


def test_well_known_parties_are_found_under_their_chinese_names(
    real_index: NameIndex, real: tuple[ListedParty, ...]
) -> None:
    cases = known_chinese(real)

    assert len(cases) == 60
    assert tallies(real_index, cases)["Chinese names in use"].per_cent_found() == 100


def test_on_the_public_benchmark_more_is_found_with_fewer_false_alarms_than_by_its_reference_matcher(
    real: tuple[ListedParty, ...],
) -> None:
    bench = public.cases(real, 25)
    ours, theirs = public.score_index(bench, 750), public.score_reference(bench)

    assert ours.recall() > theirs.recall()
    assert ours.false_alarm_rate() < theirs.false_alarm_rate()


@pytest.mark.parametrize("size", [5, 50])
def test_labelled_sets_depend_on_the_list_and_the_size_alone(made_up: tuple[ListedParty, ...], size: int) -> None:
    first, again = labelled(made_up, size), labelled(made_up, size)

    assert first == again
    assert first != labelled(made_up, size, seed=1)


def test_the_thresholds_leave_room_for_both_verdicts() -> None:
    assert 0 < REVIEW_AT < PROBABLE_AT < 1000
