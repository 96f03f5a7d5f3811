"""Screening with a store: making and opening the index beside it, and one party with its entries and judgements.

`python -m benchmarks.parties.screening`, with the real list in `WEIGHBRIDGE_REFERENCE_DIR`. The floor, measured in the
same run, is the search of the same names in the same index, without the store.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from weighbridge.app.screening.find import screen
from weighbridge.app.screening.lists import open_lists
from weighbridge.parties.importing import import_file
from weighbridge.parties.lists.version import Origin
from weighbridge.parties.names.match import Query
from weighbridge.parties.stated import StatedParty
from weighbridge.parties.store.store import open_store

DAY = date(2026, 7, 31)
OPENED = 7
NAMES = ("Huawei Tech Co", "Atelier Lumiere", "Samsung Electronics", "Quiet Meadow Dairy", "Bank Rossiya") * 40


def seconds(task: Callable[[], object]) -> float:
    begun = time.perf_counter()
    task()
    return time.perf_counter() - begun


def opened(store: str) -> None:
    with open_lists(store, DAY, settings={}):
        pass


def main() -> None:
    """Print the figures."""
    reference = os.environ.get("WEIGHBRIDGE_REFERENCE_DIR")
    if reference is None:
        sys.exit("It measures with the real list: set WEIGHBRIDGE_REFERENCE_DIR.")
    [path] = (Path(reference) / "reference" / "screening").glob("*.csv.gz")
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "store.sqlite")
        made = open_store(store, create=True)
        import_file(made, path, on=DAY, origin=Origin(path.name, DAY))
        made.close()
        print(f"index made and kept   {seconds(lambda: opened(store)):.2f} s")
        print(
            f"store and index opened {statistics.median(seconds(lambda: opened(store)) for _ in range(OPENED)):.3f} s"
        )
        with open_lists(store, DAY, settings={}) as lists:
            parties = [StatedParty(name) for name in NAMES]
            for party in parties[:5]:
                screen(lists, party)
            screened = sorted(seconds(lambda party=party: screen(lists, party)) for party in parties)  # type: ignore[misc]
            searched = sorted(seconds(lambda name=name: lists.names.search(Query(name), limit=20)) for name in NAMES)  # type: ignore[misc]
    middle, floor = statistics.median(screened), statistics.median(searched)
    print(f"one party screened     {1000 * middle:.2f} ms (median), {1000 * screened[-3]:.2f} ms (99 of 100)")
    print(f"its name searched      {1000 * floor:.2f} ms (median); screening takes {middle / floor:.1f} times as long")


if __name__ == "__main__":
    main()
