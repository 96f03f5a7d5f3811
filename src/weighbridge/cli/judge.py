"""`weighbridge judge`: record what a person found of a party and a list entry, or show what was found."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from weighbridge.app.faults import Faults
from weighbridge.cli.common import DAY, day, faults_as_exit_codes, format_option, language_option, print_json
from weighbridge.cli.extras import needs
from weighbridge.cli.page import Page
from weighbridge.core.text import Language, Text

if TYPE_CHECKING:
    from weighbridge.parties.judgement import Judged, Judgement
    from weighbridge.parties.listed import ListedParty

OPINIONS = ("same", "different", "unsure")

ENTRY = Text("Entry {0}: {1} ({2})", "項目 {0}：{1}（{2}）")
FOUND = Text("{0} – {1}, {2}: {3}", "{0}：{1}，{2}：{3}")
WORDS = {
    "SAME": Text("the same party", "同一當事人"),
    "DIFFERENT": Text("a different party", "不同當事人"),
    "UNSURE": Text("unsure", "無法確定"),
}
NOBODY = Text("Nobody has judged this pair.", "尚無人判定此配對。")
STANDS = Text("It stands until the entry or what is stated of the party changes.", "於項目或當事人陳述變更前有效。")
OTHERS = Text("Other judgements on this party and entries of this name:", "對此當事人及同名項目之其他判定：")


@click.command()
@click.argument("entry")
@click.argument("party")
@click.option("--opinion", type=click.Choice(OPINIONS), help="What you found; without it, what was found is shown.")
@click.option("--by", default="", help="Who judges.")
@click.option("--reason", default="", help="What you went by, for whoever reads it later.")
@click.option("--reference", default="", help="Your own number for the party.")
@click.option("--alias", "aliases", multiple=True, help="Another name of the party; repeatable.")
@click.option("--address", "addresses", multiple=True, help="An address of the party; repeatable.")
@click.option("--country", "countries", multiple=True, metavar="CODE", help="Where the party is; repeatable.")
@click.option("--identifier", "identifiers", multiple=True, help="A registration number or the like; repeatable.")
@click.option("--store", metavar="FILE|postgresql://…", help="Where lists and judgements are kept.")
@click.option("--on", type=DAY, help="The day of the judgement.  [default: today]")
@format_option
@language_option
def judge(
    entry: str,
    party: str,
    opinion: str | None,
    by: str,
    reason: str,
    reference: str,
    aliases: tuple[str, ...],
    addresses: tuple[str, ...],
    countries: tuple[str, ...],
    identifiers: tuple[str, ...],
    store: str | None,
    on: datetime | None,
    format_: str,
    language: Language,
) -> None:
    """Record whether the PARTY of a transaction is the one that the list ENTRY (its id) names.

    The judgement is used again for the same pair until either changes. It is never edited: a later one supersedes it.
    """
    with faults_as_exit_codes(format_, language), needs("parties"):
        from weighbridge.app import judgements as app
        from weighbridge.app.lists import store_at
        from weighbridge.app.screening.batch import countries_of
        from weighbridge.parties.judgement import Opinion
        from weighbridge.parties.stated import StatedParty

        faults = Faults()
        stated = StatedParty(party, aliases, addresses, countries_of(countries, faults), identifiers, reference)
        faults.raise_if_any()
        with store_at(store) as opened:
            if opinion:
                found = Opinion(opinion.upper())
                today = day(on) or date.today()
                app.record_judgement(opened, entry, stated, found, by=by, on=today, reason=reason)
            listed = app.entry_of(opened, entry)
            judged = app.judgement_for(opened, listed, stated)
    if format_ == "json":
        print_json(_plain(listed, judged))
    else:
        _show(listed, judged, language)


def _plain(entry: ListedParty, judged: Judged | None) -> dict[str, Any]:
    plain: dict[str, Any] = {"entry": entry.id, "list": entry.list, "name": entry.name, "judgement": None}
    if judged:
        plain |= {
            "judgement": _judgement(judged.judgement),
            "stands": judged.stands,
            "changed": list(judged.changed),
            "others": [_judgement(other) for other in judged.others],
        }
    return plain


def _judgement(made: Judgement) -> dict[str, Any]:
    return {
        "entry": made.entry.id,
        "party": made.party.to_plain(),
        "opinion": made.opinion,
        "by": made.by,
        "on": made.on.isoformat(),
        "reason": made.reason,
    }


def _show(entry: ListedParty, judged: Judged | None, language: Language) -> None:
    page = Page()
    page.line(ENTRY.to(language).format(entry.id, entry.name, entry.list), bold=True)
    if judged is None:
        page.line(NOBODY.to(language))
    else:
        page.line(_sentence(judged.judgement, language))
        if judged.stands:
            page.line(STANDS.to(language), 2)
        for change in judged.changed:
            page.line(change.text.to(language), 2, mark="! ")
        if judged.others:
            page.heading(OTHERS.to(language))
            for other in judged.others:
                page.line(_sentence(other, language), 2, mark="- ")
    page.print()


def _sentence(made: Judgement, language: Language) -> str:
    return FOUND.to(language).format(WORDS[made.opinion].to(language), made.by, made.on.isoformat(), made.reason)
