"""From listed parties to the arrays of an index."""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Iterable
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


def build(parties: Iterable[ListedParty]) -> Arrays:
    """The arrays of an index of the parties, in their order."""
    forms: dict[tuple[tuple[str, ...], tuple[str, ...]], int] = {}
    names: list[Name] = []
    records: list[tuple[int, int, int]] = []
    texts: list[str] = []
    shown: list[str] = []
    raw = array("I"), array("i")
    of_list = hashlib.sha256()
    for number, party in enumerate(parties):
        shown.append(json.dumps([party.id, party.list, party.countries, party.addresses], ensure_ascii=False))
        for text in dict.fromkeys(party.names):
            of_list.update(f"{party.id}\0{text}\n".encode("utf-8", "surrogatepass"))
            for name in read_name(text):
                form = forms.setdefault((name.words, name.legal), len(forms))
                if form == len(names):
                    names.append(name)
                else:
                    raw[0].append(key(Kind.LETTERS, name.letters))
                    raw[1].append(form)
                if not name.readable.isascii():
                    raw[0].append(key(Kind.WHOLE, name.readable))
                    raw[1].append(form)
                records.append((form, number, len(texts)))
            texts.append(text)
    words = sorted({word for name in names for word in name.words})
    ids = {word: id for id, word in enumerate(words)}
    form_words = [[ids[word] for word in name.words] for name in names]
    holders: list[list[int]] = [[] for _ in words]
    for form, its_words in enumerate(form_words):
        for id in dict.fromkeys(its_words):
            holders[id].append(form)
    weights = vocabulary.weights(words, [len(forms_of_it) for forms_of_it in holders], len(names))
    arrays: dict[str, Array] = {"word_weights": np.array(weights, dtype=np.int32)}
    _add_lists(arrays, "holders", holders)
    _add_lists(arrays, "form_words", form_words)
    records.sort()
    of_form: list[list[int]] = [[] for _ in names]
    for record, (form, _, _) in enumerate(records):
        of_form[form].append(record)
    _add_lists(arrays, "form_records", of_form)
    arrays["record_party"] = np.array([party for _, party, _ in records], dtype=np.int32)
    arrays["record_text"] = np.array([text for _, _, text in records], dtype=np.int32)
    arrays["form_weights"] = np.array(
        [
            sum(weights[id] for id in its_words) + (LEGAL_WEIGHT if name.legal else 0)
            for its_words, name in zip(form_words, names, strict=True)
        ],
        dtype=np.int32,
    )
    legal = sorted({name.legal for name in names})
    legal_ids = {forms_of_it: id for id, forms_of_it in enumerate(legal)}
    arrays["form_legal"] = np.array([legal_ids[name.legal] for name in names], dtype=np.int32)
    for what, of_what in (
        ("words", words),
        ("texts", texts),
        ("parties", shown),
        ("legal", [" ".join(forms_of_it) for forms_of_it in legal]),
    ):
        arrays[what], arrays[f"{what}_starts"] = joined_texts(of_what)
    _add_table(
        arrays,
        "spellings",
        (((*misspelling_keys(word), *sound_keys(sound_of(word))), id) for id, word in enumerate(words)),
    )
    _add_table(arrays, "keys", ((form_keys(name), form) for form, name in enumerate(names)), raw)
    return Arrays.of(arrays, {"list": of_list.hexdigest(), "rules": rules_digest()})


def _add_lists(arrays: dict[str, Array], name: str, lists: list[list[int]]) -> None:
    starts = np.zeros(len(lists) + 1, dtype=np.int64)
    np.cumsum([len(one) for one in lists], out=starts[1:])
    arrays[name] = np.fromiter((id for one in lists for id in one), dtype=np.int32, count=int(starts[-1]))
    arrays[f"{name}_starts"] = starts


def _add_table(
    arrays: dict[str, Array],
    name: str,
    keys_of_ids: Iterable[tuple[Iterable[int], int]],
    already: tuple[array[int], array[int]] | None = None,
) -> None:
    keys, ids = already or (array("I"), array("i"))
    for some, id in keys_of_ids:
        before = len(keys)
        keys.extend(some)
        ids.extend([id] * (len(keys) - before))
    table = Table.of(keys, ids)
    arrays[f"{name}_keys"], arrays[f"{name}_ids"] = table.keys, table.ids
