"""The index of listed names: built from parties, kept in one file, asked one query or many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from weighbridge.parties.listed import ListedParty
from weighbridge.parties.names.arrays import Arrays, IndexUnreadable
from weighbridge.parties.names.building import build, rules_digest
from weighbridge.parties.names.candidates import Candidates
from weighbridge.parties.names.explaining import features
from weighbridge.parties.names.forms import Forms
from weighbridge.parties.names.keys import Table
from weighbridge.parties.names.match import REVIEW_AT, Match, Query
from weighbridge.parties.names.name import read_name, spellings
from weighbridge.parties.names.pairing import Asked
from weighbridge.parties.names.ranking import MOST_SUPPORT, Found, best_of_parties
from weighbridge.parties.names.scoring import Comparison, Trace, compare
from weighbridge.parties.names.vocabulary import Vocabulary

# Forms that share words with the query and are laid beside it: so many where nothing meets it well, else so few.
_CONSIDERED, _ENOUGH = 24, 10
_WELL_MET = 850


class NameIndex:
    """Listed names, ready to be asked. It is never changed once made and may be asked from several threads."""

    def __init__(self, arrays: Arrays) -> None:
        held = arrays.arrays
        self._arrays = arrays
        self._forms = Forms(arrays)
        held_by = (held["holders_starts"][1:] - held["holders_starts"][:-1]).tolist()
        self._vocabulary = Vocabulary(
            self._forms.words,
            held["word_weights"].tolist(),
            held_by,
            len(self._forms),
            Table(held["spellings_keys"], held["spellings_ids"]),
        )
        self._candidates = Candidates(self._forms, self._vocabulary.weights, Table(held["keys_keys"], held["keys_ids"]))

    @classmethod
    def build(cls, parties: Iterable[ListedParty], list_version: str = "") -> NameIndex:
        """An index of the parties, held in memory; it keeps what the caller calls the version of the list."""
        return cls(build(parties, list_version))

    @classmethod
    def open(cls, path: Path) -> NameIndex:
        """The index in a file that `save` wrote; the larger arrays stay on disk until they are needed.

        Raises:
            IndexUnreadable: The file is missing, damaged, or was built by another version of the program.
        """
        arrays = Arrays.open(path)
        if arrays.notes.get("rules") != rules_digest():
            raise IndexUnreadable(path, "another version of the program built it")
        try:
            return cls(arrays)
        except (KeyError, ValueError, IndexError) as error:
            raise IndexUnreadable(path, "an array is missing or does not fit the others") from error

    def save(self, path: Path) -> None:
        """Write the index to a file, whole or not at all."""
        self._arrays.save(path)

    @property
    def digest(self) -> str:
        """SHA-256 over the index; two indexes of the same list and the same program version share it."""
        return self._arrays.digest

    @property
    def list_version(self) -> str:
        """What whoever built the index called the version of the list, such as its digest; "" if nothing."""
        return self._arrays.notes["list version"]

    @property
    def names_digest(self) -> str:
        """SHA-256 over the ids and names of the parties in the index."""
        return self._arrays.notes["names"]

    @property
    def size(self) -> int:
        """Bytes that the index takes in its file."""
        return sum(array.nbytes for array in self._arrays.arrays.values())

    def search(self, query: Query, limit: int = 10, floor: int = REVIEW_AT) -> tuple[Match, ...]:
        """The listed parties whose names met the query's, best first, each with its best pair of names.

        At most `limit` parties, and none below `floor` per mille. Parties that tie with the last are kept, so that the
        limit never hides one of several parties of the same name.
        """
        least = floor - (MOST_SUPPORT if query.countries or query.addresses else 0)
        laid = [
            (text, comparison)
            for text in query.names
            for spelling in spellings(text)
            for name in read_name(spelling, self._vocabulary.knows)
            for comparison in self._laid(Asked(name, self._vocabulary), limit, least)
        ]
        found = best_of_parties(laid, self._forms, query, limit, floor)
        return tuple(self._match(one) for one in found)

    def search_many(
        self, queries: Iterable[Query], limit: int = 10, floor: int = REVIEW_AT
    ) -> Iterator[tuple[Match, ...]]:
        """What `search` finds for each query, in their order. `batch.search_many` does it in several processes."""
        return (self.search(query, limit, floor) for query in queries)

    def _laid(self, asked: Asked, limit: int, least: int) -> Iterator[Comparison]:
        """The candidates laid beside the query; where the first ones meet it well, no more of them than are wanted."""
        enough = max(_ENOUGH, limit)
        best = 0
        candidates = self._candidates.of(asked, _CONSIDERED * enough // _ENOUGH)
        for place, (form, trace) in enumerate(candidates):
            if trace is Trace.WORDS and best >= _WELL_MET and place >= enough:
                return
            comparison = compare(asked, self._forms.listed(form), self._vocabulary, trace, least)
            if comparison is not None:
                best = max(best, comparison.score)
                yield comparison

    def _match(self, found: Found) -> Match:
        because = (*features(found.comparison, self._vocabulary), *found.support)
        record = found.record
        return Match(found.text, record.text, record.party, record.list, found.score, because, self.digest)
