"""What a database can refuse, in words that say what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError

from weighbridge.core.errors import Unavailable
from weighbridge.core.text import Text

FULL = Text(
    "No room is left for the store {0}. What it held before is intact. Free some space there, then run the command "
    "again.",
    "資料庫 {0} 所在處已無空間。先前內容完好無損。請騰出空間後重新執行。",
)
BUSY = Text(
    "The store {0} is being written by another process. Wait until it is done, then run the command again.",
    "資料庫 {0} 正由另一程序寫入。請待其完成後重新執行。",
)
READ_ONLY = Text(
    "The store {0} cannot be written: {1}. Check who owns the file and its folder.",
    "無法寫入資料庫 {0}：{1}。請檢查檔案及資料夾之擁有者與權限。",
)
NO_STORE = Text(
    "{0} is no store of Weighbridge, or it is damaged: {1}. Name another with --store or WEIGHBRIDGE_STORE.",
    "{0} 並非 Weighbridge 資料庫，或已損壞：{1}。請以 --store 或 WEIGHBRIDGE_STORE 指定另一個。",
)
OUT_OF_REACH = Text("The store {0} cannot be reached: {1}", "無法連線至資料庫 {0}：{1}")

DISK_FULL, LOCK_TIMEOUT = "53100", "55P03"
"""PostgreSQL's codes."""


@contextmanager
def store_errors(shown: str) -> Iterator[None]:
    """Turn what the database refuses into `Unavailable`; `shown` is the store's address without its password."""
    try:
        yield
    except DatabaseError as refused:
        raise Unavailable(_text(refused.orig or refused, shown)) from refused


def _text(refused: BaseException, shown: str) -> Text:
    said = (str(refused).strip().splitlines() or [type(refused).__name__])[0]
    code = getattr(refused, "sqlstate", None)
    lowered = said.lower()
    if code == DISK_FULL or "disk is full" in lowered:
        return FULL.format(shown)
    if code == LOCK_TIMEOUT or "database is locked" in lowered:
        return BUSY.format(shown)
    if "readonly" in lowered or "unable to open" in lowered:
        return READ_ONLY.format(shown, said)
    if "not a database" in lowered or "malformed" in lowered:
        return NO_STORE.format(shown, said)
    return OUT_OF_REACH.format(shown, said)
