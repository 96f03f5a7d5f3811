"""Run the benchmarks: `python -m benchmarks [simplified] [full] [startup] [lists] [--json]`."""

from __future__ import annotations

import json
import sys

from benchmarks import compare, full, startup
from benchmarks.parties import lists

ALL = {"simplified": compare.run, "full": full.run, "startup": startup.run, "lists": lists.run}


def main(arguments: list[str]) -> None:
    """Run those named, or all, and print a table of each."""
    named = [name for name in arguments if name in ALL] or list(ALL)
    found = {name: ALL[name]() for name in named}
    if "--json" in arguments:
        print(json.dumps(found, indent=2))
        return
    for name, rows in found.items():
        print(f"\n{name}")
        for row, figures in rows.items():
            print(f"  {row:32}" + "  ".join(f"{figure}: {value:,.1f}" for figure, value in figures.items()))


main(sys.argv[1:])
