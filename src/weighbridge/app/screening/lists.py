"""The lists of a store made ready to be asked: their versions, how old they are, and the index of their names.

The index is kept beside the store, in a file named after what it was made from: the versions of the lists. It is made
anew when one of them changes, and when it cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection

from weighbridge.app.list_settings import ListSettings, load_settings
from weighbridge.app.lists import ages, store_at
from weighbridge.law.cache import folder
from weighbridge.parties.judgement import Judgement
from weighbridge.parties.listed import ListedParty
from weighbridge.parties.lists.age import Age
from weighbridge.parties.lists.version import ListVersion
from weighbridge.parties.names.arrays import IndexUnreadable
from weighbridge.parties.names.index import NameIndex
from weighbridge.parties.stated import StatedParty
from weighbridge.parties.store.judgements import judgements_on
from weighbridge.parties.store.lists import entries, entry
from weighbridge.parties.store.store import Store
from weighbridge.parties.store.where import is_server, store_address

KEPT = 3
"""So many index files are left beside a store; older ones are dropped."""


@dataclass(frozen=True)
class Lists:
    """One state of the store: nothing that others write meanwhile is seen."""

    store: Store
    connection: Connection
    ages: tuple[Age, ...]
    names: NameIndex
    named: str = ""
    """The address of the store, where it is not the configured one and holds no password."""

    def entry(self, id_: str) -> ListedParty | None:
        """The entry of that id as it stands now."""
        return entry(self.connection, id_)

    def history(self, party: StatedParty) -> tuple[Judgement, ...]:
        """Everything that was judged of a party, the latest first."""
        return judgements_on(self.connection, party.key)

    @property
    def versions(self) -> Mapping[str, int]:
        """The number of each source's version."""
        return {age.version.source: age.version.number for age in self.ages}


@contextmanager
def open_lists(
    named: str | None, on: date, *, settings: Mapping[str, ListSettings] | None = None, fresh: bool = False
) -> Iterator[Lists]:
    """The current lists of the store at that address, else of the configured one; ages are told for the day `on`.

    `settings` say how old each may grow; unless given, those of the user's file.

    Raises:
        RequestFaults: the file of settings is faulty.
        StaleLists: `fresh` was asked for, and a list is older than allowed.
        Unavailable: there is no store, it cannot be read, or it holds no list.
    """
    with store_at(named) as store:
        told = ages(store, load_settings() if settings is None else settings, on, fresh=fresh)
        with store.reading() as connection:
            index = _names(connection, [age.version for age in told], store_address(named))
            yield Lists(store, connection, told, index, named if named and not is_server(named) else "")


def _names(connection: Connection, versions: Sequence[ListVersion], address: str) -> NameIndex:
    """The index of all names on these versions, from its file if that fits, else made and kept."""
    path = index_file(address, versions)
    try:
        return NameIndex.open(path)
    except IndexUnreadable:
        index = NameIndex.build(party for v in versions for party in entries(connection, v.source, v.number))
    with suppress(OSError):  # An index that cannot be kept costs time, not correctness.
        path.parent.mkdir(parents=True, exist_ok=True)
        index.save(path)
        kept = sorted(path.parent.glob(f"{_stem(address)}.*.names"), key=lambda each: each.stat().st_mtime)
        for old in kept[:-KEPT]:
            old.unlink()
    return index


def index_file(address: str, versions: Sequence[ListVersion]) -> Path:
    """Where the index of these versions is kept: beside a store that is a file, else in the user's cache."""
    made_of = "\n".join(f"{v.source} {v.number} {v.sha256} {v.format}" for v in versions)
    beside = folder() if is_server(address) else Path(address).parent
    return beside / f"{_stem(address)}.{sha256(made_of.encode()).hexdigest()[:24]}.names"


def _stem(address: str) -> str:
    """What the index files of a store begin with."""
    return f"parties-{sha256(address.encode()).hexdigest()[:12]}" if is_server(address) else Path(address).name
