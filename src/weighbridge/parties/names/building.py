"""From listed parties to the arrays of an index."""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Iterable, Sequence
from importlib import resources

import numpy as np

from weighbridge.parties.listed import ListedParty
from weighbridge.parties.names import vocabulary
from weighbridge.parties.names.arrays import Array, Arrays, joined_texts
from weighbridge.parties.names.keys import Kind, Table, form_keys, key, misspelling_keys, sound_keys
from weighbridge.parties.names.name import Name, read_name
from weighbridge.parties.names.scoring import LEGAL_WEIGHT
from weighbridge.parties.names.sounds import sound_of

# Raised whenever the code makes other arrays of the same list.
_RULES = 1


def rules_digest() -> str:
    """What an index depends on beside the list: the tables of words and the version of the code that reads them."""
    found = hashlib.sha256(f"{_RULES}".encode())
    for table in sorted((resources.files(__package__) / "data").iterdir(), key=lambda file: file.name):
        found.update(table.name.encode() + b"\0" + table.read_bytes())
    return found.hexdigest()


def build(parties: Iterable[ListedParty], list_version: str) -> Arrays:
    """The arrays of an index of the parties, in their order."""
    gathered = _Gathered()
    for party in parties:
        gathered.add(party)
    arrays = {**gathered.records_by_form(), **_words_of(gathered.names), **_keys_of(gathered)}
    for what, texts in (("texts", gathered.texts), ("parties", gathered.parties)):
        arrays[what], arrays[f"{what}_starts"] = joined_texts(texts)
    notes = {"names": gathered.digest.hexdigest(), "list version": list_version, "rules": rules_digest()}
    return Arrays.of(arrays, notes)


class _Gathered:
    """The names of the parties so far: each distinct form once, and who goes by it in which spelling."""

    def __init__(self) -> None:
        self.names: list[Name] = []
        self.texts: list[str] = []
        self.parties: list[str] = []
        self.digest = hashlib.sha256()
        self.keys = array("I")
        self.keyed = array("i")
        self._forms: dict[tuple[tuple[str, ...], tuple[str, ...]], int] = {}
        self._records: list[tuple[int, int, int]] = []

    def add(self, party: ListedParty) -> None:
        for text in dict.fromkeys(party.names):
            self.digest.update(f"{party.id}\0{text}\n".encode("utf-8", "surrogatepass"))
            for name in read_name(text):
                form = self._forms.setdefault((name.words, name.legal), len(self._forms))
                if form == len(self.names):
                    self.names.append(name)
                self._records.append((form, len(self.parties), len(self.texts)))
                # These differ between the spellings of one form; the other keys do not.
                self._key(key(Kind.LETTERS, name.letters), form)
                if not name.readable.isascii():
                    self._key(key(Kind.WHOLE, name.readable), form)
            self.texts.append(text)
        shown = [party.id, party.list, party.countries, party.addresses]
        self.parties.append(json.dumps(shown, ensure_ascii=False))

    def _key(self, found_by: int, form: int) -> None:
        self.keys.append(found_by)
        self.keyed.append(form)

    def records_by_form(self) -> dict[str, Array]:
        """Which party goes by a form in which spelling."""
        self._records.sort()
        of_form: list[list[int]] = [[] for _ in self.names]
        for record, (form, _, _) in enumerate(self._records):
            of_form[form].append(record)
        return {
            **_lists("form_records", of_form),
            "record_party": np.array([party for _, party, _ in self._records], dtype=np.int32),
            "record_text": np.array([text for _, _, text in self._records], dtype=np.int32),
        }


def _words_of(names: Sequence[Name]) -> dict[str, Array]:
    """The words of all names with their weights and holders, and the words and legal forms of each name."""
    words = sorted({word for name in names for word in name.words})
    ids = {word: id for id, word in enumerate(words)}
    of_form = [[ids[word] for word in name.words] for name in names]
    holders: list[list[int]] = [[] for _ in words]
    for form, held in enumerate(of_form):
        for id in dict.fromkeys(held):
            holders[id].append(form)
    weights = vocabulary.weights(words, [len(forms) for forms in holders], len(names))
    legal = sorted({name.legal for name in names})
    legal_ids = {forms: id for id, forms in enumerate(legal)}
    arrays: dict[str, Array] = {
        **_lists("holders", holders),
        **_lists("form_words", of_form),
        "word_weights": np.array(weights, dtype=np.int32),
        "form_legal": np.array([legal_ids[name.legal] for name in names], dtype=np.int32),
        "form_weights": np.array(
            [
                sum(weights[id] for id in held) + (LEGAL_WEIGHT if name.legal else 0)
                for held, name in zip(of_form, names, strict=True)
            ],
            dtype=np.int32,
        ),
    }
    arrays["words"], arrays["words_starts"] = joined_texts(words)
    arrays["legal"], arrays["legal_starts"] = joined_texts([" ".join(forms) for forms in legal])
    keys, keyed = array("I"), array("i")
    for id, word in enumerate(words):
        _add(keys, keyed, (*misspelling_keys(word), *sound_keys(sound_of(word))), id)
    return arrays | _table("spellings", keys, keyed)


def _keys_of(gathered: _Gathered) -> dict[str, Array]:
    """The keys that lead to whole names."""
    for form, name in enumerate(gathered.names):
        _add(gathered.keys, gathered.keyed, form_keys(name), form)
    return _table("keys", gathered.keys, gathered.keyed)


def _add(keys: array[int], keyed: array[int], some: Iterable[int], id: int) -> None:
    before = len(keys)
    keys.extend(some)
    keyed.extend([id] * (len(keys) - before))


def _table(name: str, keys: array[int], keyed: array[int]) -> dict[str, Array]:
    table = Table.of(keys, keyed)
    return {f"{name}_keys": table.keys, f"{name}_ids": table.ids}


def _lists(name: str, lists: list[list[int]]) -> dict[str, Array]:
    starts = np.zeros(len(lists) + 1, dtype=np.int64)
    np.cumsum([len(one) for one in lists], out=starts[1:])
    values = np.fromiter((id for one in lists for id in one), dtype=np.int32, count=int(starts[-1]))
    return {name: values, f"{name}_starts": starts}
