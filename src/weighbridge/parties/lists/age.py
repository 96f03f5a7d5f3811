"""How old a list is, and whether that is too old to rest an answer on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from weighbridge.core.errors import Unavailable
from weighbridge.core.text import Text
from weighbridge.parties.lists.version import ListVersion

ALLOWED_DAYS = 7
"""Unless set otherwise for a source."""

AHEAD = 1
"""A list may be dated a day ahead: it can be tomorrow already where it was fetched."""

RESTS_ON = Text(
    "Screened against {0}, version {1} of {2} (SHA-256 {3}…, {4} entries).",
    "依 {0} 第 {1} 版（{2}，SHA-256 {3}……，{4} 項）篩查。",
)
STALE = Text(
    "The list {0} is {1} days old; {2} are allowed. Parties listed since are not found. Run weighbridge lists update.",
    "名單 {0} 已有 {1} 日未更新，容許 {2} 日。其後列入者無法查得。請執行 weighbridge lists update。",
)
FROM_THE_FUTURE = Text(
    "The list {0} is dated {1}, after {2}. Check the clock of this machine; how old the list is is not known.",
    "名單 {0} 日期為 {1}，晚於 {2}。請檢查本機時鐘；名單新舊不明。",
)
FAULTY = Text(
    "{0} rows of the list {1} could not be read when it was imported: whoever stands in them is not found.",
    "名單 {1} 匯入時有 {0} 行無法讀取：其中所列者無法查得。",
)


@dataclass(frozen=True, slots=True)
class Age:
    """A version of a list on a day."""

    version: ListVersion
    on: date
    allowed_days: int = ALLOWED_DAYS

    @property
    def days(self) -> int:
        """Since its publisher last gave it; below nought where it is dated after that day."""
        return (self.on - self.version.confirmed).days

    @property
    def stale(self) -> bool:
        """Whether it is too old, or its age is not known."""
        return not -AHEAD <= self.days <= self.allowed_days

    @property
    def warning(self) -> Text | None:
        """What is wrong with its age; None where it is fresh."""
        version = self.version
        if self.days < -AHEAD:
            return FROM_THE_FUTURE.format(version.source, version.confirmed.isoformat(), self.on.isoformat())
        if self.stale:
            return STALE.format(version.source, str(self.days), str(self.allowed_days))
        return None

    def says(self) -> tuple[Text, ...]:
        """What every answer that rests on the list must say."""
        version = self.version
        named = (version.source, str(version.number), version.confirmed.isoformat())
        rests_on = RESTS_ON.format(*named, version.sha256[:12], f"{version.parties:,}")
        faulty = FAULTY.format(f"{version.faulty:,}", version.source) if version.faulty else None
        return tuple(text for text in (rests_on, self.warning, faulty) if text)


class StaleLists(Unavailable):
    """Fresh lists were asked for, and some are too old."""

    def __init__(self, ages: Iterable[Age]) -> None:
        self.ages = tuple(ages)
        said = [age.warning for age in self.ages if age.warning]
        super().__init__(Text("\n".join(text.en for text in said), "\n".join(text.zh for text in said)))


def require_fresh(ages: Iterable[Age]) -> None:
    """That no list is too old.

    Raises:
        StaleLists: some are; all are named.
    """
    stale = [age for age in ages if age.stale]
    if stale:
        raise StaleLists(stale)
