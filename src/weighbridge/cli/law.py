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
from weighbridge.cli.law_timeline import timeline
from weighbridge.cli.page import Page
from weighbridge.core.text import Language, Text
from weighbridge.law.compiled import load_corpus

ON = click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), help="The law of this date.  [default: the last day checked]"
)


@click.group()
def law() -> None:
    """List, show and check the law that is encoded."""


law.add_command(compare)
law.add_command(timeline)


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
@format_option
@language_option
def show(provision: str, on: datetime | None, format_: str, language: Language) -> None:
    """One provision: dates, conditions in words, and every version of the values it reads."""
    with faults_as_exit_codes(format_, language):
        found = law_pages.provision(provision, language, day(on))
    if format_ == "json":
        print_json(found)
        return
    page = Page()
    page.line(f"{found['id']}  {found['title']}", bold=True)
    page.line(found["text"])
    page.line(f"{found['citation']}; {found['instrument']}; law/{found['file']}")
    for key in ("published", "effective", "compliance", "comment_close"):
        if found[key]:
            page.line(f"{key}: {found[key]}", 2)
    for span in found["not_enforced"]:
        page.line(f"not enforced from {span['from']}: {span['scope']} [{span['source']}]", 2)
    page.blank()
    _condition(page, found["condition"], 0)
    page.blank()
    for value in found["values"]:
        for version in value["versions"]:
            shown = version["value"] if version["value"] is not None else "unpublished"
            page.line(f"{value['name']} = {shown} {value['unit']} from {version['effective']} [{version['source']}]")
    page.print()


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
