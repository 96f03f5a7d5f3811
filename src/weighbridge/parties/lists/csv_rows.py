"""Rows of a CSV file with the line on which each begins; a broken row costs itself and no other."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import TextIOWrapper

from weighbridge.core.text import Text
from weighbridge.parties.lists.faults import RowFault
from weighbridge.parties.lists.file import numbered_lines, unusable

END_OF_FILE = "\x1a"
"""Some agencies' files end in the mark that MS-DOS used."""

WRONG_NUMBER = Text("It has {0} fields where the header has {1}.", "有 {0} 個欄位，標題列卻有 {1} 個。")
BROKEN_QUOTES = Text("Its quotation marks do not close as they should ({0}).", "其引號未依規則成對（{0}）。")


MANY_COLUMNS = 8
"""From here on a line of a long text is not taken for a row by chance."""


class _Lines:
    """Hands lines to the CSV reader, and remembers those of the row that is being read."""

    def __init__(self, stream: TextIOWrapper, delimiter: str) -> None:
        self._lines = numbered_lines(stream)
        self.delimiter = delimiter
        self._again: list[tuple[int, str]] = []
        self.taken: list[tuple[int, str]] = []
        self.fault: RowFault | None = None

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else next(self._lines)
        if isinstance(line, RowFault):
            self.fault = line
            raise StopIteration
        self.taken.append(line)
        return line[1]

    def begin_again(self) -> None:
        """Give up the first line of the row, and hand out those after it anew."""
        self._again += reversed(self.taken[1:])
        self.fault = None


def csv_rows(
    stream: TextIOWrapper, columns: Sequence[str], delimiter: str
) -> Iterator[tuple[int, dict[str, str]] | RowFault]:
    """Each row below the header, as a mapping from `columns`.

    A quotation mark that is not closed swallows the lines after it. So of a row that turns out broken only the first
    line is given up, and the reader begins again on the next.
    """
    lines = _Lines(stream, delimiter)
    next(csv.reader(lines, delimiter=delimiter), None)  # The header: whoever asks for rows has read it.
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.taken.clear()
        row: list[str] = []
        problem: Text | None = None
        try:
            row = next(reader)
        except csv.Error as broken:
            problem = BROKEN_QUOTES.format(str(broken))
        except StopIteration:
            if lines.fault is None:
                return
        if lines.fault is None and not problem and len(row) < 2 and not "".join(row).strip(" " + END_OF_FILE):
            continue
        problem = problem or _problem(row, lines, len(columns))
        if lines.fault is None and problem is None:
            yield lines.taken[0][0], dict(zip(columns, row, strict=True))
            continue
        if lines.taken and problem:
            yield RowFault(lines.taken[0][0], problem)
        if lines.fault:
            yield lines.fault
        lines.begin_again()
        reader = csv.reader(lines, delimiter=delimiter, strict=True)


def _problem(row: Sequence[str], lines: _Lines, expected: int) -> Text | None:
    for _, line in lines.taken:
        if found := unusable(line):
            return found
    if len(row) != expected:
        return WRONG_NUMBER.format(str(len(row)), str(expected))
    # The quotation marks of two broken rows may fit each other, and hide the whole rows between them.
    if expected >= MANY_COLUMNS and any(_is_a_row(line, lines.delimiter, expected) for _, line in lines.taken[1:]):
        return BROKEN_QUOTES.format("a whole row stands within a field")
    return None


def _is_a_row(line: str, delimiter: str, expected: int) -> bool:
    try:
        return len(next(csv.reader([line], delimiter=delimiter, strict=True), ())) == expected
    except csv.Error:
        return False
