"""What can be wrong with a list that is to be imported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from weighbridge.core.errors import Refusal
from weighbridge.core.text import Text

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class RowFault:
    """One row that cannot be read: the line of the file on which it begins, and what is wrong with it."""

    line: int
    problem: Text

    def sentence(self) -> Text:
        """The fault as one line for a person."""
        return Text(f"Line {self.line:,}: {self.problem.en}", f"第 {self.line:,} 行：{self.problem.zh}")


class UnreadableList(Refusal):
    """The file as a whole is no list that can be read: another format, broken off, or empty."""


class UnknownFormat(UnreadableList):
    """The file's format is none of those that are read."""


class FaultyRows(Refusal):
    """Rows of the list cannot be read, and nothing of it was imported. Carries the first faults and their number."""

    def __init__(self, faults: Sequence[RowFault], number: int) -> None:
        self.faults = tuple(faults)
        self.number = number
        shown = [fault.sentence() for fault in self.faults[:MOST_SHOWN]]
        hidden = number - len(shown)
        if hidden:
            shown.append(Text(f"… and {hidden:,} more.", f"……另有 {hidden:,} 行。"))
        shown.append(NOTHING_IMPORTED)
        super().__init__(Text("\n".join(line.en for line in shown), "\n".join(line.zh for line in shown)))


NOTHING_IMPORTED = Text(
    "Nothing was imported; the version held before is in use. Get the file anew, or import the rest with "
    "--on-error skip.",
    "未匯入任何資料；仍沿用先前版本。請重新取得檔案，或以 --on-error skip 匯入其餘各行。",
)
NO_PARTY = Text(
    "The file names no party at all. An empty list is never imported: it would match nobody. Get the file anew.",
    "檔案未列任何當事人。空名單一律不予匯入，因其不會比對到任何人。請重新取得檔案。",
)
