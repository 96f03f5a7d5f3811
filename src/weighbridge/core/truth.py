"""Three-valued logic: True, False, and None for what nobody has stated."""

from __future__ import annotations

from collections.abc import Iterable

Truth = bool | None


def all_hold(parts: Iterable[Truth]) -> Truth:
    """True if every part holds, False if any fails, None if that turns on something unstated."""
    seen = tuple(parts)
    if False in seen:
        return False
    return None if None in seen else True


def any_holds(parts: Iterable[Truth]) -> Truth:
    """True if any part holds, False if every one fails, None if that turns on something unstated."""
    seen = tuple(parts)
    if True in seen:
        return True
    return None if None in seen else False


def negated(truth: Truth) -> Truth:
    """The opposite; what is unstated stays unstated."""
    return None if truth is None else not truth
