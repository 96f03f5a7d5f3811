"""The program's commands. Each is imported when it is used, so that the program starts fast."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import ClassVar

import click

import weighbridge

COMMANDS = {
    "ask": ("weighbridge.cli.ask:ask", "Answer questions until the answer is settled."),
    "classify": ("weighbridge.cli.classify:classify", "In which ECCN paragraph an item stands, and why."),
    "determine": ("weighbridge.cli.determine:determine", "What the law asks of a transaction."),
    "judge": ("weighbridge.cli.judge:judge", "Record whether a party is the one that a list names."),
    "law": ("weighbridge.cli.law:law", "List, show and check the law that is encoded."),
    "ledger": ("weighbridge.cli.ledger.program:ledger", "Keep allocations so that none is overdrawn."),
    "lists": ("weighbridge.cli.lists:lists", "Import and update screening lists."),
    "owner": ("weighbridge.cli.owner:owner", "Who owns a party, and what share of it listed parties own."),
    "screen": ("weighbridge.cli.screen:screen", "Which listed parties a name may mean, and why."),
}


class Lazy(click.Group):
    """Knows its commands by name and one line of help; imports a command only to run it or to print its own help."""

    table: ClassVar[Mapping[str, tuple[str, str]]] = COMMANDS

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.table:
            return None
        module, _, name = self.table[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, self.table[name][1]) for name in self.list_commands(ctx)])


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(weighbridge.__version__, prog_name="weighbridge")
def program() -> None:
    """What United States export controls ask of a transaction in advanced AI chips or AI model weights.

    Not legal advice: every answer says on which rulebook and which assumptions it rests.
    """
