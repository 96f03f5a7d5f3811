"""Three values: the truth tables in full."""

from __future__ import annotations

import itertools

import pytest

from weighbridge.core.truth import Truth, all_hold, any_holds, negated

VALUES: tuple[Truth, ...] = (True, False, None)


@pytest.mark.parametrize(
    ("one", "two", "both", "either"),
    [
        (True, True, True, True),
        (True, False, False, True),
        (True, None, None, True),
        (False, False, False, False),
        (False, None, False, None),
        (None, None, None, None),
    ],
)
def test_two_truths_join_as_the_tables_say(one: Truth, two: Truth, both: Truth, either: Truth) -> None:
    assert all_hold((one, two)) is all_hold((two, one)) is both
    assert any_holds((one, two)) is any_holds((two, one)) is either


def test_nothing_to_hold_holds_and_nothing_to_choose_from_does_not() -> None:
    assert all_hold(()) is True
    assert any_holds(()) is False


@pytest.mark.parametrize(("truth", "opposite"), [(True, False), (False, True), (None, None)])
def test_the_opposite_of_the_unstated_is_unstated(truth: Truth, opposite: Truth) -> None:
    assert negated(truth) is opposite


@pytest.mark.parametrize("parts", list(itertools.product(VALUES, repeat=3)))
def test_all_and_any_are_each_others_mirror(parts: tuple[Truth, ...]) -> None:
    assert all_hold(parts) is negated(any_holds(negated(part) for part in parts))


@pytest.mark.parametrize("parts", list(itertools.product(VALUES, repeat=3)))
def test_an_iterator_is_read_only_once(parts: tuple[Truth, ...]) -> None:
    assert all_hold(iter(parts)) is all_hold(parts)
    assert any_holds(iter(parts)) is any_holds(parts)
