"""The words in which an answer is given. They are fixed; none of them says that anything is safe to ship."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """What the law asks of the transaction."""

    NOT_SUBJECT_TO_THE_EAR = "NOT_SUBJECT_TO_THE_EAR"
    NO_LICENSE_REQUIRED = "NO_LICENSE_REQUIRED"
    EXCEPTION_AVAILABLE = "EXCEPTION_AVAILABLE"
    VEU_AUTHORIZATION = "VEU_AUTHORIZATION"
    LICENSE_REQUIRED = "LICENSE_REQUIRED"
    PROHIBITED = "PROHIBITED"
    INCOMPLETE = "INCOMPLETE"


PERMISSIVENESS: dict[Outcome, int] = {
    Outcome.INCOMPLETE: 0,
    Outcome.PROHIBITED: 1,
    Outcome.LICENSE_REQUIRED: 2,
    Outcome.VEU_AUTHORIZATION: 3,
    Outcome.EXCEPTION_AVAILABLE: 4,
    Outcome.NO_LICENSE_REQUIRED: 5,
    Outcome.NOT_SUBJECT_TO_THE_EAR: 6,
}
"""How much each outcome lets a person do; an incomplete answer lets nobody do anything."""


class Policy(StrEnum):
    """How an application for a license would be reviewed, the strictest last."""

    PRESUMPTION_OF_APPROVAL = "PRESUMPTION_OF_APPROVAL"
    PRESUMPTION_OF_APPROVAL_WITHIN_ALLOCATION = "PRESUMPTION_OF_APPROVAL_WITHIN_ALLOCATION"
    CASE_BY_CASE = "CASE_BY_CASE"
    NOT_STATED = "NOT_STATED"
    PRESUMPTION_OF_DENIAL = "PRESUMPTION_OF_DENIAL"
    POLICY_OF_DENIAL = "POLICY_OF_DENIAL"
