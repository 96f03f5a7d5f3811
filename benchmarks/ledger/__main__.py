"""Run them: `python -m benchmarks.ledger [PART …] [--rounds N] [--entries N] [--json]`.

The parts: sqlite, postgresql, large, calls, export.
"""

from __future__ import annotations

import argparse
import json

from benchmarks.ledger import calls, export, large, stores


def main() -> None:
    """Run those named, or all, and print a table of each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ledger")
    parser.add_argument("parts", nargs="*", choices=["sqlite", "postgresql", "large", "calls", "export", []])
    parser.add_argument("--rounds", type=int, default=stores.ROUNDS)
    parser.add_argument("--entries", type=int, default=1_000_000)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    parts = {
        "sqlite": lambda: stores.run_sqlite(given.rounds),
        "postgresql": lambda: stores.postgresql(given.rounds),
        "large": lambda: large.run(given.entries),
        "calls": calls.run,
        "export": lambda: export.run(given.entries // 5),
    }
    found = {name: run() for name, run in parts.items() if not given.parts or name in given.parts}
    if given.json:
        print(json.dumps(found, indent=2))
        return
    for name, rows in found.items():
        print(f"\n{name}")
        for row, figures in rows.items():
            print(f"  {row:42}" + "  ".join(f"{figure}: {value:,.2f}" for figure, value in figures.items()))


if __name__ == "__main__":
    main()
