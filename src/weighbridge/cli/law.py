"""`weighbridge law`: list, show and check the law that is encoded."""

from __future__ import annotations

import gc
import sys
from datetime import datetime
from typing import Any

import click

from weighbridge.app import law_pages
from weighbridge.cli.common import day, faults_as_exit_codes, format_option, language_option, print_json
from weighbridge.cli.law_compare import compare
from weighbridge.cli.law_diff import diff
from weighbridge.cli.law_migration import migration
from weighbridge.cli.law_timeline import timeline
from weighbridge.cli.page import Page
from weighbridge.core.rulebook import BOOK, TRACKS
from weighbridge.core.text import Language, Text
from weighbridge.law.compiled import load_corpus

ON = click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), help="The law of this date.  [default: the last day checked]"
)


@click.group()
def law() -> None:
    """List, show and check the law that is encoded."""


law.add_command(compare)
law.add_command(migration)
law.add_command(timeline)
law.add_command(diff)


@law.command("list")
@click.option("--facts", is_flag=True, help="The facts that the law asks, instead of its provisions.")
@ON
@format_option
@language_option
def list_(facts: bool, on: datetime | None, format_: str, language: Language) -> None:
    """Every provision in force, in the order of the regulations."""
    with faults_as_exit_codes(format_, language):
        rows = law_pages.facts(language) if facts else law_pages.provisions(language, day(on))
    if format_ == "json":
        print_json(rows)
        return
    page = Page()
    for row in rows:
        if facts:
            page.line(f"{row['name']}  {row['kind']}  {row['question']}")
        else:
            page.line(f"{row['id']}  {row['kind']}  {row['title']}  [{row['citation']}]")
    page.print()


@law.command()
@click.argument("provision")
@ON
@click.option("--track", type=click.Choice(TRACKS), default=BOOK, help="As written (book) or as enforced.")
@format_option
@language_option
def show(provision: str, on: datetime | None, track: str, format_: str, language: Language) -> None:
    """One provision: dates, conditions in words, every version of its text and of the values it reads."""
    with faults_as_exit_codes(format_, language):
        found = law_pages.provision(provision, language, day(on), track)
    if format_ == "json":
        print_json(found)
        return
    page = Page()
    page.line(f"{found['id']}  {found['title']}", bold=True)
    if not found["in_force"]:
        page.line(NOT_THAT_DAY.to(language), colour="yellow")
    page.line(found["text"])
    page.line(f"{found['citation']}; {found['instrument']}; law/{found['file']}")
    for key in ("published", "effective", "compliance", "comment_close"):
        if found[key]:
            page.line(f"{key}: {found[key]}", 2)
    page.blank()
    _condition(page, found["condition"], 0)
    page.heading(HISTORY.to(language))
    for version in found["history"]:
        words = (VERSIONS[version["track"]].to(language), version["from"] or "…", version["until"] or "…")
        page.line(f"{words[0]} {words[1]} – {words[2]}: {version['text']} [{version['citation']}]", 2, mark="- ")
    for span in found["suspended"]:
        words = (SUSPENDED[span["kind"]].to(language), span["from"], span["until"] or "…")
        page.line(f"{words[0]} {words[1]} – {words[2]}: {span['scope']} [{span['source']}]", 2, mark="! ")
    page.blank()
    for value in found["values"]:
        for version in value["versions"]:
            shown = version["value"] if version["value"] is not None else "unpublished"
            page.line(f"{value['name']} = {shown} {value['unit']} from {version['effective']} [{version['source']}]")
    page.print()


HISTORY = Text("History", "沿革")
NOT_THAT_DAY = Text("Not in force on that day; shown as it stood last.", "該日未生效；所示為最後文本。")
VERSIONS = {"book": Text("as written", "條文"), "enforced": Text("as enforced", "依執行")}
SUSPENDED = {
    "not_enforced": Text("not enforced", "不予執行"),
    "stayed": Text("stayed", "停止適用"),
    "repealed": Text("repealed", "廢止"),
}


def _condition(page: Page, condition: dict[str, Any], indent: int) -> None:
    citation = f" [{condition['citation']}]" if "citation" in condition else ""
    page.line(f"{condition['text']}{citation}", indent, mark="- ")
    for part in condition.get("parts", ()):
        _condition(page, part, indent + 2)


SUMMARY = Text(
    "{0} cases, {1} failing; {2} numbers and days, {3} uncovered; {4} mutants, {5} surviving; "
    "{6} versions lie before the first encoded day.",
    "{0} 個案例，{1} 個失敗；{2} 個數值與日期，{3} 個未涵蓋；{4} 個變異，{5} 個未被察覺；{6} 個版本早於首個編入日。",
)


@law.command()
@format_option
@language_option
def check(format_: str, language: Language) -> None:
    """Prove that the cases hold the law fast.

    Every case runs; every number and day must have a case exactly on it and one on each side; every value is then
    moved (a step up and down, a day earlier and later, a list without each of its members), and a case must fail.
    """
    from weighbridge.app.law_check.check import check_law

    gc.enable()
    report = check_law(load_corpus(), _progress if sys.stderr.isatty() else lambda *_: None)
    if format_ == "json":
        print_json(vars(report) | {"sound": report.sound})
    else:
        for line in (*report.failing, *report.uncovered, *report.surviving):
            click.echo(line)
        moved = (report.mutants, len(report.surviving), report.dormant)
        met = (report.cases, len(report.failing), report.numbers, len(report.uncovered))
        click.echo(SUMMARY.to(language).format(*met, *moved))
    if not report.sound:
        sys.exit(1)


def _progress(stage: str, done: int, of: int) -> None:
    if done % 25 == 0 or done + 1 == of:
        click.echo(f"\r{stage} {done + 1}/{of}  ", err=True, nl=False)
