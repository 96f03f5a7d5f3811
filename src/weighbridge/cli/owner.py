"""`weighbridge owner`: who owns a party, and what the affiliates rule says of it on each track on a day."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import BinaryIO, TextIO

import click

from weighbridge.cli.common import DAY, day, faults_as_exit_codes, format_option, language_option, print_json
from weighbridge.core.text import Language


@click.command()
@click.argument("party")
@click.option(
    "--graph",
    "graph_file",
    type=click.File("rb"),
    required=True,
    metavar="FILE.{csv,json,jsonl}|-",
    help="The stakes and entities: CSV, JSON, or FollowTheMoney entities as JSON lines.",
)
@click.option("--on", type=DAY, required=True, help="The stakes, the list entries and the law of this date.")
@click.option(
    "--known-on", type=DAY, help="Only what law had been published by this date.  [default: all that is encoded]"
)
@click.option("--track", default="book,enforced", metavar="TRACK[,…]", help="book, enforced.  [default: book,enforced]")
@click.option("--svg", type=click.File("w", encoding="utf-8"), metavar="FILE.svg", help="Draw the owners into a file.")
@format_option
@language_option
def owner(
    party: str,
    graph_file: BinaryIO,
    on: datetime,
    known_on: datetime | None,
    track: str,
    svg: TextIO | None,
    format_: str,
    language: Language,
) -> None:
    """Who owns PARTY (an id or a name in the graph), directly and indirectly, on a day.

    Told are the share that listed parties own together, by cascading majorities and by multiplication, the ultimate
    parents and their headquarters, and what the affiliates rule of 15 CFR 744.11 says on each track.
    """
    from weighbridge.app.ownership.graphs import open_graph
    from weighbridge.app.ownership.owner import owner_answer
    from weighbridge.app.ownership.plain import plain_owner

    tracks = tuple(filter(None, track.split(",")))
    effective_on = day(on)
    assert effective_on is not None
    with faults_as_exit_codes(format_, language):
        graph = open_graph(graph_file.read(), Path(getattr(graph_file, "name", "-")).name)
        answer = owner_answer(graph, party, effective_on, day(known_on), tracks)
        if svg is not None:
            from weighbridge.cli.owner_svg import picture

            svg.write(picture(answer, language))
        plain = plain_owner(answer, language)
        if format_ == "json":
            print_json(plain)
        else:
            from weighbridge.cli.owner_page import owner_page

            owner_page(plain, language).print()
