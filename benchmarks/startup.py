"""Start-up: the program's help and a cold determination, against a Python that does nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.measure import medians, rounds

ROOT = Path(__file__).parents[1]
REQUEST = ROOT / "examples" / "india-1000-h100.yaml"
ROUNDS = 15


def run() -> dict[str, dict[str, float]]:
    """Milliseconds, and ratios to `python -c pass`. The compiled corpus is in the cache, as after a first run."""
    program = Path(sys.executable).parent / "weighbridge"
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "weighbridge --help": [str(program), "--help"],
        "weighbridge determine, cold": [str(program), "determine", str(REQUEST)],
        "python -c 'import yaml, click'": [sys.executable, "-c", "import yaml, click"],
    }
    seconds = medians(
        rounds(
            {name: lambda c=c: subprocess.run(c, check=True, capture_output=True) for name, c in commands.items()},
            ROUNDS,
        )  # type: ignore[misc]
    )
    floor = seconds["python -c pass"]
    return {name: {"ms": median * 1e3, "times python -c pass": median / floor} for name, median in seconds.items()}
