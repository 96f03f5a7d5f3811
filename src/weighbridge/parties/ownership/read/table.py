"""A graph as CSV: a table of stakes and a table of entities, each begun by its header, an empty line between them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from weighbridge.core.text import Text, same
from weighbridge.parties.ownership.graph import OwnershipGraph
from weighbridge.parties.ownership.read.build import ENTITY_FIELDS, STAKE_FIELDS, Draft
from weighbridge.parties.ownership.read.faults import Faults
from weighbridge.parties.ownership.read.fields import FindPlace, Row, refuse_field

HEADERS = same(f"{','.join(STAKE_FIELDS)} / {','.join(ENTITY_FIELDS)}")
NO_HEADER = Text(
    "This is the header of neither stakes nor entities: it names no column `owner`, `owned` or `name`.",
    "此列既非持股亦非實體之標題列：無 owner、owned 或 name 欄。",
)
COLUMN_TWICE = Text("A column is named twice.", "欄位名稱重複。")
TOO_LONG = Text("The line has more cells than the header.", "本列欄數多於標題列。")
CELLS = Text("{0} cells; a text with a comma stands in quotes", "{0} 欄；含逗號之文字須加引號")
NOT_CSV = Text("It is not valid CSV: {0}.", "並非有效之 CSV：{0}。")


def read_table(content: str, raw: bytes, source: str, find_place: FindPlace) -> OwnershipGraph:
    """The graph in a CSV.

    Raises:
        GraphFaults: with every fault, each with its line.
    """
    draft = Draft(Faults(), find_place)
    header: list[str] | None = None
    stakes = usable = False
    for line, cells in _lines(content, draft.faults):
        if not any(cell.strip() for cell in cells):
            header = None
        elif header is None:
            header = [cell.strip() for cell in cells]
            stakes = not {"owner", "owned"}.isdisjoint(header)
            usable = _check_header(draft.faults, line, header, stakes)
        elif not usable:
            continue  # Its header was refused; what it would mean cannot be told.
        elif len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
            draft.faults.add(f"line {line}", "", len(cells), TOO_LONG, CELLS.format(str(len(header))))
        else:
            known = STAKE_FIELDS if stakes else ENTITY_FIELDS
            content_of = {name: cell for name, cell in zip(header, cells, strict=False) if name in known}
            read = draft.stake if stakes else draft.entity
            read(Row(f"line {line}", content_of, draft.faults))
    return draft.graph(source, raw)


def _lines(content: str, faults: Faults) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(content, newline=""), strict=True)
    begins = 1
    try:
        for cells in reader:
            yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        faults.add(f"line {begins}", "", None, NOT_CSV.format(str(error)), HEADERS)


def _check_header(faults: Faults, line: int, header: list[str], stakes: bool) -> bool:
    """Note what is wrong with a header; whether the lines below it can be read."""
    where = f"line {line}"
    if not stakes and "name" not in header:
        faults.add(where, "", ",".join(header), NO_HEADER, HEADERS)
        return False
    known = STAKE_FIELDS if stakes else ENTITY_FIELDS
    for name in header:
        if name not in known:
            refuse_field(faults, where, name, known)
    if len(set(header)) < len(header):
        faults.add(where, "", ",".join(header), COLUMN_TWICE, same(", ".join(known)))
    missing = {"owner", "owned"}.difference(header) if stakes else ()
    for name in missing:
        faults.add(where, name, None, Text("The column is missing.", "缺少此欄。"), HEADERS)
    return not missing
