"""A list, whatever its layout, as a stream of listed parties and of the rows that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import TextIOWrapper

from weighbridge.parties.listed import ListedParty
from weighbridge.parties.lists.consolidated import NO_TEXT, NotARecord, listed_party
from weighbridge.parties.lists.csv_rows import csv_rows
from weighbridge.parties.lists.faults import RowFault
from weighbridge.parties.lists.file import ListFile, hidden
from weighbridge.parties.lists.ftm import ftm_parties
from weighbridge.parties.lists.json_records import json_records
from weighbridge.parties.lists.layout import Format, Layout
from weighbridge.parties.lists.own import own_party

READING = 1
"""Raised when the same file would be read otherwise than before, so that it is imported anew."""


def parties(file: ListFile, layout: Layout, source: str) -> Iterator[ListedParty | RowFault]:
    """Every party of the file; a row that cannot be read comes as a fault, and reading goes on.

    Raises:
        UnreadableList: the file breaks off, or cannot be read.
    """
    match layout.format:
        case Format.FOLLOW_THE_MONEY:
            yield from ftm_parties(file, source)
        case Format.CONSOLIDATED_JSON:
            with file.text() as stream:
                for line, record in json_records(stream):
                    yield _from_json(line, record, source)
        case Format.CONSOLIDATED_CSV:
            with file.text() as stream:
                yield from _from_csv(stream, layout, lambda row: listed_party(row, source))
        case Format.OWN_CSV:
            with file.text() as stream:
                yield from _from_csv(stream, layout, lambda row: own_party(row, source))


def _from_csv(
    stream: TextIOWrapper, layout: Layout, made: Callable[[dict[str, str]], ListedParty]
) -> Iterator[ListedParty | RowFault]:
    for row in csv_rows(stream, layout.columns, layout.delimiter):
        if isinstance(row, RowFault):
            yield row
            continue
        try:
            yield made(row[1])
        except NotARecord as wrong:
            yield RowFault(row[0], wrong.problem)


def _from_json(line: int, record: object, source: str) -> ListedParty | RowFault:
    if not isinstance(record, dict):
        return RowFault(line, NO_TEXT.format("results", type(record).__name__))
    if problem := hidden(record):
        return RowFault(line, problem)
    try:
        return listed_party(record, source)
    except NotARecord as wrong:
        return RowFault(line, wrong.problem)
