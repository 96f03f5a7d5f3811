"""Screening lists: import, update, how old they are, what changed. The day is always an argument."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from weighbridge.app.list_settings import ListSettings, settings_of
from weighbridge.core.errors import Unavailable
from weighbridge.core.text import Text
from weighbridge.parties.importing import Imported, OnError, Policy, import_file
from weighbridge.parties.listed import ListedParty
from weighbridge.parties.lists.age import Age, require_fresh
from weighbridge.parties.lists.changes import Changes, changes
from weighbridge.parties.lists.fetch import Wanted
from weighbridge.parties.lists.file import ListFile
from weighbridge.parties.lists.layout import USUAL_SOURCE, Format, layout_of
from weighbridge.parties.lists.version import ListVersion, Origin
from weighbridge.parties.store import lists as stored
from weighbridge.parties.store.store import Store, open_store
from weighbridge.parties.store.where import coming_folder
from weighbridge.parties.updating import Update, update_list

Told = Callable[[int, int | None], None]

NONE_HELD = Text(
    "No list is held in {0}. Import one: weighbridge lists update, or weighbridge lists import FILE.",
    "{0} 中無任何名單。請匯入：weighbridge lists update，或 weighbridge lists import FILE。",
)
NO_VERSION = Text("{0} has no version {1}. Held: {2}.", "{0} 無第 {1} 版。現有：{2}。")
NO_EARLIER = Text("{0} has one version alone; there is nothing to compare it with.", "{0} 僅有一版，無從比較。")


@contextmanager
def store_at(named: str | None, *, create: bool = False) -> Iterator[Store]:
    """The store at that address, else the configured one.

    Raises:
        Unavailable: it is not there, out of reach, or no store.
    """
    store = open_store(named, create=create)
    try:
        yield store
    finally:
        store.close()


def import_list(
    store: Store,
    path: Path,
    settings: Mapping[str, ListSettings],
    *,
    on: date,
    dated: date,
    source: str | None = None,
    options: Mapping[str, Any] | None = None,
    accept_smaller: bool = False,
    vouched: bool = False,
    told: Told = lambda done, percent: None,
) -> Imported:
    """Import a list from a file as `source`, else as the source that its layout usually is.

    `options` stand in place of what is set for the source. `dated` is the day on which the file was fetched from its
    publisher; `vouched` says that the asker vouches for it, so that the same bytes again confirm the version held.

    Raises:
        UnreadableList, FaultyRows, ShrunkenList: nothing was imported, and why.
        RequestFaults: `source` can name none.
        Unavailable: the store is full, locked or out of reach.
    """
    given = dict(options or {})
    named = Format(given["format"]) if given.get("format") else None
    name = source or USUAL_SOURCE[layout_of(ListFile(path).head(), named).format]
    of = replace(settings_of(name, settings), **given)
    return import_file(
        store,
        path,
        on=on,
        origin=Origin(path.name, dated),
        source=name,
        named=Format(of.format) if of.format else None,
        policy=_policy(of, accept_smaller),
        confirms=vouched,
        progress=told,
    )


def update(
    store: Store,
    settings: ListSettings,
    *,
    on: date,
    named_store: str | None = None,
    sha256: str = "",
    accept_smaller: bool = False,
    fetched: Told = lambda done, of: None,
    told: Told = lambda done, percent: None,
) -> Imported:
    """Fetch a list from its address and import it.

    Raises:
        Unavailable: no usable list was to be had, and why; what was held before is in use.
    """
    wanted = Wanted(
        settings.address, sha256=sha256, timeout_seconds=settings.timeout_seconds, attempts=settings.attempts
    )
    format_ = Format(settings.format) if settings.format else None
    asked = Update(settings.source, wanted, format_, _policy(settings, accept_smaller))
    return update_list(store, asked, coming_folder(named_store), on=on, fetched=fetched, imported=told)


def ages(store: Store, settings: Mapping[str, ListSettings], on: date, *, fresh: bool = False) -> tuple[Age, ...]:
    """The current version of every list that is held, and its age: what an answer rests on, and must say.

    Raises:
        Unavailable: none is held; or, with `fresh`, some are too old.
    """
    with store.reading() as connection:
        held = [stored.current(connection, source) for source in stored.sources(connection)]
    if not held:
        raise Unavailable(NONE_HELD.format(store.shown))
    found = [Age(v, on, settings_of(v.source, settings).allowed_age_days) for v in held if v]
    if fresh:
        require_fresh(found)
    return tuple(found)


def listed_parties(store: Store) -> Iterator[ListedParty]:
    """Every entry of the current version of every list: what an index of names is built from."""
    with store.reading() as connection:
        for source in stored.sources(connection):
            version = stored.current(connection, source)
            if version:
                yield from stored.entries(connection, source, version.number)


def versions(store: Store, source: str) -> tuple[ListVersion, ...]:
    """Every version of a source that is kept, the newest first."""
    with store.reading() as connection:
        return stored.versions(connection, source)


def list_changes(
    store: Store, source: str, old: int | None = None, new: int | None = None
) -> tuple[ListVersion, ListVersion, Changes]:
    """What a version of a list says otherwise than an earlier one; unless named, the newest than the one before it.

    Raises:
        Unavailable: one of the versions is not held.
    """
    with store.reading() as connection:
        held = {version.number: version for version in stored.versions(connection, source)}
        if not held:
            raise Unavailable(NONE_HELD.format(store.shown))
        later = _held(held, source, new if new is not None else max(held))
        before = [number for number in held if number < later.number]
        if old is None and not before:
            raise Unavailable(NO_EARLIER.format(source))
        earlier = _held(held, source, old if old is not None else max(before))
        return earlier, later, changes(*stored.differing(connection, source, earlier.number, later.number))


def _held(held: Mapping[int, ListVersion], source: str, number: int) -> ListVersion:
    if number not in held:
        raise Unavailable(NO_VERSION.format(source, str(number), ", ".join(map(str, sorted(held)))))
    return held[number]


def _policy(settings: ListSettings, accept_smaller: bool) -> Policy:
    return Policy(OnError(settings.on_error), settings.largest_loss_percent, accept_smaller, settings.keep or None)
