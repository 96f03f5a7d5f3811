"""The law of one day: refused where it is not encoded, the same where it reads the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from tests import toy

from weighbridge.core.citation import Confidence
from weighbridge.core.errors import DateNotEncoded, TrackNotEncoded
from weighbridge.core.life import Life, Span, Suspension, SuspensionKind
from weighbridge.core.provision import Provision
from weighbridge.core.rulebook import Corpus, Rulebook
from weighbridge.core.value import Value

CHANGE = date(2031, 1, 1)
ANNOUNCED = date(2030, 6, 1)
OLD = replace(toy.requirement(toy.WEIGHT.at_least(toy.LIMIT)), life=Life(superseded=CHANGE))
NEW = replace(toy.requirement(toy.WEIGHT.more_than(toy.LIMIT)), life=Life(published=ANNOUNCED, effective=CHANGE))
RAISED = Value("limit", "kg", (toy.version(100), toy.version(200, CHANGE, ANNOUNCED)), label=toy.text("the limit"))


def two_editions() -> Corpus:
    return toy.corpus(toy.scope(), OLD, NEW, values=(RAISED,))


def test_a_rulebook_holds_the_versions_and_values_of_its_day() -> None:
    before = two_editions().as_of(date(2030, 12, 31), toy.TODAY)
    after = two_editions().as_of(CHANGE, toy.TODAY)

    assert (before.provisions["license"], before.values["limit"]) == (OLD, 100)
    assert (after.provisions["license"], after.values["limit"]) == (NEW, 200)
    assert after.units == {"limit": "kg"}
    assert after.labels == {"limit": toy.text("the limit")}


def test_a_rulebook_knows_only_what_was_published() -> None:
    known_then = two_editions().as_of(CHANGE, date(2030, 5, 31))

    assert known_then.values["limit"] == 100


def test_a_text_is_not_gone_before_its_successor_is_published() -> None:
    known_then = two_editions().as_of(CHANGE, date(2030, 5, 31))

    assert known_then.provisions["license"] is OLD


def test_a_text_that_ends_without_a_successor_ends() -> None:
    ending = replace(OLD, life=Life(published=toy.FIRST_DAY, superseded=CHANGE))

    assert "license" not in toy.corpus(toy.scope(), ending).as_of(CHANGE, toy.FIRST_DAY).provisions


def test_a_value_without_a_version_yet_is_unknown() -> None:
    coming = Value("limit", "kg", (toy.version(100, toy.LAST_DAY),))

    assert toy.corpus(toy.scope(), values=(coming,)).as_of(toy.TODAY, toy.TODAY).values == {"limit": None}


def test_a_day_before_the_first_encoded_law_is_refused_with_the_reason() -> None:
    with pytest.raises(DateNotEncoded) as refused:
        toy.corpus(toy.scope()).as_of(date(2029, 12, 31), toy.TODAY)

    assert refused.value.clock == "effective"
    assert refused.value.on == date(2029, 12, 31)
    assert str(refused.value) == (
        "The law in force on 2029-12-31 is not encoded. Nobody wrote the older market rules down. "
        "Dates from 2030-01-01 on are accepted."
    )


def test_an_answer_as_known_before_the_first_encoded_day_is_refused() -> None:
    with pytest.raises(DateNotEncoded) as refused:
        toy.corpus(toy.scope()).as_of(toy.TODAY, date(2029, 12, 31))

    assert refused.value.clock == "known"
    assert str(refused.value).startswith("The law published on 2029-12-31 is not encoded.")


def test_the_first_encoded_day_is_accepted() -> None:
    assert toy.corpus(toy.scope()).as_of(toy.FIRST_DAY, toy.FIRST_DAY).provisions == {"scope": toy.scope()}


def test_a_track_on_which_nothing_is_encoded_is_refused() -> None:
    with pytest.raises(
        TrackNotEncoded, match=r"The track 'proposed' is not encoded. Encoded: book, enforced."
    ) as refused:
        toy.corpus(toy.scope()).as_of(toy.TODAY, toy.TODAY, "proposed")

    assert (refused.value.track, refused.value.tracks) == ("proposed", ("book", "enforced"))


def test_what_is_enforced_stands_beside_what_is_printed() -> None:
    corpus = toy.corpus(toy.scope(), replace(toy.requirement(), track="enforced"))

    assert list(corpus.as_of(toy.TODAY, toy.TODAY).provisions) == ["scope"]
    assert list(corpus.as_of(toy.TODAY, toy.TODAY, "enforced").provisions) == ["scope", "license"]


def test_the_rulebook_of_a_day_is_made_once() -> None:
    corpus = toy.corpus(toy.scope())

    assert corpus.as_of(toy.TODAY, toy.TODAY) is corpus.as_of(toy.TODAY, toy.TODAY)


def test_days_with_the_same_law_have_the_same_digest() -> None:
    days = (CHANGE, date(2031, 7, 1), toy.LAST_DAY)

    assert len({two_editions().as_of(day, toy.LAST_DAY).digest for day in days}) == 1


def test_a_changed_value_changes_the_digest() -> None:
    assert toy.rulebook(toy.scope()).digest != toy.rulebook(toy.scope(), values=[toy.value("limit", 101, "kg")]).digest


Change = Callable[[Rulebook, Provision], Rulebook]


@pytest.mark.parametrize(
    "changed",
    [
        toy.rulebook(toy.scope(), toy.requirement(toy.RIPE.holds)),
        toy.rulebook(toy.scope(), toy.requirement(), facts=(toy.RIPE,)),
        toy.rulebook(toy.requirement(), toy.scope()),
    ],
    ids=["a condition", "the facts", "the order of the provisions"],
)
def test_whatever_can_change_an_answer_changes_the_digest(changed: Rulebook) -> None:
    assert changed.digest != toy.rulebook(toy.scope(), toy.requirement()).digest


def test_a_reading_is_part_of_the_digest() -> None:
    without, with_ = toy.corpus(toy.scope()), toy.corpus(toy.scope(), readings=[toy.reading()])

    assert toy.reading().fact == "reading.Q1"
    assert without.as_of(toy.TODAY, toy.TODAY).digest != with_.as_of(toy.TODAY, toy.TODAY).digest


def test_a_provision_says_its_text_or_else_its_title() -> None:
    assert toy.scope().says == toy.text("title of scope")
    assert replace(toy.scope(), text=toy.text("all fruit")).says == toy.text("all fruit")


# --- what is suspended -----------------------------------------------------------------------------

NEXT_DAY = toy.TODAY + timedelta(days=1)
EARLIER = replace(toy.requirement(), life=Life(effective=toy.FIRST_DAY, superseded=toy.TODAY), instrument="old")
LATER = replace(toy.requirement(toy.RIPE.holds), life=Life(effective=toy.TODAY), instrument="MR")
ENDED = replace(toy.scope(), life=Life(effective=toy.FIRST_DAY, superseded=toy.TODAY), instrument="old")


def suspended(kind: SuspensionKind = "stayed", **changes: Any) -> Suspension:
    span = Span(toy.TODAY, NEXT_DAY, toy.text("stayed"), toy.cite("notice"))
    return replace(Suspension("notice", "MR", kind, span, toy.TODAY), **changes)


def in_force(corpus: Corpus, track: str = "enforced", on: date = toy.TODAY, known_on: date = NEXT_DAY) -> list[Any]:
    return list(corpus.as_of(on, known_on, track).provisions.values())


def test_the_version_before_stands_in_place_of_one_that_is_suspended() -> None:
    corpus = toy.corpus(EARLIER, LATER, suspensions=(suspended(),))

    assert in_force(corpus, "book") == [LATER]
    assert in_force(corpus) == [EARLIER]
    assert in_force(corpus, on=NEXT_DAY) == [LATER]
    assert corpus.as_of(toy.TODAY, NEXT_DAY, "enforced").suspended == {"license": suspended()}


def test_who_cannot_know_of_a_suspension_yet_answers_without_it() -> None:
    known_later = suspended(published=NEXT_DAY)

    assert in_force(toy.corpus(EARLIER, LATER, suspensions=(known_later,)), known_on=toy.TODAY) == [LATER]


def test_a_suspension_of_some_provisions_leaves_the_others() -> None:
    assert in_force(toy.corpus(EARLIER, LATER, suspensions=(suspended(provisions=frozenset({"scope"})),))) == [LATER]


def test_what_a_suspended_text_had_ended_may_stand_again() -> None:
    assert in_force(toy.corpus(ENDED, LATER, suspensions=(suspended(restores=("scope",)),))) == [ENDED]


def ended_and_later(**of_corpus: Any) -> Corpus:
    instruments = {"instruments": (toy.instrument(id="MR"),)}
    return toy.corpus(replace(ENDED, ended_by="MR"), LATER, **{**instruments, **of_corpus})


def test_what_a_document_ended_stands_again_where_all_of_it_is_suspended() -> None:
    def standing(suspension: Suspension) -> list[Any]:
        return in_force(ended_and_later(suspensions=(suspension,)))

    assert standing(suspended()) == [replace(ENDED, ended_by="MR")]
    assert standing(suspended(provisions=frozenset({"license"}))) == []


def test_what_a_document_ended_stands_for_those_who_cannot_know_of_it_yet() -> None:
    corpus = ended_and_later(instruments=(toy.instrument(Life(published=NEXT_DAY, effective=toy.TODAY), "MR"),))

    assert replace(ENDED, ended_by="MR") in in_force(corpus, "book", known_on=toy.TODAY)
    assert in_force(corpus, "book") == [LATER]


def test_that_an_earlier_text_stands_in_place_of_one_not_enforced_is_marked_as_an_inference() -> None:
    [standing] = in_force(toy.corpus(EARLIER, LATER, suspensions=(suspended("not_enforced"),)))
    assert (standing.condition, standing.citation.confidence) == (EARLIER.condition, Confidence.ANALYSIS)

    unsure = replace(EARLIER, citation=replace(EARLIER.citation, confidence=Confidence.UNVERIFIED))
    assert in_force(toy.corpus(unsure, LATER, suspensions=(suspended("not_enforced"),))) == [unsure]


def test_what_is_repealed_leaves_the_book_too() -> None:
    assert in_force(toy.corpus(EARLIER, LATER, suspensions=(suspended("repealed"),)), "book") == [EARLIER]


def test_a_text_of_the_enforced_track_stands_in_place_of_a_suspended_one_only() -> None:
    instead = replace(LATER, track="enforced", title=toy.text("instead"))

    assert in_force(toy.corpus(LATER, instead, suspensions=(suspended(),))) == [instead]
    assert in_force(toy.corpus(LATER, instead)) == [LATER]
