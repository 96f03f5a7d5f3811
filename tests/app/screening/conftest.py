"""A store with a small list in it, and how to ask with it as a person would: screen, judge, determine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from weighbridge.app.answer import answer
from weighbridge.app.judgements import record_judgement
from weighbridge.app.ownership.graphs import open_graph
from weighbridge.app.request.document import read_document
from weighbridge.app.request.request import read_request
from weighbridge.app.respond import respond
from weighbridge.app.screening.find import screen
from weighbridge.app.screening.lists import open_lists
from weighbridge.app.screening.transaction import screened
from weighbridge.cli.determine import response_schema
from weighbridge.law.compiled import load_corpus
from weighbridge.parties.importing import import_file
from weighbridge.parties.judgement import Opinion
from weighbridge.parties.lists.version import Origin
from weighbridge.parties.stated import StatedParty
from weighbridge.parties.store.store import open_store

EXAMPLES = Path(__file__).parents[3] / "examples" / "parties"
TODAY = date(2026, 11, 24)
Plain = dict[str, Any]


@dataclass(frozen=True)
class Desk:
    """A compliance desk with a store of lists."""

    store: str

    def load(self, path: Path, on: date = TODAY) -> None:
        """Import a list, fetched on that day."""
        opened = open_store(self.store, create=True)
        try:
            import_file(opened, path, on=on, origin=Origin(path.name, on))
        finally:
            opened.close()

    def entry(self, name: str) -> str:
        """The id of the entry of that name."""
        with open_lists(self.store, TODAY) as lists:
            return next(c.entry.id for c in screen(lists, StatedParty(name)).candidates if c.entry.name == name)

    def judge(self, party: StatedParty, entry: str, opinion: Opinion, on: date = TODAY) -> None:
        """Record a judgement."""
        opened = open_store(self.store)
        try:
            record_judgement(opened, entry, party, opinion, by="A. Ng", on=on, reason="looked at the register")
        finally:
            opened.close()

    def ask(self, data: Plain, *, owners: bytes | None = None, fresh: bool = False, today: date = TODAY) -> Plain:
        """The response to a request, its parties screened; it always fits the published schema."""
        corpus = load_corpus()
        request = read_request(data, corpus.facts)
        graph = open_graph(owners, "owners.csv") if owners else None
        with open_lists(self.store, today, fresh=fresh) as lists:
            request, screening = screened(request, lists, corpus.horizon, graph)
        found = respond(answer(request, corpus.horizon, with_advice=False), screening=screening)
        jsonschema.validate(found, response_schema())
        return found


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The store of the examples, with nothing judged."""
    path = tmp_path_factory.mktemp("lists") / "store.sqlite"
    Desk(str(path)).load(EXAMPLES / "list.csv")
    return path.read_bytes()


@pytest.fixture
def desk(loaded: bytes, tmp_path: Path) -> Desk:
    """A desk of one's own, with the list of the examples."""
    path = tmp_path / "store.sqlite"
    path.write_bytes(loaded)
    return Desk(str(path))


def example(name: str, **changed: Any) -> Plain:
    """A request of the examples, with other fields."""
    return {**read_document((EXAMPLES / f"{name}.yaml").read_bytes()), **changed}


def owners(**replaced: str) -> bytes:
    """The owners of the examples, with some words replaced."""
    text = (EXAMPLES / "owners.csv").read_text(encoding="utf-8")
    for old, new in replaced.items():
        text = text.replace(old, new)
    return text.encode()
