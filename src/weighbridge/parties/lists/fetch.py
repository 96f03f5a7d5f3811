"""Fetching a list over HTTP: it comes whole and as published, or it is said what went wrong.

A transfer that breaks off is taken up where it broke, within the run and in the next one, as long as the server still
has the same file. What has come so far lies beside a note of what it is part of.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import httpx

import weighbridge
from weighbridge.core.errors import Unavailable
from weighbridge.core.text import Text
from weighbridge.parties.lists.file import ListFile
from weighbridge.parties.lists.headers import Promised, continues_at, promised

MOST_REDIRECTS = 5
TRY_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
FIRST_PAUSE_SECONDS = 1.0

Progress = Callable[[int, int | None], None]
"""Told how many bytes have come, and how many there are if the server says so."""

GO_ON = Text("Run the command again to go on.", "請重新執行以繼續。")
REFUSED = Text(
    "{0} answers {1} {2}. Check the address of the list, or save the file in a browser and import it.",
    "{0} 回應 {1} {2}。請檢查名單網址，或以瀏覽器另存檔案後匯入。",
)
NOT_REACHED = Text(
    "{0} cannot be reached: {1}. Check the network, or import a file: weighbridge lists import FILE.",
    "無法連線至 {0}：{1}。請檢查網路，或匯入檔案：weighbridge lists import FILE。",
)
BROKE_OFF = Text(
    "The transfer from {0} broke off after {1} of {2} bytes ({3}), {4} times in a row. What has come is kept; run the "
    "command again to go on from there.",
    "自 {0} 之傳輸於 {2} 位元組中的 {1} 中斷（{3}），連續 {4} 次。已收到之部分予以保留；請重新執行以繼續。",
)
UNKNOWN_LENGTH = Text("an unknown number of", "未知總數")
WRONG_CHECKSUM = Text(
    "The file from {0} is not the one published: its SHA-256 is {1}, expected was {2}. It was thrown away; the version "
    "held before is in use.",
    "自 {0} 取得之檔案與公布者不符：SHA-256 為 {1}，應為 {2}。該檔案已捨棄；仍沿用先前版本。",
)
DOWNGRADED = Text(
    "{0} redirects to {1}, which is not encrypted: anybody on the way could change the list. Refused.",
    "{0} 轉址至未加密之 {1}：途中任何人皆可竄改名單。拒絕使用。",
)
NO_ROOM = Text("The file cannot be kept in {0}: {1}.", "無法將檔案存於 {0}：{1}。")
UNDER_WAY = Text(
    "Another process is fetching this list already. Wait until it is done.", "另一程序正在取得此名單。請待其完成。"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to fetch. `held_etag` is the server's mark of the version that is held, `sha256` what the file must be."""

    address: str
    held_etag: str = ""
    sha256: str = ""
    timeout_seconds: float = 30.0
    attempts: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that came. `vouched` says that its end is known: by its length or by a checksum."""

    path: Path
    etag: str
    vouched: bool


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server still has what is held."""


@dataclass(slots=True)
class _Note:
    """What the part that has come is part of."""

    address: str = ""
    etag: str = ""
    modified: str = ""

    @property
    def validator(self) -> str:
        """What the server must confirm before the part is continued; a weak mark does not promise the same bytes."""
        return self.etag if self.etag and not self.etag.startswith("W/") else self.modified


class _Broken(Exception):
    """A transfer that may succeed when it is tried again."""


def fetch(
    wanted: Wanted,
    folder: Path,
    name: str,
    progress: Progress = lambda done, of: None,
    pause: Callable[[float], None] = time.sleep,
) -> Fetched | NotModified:
    """Fetch the file into `folder`; `name` tells the parts of several lists apart.

    Raises:
        Unavailable: the server cannot be reached or refuses, the transfer breaks off every time, the checksum is not
            the one expected, or there is no room.
    """
    try:
        with _locked(folder, name) as part, _client(wanted) as client:
            return _Transfer(wanted, part, progress).run(client, pause)
    except OSError as refused:
        raise Unavailable(NO_ROOM.format(str(folder), refused.strerror or str(refused))) from refused


class _Transfer:
    def __init__(self, wanted: Wanted, part: Path, progress: Progress) -> None:
        self.wanted = wanted
        self.part = part
        self.note_path = part.with_suffix(".json")
        self.progress = progress
        self.answer = Promised()

    def run(self, client: httpx.Client, pause: Callable[[float], None]) -> Fetched | NotModified:
        failures = 0
        while True:
            had = self._had()
            try:
                if self._once(client):
                    return NotModified()
                break
            except _Broken as broken:
                # An attempt that brought something is no failure: a slow line may break off often and still arrive.
                failures = 1 if self._had() > had else failures + 1
                if failures >= self.wanted.attempts:
                    raise Unavailable(self._broke_off(broken, failures)) from broken
                pause(FIRST_PAUSE_SECONDS * 2 ** (failures - 1))
        expected = self.wanted.sha256.lower() or self.answer.sha256
        if expected:
            self._check(expected)
        return Fetched(self.part, self.answer.etag, vouched=bool(expected) or self.answer.length is not None)

    def _once(self, client: httpx.Client) -> bool:
        """Ask once, and take what comes. True if the server still has what is held."""
        try:
            with client.stream("GET", self.wanted.address, headers=self._headers()) as response:
                if response.status_code == httpx.codes.NOT_MODIFIED:
                    return True
                self._judge(response)
                self._take(response)
        except httpx.TooManyRedirects as round_and_round:
            raise Unavailable(NOT_REACHED.format(self.wanted.address, str(round_and_round))) from round_and_round
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as wrong:
            raise Unavailable(NOT_REACHED.format(self.wanted.address, str(wrong))) from wrong
        except httpx.TransportError as broken:
            raise _Broken(str(broken) or type(broken).__name__) from broken
        if self.answer.length is not None and self._had() != self.answer.length:
            raise _Broken(f"{self._had()} of {self.answer.length} bytes")
        return False

    def _headers(self) -> dict[str, str]:
        note = self._note()
        if self._had() and note.address == self.wanted.address and note.validator:
            return {"Range": f"bytes={self._had()}-", "If-Range": note.validator}
        self._begin_anew()
        return {"If-None-Match": self.wanted.held_etag} if self.wanted.held_etag else {}

    def _judge(self, response: httpx.Response) -> None:
        """Go on only with an answer that brings the file."""
        status = response.status_code
        for hop in (*response.history, response):
            if self.wanted.address.startswith("https:") and hop.url.scheme != "https":
                raise Unavailable(DOWNGRADED.format(self.wanted.address, str(hop.url)))
        if status == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
            self._begin_anew()
            raise _Broken("the file has changed on the server")
        if status in TRY_AGAIN:
            raise _Broken(f"{status} {response.reason_phrase}")
        if status not in (httpx.codes.OK, httpx.codes.PARTIAL_CONTENT):
            raise Unavailable(REFUSED.format(self.wanted.address, str(status), response.reason_phrase))
        if status == httpx.codes.PARTIAL_CONTENT and not continues_at(response, self._had()):
            self._begin_anew()
            raise _Broken("the server sent another part of the file")

    def _take(self, response: httpx.Response) -> None:
        """Write what comes: after the part that has come before, or from the beginning."""
        whole = response.status_code == httpx.codes.OK
        self.answer = promised(response)
        if whole:
            self._begin_anew()
            note = _Note(self.wanted.address, self.answer.etag, response.headers.get("last-modified", ""))
            self.note_path.write_text(json.dumps(asdict(note)), encoding="utf-8")
        with self.part.open("ab") as file:
            for piece in response.iter_raw():  # As it comes: gathered pieces would be lost when it breaks off.
                file.write(piece)
                self.progress(file.tell(), self.answer.length)

    def _check(self, expected: str) -> None:
        """The checksum of the file as served, or of what it holds unpacked: publishers give either."""
        with self.part.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if expected not in (found, ListFile(self.part).content().sha256):
            self._begin_anew()
            raise Unavailable(WRONG_CHECKSUM.format(self.wanted.address, found, expected))

    def _broke_off(self, broken: _Broken, failures: int) -> Text:
        if not self._had():
            return NOT_REACHED.format(self.wanted.address, str(broken))
        length = Text(*[f"{self.answer.length:,}"] * 2) if self.answer.length else UNKNOWN_LENGTH
        return BROKE_OFF.format(self.wanted.address, f"{self._had():,}", length, str(broken), str(failures))

    def _had(self) -> int:
        return self.part.stat().st_size if self.part.exists() else 0

    def _note(self) -> _Note:
        try:
            return _Note(**json.loads(self.note_path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return _Note()

    def _begin_anew(self) -> None:
        self.part.unlink(missing_ok=True)
        self.note_path.unlink(missing_ok=True)


@contextmanager
def _locked(folder: Path, name: str) -> Iterator[Path]:
    """The path of the part, for this process alone."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{name}.lock").open("wb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Unavailable(UNDER_WAY) from None
        yield folder / f"{name}.part"


def _client(wanted: Wanted) -> httpx.Client:
    # No compression on the way: a compressed transfer cannot be taken up where it broke off.
    headers = {"Accept-Encoding": "identity", "User-Agent": f"weighbridge/{weighbridge.__version__}"}
    return httpx.Client(
        headers=headers, timeout=wanted.timeout_seconds, follow_redirects=True, max_redirects=MOST_REDIRECTS
    )
