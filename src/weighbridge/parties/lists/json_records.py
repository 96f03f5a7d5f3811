"""The records of trade.gov's JSON, one after another, without holding the file in memory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import TextIOWrapper

from weighbridge.core.text import Text
from weighbridge.parties.lists.faults import UnreadableList

PIECE = 1 << 18
LONGEST_VALUE = 16 << 20
"""In characters. A value that does not end within them is taken for broken."""

WHITE = " \t\r\n"

BROKEN = Text(
    "Line {0}: the JSON breaks off or is damaged there. A damaged JSON file is not imported in part; get it anew.",
    "第 {0} 行：JSON 於該處中斷或損壞。損壞的 JSON 檔案不予部分匯入；請重新取得。",
)
NO_RESULTS = Text(
    "The JSON has no list `results`, where trade.gov's file keeps its records.",
    "JSON 中沒有 `results` 陣列；trade.gov 檔案的紀錄均置於其中。",
)


def json_records(stream: TextIOWrapper) -> Iterator[tuple[int, object]]:
    """Each element of the list `results`, with the line on which it begins.

    Raises:
        UnreadableList: the JSON is broken, or has no such list.
    """
    scanner = _Scanner(stream)
    scanner.expect("{")
    while not scanner.passed("}"):
        key = scanner.value()
        scanner.expect(":")
        if key == "results" and scanner.passed("["):
            yield from scanner.elements()
            return
        scanner.value()
        scanner.passed(",")
    raise UnreadableList(NO_RESULTS)


class _Scanner:
    """Takes JSON values off the front of a stream."""

    def __init__(self, stream: TextIOWrapper) -> None:
        self._stream = stream
        self._decoder = json.JSONDecoder()
        self._text = ""
        self._at = 0
        self.line = 1

    def elements(self) -> Iterator[tuple[int, object]]:
        """The elements of an array whose bracket has been passed, to its end and that of the file."""
        while not self.passed("]"):
            self._skip_white()
            line = self.line
            yield line, self.value()
            if not self.passed(",") and self._peek() != "]":
                raise self._broken()
        while self._peek():  # What comes after: that the file is whole shows in its last bracket alone.
            if self.passed("}"):
                self._skip_white()
                if not self._peek():
                    return
                raise self._broken()
            self.expect(",")
            self.value()
            self.expect(":")
            self.value()
        raise self._broken()

    def value(self) -> object:
        """The next value, however long, within bounds."""
        self._skip_white()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError:
                end = -1
            # A number at the very end of what has been read may go on.
            if 0 <= end < len(self._text):
                self._advance(end)
                return value
            if len(self._text) - self._at > LONGEST_VALUE or not self._more():
                if end >= 0:
                    self._advance(end)
                    return value
                raise self._broken()

    def expect(self, mark: str) -> None:
        """Take this mark, or call the file broken."""
        if not self.passed(mark):
            raise self._broken()

    def passed(self, mark: str) -> bool:
        """Take this mark if it comes next."""
        if self._peek() != mark:
            return False
        self._advance(self._at + 1)
        return True

    def _peek(self) -> str:
        self._skip_white()
        return self._text[self._at : self._at + 1]

    def _skip_white(self) -> None:
        while True:
            end = self._at
            while end < len(self._text) and self._text[end] in WHITE:
                end += 1
            self._advance(end)
            if end < len(self._text) or not self._more():
                return

    def _advance(self, end: int) -> None:
        self.line += self._text.count("\n", self._at, end)
        self._at = end

    def _more(self) -> bool:
        """Read on, as much again as waits already, so that a long value is tried a few times only."""
        piece = self._stream.read(max(PIECE, len(self._text) - self._at))
        self._text, self._at = self._text[self._at :] + piece, 0
        return bool(piece)

    def _broken(self) -> UnreadableList:
        return UnreadableList(BROKEN.format(f"{self.line:,}"))
