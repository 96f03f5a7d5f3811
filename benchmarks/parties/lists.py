"""Importing lists: seconds, memory at its peak, and the ratio to reading and storing the rows as they are.

`python -m benchmarks.parties.lists` (or `python -m benchmarks lists`). Each import runs in a process of its own. The
floor is measured beside it in the same run: Python's CSV reader over the same file, each row put into SQLite as JSON.
With `WEIGHBRIDGE_REFERENCE_DIR` the real list is imported too; the made ones need nothing.
"""

from __future__ import annotations

import csv
import gzip
import json
import os
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from weighbridge.parties.importing import import_file
from weighbridge.parties.lists.consolidated import COLUMNS
from weighbridge.parties.lists.version import Origin
from weighbridge.parties.store.lists import entries
from weighbridge.parties.store.store import Store, open_store

REAL_SIZE = 25_921
ROUNDS = 3
DAY = date(2026, 7, 31)
WORDS = ("Harbor", "Circuits", "Trading", "Industrial", "Shenzhen", "Example", "Northern", "Lines", "Optics", "Group")
SOURCES = (
    ("Specially Designated Nationals (SDN) - Treasury Department", 0.74),
    ("Entity List (EL) - Bureau of Industry and Security", 0.14),
    ("Denied Persons List (DPL) - Bureau of Industry and Security", 0.12),
)


def run() -> dict[str, dict[str, float]]:
    """One row for each list that is imported."""
    with tempfile.TemporaryDirectory() as folder:
        files = {f"made, {size:,} entries": made(Path(folder), size) for size in (REAL_SIZE, 10 * REAL_SIZE)}
        if reference := os.environ.get("WEIGHBRIDGE_REFERENCE_DIR"):
            [real] = (Path(reference) / "reference" / "screening").glob("*.csv.gz")
            files = {"the real list": real, **files}
        return {name: measured(path, Path(folder)) for name, path in files.items()}


def measured(path: Path, folder: Path) -> dict[str, float]:
    """The medians of some rounds; a floor is taken in each."""
    rounds = [child(path, folder) for _ in range(ROUNDS)]
    return {figure: statistics.median(one[figure] for one in rounds) for figure in rounds[0]}


def child(path: Path, folder: Path) -> dict[str, float]:
    """Import in a process of its own, so that its memory is its own."""
    command = [sys.executable, "-m", "benchmarks.parties.lists", str(path), str(folder)]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def in_child(path: Path, folder: Path) -> dict[str, float]:
    """Import the file into a new store, import it again, read it back; then the floor."""
    address = folder / "store.sqlite"
    address.unlink(missing_ok=True)
    before = peak_mb()
    store = open_store(str(address), create=True)
    (first, first_cpu), (again, _) = timed_import(store, path), timed_import(store, path)
    peak = peak_mb()
    start = time.perf_counter()
    with store.reading() as connection:
        number = sum(1 for _ in entries(connection, "consolidated", 1))
    read = time.perf_counter() - start
    bytes_ = address.stat().st_size
    store.close()
    floor = timed_floor(path, folder)
    return {
        "entries": number,
        "import s": first,
        "of processor s": first_cpu,
        "times the floor": first_cpu / floor,
        "same bytes again s": again,
        "read back s": read,
        "peak MB": peak,
        "MB before": before,
        "store MB": bytes_ / 1e6,
    }


def timed_import(store: Store, path: Path) -> tuple[float, float]:
    """Seconds by the clock and of the processor: others may keep the machine busy."""
    start, cpu = time.perf_counter(), time.process_time()
    import_file(store, path, on=DAY, origin=Origin(path.name, DAY))
    return time.perf_counter() - start, time.process_time() - cpu


def timed_floor(path: Path, folder: Path) -> float:
    """The processor's seconds for the least that an import must do: read every row, and put it into a table."""
    start = time.process_time()
    target = folder / "floor.sqlite"
    target.unlink(missing_ok=True)
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="") as file, sqlite3.connect(target) as store:
        store.execute("create table entry (number integer primary key, body text)")
        rows = ((number, json.dumps(row)) for number, row in enumerate(csv.reader(file)))
        store.executemany("insert into entry values (?, ?)", rows)
    store.close()
    return time.process_time() - start


def peak_mb() -> float:
    """The most memory that this process has held, in MB."""
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def made(folder: Path, size: int) -> Path:
    """A list of that size in trade.gov's layout, the same each time: addresses, aliases, numbers as real ones have."""
    chance = random.Random(size)
    path = folder / f"made-{size}.csv"
    names, weights = zip(*SOURCES, strict=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="")
        writer.writeheader()
        for number in range(size):
            [source] = chance.choices(names, weights)
            words = [" ".join(chance.choices(WORDS, k=4)) for _ in range(4)]
            writer.writerow(
                {
                    "source": source,
                    "entity_number": str(number) if "(SDN)" in source else "",
                    "type": "Entity" if "(SDN)" in source else "",
                    "name": f"{words[0]} {number}",
                    "addresses": f"{number} {words[1]} Road, Shenzhen, Guangdong 518000, CN",
                    "alt_names": "; ".join(words[1:]),
                    "programs": "EXAMPLE; SAMPLE",
                    "license_requirement": "For all items subject to the EAR. (See §744.11 of the EAR)"
                    * ("(EL)" in source),
                    "license_policy": "Presumption of denial" * ("(EL)" in source),
                    "remarks": " ".join(words),
                }
            )
    return path


def main(arguments: list[str]) -> None:
    """A child measures one file; without arguments the whole table is printed."""
    if arguments:
        print(json.dumps(in_child(Path(arguments[0]), Path(arguments[1]))))
        return
    for name, figures in run().items():
        print(f"{name:26}" + "  ".join(f"{figure}: {value:,.2f}" for figure, value in figures.items()))


if __name__ == "__main__":
    main(sys.argv[1:])
