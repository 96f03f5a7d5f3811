"""Which listed forms are worth laying beside a queried name. Never decided by anything but the names."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from weighbridge.parties.names.forms import Forms
from weighbridge.parties.names.keys import Ids, Kind, Table, key, whole_key
from weighbridge.parties.names.name import LONGEST_ACRONYM, SHORTEST_ACRONYM, Name, acronyms
from weighbridge.parties.names.scoring import Asked

# How many forms that share words are laid beside the query, beyond those that a whole key found.
CONSIDERED = 24
# Holders of a word that are looked through at most, rarest word first. A list of a million names has words with more.
_MOST_HOLDERS = 40_000
_MOST_FOR_A_KEY = 64
# Shares of weight are counted in tenths of a per mille. A form with less than a third in common is none.
_FINENESS = 10_000
_LEAST_SHARE = 3_333


class _Sums(threading.local):
    """Room to add up in, one number a form; zero wherever nobody is adding."""

    def __init__(self, forms: int) -> None:
        self.weight = np.zeros(forms, dtype=np.int64)
        self.place = np.zeros(forms, dtype=np.int32)


class Candidates:
    """Finds forms by the words that they share with a query, by whole names, joined words and acronyms."""

    def __init__(self, forms: Forms, keys: Table) -> None:
        self._forms = forms
        self._keys = keys
        self._sums = _Sums(len(forms))

    def of(self, asked: Asked) -> Iterable[tuple[int, bool]]:
        """Forms that may be the name, without repetition, each with whether a key of the whole name led to it."""
        by_key = dict.fromkeys(self._by_keys(asked.name), True)
        return (dict.fromkeys(self._by_words(asked), False) | by_key).items()

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
        return [form for ids in self._keys.look_up(wanted) for form in ids[:_MOST_FOR_A_KEY].tolist()]

    def _by_words(self, asked: Asked) -> list[int]:
        holders, worth = self._holders(asked)
        if not holders:
            return []
        ids: Ids = np.concatenate(holders)
        gained = np.repeat(np.array(worth, dtype=np.int64), [len(some) for some in holders])
        sums, places = self._sums.weight, self._sums.place
        np.add.at(sums, ids, gained)
        shares = sums[ids] * _FINENESS // (self._forms.weights[ids] + asked.weight)
        sums[ids] = 0
        # A form stands once for each word that it shares; its last place speaks for it.
        order = np.arange(len(ids), dtype=np.int32)
        places[ids] = order
        shares[places[ids] != order] = 0
        best = np.flatnonzero(shares >= _LEAST_SHARE)
        ids, shares = ids[best], shares[best]
        ranked: list[int] = ids[np.lexsort((ids, -shares))[:CONSIDERED]].tolist()
        return ranked

    def _holders(self, asked: Asked) -> tuple[Sequence[Ids], Sequence[int]]:
        """The forms that hold a word which the query may mean, and what that is worth; the rarest words first."""
        values, starts = self._forms.holders.values, self._forms.holders.starts
        meant = [
            (int(starts[id]), int(starts[id + 1]), alike, meanings.weight)
            for meanings in asked.meanings
            for id, alike in meanings.alike.items()
        ]
        meant.sort(key=lambda one: one[1] - one[0])
        room = _MOST_HOLDERS
        holders: list[Ids] = []
        worth = []
        for start, end, alike, weight in meant:
            if room < end - start and holders:
                break
            room -= end - start
            holders.append(values[start:end])
            worth.append(2 * alike * weight // 1000)
        return holders, worth
