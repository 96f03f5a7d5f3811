"""Reads what somebody states for a fact into the exact value that conditions are tested on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from weighbridge.core.fact import Fact, FactValue, Kind, Row

UNKNOWN = "unknown"


class Misstated(ValueError):
    """What was stated does not fit the fact. `found` is the text, `accepted` what would fit."""

    def __init__(self, fact: Fact, found: object, accepted: str) -> None:
        self.fact = fact
        self.found = found
        self.accepted = accepted
        super().__init__(f"{fact.name}: found {found!r}; accepted: {accepted}.")


def read_stated(fact: Fact, written: Any) -> FactValue | None:
    """The value of `fact` as written in JSON, YAML or on the command line; None for `unknown`.

    Raises:
        Misstated: the type, word or number does not fit the fact. Booleans are never numbers, floats never exact.
    """
    if written is None or written == UNKNOWN:
        return None
    match fact.kind:
        case Kind.TRUTH:
            return _truth(fact, written)
        case Kind.NUMBER:
            return _number(fact, written)
        case Kind.DAY:
            return _day(fact, written)
        case Kind.WORD | Kind.PLACE | Kind.NAME:
            return _word(fact, written)
        case Kind.WORDS | Kind.PLACES:
            if not isinstance(written, list | tuple | set | frozenset):
                raise Misstated(fact, written, "a list")
            return frozenset(None if item is None or item == UNKNOWN else _word(fact, item) for item in written)
        case Kind.ROWS:  # pragma: no branch
            if not isinstance(written, list | tuple):
                raise Misstated(fact, written, "a list of rows")
            return tuple(_row(fact, row) for row in written)


def _truth(fact: Fact, written: object) -> bool:
    known = {"true": True, "yes": True, "false": False, "no": False}
    if isinstance(written, bool):
        return written
    if isinstance(written, str) and written.lower() in known:
        return known[written.lower()]
    raise Misstated(fact, written, "true or false")


def _number(fact: Fact, written: object) -> int | Decimal:
    accepted = f"a number of {fact.unit}, zero or more" if fact.unit else "a number, zero or more"
    if isinstance(written, bool) or not isinstance(written, int | Decimal | str):
        raise Misstated(fact, written, accepted)
    try:
        number = Decimal(written.replace("_", "").replace(",", "") if isinstance(written, str) else written)
    except InvalidOperation:
        raise Misstated(fact, written, accepted) from None
    if not number.is_finite() or number < 0:
        raise Misstated(fact, written, accepted)
    return number


def _day(fact: Fact, written: object) -> date:
    if type(written) is date:
        return written
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        raise Misstated(fact, written, "a date as YYYY-MM-DD") from None


def _word(fact: Fact, written: object) -> str:
    if not isinstance(written, str):
        raise Misstated(fact, written, "a word")
    words = [choice.word for choice in fact.choices]
    if words and written not in words:
        raise Misstated(fact, written, ", ".join(words))
    return written


def _row(fact: Fact, written: object) -> Row:
    columns = {column.name.rpartition(".")[2]: column for column in fact.columns}
    if not isinstance(written, Mapping) or not set(written) <= set(columns):
        raise Misstated(fact, written, f"a row with {', '.join(columns)}")
    return {columns[key].name: read_stated(columns[key], item) for key, item in written.items()}  # type: ignore[misc]
