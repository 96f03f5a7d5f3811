"""The smallest changes that lead to a better answer, each tried before it is offered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest
from tests import toy

from weighbridge.core.outcome import Outcome, Policy
from weighbridge.engine.advise import Advice, Ask, Change, Quantity, advise, standing
from weighbridge.engine.determine import Verdict

DENIED = Verdict(Outcome.LICENSE_REQUIRED, None, Policy.POLICY_OF_DENIAL)
REVIEWED = Verdict(Outcome.LICENSE_REQUIRED, None, Policy.CASE_BY_CASE)
EXCEPTED = Verdict(Outcome.EXCEPTION_AVAILABLE, "GIFT", None)
FREE = Verdict(Outcome.NO_LICENSE_REQUIRED, None, None)
OPEN = Verdict(Outcome.INCOMPLETE, None, None)
BANNED = Verdict(Outcome.PROHIBITED, None, None)

Request = Mapping[str, str]


def asking(law: Callable[[Request], Verdict], **today: str) -> tuple[Verdict, Ask]:
    """Today's answer under a law, and how to ask it with changes."""

    def ask(changes: tuple[Change, ...]) -> Verdict:
        return law({**today, **{change.lever: change.to for change in changes}})

    return ask(()), ask


def offered(advice: Sequence[Advice]) -> list[tuple[dict[str, str], Verdict]]:
    return [({change.lever: change.to for change in a.changes}, a.becomes) for a in advice]


def by_place(answers: Mapping[str, Verdict]) -> Callable[[Request], Verdict]:
    return lambda request: answers[request["place"]]


# --- one fact ---------------------------------------------------------------------------------------------------------


def test_the_nearest_value_that_reaches_each_better_answer_is_offered_the_best_first() -> None:
    places = {"IR": DENIED, "CN": DENIED, "IN": REVIEWED, "BR": REVIEWED, "PL": FREE, "FR": FREE, "XX": BANNED}
    today, ask = asking(by_place(places), place="IR")

    found = advise(today, ask, {"place": ["CN", "IN", "BR", "XX", "PL", "FR"]})

    assert offered(found) == [({"place": "PL"}, FREE), ({"place": "IN"}, REVIEWED)]


def test_nothing_is_offered_where_nothing_is_better() -> None:
    today, ask = asking(by_place({"PL": FREE, "FR": FREE, "IN": EXCEPTED}), place="PL")

    assert advise(today, ask, {"place": ["FR", "IN"]}) == ()
    assert advise(today, ask, {}) == ()


def test_an_incomplete_answer_is_no_improvement() -> None:
    today, ask = asking(by_place({"IR": BANNED, "PL": OPEN}), place="IR")

    assert advise(today, ask, {"place": ["PL"]}) == ()


def test_any_answer_is_better_than_an_incomplete_one() -> None:
    today, ask = asking(by_place({"?": OPEN, "IR": BANNED}), place="?")

    assert offered(advise(today, ask, {"place": ["IR"]})) == [({"place": "IR"}, BANNED)]


@pytest.mark.parametrize(
    "better",
    [
        (BANNED, OPEN),
        (DENIED, BANNED),
        (REVIEWED, DENIED),
        (Verdict(Outcome.VEU_AUTHORIZATION, "KNOWN", None), REVIEWED),
        (EXCEPTED, Verdict(Outcome.VEU_AUTHORIZATION, "KNOWN", None)),
        (FREE, EXCEPTED),
        (Verdict(Outcome.NOT_SUBJECT_TO_THE_EAR, None, None), FREE),
    ],
)
def test_answers_stand_by_outcome_and_then_by_review_policy(better: tuple[Verdict, Verdict]) -> None:
    assert standing(better[0]) > standing(better[1])


def test_a_determination_stands_where_its_gist_does() -> None:
    answer = toy.answer((toy.scope(), toy.requirement(), toy.review(Policy.CASE_BY_CASE)))

    assert standing(answer) == standing(REVIEWED)


# --- how many ---------------------------------------------------------------------------------------------------------


def up_to(limit: int) -> Callable[[Request], Verdict]:
    return lambda request: EXCEPTED if int(request["quantity"]) <= limit else REVIEWED


@pytest.mark.parametrize("limit", [1, 2, 49, 50, 63, 64, 98, 99])
def test_the_largest_quantity_with_a_better_answer_is_found_exactly(limit: int) -> None:
    today, ask = asking(up_to(limit), quantity="100")

    assert offered(advise(today, ask, {}, Quantity(100))) == [({"quantity": str(limit)}, EXCEPTED)]


def test_no_quantity_is_offered_where_not_even_one_unit_helps() -> None:
    today, ask = asking(up_to(0), quantity="100")

    assert advise(today, ask, {}, Quantity(100)) == ()


def test_one_unit_cannot_become_fewer() -> None:
    today, ask = asking(up_to(0), quantity="1")

    assert advise(today, ask, {}, Quantity(1)) == ()


def test_a_large_quantity_takes_few_questions() -> None:
    asked: list[str] = []

    def law(request: Request) -> Verdict:
        asked.append(request["quantity"])
        return up_to(123_456)(request)

    today, ask = asking(law, quantity="1000000000")

    assert offered(advise(today, ask, {}, Quantity(10**9))) == [({"quantity": "123456"}, EXCEPTED)]
    assert len(asked) < 40


# --- two facts --------------------------------------------------------------------------------------------------------


def both(request: Request) -> Verdict:
    changed = (request["place"] == "PL") + (request["owner"] == "PL")
    return (DENIED, REVIEWED, FREE)[changed]


def test_a_pair_is_offered_where_it_reaches_what_no_single_change_does() -> None:
    today, ask = asking(both, place="IR", owner="IR")

    found = advise(today, ask, {"place": ["IN", "PL"], "owner": ["PL"]})

    assert offered(found) == [
        ({"place": "PL", "owner": "PL"}, FREE),
        ({"place": "PL"}, REVIEWED),
        ({"owner": "PL"}, REVIEWED),
    ]


def test_no_pair_is_offered_for_what_one_change_reaches() -> None:
    today, ask = asking(lambda r: FREE if "PL" in (r["place"], r["owner"]) else DENIED, place="IR", owner="IR")

    found = advise(today, ask, {"place": ["PL"], "owner": ["PL"]})

    assert offered(found) == [({"place": "PL"}, FREE), ({"owner": "PL"}, FREE)]


def test_only_the_first_pair_of_each_answer_is_offered() -> None:
    today, ask = asking(lambda r: FREE if r["place"] != "IR" and r["owner"] != "IR" else DENIED, place="IR", owner="IR")

    assert offered(advise(today, ask, {"place": ["PL", "FR"], "owner": ["JP", "GB"]})) == [
        ({"place": "PL", "owner": "JP"}, FREE)
    ]


def test_a_change_may_be_paired_with_a_smaller_quantity() -> None:
    def law(request: Request) -> Verdict:
        return EXCEPTED if request["place"] == "IN" and int(request["quantity"]) <= 17 else DENIED

    today, ask = asking(law, place="IR", quantity="100")

    assert offered(advise(today, ask, {"place": ["CN", "IN"]}, Quantity(100))) == [
        ({"place": "IN", "quantity": "17"}, EXCEPTED)
    ]


def test_of_each_fact_only_the_nearest_values_are_tried_in_pairs() -> None:
    today, ask = asking(lambda r: FREE if (r["place"], r["owner"]) == ("5", "PL") else DENIED, place="0", owner="IR")

    assert advise(today, ask, {"place": ["1", "2", "3", "4", "5"], "owner": ["PL"]}) == ()
    assert len(advise(today, ask, {"place": ["1", "2", "3", "5", "4"], "owner": ["PL"]})) == 1
