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

# How many forms that share words are laid beside the query, beyond those that a whole key found.
CONSIDERED = 24
# Holders of a word that are looked through at most, rarest word first. A list of a million names has words with more.
_MOST_HOLDERS = 40_000
_MOST_FOR_A_KEY = 64
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

    def of(self, asked: Asked) -> Iterable[tuple[int, Trace]]:
        """Forms that may be the name, without repetition, each with what led to it."""
        letters = self._keys.look_up([key(Kind.LETTERS, asked.name.letters)])
        return (
            dict.fromkeys(self._by_words(asked), Trace.WORDS)
            | dict.fromkeys(self._by_keys(asked.name), Trace.KEY)
            | dict.fromkeys([form for forms in letters.values() for form in forms], Trace.LETTERS)
        ).items()

    def _by_keys(self, name: Name) -> list[int]:
        words = name.words
        compact = "".join(words)
        wanted = [whole_key(name), key(Kind.COMPACT, compact), key(Kind.JOINED, compact)]
        if not name.readable.isascii():
            wanted.append(key(Kind.WHOLE, name.readable))
        if len(words) == 1 and SHORTEST_ACRONYM <= len(compact) <= LONGEST_ACRONYM:
            wanted.append(key(Kind.ACRONYM, compact))
        wanted += [key(Kind.JOINED, word) for word in words if len(words) > 1]
        wanted += [key(Kind.JOINED, first + second) for first, second in pairwise(words)]
        wanted += [key(Kind.WHOLE, initials) for initials in acronyms(name.words, name.legal)]
        return [form for forms in self._keys.look_up(wanted).values() for form in forms[:_MOST_FOR_A_KEY]]

    def _by_words(self, asked: Asked) -> list[int]:
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
        return list(dict.fromkeys(ranked.tolist()))[:CONSIDERED]

    def _holders(self, asked: Asked) -> tuple[Sequence[Ids], Sequence[int]]:
        """The forms that hold each word which the query may mean, and what that is worth."""
        starts = self._holder_starts
        meant = [
            (starts[id], starts[id + 1], alike * meanings.weight // 500)
            for meanings in asked.meanings
            for id, alike in meanings.alike.items()
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
