"""In which layout a file is written: found from its beginning, or named by whoever imports it."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass
from enum import StrEnum

from weighbridge.core.text import Text
from weighbridge.parties.lists import consolidated, own
from weighbridge.parties.lists.faults import UnknownFormat, UnreadableList


class Format(StrEnum):
    """The layouts that can be read."""

    CONSOLIDATED_CSV = "consolidated-csv"
    CONSOLIDATED_JSON = "consolidated-json"
    FOLLOW_THE_MONEY = "ftm"
    OWN_CSV = "own-csv"


USUAL_SOURCE = {
    Format.CONSOLIDATED_CSV: "consolidated",
    Format.CONSOLIDATED_JSON: "consolidated",
    Format.FOLLOW_THE_MONEY: "opensanctions",
    Format.OWN_CSV: "own",
}
"""Under which name a list of the layout is kept unless another is given."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A format; of a CSV also its columns and what stands between them."""

    format: Format
    columns: tuple[str, ...] = ()
    delimiter: str = ","


BYTE_ORDER_MARK = b"\xef\xbb\xbf"
OTHER_ENCODINGS = (b"\xff\xfe", b"\xfe\xff")
NO_TEXT_FILES = {
    b"PK\x03\x04": "ZIP or Excel",
    b"%PDF": "PDF",
    b"\xd0\xcf\x11\xe0": "Excel",
    b"SQLite format": "SQLite",
}
WEB_PAGE = re.compile(rb"\s*<(!doctype\s+html|html|head|body|\?xml)", re.IGNORECASE)

EMPTY = Text("The file is empty. Get it anew.", "檔案為空。請重新取得。")
WEB_PAGE_INSTEAD = Text(
    "This is a web page or XML, not a list: it begins with {0}. The server may ask to log in, or the address has "
    "changed. Open the address in a browser and save the file itself.",
    "這是網頁或 XML，並非名單：開頭為 {0}。伺服器可能要求登入，或網址已變更。請以瀏覽器開啟網址並另存檔案本身。",
)
UTF_16 = Text("The file is UTF-16. Save it as UTF-8.", "檔案為 UTF-16。請另存為 UTF-8。")
NO_TEXT = Text(
    "This is a {0} file, not text. Export the list as CSV or JSON.", "這是 {0} 檔，並非文字檔。請匯出為 CSV 或 JSON。"
)
UNKNOWN = Text(
    "The format of the file is not known; it begins with {0}. Read are trade.gov's Consolidated Screening List as CSV "
    "(columns source, name, …) or JSON (a list `results`), OpenSanctions entities as JSON lines (schema, properties), "
    "and a CSV of your own (column name, and any of {1}).",
    "無法辨識檔案格式；開頭為 {0}。可讀取：trade.gov 綜合篩查名單之 CSV（欄位 source、name……）或 JSON"
    "（`results` 陣列）、OpenSanctions 實體之 JSON 行檔（schema、properties），以及自有 CSV（欄位 name，另可有 {1}）。",
)
NOT_AS_NAMED = Text(
    "The file was said to be {0} but is {1}. Leave the format out, or name the right file.",
    "指定格式為 {0}，檔案卻為 {1}。請勿指定格式，或改用正確檔案。",
)


def layout_of(head: bytes, named: Format | None = None) -> Layout:
    """The layout of a file that begins with these bytes.

    Raises:
        UnreadableList: it is empty, a web page, no text, or no UTF-8; or it is not what it was said to be.
        UnknownFormat: it is none of the formats that are read.
    """
    _refuse_what_is_no_list(head)
    found = _found(head.removeprefix(BYTE_ORDER_MARK).decode("utf-8", errors="replace"))
    if found is None:
        raise UnknownFormat(UNKNOWN.format(repr(_beginning(head)), ", ".join(own.COLUMNS)))
    if named and named is not found.format:
        raise UnreadableList(NOT_AS_NAMED.format(named, found.format))
    if found.format is Format.OWN_CSV:
        own.check_columns(found.columns)
    if found.format is Format.CONSOLIDATED_CSV:
        consolidated.check_columns(found.columns)
    return found


def _refuse_what_is_no_list(head: bytes) -> None:
    if not head.strip():
        raise UnreadableList(EMPTY)
    if head.startswith(OTHER_ENCODINGS):
        raise UnreadableList(UTF_16)
    for beginning, kind in NO_TEXT_FILES.items():
        if head.startswith(beginning):
            raise UnreadableList(NO_TEXT.format(kind))
    if WEB_PAGE.match(head.removeprefix(BYTE_ORDER_MARK)):
        raise UnreadableList(WEB_PAGE_INSTEAD.format(repr(_beginning(head))))


def _found(text: str) -> Layout | None:
    if text.lstrip().startswith("{"):
        first_line = text.lstrip().partition("\n")[0]
        try:
            entity = json.loads(first_line)
        except ValueError:
            entity = None
        if isinstance(entity, dict) and {"schema", "properties"} <= entity.keys():
            return Layout(Format.FOLLOW_THE_MONEY)
        # An entity whose line is longer than what was read is known by how it begins.
        if entity is None and '"schema"' in first_line and '"properties"' in first_line and '"results"' not in text:
            return Layout(Format.FOLLOW_THE_MONEY)
        return Layout(Format.CONSOLIDATED_JSON) if '"results"' in text else None
    for delimiter in ",;\t":
        columns = tuple(next(csv.reader(text.splitlines(), delimiter=delimiter), ()))
        names = tuple(column.strip().lower() for column in columns)
        if {"source", "source_list_url"} <= set(names):
            return Layout(Format.CONSOLIDATED_CSV, names, delimiter)
        if "name" in names:
            return Layout(Format.OWN_CSV, names, delimiter)
    return None


def _beginning(head: bytes) -> str:
    return head[:60].decode("utf-8", errors="replace").strip()
