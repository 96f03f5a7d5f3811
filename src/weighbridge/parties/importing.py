"""Importing a list from a file: all of it becomes the newest version, or nothing does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from weighbridge.core.errors import Refusal
from weighbridge.core.text import Text
from weighbridge.parties.listed import ListedParty
from weighbridge.parties.lists.faults import NO_PARTY, FaultyRows, RowFault, UnreadableList
from weighbridge.parties.lists.file import ListFile
from weighbridge.parties.lists.layout import USUAL_SOURCE, Format, layout_of
from weighbridge.parties.lists.read import READING, parties
from weighbridge.parties.lists.version import ListVersion, Origin
from weighbridge.parties.store.lists import Accept, add_version, confirm, current, forget_older
from weighbridge.parties.store.store import Store

TELL_EVERY = 500

Progress = Callable[[int, int], None]
"""Told how many entries have been read, and how much of the file, in percent."""


class OnError(StrEnum):
    """What becomes of a list with rows that cannot be read."""

    ABORT = "abort"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Policy:
    """What is asked of a list before it is kept.

    A list that lost more than `largest_loss_percent` of the entries of the version before, or all entries of one of
    its lists, is refused unless `accept_smaller`: a file cut off at the end of a line looks like that. `keep` is how
    many versions are kept; None keeps all.
    """

    on_error: OnError = OnError.ABORT
    largest_loss_percent: int = 10
    accept_smaller: bool = False
    keep: int | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """The current version: a new one, or else the one before, of which the file holds the very same bytes."""

    version: ListVersion
    new: bool


class ShrunkenList(Refusal):
    """The list holds far fewer entries than the version before."""

    def __init__(self, text: Text, before: ListVersion, after: ListVersion) -> None:
        self.before, self.after = before, after
        super().__init__(text)


SMALLER = Text(
    "The list has {0} entries where version {1} has {2}: it lost more than {3}%. The file may be cut off. The version "
    "held before is in use. If the list really shrank, import it with --accept-smaller.",
    "名單有 {0} 項，第 {1} 版有 {2} 項：減少逾 {3}%。檔案可能不完整。仍沿用先前版本。若名單確已縮減，請以 "
    "--accept-smaller 匯入。",
)
GONE = Text(
    "No entry of {0} is left in the list, where version {1} has {2}. The file may be incomplete. The version held "
    "before is in use. If that list really ended, import the file with --accept-smaller.",
    "名單中已無 {0} 任何項目，第 {1} 版則有 {2} 項。檔案可能不完整。仍沿用先前版本。若該名單確已終止，請以 "
    "--accept-smaller 匯入。",
)


def import_file(
    store: Store,
    path: Path,
    *,
    on: date,
    origin: Origin,
    source: str | None = None,
    named: Format | None = None,
    policy: Policy | None = None,
    confirms: bool = False,
    progress: Progress = lambda entries, percent: None,
) -> Imported:
    """Import the file as the newest version of `source`, else of the source that its format usually has.

    The same bytes again are recognised and change nothing; with `confirms`, where their origin vouches that they are
    what is published on its day, the version held counts as confirmed on that day.

    Raises:
        UnreadableList: the file is no list, breaks off, or names no party.
        FaultyRows: rows cannot be read, and the policy is to import nothing then.
        ShrunkenList: it lost more entries than the policy accepts.
        Unavailable: the store is full, locked or out of reach.
    """
    policy = policy or Policy()
    file = ListFile(path)
    layout = layout_of(file.head(), named)
    content = file.content()
    name = source or USUAL_SOURCE[layout.format]
    format_ = f"{layout.format}/{READING}"
    about = ListVersion(name, 0, content.sha256, content.bytes, format_, origin, origin.dated, on, {})
    with store.writing() as connection:
        held = current(connection, name)
        if held and (held.sha256, held.format) == (content.sha256, format_):
            again = held.seen_again(origin) if confirms else held
            confirm(connection, again)
            return Imported(again, new=False)
        read = _telling(parties(file, layout, name), file, progress)
        version = add_version(connection, read, about, _judge_by(policy))
        if policy.keep:
            forget_older(connection, name, policy.keep)
        return Imported(version, new=True)


def _telling(
    read: Iterator[ListedParty | RowFault], file: ListFile, progress: Progress
) -> Iterator[ListedParty | RowFault]:
    done = 0
    for done, item in enumerate(read, 1):
        if done % TELL_EVERY == 0:
            progress(done, file.share_read)
        yield item
    progress(done, file.share_read)


def _judge_by(policy: Policy) -> Accept:
    def accept(version: ListVersion, before: ListVersion | None) -> None:
        if version.faulty and policy.on_error is OnError.ABORT:
            raise FaultyRows(version.faults, version.faulty)
        if not version.parties:
            raise UnreadableList(NO_PARTY)
        if before and not policy.accept_smaller:
            _refuse_a_loss(version, before, policy.largest_loss_percent)

    return accept


def _refuse_a_loss(version: ListVersion, before: ListVersion, percent: int) -> None:
    now, then = version.parties, before.parties
    if 100 * (then - now) > percent * then:
        text = SMALLER.format(f"{now:,}", str(before.number), f"{then:,}", str(percent))
        raise ShrunkenList(text, before, version)
    for name, held in before.counts.items():
        if name not in version.counts:
            raise ShrunkenList(GONE.format(name, str(before.number), f"{held:,}"), before, version)
