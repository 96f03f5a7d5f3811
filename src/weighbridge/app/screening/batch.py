"""Parties to screen, read from a file: a CSV with a header, or one name a line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from weighbridge.app.faults import Fault, Faults, RequestFaults, nearest
from weighbridge.app.request.section import Section
from weighbridge.app.screening.find import is_readable
from weighbridge.app.screening.wording import A_READABLE_NAME, UNREADABLE
from weighbridge.core.text import Text, same
from weighbridge.parties.stated import StatedParty

COLUMNS = ("name", "aliases", "addresses", "countries", "reference")
SEVERAL = ("aliases", "addresses", "countries")
"""Columns that hold several values, separated by semicolons."""

DELIMITERS = (",", ";", "\t")
"""What may stand between columns: a table that is read as names alone would be screened for names that nobody has."""

NOT_UTF_8 = Text("It is not UTF-8 text.", "並非 UTF-8 文字。")
NOBODY = Text("It names nobody.", "未列任何當事人。")
NO_COLUMN = Text("There is no such column.", "無此欄位。")
NO_NAME = Text("The row has no name.", "此列未填名稱。")
A_NAME = Text("the party's name", "當事人名稱")
WIDER = Text("The row has more fields than the header.", "此列欄位多於標題列。")
ACCEPTED = Text(
    f"one name a line, or a CSV with a header: {', '.join(COLUMNS)}",
    f"每行一個名稱，或含標題列之 CSV：{'、'.join(COLUMNS)}",
)


def read_parties(content: bytes, name: str) -> Iterator[StatedParty | Fault]:
    """Each party of a file; in place of a row that cannot be read, what is wrong with it, with its line.

    Raises:
        RequestFaults: the file as a whole cannot be read.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RequestFaults([Fault(name, f"byte {error.start}", NOT_UTF_8, ACCEPTED)]) from None
    if not text.strip():
        raise RequestFaults([Fault(name, "", NOBODY, ACCEPTED)])
    first = text.lstrip().partition("\n")[0]
    for delimiter in DELIMITERS:
        header = [column.strip().lower() for column in next(csv.reader([first], delimiter=delimiter))]
        if "name" in header:
            return _rows(text, header, name, delimiter)
    return _lines(text)


def stated_party(fields: Mapping[str, Any], faults: Faults, where: str = "") -> StatedParty:
    """The party that these fields state; countries may be written by code or by name."""
    section = Section(fields, faults, where)
    name = section.text("name") or ""
    if name and not is_readable(name):
        faults.add(f"{where}.name" if where else "name", name, UNREADABLE, A_READABLE_NAME)
    return StatedParty(
        name=name,
        aliases=tuple(fields.get("aliases", ())),
        addresses=tuple(fields.get("addresses", ())),
        countries=countries_of(fields.get("countries", ()), faults, where),
        reference=section.text("reference") or "",
    )


def countries_of(written: Iterable[str], faults: Faults, where: str = "") -> tuple[str, ...]:
    """The ISO 3166-1 codes of countries that are written by code or by name."""
    section = Section({f"countries[{i}]": country for i, country in enumerate(written)}, faults, where)
    return tuple(place for key in section.content if (place := section.place(key)))


def _lines(text: str) -> Iterator[StatedParty | Fault]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            name = " ".join(line.split())
            readable = is_readable(name)
            yield StatedParty(name=name) if readable else Fault(f"line {number}", name, UNREADABLE, A_READABLE_NAME)


def _rows(text: str, header: list[str], name: str, delimiter: str) -> Iterator[StatedParty | Fault]:
    faults = Faults()
    for column in header:
        if column not in COLUMNS:
            faults.add(f"{name}: {column}", None, NO_COLUMN, same(", ".join(COLUMNS)), nearest(column, COLUMNS))
    faults.raise_if_any()
    reader = csv.reader(io.StringIO(text.lstrip()), delimiter=delimiter)
    next(reader)
    return _parties(reader, header)


def _parties(reader: Any, header: list[str]) -> Iterator[StatedParty | Fault]:
    for row in reader:
        if not any(cell.strip() for cell in row):
            continue
        faults = Faults()
        where = f"line {reader.line_num}"
        fields = dict(zip(header, (cell.strip() for cell in row), strict=False))
        if len(row) > len(header):
            faults.add(where, row[len(header)], WIDER, same(", ".join(header)))
        if not fields.get("name"):
            faults.add(f"{where}.name", None, NO_NAME, A_NAME)
        stated = {key: value for key, value in _split(fields) if value}
        party = stated_party(stated, faults, where)
        yield from faults.found
        if not faults.found:
            yield party


def _split(fields: Mapping[str, str]) -> Iterable[tuple[str, Any]]:
    for key, value in fields.items():
        yield key, [part.strip() for part in value.split(";") if part.strip()] if key in SEVERAL else value
