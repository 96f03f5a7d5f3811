"""Updating a list: fetched, found whole, and imported; or the version before stays in use and it is said why."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from weighbridge.core.errors import Unavailable
from weighbridge.core.text import Text
from weighbridge.parties.importing import Imported, Policy, ShrunkenList, import_file
from weighbridge.parties.importing import Progress as ImportProgress
from weighbridge.parties.lists import fetch as fetching
from weighbridge.parties.lists.faults import FaultyRows, UnreadableList
from weighbridge.parties.lists.fetch import NotModified, Wanted, fetch
from weighbridge.parties.lists.file import ListFile
from weighbridge.parties.lists.layout import Format
from weighbridge.parties.lists.read import READING
from weighbridge.parties.lists.version import Origin
from weighbridge.parties.store.lists import confirm, current
from weighbridge.parties.store.store import Store

CUT_OFF = Text(
    "The file from {0} ends within a line, and the server did not say how long it is: it may be cut off. The version "
    "held before is in use. Run the command again, or give the file's --sha256.",
    "自 {0} 取得之檔案於一行中途結束，伺服器亦未告知長度，可能不完整。仍沿用先前版本。請重新執行，或以 --sha256 指定"
    "檔案之雜湊值。",
)


@dataclass(frozen=True, slots=True)
class Update:
    """What to fetch for which source, and what is asked of it."""

    source: str
    wanted: Wanted
    format: Format | None = None
    policy: Policy = field(default_factory=Policy)


def update_list(
    store: Store,
    update: Update,
    folder: Path,
    *,
    on: date,
    fetched: fetching.Progress = lambda done, of: None,
    imported: ImportProgress = lambda entries, percent: None,
    pause: Callable[[float], None] = time.sleep,
) -> Imported:
    """Fetch the list and import it; `on` is the day on which that happens, `folder` where the file lies meanwhile.

    A server that still has what is held, or gives the same bytes, confirms the version that is held.

    Raises:
        Unavailable: no usable list was to be had; what was held before is in use.
    """
    with store.reading() as connection:
        held = current(connection, update.source)
    wanted = update.wanted
    if held and held.origin.place == wanted.address and held.format.endswith(f"/{READING}") and not wanted.sha256:
        wanted = replace(wanted, held_etag=held.origin.etag)
    came = fetch(wanted, folder, update.source, fetched, pause)
    if isinstance(came, NotModified):
        assert held is not None  # Only a version that is held can be found unmodified.
        again = held.seen_again(Origin(wanted.address, on))
        with store.writing() as connection:
            confirm(connection, again)
        return Imported(again, new=False)
    origin = Origin(wanted.address, on, came.etag)
    try:
        if not came.vouched:
            _refuse_a_torn_end(came.path, wanted.address)
        done = import_file(
            store,
            came.path,
            on=on,
            origin=origin,
            source=update.source,
            named=update.format,
            policy=update.policy,
            confirms=True,
            progress=imported,
        )
    except (UnreadableList, FaultyRows, ShrunkenList) as unusable:
        came.path.unlink(missing_ok=True)
        raise Unavailable(unusable.text) from unusable
    came.path.unlink(missing_ok=True)
    return done


def _refuse_a_torn_end(path: Path, address: str) -> None:
    """Where nothing tells how long the file is, the end of its last line must."""
    last = ""
    with ListFile(path).text() as stream:
        while piece := stream.read(1 << 20):
            last = piece.rstrip(" \t")[-1:] or last
    if last not in ("\n", "\r", "}", "]", "\x1a"):
        raise UnreadableList(CUT_OFF.format(address))
