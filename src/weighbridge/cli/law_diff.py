"""`weighbridge law diff A B`: what two laws answer differently, on a fixed grid of transactions."""

from __future__ import annotations

from datetime import datetime

import click

from weighbridge.cli.common import DAY, day, faults_as_exit_codes, format_option, language_option, print_json
from weighbridge.cli.page import Page
from weighbridge.core.text import Language, Text

SHOWN = 24
TRIED = Text("{0:,} transactions tried, {1:,} answered differently.", "試 {0:,} 筆交易，{1:,} 筆答案不同。")
GRID = Text(
    "A fixed grid of items, destinations, headquarters and uses: what it does not hold it does not show.",
    "固定之物項、目的地、總部及用途組合；未涵蓋者不顯示。",
)
WHAT = Text("{0}; {1}; {2}", "{0}；{1}；{2}")
WHERE = Text("to {0} destinations: {1}", "至 {0} 個目的地：{1}")
WITNESS = Text("for example: {0} to {1}, {2}, {3}", "例如：{0} 運往 {1}，{2}，{3}")


@click.command("diff")
@click.argument("first", metavar="DATE[:TRACK]")
@click.argument("second", metavar="DATE[:TRACK]")
@click.option("--known-on", type=DAY, help="Only what had been published by this date.  [default: all that is encoded]")
@format_option
@language_option
def diff(first: str, second: str, known_on: datetime | None, format_: str, language: Language) -> None:
    """What two laws answer differently. TRACK is book, enforced, or an amendment (its name, or a YAML file)."""
    from weighbridge.app.diff import differ, read_side
    from weighbridge.app.grid import HEADQUARTERS, USES

    with faults_as_exit_codes(format_, language):
        found = differ(read_side(first), read_side(second), day(known_on))
    if format_ == "json":
        print_json(found.to_plain(language))
        return
    page = Page()
    page.line(f"{found.first} → {found.second}", bold=True)
    page.line(TRIED.to(language).format(found.tried, found.differing))
    for s in found.statements:
        page.blank()
        page.line(f"{s.before} → {s.after}", bold=True)
        heads = ", ".join(HEADQUARTERS[h][0].to(language) for h in s.headquarters)
        uses = ", ".join(USES[u].to(language) for u in s.uses)
        page.line(WHAT.to(language).format(", ".join(s.items), heads, uses), 2)
        places = ", ".join(s.destinations[:SHOWN]) + (", …" if len(s.destinations) > SHOWN else "")
        page.line(WHERE.to(language).format(len(s.destinations), places), 2)
        w = s.witness
        words = (w.item, w.destination, HEADQUARTERS[w.headquarters][0].to(language), USES[w.use].to(language))
        page.line(WITNESS.to(language).format(*words), 2)
    page.blank()
    page.line(GRID.to(language))
    page.print()
