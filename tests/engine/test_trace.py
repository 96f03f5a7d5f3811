"""A trace is one flat tuple: provision by provision, outermost condition first."""

from __future__ import annotations

from tests import toy

from weighbridge.core.condition import ALWAYS, When, all_of, any_of, at_least, not_
from weighbridge.core.provision import Spared
from weighbridge.engine.trace import Traced, annotate, layout, roots, size

RIPE, ORGANIC, GIFT, WAXED = toy.RIPE.holds, toy.ORGANIC.holds, toy.GIFT.holds, toy.WAXED.holds
RULE = all_of(RIPE, any_of(ORGANIC, not_(GIFT)))


def test_every_condition_takes_one_place_and_what_is_in_a_term_takes_none() -> None:
    assert size(RIPE) == 1
    assert size(RULE) == 6
    assert size(at_least(When(RULE, toy.WEIGHT.term), toy.LIMIT)) == 1


def test_a_restriction_is_traced_with_its_provisos() -> None:
    assert list(roots(toy.requirement(RIPE))) == [RIPE]
    assert list(roots(toy.restriction(RIPE, Spared("GIFT"), Spared("SEED", GIFT)))) == [RIPE, ALWAYS, GIFT]


def test_provisions_stand_in_the_order_of_the_rulebook() -> None:
    rulebook = toy.rulebook(
        toy.scope(), toy.requirement(RULE), toy.restriction(RIPE, Spared("GIFT", not_(WAXED))), toy.prohibition()
    )

    assert layout(rulebook) == {"scope": 0, "license": 1, "restriction": 7, "ban": 10}


def test_a_condition_is_annotated_with_the_truths_from_its_place_on() -> None:
    plan = toy.plan(toy.scope(), toy.requirement(RULE))
    truths = plan.trace({"ripe": True, "gift": False})

    assert annotate(RULE, truths, 1) == Traced(
        RULE,
        True,
        (
            Traced(RIPE, True, ()),
            Traced(
                any_of(ORGANIC, not_(GIFT)),
                True,
                (Traced(ORGANIC, None, ()), Traced(not_(GIFT), True, (Traced(GIFT, False, ()),))),
            ),
        ),
    )
