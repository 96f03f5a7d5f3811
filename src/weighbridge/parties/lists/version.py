"""One version of a list, as it was imported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from weighbridge.parties.lists.faults import RowFault


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a file came from: an address or a file name, the day it was fetched there, the server's mark of it."""

    place: str
    dated: date
    etag: str = ""


@dataclass(frozen=True, slots=True)
class ListVersion:
    """A list as imported from one file.

    `number` counts the versions of a source from 1. `sha256` is the digest of the file's content, unpacked, and `bytes`
    its length. `dated` is the day on which the file was fetched from its publisher; `confirmed` the last day on which
    the publisher still gave the same. `counts` are entries by the short name of their list, `faulty` the number of rows
    that were left out, of which `faults` keeps the first.
    """

    source: str
    number: int
    sha256: str
    bytes: int
    format: str
    origin: Origin
    confirmed: date
    imported: date
    counts: Mapping[str, int]
    faulty: int = 0
    faults: tuple[RowFault, ...] = ()

    @property
    def parties(self) -> int:
        """How many entries it has."""
        return sum(self.counts.values())

    def seen_again(self, origin: Origin) -> ListVersion:
        """The version, of which the publisher gave the very same once more."""
        confirmed = max(self.confirmed, origin.dated)
        return replace(self, confirmed=confirmed, origin=replace(self.origin, etag=origin.etag or self.origin.etag))
