"""The listed names as an index holds them: each distinct form once, with the parties that go by it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from weighbridge.parties.names.arrays import Array, Arrays
from weighbridge.parties.names.scoring import Listed


class Lists:
    """Many short lists of numbers in one array."""

    def __init__(self, values: Array, starts: Array) -> None:
        self.values = values
        self.starts = starts
        # Read through these: a short list comes out of a memoryview in half the time that numpy takes.
        self._values = values.data
        self._starts = starts.data

    def __getitem__(self, place: int) -> list[int]:
        return self._values[self._starts[place] : self._starts[place + 1]].tolist()

    def __len__(self) -> int:
        return len(self.starts) - 1


class Texts:
    """Many short texts in one array, read when asked for."""

    def __init__(self, data: Array, starts: Array) -> None:
        self._data = data.data
        self._starts = starts.data

    def __getitem__(self, place: int) -> str:
        return bytes(self._data[self._starts[place] : self._starts[place + 1]]).decode("utf-8", "surrogatepass")

    def __len__(self) -> int:
        return len(self._starts) - 1

    def all(self) -> list[str]:
        """Every text, read at once."""
        whole = bytes(self._data)
        starts = self._starts.tolist()
        return [whole[start:end].decode("utf-8", "surrogatepass") for start, end in pairwise(starts)]


@dataclass(frozen=True, slots=True)
class Record:
    """A listed party under one of its names, as the list writes it."""

    text: str
    party: str
    list: str
    countries: tuple[str, ...]
    addresses: tuple[str, ...]


class Forms:
    """Every distinct form of a listed name, by number."""

    def __init__(self, arrays: Arrays) -> None:
        held = arrays.arrays
        self.words = Texts(held["words"], held["words_starts"]).all()
        self.weights: npt.NDArray[np.int32] = held["form_weights"]
        self.holders = Lists(held["holders"], held["holders_starts"])
        self._form_words = Lists(held["form_words"], held["form_words_starts"])
        self._legal_of = held["form_legal"].data
        self._legal = [tuple(text.split()) for text in Texts(held["legal"], held["legal_starts"]).all()]
        self._records = Lists(held["form_records"], held["form_records_starts"])
        self._record_party = held["record_party"].data
        self._record_text = held["record_text"].data
        self._texts = Texts(held["texts"], held["texts_starts"])
        self._parties = Texts(held["parties"], held["parties_starts"])

    def __len__(self) -> int:
        return len(self.weights)

    def listed(self, form: int) -> Listed:
        """The words and legal forms of a form."""
        return Listed(form, self._form_words[form], self._legal[self._legal_of[form]])

    def records(self, form: int) -> list[Record]:
        """Who goes by the form, in the order of the list."""
        return [self._record(record) for record in self._records[form]]

    def _record(self, record: int) -> Record:
        party, lst, countries, addresses = json.loads(self._parties[self._record_party[record]])
        text = self._texts[self._record_text[record]]
        return Record(text, party, lst, tuple(countries), tuple(addresses))
