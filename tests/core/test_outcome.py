"""The words of an answer are fixed and ordered."""

from __future__ import annotations

from weighbridge.core.outcome import PERMISSIVENESS, Outcome, Policy


def test_every_outcome_stands_on_one_ladder_and_an_incomplete_one_lets_nobody_do_anything() -> None:
    assert sorted(Outcome, key=PERMISSIVENESS.__getitem__) == [
        Outcome.INCOMPLETE,
        Outcome.PROHIBITED,
        Outcome.LICENSE_REQUIRED,
        Outcome.VEU_AUTHORIZATION,
        Outcome.EXCEPTION_AVAILABLE,
        Outcome.NO_LICENSE_REQUIRED,
        Outcome.NOT_SUBJECT_TO_THE_EAR,
    ]
    assert len(set(PERMISSIVENESS.values())) == len(Outcome)


def test_no_outcome_says_that_anything_is_safe() -> None:
    assert not [word for word in Outcome if "CLEAR" in word or "SAFE" in word or "ALLOWED" in word]


def test_policies_stand_from_the_mildest_to_the_strictest() -> None:
    mildest, *_, strictest = Policy

    assert mildest is Policy.PRESUMPTION_OF_APPROVAL
    assert strictest is Policy.POLICY_OF_DENIAL
