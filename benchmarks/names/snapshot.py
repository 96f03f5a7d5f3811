"""The snapshot of the Consolidated Screening List beside the repository, as listed parties."""

from __future__ import annotations

import csv
import gzip
import os
from functools import cache
from pathlib import Path

from weighbridge.parties.listed import ListedParty, PartyKind

_KINDS = {
    "Entity": PartyKind.ORGANIZATION,
    "Individual": PartyKind.INDIVIDUAL,
    "Vessel": PartyKind.VESSEL,
    "Aircraft": PartyKind.AIRCRAFT,
}


def snapshot_file() -> Path | None:
    """The newest snapshot in the reference folder; None where there is none."""
    folder = os.environ.get("WEIGHBRIDGE_REFERENCE_DIR")
    found = sorted((Path(folder) / "reference" / "screening").glob("*.csv.gz")) if folder else []
    return found[-1] if found else None


@cache
def snapshot() -> tuple[ListedParty, ...]:
    """Every party of the snapshot, in its order."""
    file = snapshot_file()
    if file is None:
        raise SystemExit("Set WEIGHBRIDGE_REFERENCE_DIR to the folder that holds reference/screening/*.csv.gz.")
    with gzip.open(file, "rt", encoding="utf-8", newline="") as lines:
        return tuple(_party(number, row) for number, row in enumerate(csv.DictReader(lines)))


def _party(number: int, row: dict[str, str]) -> ListedParty:
    return ListedParty(
        id=f"row-{number}",
        list=row["source"].partition("(")[2].partition(")")[0] or row["source"],
        kind=_KINDS.get(row["type"], PartyKind.UNKNOWN),
        name=row["name"].strip(),
        aliases=_split(row["alt_names"]),
        countries=_split(row["addresses"]),
    )


def _split(joined: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in joined.split(";") if part.strip())
