"""Takes the fields of a request one by one, noting faults instead of stopping at the first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from weighbridge.app.faults import Faults, nearest
from weighbridge.catalog.destinations import AmbiguousDestination, UnknownDestination, find_destination
from weighbridge.core.text import Text

NOTHING = object()
LARGEST_EXPONENT = 40
LONGEST = 60

A_NUMBER = Text("a number, zero or more", "零或正數")
A_WHOLE = Text("a whole number, one or more", "正整數")
A_PLACE = Text("an ISO 3166-1 alpha-2 code or a country's name", "ISO 3166-1 二字母代碼或國名")
A_DAY = Text("a date as YYYY-MM-DD", "日期，格式 YYYY-MM-DD")
# Duties fall due years after a transaction; the calendar must reach that far.
LAST_YEAR = 2999
TOO_FAR = Text(f"The date lies after the year {LAST_YEAR}.", f"日期晚於 {LAST_YEAR} 年。")
YES_NO = Text("true or false", "true 或 false")
A_MAPPING = Text("a mapping of fields", "欄位對映")


class Section:
    """A mapping inside a request. Every `take` notes what is wrong with a field and yields None in its place."""

    def __init__(self, content: Mapping[str, Any], faults: Faults, path: str = "") -> None:
        self.content = content
        self.faults = faults
        self.path = path
        self.known: set[str] = set()

    def name(self, key: str) -> str:
        """The full name of a field."""
        return f"{self.path}.{key}" if self.path else key

    def has(self, key: str) -> bool:
        """Whether the field is stated at all."""
        self.known.add(key)
        return self.content.get(key) is not None

    def raw(self, key: str) -> Any:
        """The field as it stands."""
        self.known.add(key)
        return self.content.get(key)

    def wrong(self, key: str, found: object, problem: Text, accepted: Text, near: Iterable[str] = ()) -> None:
        """Note a fault of one field."""
        self.faults.add(self.name(key), found, problem, accepted, near)

    def finish(self) -> None:
        """Note every field that nobody asked for, with the nearest accepted names."""
        for key in self.content:
            if key not in self.known:
                accepted = Text(", ".join(sorted(self.known)), "、".join(sorted(self.known)))
                self.wrong(
                    str(key),
                    None,
                    Text("There is no such field.", "無此欄位。"),
                    accepted,
                    nearest(str(key), self.known),
                )

    def section(self, key: str) -> Section | None:
        """A mapping of further fields."""
        found = self.raw(key)
        if found is None:
            return None
        if not isinstance(found, Mapping):
            self.wrong(key, found, Text("It is not a mapping.", "並非欄位對映。"), A_MAPPING)
            return None
        return Section(found, self.faults, self.name(key))

    def sections(self, key: str) -> list[Section]:
        """A list of mappings."""
        found = self.raw(key)
        if found is None:
            return []
        if not isinstance(found, list):
            self.wrong(
                key, found, Text("It is not a list.", "並非清單。"), Text("a list of mappings", "欄位對映之清單")
            )
            return []
        good = [(i, item) for i, item in enumerate(found) if isinstance(item, Mapping)]
        for i, item in enumerate(found):
            if not isinstance(item, Mapping):
                self.wrong(f"{key}[{i}]", item, Text("It is not a mapping.", "並非欄位對映。"), A_MAPPING)
        return [Section(item, self.faults, self.name(f"{key}[{i}]")) for i, item in good]

    def text(self, key: str) -> str | None:
        """A non-empty text."""
        found = self.raw(key)
        if found is None:
            return None
        if isinstance(found, bool | Mapping | list) or not str(found).strip():
            self.wrong(key, found, Text("It is not a text.", "並非文字。"), Text("a text", "文字"))
            return None
        return str(found).strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of non-empty texts; a single text stands for a list of one."""
        found = self.raw(key)
        items = found if isinstance(found, list) else [] if found is None else [found]
        each = Section({f"{key}[{i}]": item for i, item in enumerate(items)}, self.faults, self.path)
        return tuple(text for name in each.content if (text := each.text(name)))

    def word(self, key: str, among: Iterable[str]) -> str | None:
        """One of a few words."""
        found = self.text(key)
        return None if found is None else self._word(key, found, tuple(among))

    def words(self, key: str, among: Iterable[str]) -> list[str] | None:
        """A list of some of a few words; a single word stands for a list of one."""
        found = self.raw(key)
        if found is None:
            return None
        items = found if isinstance(found, list) else [found]
        accepted = tuple(among)
        return [w for item in items if (w := self._word(key, str(item), accepted)) is not None]

    def _word(self, key: str, found: str, accepted: tuple[str, ...]) -> str | None:
        if found in accepted:
            return found
        listed = Text(", ".join(accepted), "、".join(accepted))
        self.wrong(
            key,
            found,
            Text("It is not one of the accepted words.", "並非可接受之詞。"),
            listed,
            nearest(found, accepted),
        )
        return None

    def truth(self, key: str) -> bool | None:
        """True or false."""
        found = self.raw(key)
        if found is None or isinstance(found, bool):
            return found
        self.wrong(key, found, Text("It is neither true nor false.", "並非 true 或 false。"), YES_NO)
        return None

    def number(self, key: str, unit: str = "", *, positive: bool = False) -> Decimal | None:
        """An exact number, zero or more (or above zero)."""
        found = self.raw(key)
        return None if found is None else self.exact(key, found, unit, positive=positive)

    def exact(self, key: str, found: object, unit: str = "", *, positive: bool = False) -> Decimal | None:
        """Read `found` as the exact number of a field."""
        wanted = Text("a number above zero", "大於零之數") if positive else A_NUMBER
        accepted = Text(f"{wanted.en} ({unit})", f"{wanted.zh}（{unit}）") if unit else wanted
        number = parse_exact(found)
        if number is None:
            self.wrong(key, found, Text("It is not a number.", "並非數值。"), accepted)
        elif number < 0 or (positive and number == 0):
            self.wrong(
                key,
                found,
                Text("It is not above zero.", "並非大於零。") if number == 0 else Text("It is negative.", "為負數。"),
                accepted,
            )
        else:
            return number
        return None

    def whole(self, key: str) -> int | None:
        """A whole number, one or more."""
        found = self.raw(key)
        if found is None:
            return None
        number = parse_exact(found)
        if number is None or number < 1 or number != number.to_integral_value():
            self.wrong(key, found, Text("It is not a whole number above zero.", "並非正整數。"), A_WHOLE)
            return None
        return int(number)

    def day(self, key: str) -> date | None:
        """A calendar date."""
        found = self.raw(key)
        if found is None:
            return None
        try:
            day = date.fromisoformat(str(found))
        except ValueError:
            self.wrong(key, found, Text("There is no such date.", "無此日期。"), A_DAY)
            return None
        return self.near(key, day)

    def near(self, key: str, day: date) -> date | None:
        """The date, unless it lies so far ahead that it must be a slip of the pen."""
        if day.year > LAST_YEAR:
            self.wrong(key, day, TOO_FAR, A_DAY)
            return None
        return day

    def place(self, key: str) -> str | None:
        """A destination, location or headquarters: its ISO 3166-1 alpha-2 code, whatever name was written."""
        found = self.text(key)
        if found is None:
            return None
        try:
            return find_destination(found).iso2
        except UnknownDestination as unknown:
            self.wrong(key, found, Text("No destination has this name.", "查無此目的地。"), A_PLACE, unknown.nearest)
        except AmbiguousDestination as ambiguous:
            problem = Text("Several destinations have this name.", "有數個目的地使用此名稱。")
            self.wrong(key, found, problem, A_PLACE, ambiguous.candidates)
        return None


def parse_exact(found: object) -> Decimal | None:
    """An exact finite number of reasonable length; None if it is not one. Floats and booleans never are."""
    if isinstance(found, bool) or not isinstance(found, int | Decimal | str):
        return None
    written = str(found).strip().replace("_", "").replace(",", "")
    try:
        number = Decimal(written)
    except InvalidOperation:
        return None
    if not number.is_finite() or len(number.as_tuple().digits) > LONGEST or abs(number.adjusted()) > LARGEST_EXPONENT:
        return None
    return number
