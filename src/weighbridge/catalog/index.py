"""Finds a thing by any of its names; says so when several, or none, have the name. It never guesses."""

from __future__ import annotations

import csv
import difflib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

DATA = Path(__file__).parent / "data"
LONGEST = 80
NEAREST = 3


class CatalogError(ValueError):
    """A name that the catalog cannot answer to. `found` is the name."""

    def __init__(self, found: str, message: str) -> None:
        self.found = found
        super().__init__(message)


class Unknown(CatalogError):
    """No entry has this name; `nearest` are the names that look most like it."""

    def __init__(self, found: str, nearest: tuple[str, ...]) -> None:
        self.nearest = nearest
        hint = f" Nearest: {', '.join(nearest)}." if nearest else ""
        super().__init__(found, f"{found[:LONGEST]!r} is not in the catalog.{hint}")


class Ambiguous(CatalogError):
    """Several entries have this name; `candidates` are their ids."""

    def __init__(self, found: str, candidates: tuple[str, ...]) -> None:
        self.candidates = candidates
        super().__init__(found, f"{found!r} could be any of: {', '.join(candidates)}. Name one of them.")


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a data file."""
    with (DATA / name).open(newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def key(name: str) -> str:
    """A name without case, accents, spaces and punctuation; the plus sign stays, since products differ by it."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(character for character in plain if character.isalnum() or character == "+")


class Index:
    """Ids by every name they are known by. An id itself is never ambiguous.

    `unknown` and `ambiguous` are the errors that a failed search raises.
    """

    def __init__(
        self,
        names: Mapping[str, Iterable[str]],
        unknown: type[Unknown] = Unknown,
        ambiguous: type[Ambiguous] = Ambiguous,
    ) -> None:
        self.unknown, self.ambiguous = unknown, ambiguous
        self.own = {key(entry): entry for entry in names}
        self.ids: dict[str, list[str]] = {}
        self.shown: dict[str, str] = {}
        for entry, known in names.items():
            for name in (entry, *known):
                if key(name) and entry not in self.ids.setdefault(key(name), []):
                    self.ids[key(name)].append(entry)
                    self.shown.setdefault(key(name), name)

    def find(self, text: str) -> str:
        """The id of the one entry that has this name.

        Raises:
            Unknown: none has; with the nearest names.
            Ambiguous: several have; with their ids.
        """
        wanted = key(text[:LONGEST])
        if wanted in self.own:
            return self.own[wanted]
        found = self.ids.get(wanted, [])
        if len(found) == 1:
            return found[0]
        if found:
            raise self.ambiguous(text, tuple(found))
        close = difflib.get_close_matches(wanted, list(self.ids), n=NEAREST, cutoff=0.6)
        raise self.unknown(text, tuple(dict.fromkeys(self.shown[k] for k in close)))
