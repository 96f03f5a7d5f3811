"""The order of the branches is the policy: each branch is tried against those below it."""

from __future__ import annotations

import pytest
from tests import toy

from weighbridge.core.condition import ALWAYS, Condition, not_
from weighbridge.core.determination import Considered
from weighbridge.core.outcome import Outcome
from weighbridge.core.provision import Provision, Spared
from weighbridge.core.truth import Truth
from weighbridge.engine.combine import Settled, settle, weigh
from weighbridge.engine.determine import required_by

NEVER = not_(ALWAYS)
UNKNOWN = toy.WAXED.holds
"""Nobody states whether the fruit is waxed."""

EVERYTHING = (toy.scope(), toy.prohibition(), toy.requirement(), toy.exception("GIFT"), toy.authorization("KNOWN"))


def settled(*provisions: Provision, strictly: bool = True) -> Settled:
    plan = toy.plan(*provisions)
    return settle(plan, plan.trace({}), strictly=strictly)


def both_ways(*provisions: Provision) -> tuple[Outcome, Outcome]:
    return settled(*provisions, strictly=True).outcome, settled(*provisions, strictly=False).outcome


def decided_by(found: Settled) -> list[str]:
    return [placed.provision.id for placed in found.decided_by]


# --- the ladder -------------------------------------------------------------------------------------------------------


def test_what_no_scope_reaches_is_not_subject_whatever_else_speaks() -> None:
    found = settled(toy.scope(NEVER), toy.scope(NEVER, id="second scope"), *EVERYTHING[1:])

    assert found.outcome is Outcome.NOT_SUBJECT_TO_THE_EAR
    assert decided_by(found) == ["scope", "second scope"]


def test_one_scope_is_enough() -> None:
    assert settled(toy.scope(NEVER), toy.scope(id="second scope")).outcome is Outcome.NO_LICENSE_REQUIRED


def test_a_prohibition_outranks_exceptions_and_authorizations() -> None:
    found = settled(*EVERYTHING)

    assert found.outcome is Outcome.PROHIBITED
    assert decided_by(found) == ["ban"]
    assert found.usable == ()


def test_without_a_requirement_that_speaks_no_license_is_required_and_those_tried_are_named() -> None:
    found = settled(toy.scope(), toy.requirement(NEVER), toy.requirement(NEVER, id="permit"), toy.exception("GIFT"))

    assert found.outcome is Outcome.NO_LICENSE_REQUIRED
    assert decided_by(found) == ["license", "permit"]


def test_where_the_law_knows_no_requirement_the_scope_decides() -> None:
    found = settled(toy.scope())

    assert found.outcome is Outcome.NO_LICENSE_REQUIRED
    assert decided_by(found) == ["scope"]


def test_an_exception_comes_before_an_authorization() -> None:
    found = settled(toy.scope(), toy.requirement(), toy.authorization("KNOWN"), toy.exception("GIFT"))

    assert found.outcome is Outcome.EXCEPTION_AVAILABLE
    assert [lifting.symbol for lifting in found.usable] == ["GIFT"]
    assert decided_by(found) == ["license"]


def test_an_authorization_helps_where_no_exception_does() -> None:
    found = settled(toy.scope(), toy.requirement(), toy.authorization("KNOWN"), toy.exception("GIFT", NEVER))

    assert found.outcome is Outcome.VEU_AUTHORIZATION
    assert [lifting.symbol for lifting in found.usable] == ["KNOWN"]


def test_a_requirement_that_nothing_lifts_requires_a_license() -> None:
    found = settled(toy.scope(), toy.requirement(), toy.requirement(NEVER, id="permit"))

    assert found.outcome is Outcome.LICENSE_REQUIRED
    assert decided_by(found) == ["license"]


@pytest.mark.parametrize("helps", [toy.exception, toy.authorization])
def test_an_exception_must_lift_every_requirement_that_applies(helps: type) -> None:
    both = (toy.scope(), toy.requirement(), toy.requirement(id="permit"))

    assert settled(*both, helps("SOME", lifts=("license",))).outcome is Outcome.LICENSE_REQUIRED
    assert settled(*both, helps("ALL", lifts=("license", "permit"))).outcome is not Outcome.LICENSE_REQUIRED


def test_two_exceptions_do_not_add_up() -> None:
    half = (toy.exception("ONE", lifts=("license",)), toy.exception("TWO", lifts=("permit",)))

    found = settled(toy.scope(), toy.requirement(), toy.requirement(id="permit"), *half)

    assert found.outcome is Outcome.LICENSE_REQUIRED


# --- strictly and mildly ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("provisions", "strict", "mild"),
    [
        ([toy.scope(UNKNOWN)], Outcome.NO_LICENSE_REQUIRED, Outcome.NOT_SUBJECT_TO_THE_EAR),
        ([toy.scope(), toy.prohibition(UNKNOWN)], Outcome.PROHIBITED, Outcome.NO_LICENSE_REQUIRED),
        ([toy.scope(), toy.requirement(UNKNOWN)], Outcome.LICENSE_REQUIRED, Outcome.NO_LICENSE_REQUIRED),
        (
            [toy.scope(), toy.requirement(), toy.exception("GIFT", UNKNOWN)],
            Outcome.LICENSE_REQUIRED,
            Outcome.EXCEPTION_AVAILABLE,
        ),
        (
            [toy.scope(), toy.requirement(), toy.authorization("KNOWN", UNKNOWN)],
            Outcome.LICENSE_REQUIRED,
            Outcome.VEU_AUTHORIZATION,
        ),
        (
            [toy.scope(), toy.requirement(), toy.exception("GIFT"), toy.restriction(UNKNOWN)],
            Outcome.LICENSE_REQUIRED,
            Outcome.EXCEPTION_AVAILABLE,
        ),
        (
            [toy.scope(), toy.requirement(), toy.requirement(UNKNOWN, id="permit"), toy.exception("GIFT")],
            Outcome.LICENSE_REQUIRED,
            Outcome.EXCEPTION_AVAILABLE,
        ),
    ],
    ids=["scope", "prohibition", "requirement", "exception", "authorization", "restriction", "second requirement"],
)
def test_the_unknown_is_read_against_the_transaction_and_then_for_it(
    provisions: list[Provision], strict: Outcome, mild: Outcome
) -> None:
    assert both_ways(*provisions) == (strict, mild)


# --- restrictions -----------------------------------------------------------------------------------------------------


def with_restriction(*restrictions: Provision) -> tuple[Outcome, Outcome]:
    return both_ways(toy.scope(), toy.requirement(), toy.exception("GIFT"), *restrictions)


AVAILABLE = (Outcome.EXCEPTION_AVAILABLE, Outcome.EXCEPTION_AVAILABLE)
BARRED = (Outcome.LICENSE_REQUIRED, Outcome.LICENSE_REQUIRED)
OPEN = (Outcome.LICENSE_REQUIRED, Outcome.EXCEPTION_AVAILABLE)


@pytest.mark.parametrize(
    ("bars", "spares", "expected"),
    [
        (ALWAYS, [], BARRED),
        (ALWAYS, [Spared("SEED")], BARRED),
        (ALWAYS, [Spared("GIFT")], AVAILABLE),
        (ALWAYS, [Spared("SEED"), Spared("GIFT")], AVAILABLE),
        (ALWAYS, [Spared("GIFT", NEVER)], BARRED),
        (ALWAYS, [Spared("GIFT", UNKNOWN)], OPEN),
        (NEVER, [], AVAILABLE),
        (NEVER, [Spared("GIFT", NEVER)], AVAILABLE),
        (UNKNOWN, [], OPEN),
        (UNKNOWN, [Spared("GIFT")], AVAILABLE),
        (UNKNOWN, [Spared("GIFT", NEVER)], OPEN),
        (UNKNOWN, [Spared("GIFT", UNKNOWN)], OPEN),
    ],
)
def test_a_restriction_bars_what_it_does_not_spare(
    bars: Condition, spares: list[Spared], expected: tuple[Outcome, Outcome]
) -> None:
    assert with_restriction(toy.restriction(bars, *spares)) == expected


def test_every_restriction_must_let_an_exception_pass() -> None:
    sparing, barring = toy.restriction(ALWAYS, Spared("GIFT")), toy.restriction(ALWAYS, id="second")

    assert with_restriction(sparing, barring) == BARRED
    assert with_restriction(toy.restriction(UNKNOWN), barring) == BARRED


def test_a_restriction_does_not_touch_authorizations() -> None:
    found = settled(toy.scope(), toy.requirement(), toy.authorization("KNOWN"), toy.restriction())

    assert found.outcome is Outcome.VEU_AUTHORIZATION


# --- weighing one exception -------------------------------------------------------------------------------------------


def weighed(*provisions: Provision) -> Considered:
    plan = toy.plan(toy.scope(), toy.requirement(), *provisions)
    truths = plan.trace({})
    return weigh(plan.liftings[0], truths, required_by(plan, truths))


@pytest.mark.parametrize(("condition", "available"), [(ALWAYS, True), (NEVER, False), (UNKNOWN, None)])
def test_an_exception_is_available_as_its_condition_holds(condition: Condition, available: Truth) -> None:
    assert weighed(toy.exception("GIFT", condition)).available is available


def test_requirements_that_an_exception_does_not_lift_are_named_even_if_they_only_may_apply() -> None:
    found = weighed(
        toy.exception("GIFT", lifts=()), toy.requirement(UNKNOWN, id="permit"), toy.requirement(NEVER, id="never")
    )

    assert found.available is False
    assert found.uncovered == ("license", "permit")


def test_restrictions_that_bar_or_may_bar_an_exception_are_named() -> None:
    found = weighed(
        toy.exception("GIFT"),
        toy.restriction(ALWAYS, id="bars"),
        toy.restriction(UNKNOWN, id="may bar"),
        toy.restriction(NEVER, id="is silent"),
        toy.restriction(ALWAYS, Spared("GIFT"), id="spares"),
        toy.restriction(ALWAYS, Spared("GIFT", UNKNOWN), id="may spare"),
    )

    assert found.available is False
    assert [(f.provision.id, f.truth) for f in found.barred_by] == [
        ("bars", True),
        ("may bar", None),
        ("may spare", True),
    ]
