"""Where the program `weighbridge` starts."""

from __future__ import annotations

import gc
import sys

HELP = """\
Usage: weighbridge [OPTIONS] COMMAND [ARGS]...

  What United States export controls ask of a transaction in advanced AI chips
  or AI model weights.

  Not legal advice: every answer says on which rulebook and which assumptions
  it rests.

Options:
  --version   Show the version and exit.
  -h, --help  Show this message and exit.

Commands:
  ask        Answer questions until the answer is settled.
  classify   In which ECCN paragraph an item stands, and why.
  determine  What the law asks of a transaction.
  judge      Record whether a party is the one that a list names.
  law        List, show and check the law that is encoded.
  ledger     Keep allocations so that none is overdrawn.
  lists      Import and update screening lists.
  owner      Who owns a party, and what share of it listed parties own.
  screen     Which listed parties a name may mean, and why."""
"""What `weighbridge --help` prints, kept as text: most of the time it takes to start is the import of click. A test
holds it equal to what click makes of the commands."""


def main() -> None:
    """Print the help, or run a command."""
    if sys.argv[1:] in (["--help"], ["-h"]):
        print(HELP)
        return
    # A command runs for a moment and ends; looking for garbage in between costs more than the garbage.
    gc.disable()
    from weighbridge.cli.program import program

    program(prog_name="weighbridge")
