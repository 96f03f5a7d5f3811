"""What one version of a list says otherwise than another: entries added, removed and changed, field by field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from weighbridge.parties.listed import ListedParty
from weighbridge.parties.lists.identity import digest, lineage

COMPARED = tuple(field.name for field in fields(ListedParty) if field.name != "id")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after. Of a field that holds many, `gone` and `new` are what it lost and gained."""

    field: str
    before: Any
    after: Any

    @property
    def gone(self) -> tuple[Any, ...]:
        return _without(self.before, self.after)

    @property
    def new(self) -> tuple[Any, ...]:
        return _without(self.after, self.before)


@dataclass(frozen=True, slots=True)
class ChangedEntry:
    """One entry in both versions."""

    before: ListedParty
    after: ListedParty

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """What it says otherwise; the order in which many values stand is no change."""
        pairs = ((name, getattr(self.before, name), getattr(self.after, name)) for name in COMPARED)
        return tuple(FieldChange(*pair) for pair in pairs if _differ(pair[1], pair[2]))


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference of two versions, each part in the order of ids."""

    added: tuple[ListedParty, ...]
    removed: tuple[ListedParty, ...]
    changed: tuple[ChangedEntry, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def changes(old: Iterable[ListedParty], new: Iterable[ListedParty]) -> Changes:
    """What `new` says otherwise than `old`.

    An entry of one version and one of the other are the same entry where they have one id, or one lineage: the lists
    that number nothing know an entry by its name. Where several of one name changed, those most alike are paired.
    """
    before = {party.id: party for party in old}
    after = {party.id: party for party in new}
    paired = {id_: ChangedEntry(before.pop(id_), after.pop(id_)) for id_ in sorted(before.keys() & after.keys())}
    changed = [pair for pair in paired.values() if digest(pair.before) != digest(pair.after)]
    lost, found = _by_lineage(before.values()), _by_lineage(after.values())
    for name in lost.keys() & found.keys():
        for pair in _most_alike(lost[name], found[name]):
            del before[pair.before.id], after[pair.after.id]
            changed.append(pair)
    return Changes(
        added=tuple(after[id_] for id_ in sorted(after)),
        removed=tuple(before[id_] for id_ in sorted(before)),
        changed=tuple(sorted(changed, key=lambda pair: pair.after.id)),
    )


def _by_lineage(parties: Iterable[ListedParty]) -> dict[str, list[ListedParty]]:
    found: dict[str, list[ListedParty]] = {}
    for party in parties:
        found.setdefault(lineage(party.id), []).append(party)
    return found


def _most_alike(old: list[ListedParty], new: list[ListedParty]) -> list[ChangedEntry]:
    """Pairs with the fewest differing fields first; who is left over has no counterpart."""
    pairs = sorted(
        (ChangedEntry(before, after) for before in old for after in new),
        key=lambda pair: (len(pair.fields), pair.before.id, pair.after.id),
    )
    taken: set[str] = set()
    chosen = []
    for pair in pairs:
        if taken.isdisjoint((pair.before.id, pair.after.id)):
            taken |= {pair.before.id, pair.after.id}
            chosen.append(pair)
    return chosen


def _differ(before: Any, after: Any) -> bool:
    return sorted(before) != sorted(after) if isinstance(before, tuple) else bool(before != after)


def _without(these: Any, those: Any) -> tuple[Any, ...]:
    return tuple(value for value in these if value not in those) if isinstance(these, tuple) else ()
