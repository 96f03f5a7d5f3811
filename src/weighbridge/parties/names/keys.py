"""What may be looked up, as sorted 32-bit keys: misspelt words, sounds, joined words, acronyms, whole names.

Two texts may share a key, so whatever is found under one is compared again before it counts.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from weighbridge.parties.names.name import Name, acronyms

Ids = npt.NDArray[np.int32]


class Kind(StrEnum):
    """What a key is a key to: words by how they may be misspelt or sound; forms by the rest."""

    MISSPELT = "m"
    SOUND = "s"
    JOINED = "j"
    ACRONYM = "a"
    WHOLE = "w"
    COMPACT = "c"
    LETTERS = "l"


_SEEDS = {kind: zlib.crc32(kind.value.encode()) for kind in Kind}
_SHORTEST_MISSPELT = 2
_SHORTEST_SOUND = 2


def key(kind: Kind, text: str) -> int:
    """The key of a text of that kind."""
    return zlib.crc32(text.encode(errors="surrogatepass"), _SEEDS[kind])


def misspelling_keys(word: str) -> list[int]:
    """The keys of the word and of the word less each one letter.

    Two words that one insertion, deletion, substitution or swap of neighbours makes equal share one of them.
    """
    if len(word) < _SHORTEST_MISSPELT:
        return []
    seed = _SEEDS[Kind.MISSPELT]
    encoded = word.encode()
    return [zlib.crc32(encoded, seed)] + [zlib.crc32(encoded[:i] + encoded[i + 1 :], seed) for i in range(len(encoded))]


def sound_keys(sound: str) -> list[int]:
    """The key of how a word sounds, if enough of a sound is left to look for."""
    return [key(Kind.SOUND, sound)] if len(sound) >= _SHORTEST_SOUND else []


def form_keys(name: Name) -> set[int]:
    """The keys under which a listed name can be found whole, by two words written as one, or by its initials."""
    words = name.words
    return {
        whole_key(name),
        key(Kind.COMPACT, "".join(words)),
        *(key(Kind.JOINED, first + second) for first, second in pairwise(words)),
        *(key(Kind.ACRONYM, initials) for initials in acronyms(name.words, name.legal)),
    }


def whole_key(name: Name) -> int:
    """The key of all words of the name proper in any order."""
    return key(Kind.WHOLE, " ".join(sorted(name.words)))


class Table:
    """Sorted keys, each beside the id that it leads to; a key may stand several times."""

    def __init__(self, keys: npt.NDArray[np.uint32], ids: Ids) -> None:
        self.keys = keys
        self.ids = ids

    @classmethod
    def of(cls, keys: array[int], ids: array[int]) -> Table:
        """Sort keys and ids that stand side by side, and keep each pair once."""
        pairs = np.frombuffer(keys, dtype=np.uint32).astype(np.uint64) << np.uint64(32)
        pairs |= np.frombuffer(ids, dtype=np.uint32)
        pairs = np.unique(pairs)
        return cls((pairs >> np.uint64(32)).astype(np.uint32), pairs.astype(np.uint32).view(np.int32))

    def look_up(self, keys: Sequence[int]) -> dict[int, list[int]]:
        """The ids under each of the keys that leads anywhere."""
        wanted = np.array(keys, dtype=np.uint32)
        starts = self.keys.searchsorted(wanted, "left").tolist()
        ends = self.keys.searchsorted(wanted, "right").tolist()
        return {
            key: self.ids[start:end].tolist() for key, start, end in zip(keys, starts, ends, strict=True) if start < end
        }
