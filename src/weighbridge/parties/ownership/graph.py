"""Entities and the stakes they hold in each other, as stated: with dates, ranges and the place of each statement."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from weighbridge.core.errors import WeighbridgeError
from weighbridge.core.text import Text
from weighbridge.core.truth import Truth
from weighbridge.parties.listed import ListedParty
from weighbridge.parties.ownership.share import Range


class EntityKind(StrEnum):
    """What an entity is, as far as it says who can stand above it.

    A `float` is many holders of whom none alone holds half, such as the public: it is nobody's parent, and who belongs
    to it is not known. Nobody owns a `person` or a `government`.
    """

    COMPANY = "company"
    FLOAT = "float"
    GOVERNMENT = "government"
    PERSON = "person"


class StakeKind(StrEnum):
    """What is held.

    Votes without equity count as a share of unknown size; a directorship is shown and counts for nothing.
    """

    EQUITY = "equity"
    VOTES = "votes"
    DIRECTORSHIP = "directorship"


class Rest(StrEnum):
    """Who holds what no stake accounts for: not known, or known to be nobody on a list and nobody with half."""

    UNKNOWN = "unknown"
    UNLISTED = "unlisted"


Counts = Callable[[ListedParty], bool]
"""Tells whether ownership by whoever a list entry names counts."""
OWNERLESS = (EntityKind.GOVERNMENT, EntityKind.PERSON)


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody who owns or is owned.

    `headquarters` is ISO 3166-1 alpha-2; `source` says who says so, `where` in which line of the file. `may_be_listed`
    marks a match with a list that nobody has judged yet, `screened` that it is stated whether the entity is listed.
    """

    id: str
    name: str
    kind: EntityKind = EntityKind.COMPANY
    headquarters: str | None = None
    listed: tuple[ListedParty, ...] = ()
    may_be_listed: bool = False
    screened: bool = False
    rest: Rest = Rest.UNKNOWN
    source: str = ""
    where: str = ""

    def listings_on(self, day: date) -> tuple[ListedParty, ...]:
        """The list entries that stand on the day; an entry without dates always does."""
        return tuple(entry for entry in self.listed if _holds(entry.since, entry.until, day))


@dataclass(frozen=True, slots=True)
class Stake:
    """A statement that `owner` holds a share of `owned`, from `since` on and until the day before `until`."""

    owner: str
    owned: str
    share: Range
    kind: StakeKind = StakeKind.EQUITY
    since: date | None = None
    until: date | None = None
    source: str = ""
    where: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the stake is held on the day; an end that is not stated has not come."""
        return _holds(self.since, self.until, day)


def _holds(since: date | None, until: date | None, day: date) -> bool:
    return (since is None or since <= day) and (until is None or day < until)


class UnknownParty(WeighbridgeError):
    """The graph knows nobody of that name. `nearest` are the names that look most like it."""

    def __init__(self, asked: str, nearest: tuple[str, ...]) -> None:
        self.asked = asked
        self.nearest = nearest
        super().__init__(f"Nobody in the ownership graph is called {asked!r}.")


class AmbiguousParty(WeighbridgeError):
    """Several entities have that name; `candidates` are their ids."""

    def __init__(self, asked: str, candidates: tuple[str, ...]) -> None:
        self.asked = asked
        self.candidates = candidates
        super().__init__(f"Several entities in the ownership graph are called {asked!r}: {', '.join(candidates)}.")


@dataclass(frozen=True)
class OwnershipGraph:
    """Everything stated about who owns whom. `digest` is the SHA-256 of what it was read from."""

    entities: Mapping[str, Entity]
    stakes: tuple[Stake, ...]
    source: str = ""
    digest: str = ""
    warnings: tuple[Text, ...] = field(default=())

    def find(self, asked: str) -> Entity:
        """The entity of that id, else of that name, whatever its case, diacritics and spacing.

        Raises:
            UnknownParty: nobody has it.
            AmbiguousParty: several have that name.
        """
        if asked in self.entities:
            return self.entities[asked]
        found = self._by_name.get(folded(asked), ())
        if not found:
            near = difflib.get_close_matches(folded(asked), list(self._by_name), n=3)
            raise UnknownParty(asked, tuple(self.entities[self._by_name[name][0]].name for name in near))
        if len(found) > 1:
            raise AmbiguousParty(asked, found)
        return self.entities[found[0]]

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for entity in self.entities.values():
            key = folded(entity.name)
            found[key] = (*found.get(key, ()), entity.id)
        return found

    @cached_property
    def _into(self) -> Mapping[str, tuple[Stake, ...]]:
        found: dict[str, list[Stake]] = {}
        for stake in self.stakes:
            found.setdefault(stake.owned, []).append(stake)
        return {owned: tuple(stakes) for owned, stakes in found.items()}

    def stakes_in(self, owned: str, day: date) -> Iterator[Stake]:
        """The stakes held in an entity on the day."""
        return (stake for stake in self._into.get(owned, ()) if stake.holds_on(day))

    def listing(self, entity: str, day: date, counts: Counts) -> Truth:
        """Whether the entity has an entry that counts on the day; None where a match awaits judgement."""
        found = self.entities[entity]
        if any(map(counts, found.listings_on(day))):
            return True
        return None if found.may_be_listed else False


def folded(name: str) -> str:
    """A name without regard to case, diacritics and spacing."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())
