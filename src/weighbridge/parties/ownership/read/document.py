"""A graph as a JSON document: `{"stakes": [{…}], "entities": [{…}]}`. Each object knows the line on which it begins."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from weighbridge.core.text import Text, same
from weighbridge.parties.ownership.graph import OwnershipGraph
from weighbridge.parties.ownership.read.build import Draft
from weighbridge.parties.ownership.read.faults import Faults, GraphFault, GraphFaults
from weighbridge.parties.ownership.read.fields import FindPlace, Row, refuse_field

SECTIONS = ("stakes", "entities", "about")
"""`about` is for people and is not read."""
SHAPE = same('{"stakes": [{"owner": …, "owned": …, "percent": …}], "entities": [{"name": …}]}')
NOT_JSON = Text("It is not valid JSON: {0}.", "並非有效之 JSON：{0}。")
NOT_AN_OBJECT = Text("It is not an object of fields.", "並非欄位物件。")
NOT_A_LIST = Text("It is not a list.", "並非清單。")
TWICE = "a field is stated twice: {0}"
TOO_DEEP = "it is nested too deeply"
NOT_FINITE = "{0} is not a number"


def read_document(content: str, raw: bytes, source: str, find_place: FindPlace) -> OwnershipGraph:
    """The graph in a JSON document.

    Raises:
        GraphFaults: with every fault, each with its line and its place in the document.
    """
    draft = Draft(Faults(), find_place)
    for section, place, line, item in _items(content, draft.faults):
        where = f"line {line}, {section}[{place}]"
        if not isinstance(item, Mapping):
            draft.faults.add(where, "", item, NOT_AN_OBJECT, SHAPE)
        elif section == "stakes":
            draft.stake(Row(where, item, draft.faults))
        elif section == "entities":
            draft.entity(Row(where, item, draft.faults))
    return draft.graph(source, raw)


def _items(content: str, faults: Faults) -> Iterator[tuple[str, int, int, Any]]:
    """Every item of every list of the document: its section, its place there, the line on which it begins, and itself.

    Raises:
        GraphFaults: it is not JSON, which leaves nothing to go on with.
    """
    scan = Scan(content)
    try:
        scan.expect("{")
        while not scan.ends("}"):
            section = scan.value()
            line = scan.line
            scan.expect(":")
            if section not in SECTIONS:
                refuse_field(faults, f"line {line}", str(section), SECTIONS)
            if section == "about" or section not in SECTIONS:
                scan.value()
            elif not scan.starts("["):
                faults.add(f"line {line}", str(section), scan.value(), NOT_A_LIST, SHAPE)
            else:
                place = 0
                while not scan.ends("]"):
                    begins = scan.line
                    yield str(section), place, begins, scan.value()
                    place += 1
        scan.finish()
    except (ValueError, RecursionError) as error:
        problem = TOO_DEEP if isinstance(error, RecursionError) else getattr(error, "msg", str(error))
        raise GraphFaults([GraphFault(f"line {scan.line}", "", "", NOT_JSON.format(problem), SHAPE)]) from None


class Scan:
    """Goes through a JSON text value by value and knows the line it has come to."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0
        self.counted = 0
        self.lines = 1
        self.first = True
        self.decoder = json.JSONDecoder(parse_float=Decimal, parse_constant=_not_finite, object_pairs_hook=_unique)

    @property
    def line(self) -> int:
        """The line of the next thing that is not blank."""
        self.skip()
        self.lines += self.text.count("\n", self.counted, self.place)
        self.counted = self.place
        return self.lines

    def skip(self) -> None:
        """Go past blanks."""
        while self.place < len(self.text) and self.text[self.place] in " \t\r\n":
            self.place += 1

    def starts(self, bracket: str) -> bool:
        """Whether a list or an object begins here; goes into it if so."""
        self.skip()
        if self.text[self.place : self.place + 1] != bracket:
            return False
        self.place += 1
        self.first = True
        return True

    def expect(self, mark: str) -> None:
        """Go past this mark.

        Raises:
            ValueError: something else stands here.
        """
        if not self.starts(mark):
            raise ValueError(f"expected {mark!r}")

    def ends(self, bracket: str) -> bool:
        """Whether the list or object ends here; goes past its end, or past the comma before its next item."""
        if self.starts(bracket):
            self.first = False
            return True
        if not self.first:
            self.expect(",")
        self.first = False
        return False

    def value(self) -> Any:
        """The value that begins here.

        Raises:
            ValueError: it is not JSON.
        """
        self.skip()
        found, self.place = self.decoder.raw_decode(self.text, self.place)
        self.first = False
        return found

    def finish(self) -> None:
        """Nothing more may stand here.

        Raises:
            ValueError: something does.
        """
        self.skip()
        if self.place < len(self.text):
            raise ValueError("text stands behind the end")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(TWICE.format(", ".join(sorted({name for name in names if names.count(name) > 1}))))
    return found


def _not_finite(name: str) -> Any:
    raise ValueError(NOT_FINITE.format(name))
