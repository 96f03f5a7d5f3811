"""Reads an ownership graph from a file's bytes, whichever of the three forms they are in."""

from __future__ import annotations

from weighbridge.core.text import Text
from weighbridge.parties.ownership.graph import OwnershipGraph
from weighbridge.parties.ownership.read.document import read_document
from weighbridge.parties.ownership.read.faults import GraphFault, GraphFaults
from weighbridge.parties.ownership.read.fields import FindPlace
from weighbridge.parties.ownership.read.follow_the_money import read_follow_the_money
from weighbridge.parties.ownership.read.table import read_table

FORMS = Text(
    "UTF-8 text: CSV, a JSON document, or FollowTheMoney entities as JSON lines (docs/ownership.md)",
    "UTF-8 文字：CSV、JSON 文件，或 FollowTheMoney 實體之 JSON 行（docs/ownership.md）",
)
NOT_UTF_8 = Text("It is not UTF-8 text.", "並非 UTF-8 文字。")
EMPTY = Text("It is empty.", "內容為空。")


def read_graph(raw: bytes, source: str, find_place: FindPlace) -> OwnershipGraph:
    """The ownership graph in a file. `source` is what the file is called; `find_place` resolves names of places.

    Raises:
        GraphFaults: with every fault, each with line and field.
    """
    try:
        content = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise GraphFaults([GraphFault(f"line {line}", "", "", NOT_UTF_8, FORMS)]) from None
    if not content.strip():
        raise GraphFaults([GraphFault("line 1", "", "", EMPTY, FORMS)])
    if not content.lstrip().startswith("{"):
        return read_table(content, raw, source, find_place)
    first, _, more = content.lstrip().partition("\n")
    in_lines = source.endswith((".jsonl", ".ndjson", ".ftm.json")) or (
        '"schema"' in first and first.rstrip().endswith("}") and (not more.strip() or more.lstrip().startswith("{"))
    )
    read = read_follow_the_money if in_lines else read_document
    return read(content, raw, source, find_place)
