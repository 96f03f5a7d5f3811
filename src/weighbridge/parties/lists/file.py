"""A list as a file: plain or compressed with gzip, hashed, and handed out line by line in bounded memory."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from weighbridge.core.text import Text
from weighbridge.parties.lists.faults import RowFault, UnreadableList

GZIP = b"\x1f\x8b"
HEAD_BYTES = 65_536
PIECE_BYTES = 1 << 20
MOST_BYTES = 4 << 30
"""A list of more than 4 GiB, unpacked, is taken for a mistake or an attack."""

LONGEST_LINE = 16 << 20
"""In characters. The longest line of the real lists is some 20,000."""

UNUSABLE = re.compile("[\x00\ud800-\udfff]")
"""NUL, and what the decoder leaves of bytes that are no UTF-8: no store keeps either."""

NOT_THERE = Text("{0} cannot be read: {1}.", "無法讀取 {0}：{1}。")
CUT_OFF = Text(
    "{0} is broken off or damaged: its gzip stream does not end as it should. Get the file anew.",
    "{0} 不完整或已損壞：其 gzip 串流未正常結束。請重新取得檔案。",
)
TOO_LARGE = Text(
    "{0} holds more than {1} bytes, unpacked; no screening list does. Check where it comes from.",
    "{0} 解壓縮後超過 {1} 位元組，無任何篩查名單如此龐大。請查明其來源。",
)
LINE_TOO_LONG = Text(
    "The line is longer than {0} characters; no list writes such a line.", "該行超過 {0} 個字元；無任何名單有此長度。"
)
NUL = Text("It holds a NUL byte; the file is damaged or is no text.", "含有 NUL 位元組；檔案已損壞或並非文字檔。")
NOT_UTF8 = Text(
    "The byte 0x{0} is not UTF-8 there. Save the file as UTF-8.", "該處位元組 0x{0} 並非 UTF-8。請以 UTF-8 儲存檔案。"
)


@dataclass(frozen=True, slots=True)
class Content:
    """What the file holds, unpacked: SHA-256 of it in hexadecimal, and its length in bytes."""

    sha256: str
    bytes: int


class ListFile:
    """A file that holds a list; it is opened anew for each reading, so that it may be read twice."""

    def __init__(self, path: Path) -> None:
        """Look at the file's beginning.

        Raises:
            UnreadableList: it is not there, or may not be read.
        """
        self.path = path
        self._at = 0
        try:
            self.size = path.stat().st_size
            with path.open("rb") as file:
                self.compressed = file.read(2) == GZIP
        except OSError as refused:
            raise UnreadableList(NOT_THERE.format(str(path), refused.strerror or str(refused))) from refused

    @property
    def share_read(self) -> int:
        """How much of the file the reading that goes on has taken, in percent."""
        return 100 * self._at // self.size if self.size else 100

    def head(self) -> bytes:
        """The beginning, unpacked."""
        with self._open() as stream:
            return stream.read(HEAD_BYTES)

    def content(self) -> Content:
        """Read it all for its digest."""
        digest, length = sha256(), 0
        with self._open() as stream:
            while piece := stream.read(PIECE_BYTES):
                digest.update(piece)
                length += len(piece)
                if length > MOST_BYTES:
                    raise UnreadableList(TOO_LARGE.format(self.path.name, f"{MOST_BYTES:,}"))
        return Content(digest.hexdigest(), length)

    @contextmanager
    def text(self) -> Iterator[io.TextIOWrapper]:
        """The content as text. A byte that is no UTF-8 comes as a lone surrogate, for `unusable` to find."""
        with self._open() as stream:
            yield io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")

    @contextmanager
    def _open(self) -> Iterator[BinaryIO]:
        try:
            with self.path.open("rb") as raw:
                counted = _Counted(raw, self)
                packed = gzip.GzipFile(fileobj=counted) if self.compressed else counted
                yield io.BufferedReader(packed, PIECE_BYTES)
        except (EOFError, gzip.BadGzipFile, zlib.error) as damaged:
            raise UnreadableList(CUT_OFF.format(self.path.name)) from damaged
        except OSError as refused:
            raise UnreadableList(NOT_THERE.format(str(self.path), refused.strerror or str(refused))) from refused


class _Counted(io.RawIOBase):
    """Passes a file on and tells how far it has been read."""

    def __init__(self, raw: BinaryIO, file: ListFile) -> None:
        self._raw = raw
        self._file = file
        file._at = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        piece = self._raw.read(len(buffer))
        buffer[: len(piece)] = piece
        self._file._at += len(piece)
        return len(piece)


def numbered_lines(stream: io.TextIOWrapper) -> Iterator[tuple[int, str] | RowFault]:
    """Each line with its number, its end included; a line beyond all measure comes as a fault."""
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE and not line.endswith("\n"):
            while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith("\n"):
                pass
            yield RowFault(number, LINE_TOO_LONG.format(f"{LONGEST_LINE:,}"))
        else:
            yield number, line


def unusable(text: str) -> Text | None:
    """What makes the text unusable: a NUL, or bytes that are no UTF-8. None where nothing does."""
    if text.isascii() and "\x00" not in text:
        return None
    found = UNUSABLE.search(text)
    if found is None:
        return None
    character = found.group()
    return NUL if character == "\x00" else NOT_UTF8.format(f"{ord(character) & 0xFF:02X}")


def hidden(value: object) -> Text | None:
    """What makes a text within a JSON value unusable: escapes can write a NUL, or half a character."""
    if isinstance(value, str):
        return unusable(value)
    parts = [*value, *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else ()
    return next(filter(None, map(hidden, parts)), None)
