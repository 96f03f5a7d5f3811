"""Takes the fields of one row, whatever file it stands in, and notes what is wrong with each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Any, TypeVar

from weighbridge.core.text import Text, same
from weighbridge.parties.ownership.read.faults import Faults, nearest
from weighbridge.parties.ownership.share import UNKNOWN, WHOLE, Range, exactly

Word = TypeVar("Word", bound=StrEnum)

A_PERCENTAGE = Text(
    "a percentage from 0 to 100 such as 51 or 33.4, a range such as 25-50, >50, <25, or nothing if unknown",
    "0 至 100 之百分比（如 51、33.4）、範圍（如 25-50、>50、<25），不明則留空",
)
A_DAY = Text("a date as YYYY-MM-DD, or nothing", "日期，格式 YYYY-MM-DD，或留空")
A_NAME = Text("a name", "名稱")
YES_NO = Text("yes or no", "yes 或 no")
UNKNOWN_WORDS = ("", "?", "unknown", "n/a")
LONGEST_NUMBER = 40
NUMBER = r"([0-9]+(?:\.[0-9]+)?)\s*%?"
FORMS = (
    (re.compile(rf"{NUMBER}"), lambda a: (a, a)),
    (re.compile(rf"{NUMBER}\s*(?:-|–|\.\.|to)\s*{NUMBER}"), lambda a, b: (a, b)),
    (re.compile(rf">=?\s*{NUMBER}"), lambda a: (a, Fraction(100))),
    (re.compile(rf"<=?\s*{NUMBER}"), lambda a: (Fraction(0), a)),
)


class NoSuchPlace(Exception):
    """No place, or several, have this name; `nearest` are names that one has."""

    def __init__(self, nearest: tuple[str, ...] = ()) -> None:
        self.nearest = nearest
        super().__init__(", ".join(nearest))


FindPlace = Callable[[str], str]
"""From a name or code to an ISO 3166-1 alpha-2 code; raises NoSuchPlace."""


class Row:
    """One row. Every `take` notes what is wrong with a field and yields None in its place."""

    def __init__(self, where: str, content: Mapping[str, Any], faults: Faults) -> None:
        self.where = where
        self.content = content
        self.faults = faults

    def wrong(self, field: str, found: object, problem: Text, accepted: Text, near: Iterable[str] = ()) -> None:
        """Note a fault of one field."""
        self.faults.add(self.where, field, found, problem, accepted, near)

    def text(self, field: str) -> str:
        """A text; empty where nothing stands."""
        found = self.content.get(field)
        if isinstance(found, str):
            return " ".join(found.split())
        return "" if found is None or isinstance(found, list | dict) else str(found)

    def name(self, field: str) -> str | None:
        """A text that must stand there."""
        found = self.text(field)
        if not found:
            self.wrong(field, self.content.get(field), Text("It is missing.", "未填。"), A_NAME)
        return found or None

    def share(self, field: str) -> Range | None:
        """A percentage as an exact share, a range of them, or the whole range where it is unknown."""
        written = self.text(field)
        try:
            found = read_share(written)
        except ValueError:
            self.wrong(field, written, Text("It is not a percentage.", "並非百分比。"), A_PERCENTAGE)
            return None
        if found.high > WHOLE:
            self.wrong(field, written, Text("It is more than 100 percent.", "大於百分之百。"), A_PERCENTAGE)
        elif found.low > found.high:
            self.wrong(field, written, Text("The range is reversed.", "範圍上下顛倒。"), A_PERCENTAGE)
        else:
            return found
        return None

    def day(self, field: str) -> date | None:
        """A calendar date."""
        written = self.text(field)
        try:
            return date.fromisoformat(written) if written else None
        except ValueError:
            self.wrong(field, written, Text("There is no such date.", "無此日期。"), A_DAY)
            return None

    def word(self, field: str, among: type[Word], otherwise: Word) -> Word:
        """One of a few words; `otherwise` where nothing stands."""
        written = self.text(field).lower()
        if not written or written in tuple(among):
            return among(written) if written else otherwise
        accepted = same(", ".join(among))
        self.wrong(field, written, Text("It is not one of the accepted words.", "並非可接受之詞。"), accepted)
        return otherwise

    def truth(self, field: str) -> bool:
        """Yes or no; no where nothing stands."""
        written = self.text(field).lower()
        if written not in ("", "no", "false", "yes", "true"):
            self.wrong(field, written, Text("It is neither yes nor no.", "並非 yes 或 no。"), YES_NO)
        return written in ("yes", "true")

    def place(self, field: str, find: FindPlace) -> str | None:
        """An ISO 3166-1 alpha-2 code, whatever name was written."""
        written = self.text(field)
        if not written or written.lower() in UNKNOWN_WORDS:
            return None
        try:
            return find(written)
        except NoSuchPlace as unknown:
            accepted = Text("an ISO 3166-1 alpha-2 code or a country's name", "ISO 3166-1 二字母代碼或國名")
            self.wrong(field, written, Text("No place has this name.", "查無此地。"), accepted, unknown.nearest)
            return None

    def refuse_unknown(self, known: tuple[str, ...]) -> None:
        """Note every field that is not read, with the nearest that is."""
        for field in self.content:
            if field not in known:
                refuse_field(self.faults, self.where, str(field), known)


def refuse_field(faults: Faults, where: str, field: str, known: tuple[str, ...]) -> None:
    """Note a field or column that is not read."""
    faults.add(
        where, field, None, Text("There is no such field.", "無此欄位。"), same(", ".join(known)), nearest(field, known)
    )


@lru_cache(maxsize=1 << 15)
def read_share(written: str) -> Range:
    """A percentage as written. `>50` is taken as at least 50, `<25` as at most 25.

    Raises:
        ValueError: it is not one.
    """
    if written.lower() in UNKNOWN_WORDS:
        return UNKNOWN
    for form, bounds in FORMS:
        if found := form.fullmatch(written):
            low, high = bounds(*map(_fraction, found.groups()))
            return exactly(low / 100) if low == high else Range(low / 100, high / 100)
    raise ValueError(written)


def _fraction(digits: str) -> Fraction:
    if len(digits) > LONGEST_NUMBER:
        raise ValueError(digits)
    return Fraction(digits)
