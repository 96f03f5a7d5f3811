"""Lists made for the tests, in the layouts in which real ones are published. No party in them is a real one."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from weighbridge.parties.listed import ListedParty
from weighbridge.parties.lists.consolidated import COLUMNS
from weighbridge.parties.lists.faults import RowFault
from weighbridge.parties.lists.file import ListFile
from weighbridge.parties.lists.layout import layout_of
from weighbridge.parties.lists.read import parties

EL = "Entity List (EL) - Bureau of Industry and Security"
DPL = "Denied Persons List (DPL) - Bureau of Industry and Security"
SDN = "Specially Designated Nationals (SDN) - Treasury Department"

Row = Mapping[str, str]

ACME: Row = {
    "source": EL,
    "name": "Acme Circuits Co., Ltd.",
    "addresses": "1 Harbor Road, Shenzhen, Guangdong 518000, CN; 2 Peak Lane, Hong Kong, HK",
    "federal_register_notice": "88 FR 1; 89 FR 2",
    "start_date": "2024-12-05",
    "license_requirement": "For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)4",
    "license_policy": "Presumption of denial",
    "alt_names": "Acme Dianlu;Acme IC; ACME;; Acme IC",
}
JOHN: Row = {
    "source": SDN,
    "entity_number": "7001",
    "type": "Individual",
    "programs": "EXAMPLE; SAMPLE",
    "name": "PETROV, Ivan",
    "title": "Director",
    "addresses": "RU",
    "citizenships": "RU; KZ",
    "dates_of_birth": "14 Mar 1968",
    "places_of_birth": "Omsk, Russia",
    "ids": "Passport, 71234567, RU",
    "remarks": "Linked to nobody.",
}
SHIP: Row = {
    "source": SDN,
    "entity_number": "7002",
    "type": "Vessel",
    "name": "SEA EXAMPLE",
    "call_sign": "EX12",
    "vessel_flag": "Iran",
    "vessel_owner": "Example Lines",
}
DENIED: Row = {"source": DPL, "name": "I. SAMPLE", "addresses": "US", "standard_order": "Y"}
ROWS = (ACME, JOHN, SHIP, DENIED)


def csv_text(rows: Iterable[Row], columns: Iterable[str] = COLUMNS, delimiter: str = ",") -> str:
    """A CSV with a header."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(columns), restval="", delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def numbered_rows(number: int, source: str = SDN, first: int = 1) -> Iterable[Row]:
    """As many plain entries, numbered."""
    for n in range(first, first + number):
        yield {
            "source": source,
            "entity_number": str(n),
            "type": "Entity",
            "name": f"Example Trading {n}",
            "addresses": "CN",
        }


def written(path: Path, content: str | bytes) -> Path:
    """The path, with that content in it; packed where it ends in .gz."""
    data = content.encode() if isinstance(content, str) else content
    path.write_bytes(gzip.compress(data, mtime=0) if path.suffix == ".gz" else data)
    return path


def json_lines(*entities: Mapping[str, Any]) -> str:
    return "".join(json.dumps(entity) + "\n" for entity in entities)


def read_all(path: Path, source: str = "consolidated") -> tuple[list[ListedParty], list[RowFault]]:
    """What is read of the file, and what cannot be."""
    file = ListFile(path)
    found = list(parties(file, layout_of(file.head()), source))
    return [p for p in found if isinstance(p, ListedParty)], [f for f in found if isinstance(f, RowFault)]
