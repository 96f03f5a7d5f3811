"""Which listed forms are worth laying beside a queried name. Never decided by anything but the names."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from weighbridge.parties.names.forms import Forms
from weighbridge.parties.names.keys import Ids, Kind, Table, key, whole_key
from weighbridge.parties.names.name import LONGEST_ACRONYM, SHORTEST_ACRONYM, Name, acronyms
from weighbridge.parties.names.pairing import Asked
from weighbridge.parties.names.scoring import LEGAL_WEIGHT, Trace

# Holders of a word that are looked through at most, rarest word first. A list of a million names has words with more.
_MOST_HOLDERS = 40_000
_MOST_FOR_A_KEY = 64
# A word that the list has leads to names with this likeness of it and more; one that it lacks, to whatever is near.
_LIKE_ENOUGH = 650
# A form is worth laying beside the query if a third of the weight of both is shared.
_LEAST_SHARE = 3
_FINENESS = 10_000


class _Sums(threading.local):
    """Room to add up in, one number a form; zero wherever nobody is adding."""

    def __init__(self, forms: int) -> None:
        self.weight = np.zeros(forms, dtype=np.int32)


class Candidates:
    """Finds forms by the words that they share with a query, by whole names, joined words and acronyms."""

    def __init__(self, forms: Forms, word_weights: Sequence[int], keys: Table) -> None:
        self._forms = forms
        self._word_weights = word_weights
        self._keys = keys
        self._sums = _Sums(len(forms))
        self._holder_values: Ids = forms.holders.values
        self._holder_starts = forms.holders.starts.data

    def of(self, asked: Asked, number: int) -> Iterable[tuple[int, Trace]]:
        """Forms that may be the name, most promising first, without repetition, each with what led to it.

        All that a key of the whole name leads to, and `number` of those that share words.
        """
        letters = key(Kind.LETTERS, asked.name.letters)
        keyed = self._keys.look_up([letters, *_whole_name_keys(asked.name)])
        found = dict.fromkeys(keyed.get(letters, ()), Trace.LETTERS)
        for forms in keyed.values():
            for form in forms[:_MOST_FOR_A_KEY]:
                found.setdefault(form, Trace.KEY)
        for form in self._by_words(asked, number):
            found.setdefault(form, Trace.WORDS)
        return found.items()

    def _by_words(self, asked: Asked, number: int) -> list[int]:
        holders, worth = self._holders(asked)
        if not holders:
            return []
        ids: Ids = np.concatenate(holders)
        sums = self._sums.weight
        np.add.at(sums, ids, np.repeat(np.array(worth, dtype=np.int32), [len(some) for some in holders]))
        gained = sums[ids]
        sums[ids] = 0
        whole = self._forms.weights[ids] + (asked.weight + (LEGAL_WEIGHT if asked.name.legal else 0))
        enough = np.flatnonzero(gained * _LEAST_SHARE >= whole)
        ids, gained, whole = ids[enough], gained[enough], whole[enough]
        # A form stands once for each word that it shares. What ties is taken in the order of the list.
        ranked = ids[np.lexsort((ids, -(gained.astype(np.int64) * _FINENESS // whole)))]
        return list(dict.fromkeys(ranked.tolist()))[:number]

    def _holders(self, asked: Asked) -> tuple[Sequence[Ids], Sequence[int]]:
        """The forms that hold each word which the query may mean, and what that is worth."""
        starts = self._holder_starts
        meant = [
            (starts[id], starts[id + 1], alike * meanings.weight // 500)
            for meanings in asked.meanings
            for id, alike in meanings.alike.items()
            if alike >= _LIKE_ENOUGH or not meanings.is_known
        ]
        meant += [(starts[id], starts[id + 1], 2 * self._word_weights[id]) for id in asked.joined]
        if sum([end - start for start, end, _ in meant]) > _MOST_HOLDERS:
            meant = _rarest(meant)
        values = self._holder_values
        holders = [values[start:end] for start, end, _ in meant]
        worth = [worth for _, _, worth in meant]
        return holders, worth


def _rarest(meant: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The words with the fewest holders, as many as there is room for, and at least one."""
    room = _MOST_HOLDERS
    kept: list[tuple[int, int, int]] = []
    for one in sorted(meant, key=lambda one: (one[1] - one[0], one)):
        room -= one[1] - one[0]
        if room < 0 and kept:
            break
        kept.append(one)
    return kept


def _whole_name_keys(name: Name) -> list[int]:
    words = name.words
    compact = "".join(words)
    wanted = [whole_key(name), key(Kind.COMPACT, compact), key(Kind.JOINED, compact)]
    if not name.readable.isascii():
        wanted.append(key(Kind.WHOLE, name.readable))
    if len(words) == 1:
        if SHORTEST_ACRONYM <= len(compact) <= LONGEST_ACRONYM:
            wanted.append(key(Kind.ACRONYM, compact))
        return wanted
    wanted += [key(Kind.JOINED, word) for word in words]
    wanted += [key(Kind.JOINED, first + second) for first, second in pairwise(words)]
    return wanted + [key(Kind.WHOLE, initials) for initials in acronyms(words, name.legal)]
