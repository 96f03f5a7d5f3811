"""`weighbridge lists`: import and update screening lists, how old they are, what changed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from weighbridge.app.list_settings import FORMATS, ON_ERROR, load_settings, to_update
from weighbridge.cli.common import (
    DAY,
    UNAVAILABLE,
    day,
    faults_as_exit_codes,
    format_option,
    language_option,
    print_json,
)
from weighbridge.cli.extras import needs
from weighbridge.cli.lists_show import age_plain, changes_plain, imported_plain, show_ages, show_changes, show_imported
from weighbridge.cli.progress import bytes_come, rows_read
from weighbridge.core.errors import Unavailable
from weighbridge.core.text import Language

STORE = click.option(
    "--store",
    metavar="FILE|postgresql://…",
    help="Where lists are kept.  [default: WEIGHBRIDGE_STORE, else a file in your data folder]",
)
TODAY = click.option("--on", type=DAY, help="The day on which this happens.  [default: today]")
ROW_ERRORS = click.option(
    "--on-error",
    type=click.Choice(ON_ERROR),
    help="If rows cannot be read: import nothing (abort), or the rest (skip).  [default: abort]",
)
SMALLER = click.option("--accept-smaller", is_flag=True, help="Accept a list that lost more entries than usual.")


def _today(on: datetime | None) -> date:
    """The one place where this command reads the clock."""
    return day(on) or date.today()


@click.group()
def lists() -> None:
    """Import and update screening lists; see how old they are and what changed.

    What is set for each source stands in lists.toml: docs/lists.md says where, and how.
    """


@lists.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--as", "source", metavar="SOURCE", help="Keep it under this name.  [default: by its layout]")
@click.option("--layout", type=click.Choice(FORMATS), help="How the file is laid out.  [default: as it looks]")
@click.option("--dated", type=DAY, help="The day on which the file was fetched.  [default: when it was last changed]")
@ROW_ERRORS
@SMALLER
@STORE
@TODAY
@format_option
@language_option
def import_(
    file: Path,
    source: str | None,
    layout: str | None,
    dated: datetime | None,
    on_error: str | None,
    accept_smaller: bool,
    store: str | None,
    on: datetime | None,
    format_: str,
    language: Language,
) -> None:
    """Import the list in FILE, on a machine without network. Plain or gzip, in any layout that is known."""
    with faults_as_exit_codes(format_, language), needs("parties"):
        from weighbridge.app import lists as app

        with app.store_at(store, create=True) as opened, rows_read(language) as told:
            done = app.import_list(
                opened,
                file,
                load_settings(),
                on=_today(on),
                dated=day(dated) or _changed(file, _today(on)),
                source=source,
                options=_given(format=layout, on_error=on_error),
                accept_smaller=accept_smaller,
                vouched=dated is not None,
                told=told,
            )
    _print(imported_plain(done, language), format_, lambda: show_imported(done, language))


@lists.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]…")
@click.option("--url", default="", help="Fetch from this address instead of the one that is set.")
@click.option("--sha256", default="", help="What the file must be; its publisher may state it.")
@click.option(
    "--timeout", type=click.IntRange(1, 3600), metavar="SECONDS", help="Wait so long for an answer.  [default: 30]"
)
@click.option("--attempts", type=click.IntRange(1, 100), help="Give up after so many failures in a row.  [default: 5]")
@ROW_ERRORS
@SMALLER
@STORE
@TODAY
@format_option
@language_option
def update(
    sources: tuple[str, ...],
    url: str,
    sha256: str,
    timeout: int | None,
    attempts: int | None,
    on_error: str | None,
    accept_smaller: bool,
    store: str | None,
    on: datetime | None,
    format_: str,
    language: Language,
) -> None:
    """Fetch and import the lists of the SOURCEs, or of all that have an address.

    Without settings that is the US Consolidated Screening List, from trade.gov. Exits with 3 where a list could not be
    had; the version held before stays in use.
    """
    plain: list[dict[str, Any]] = []
    failed: list[Unavailable] = []
    with faults_as_exit_codes(format_, language), needs("parties"):
        from weighbridge.app import lists as app

        with app.store_at(store, create=True) as opened:
            for settings in to_update(sources, load_settings(), url):
                asked = replace(settings, **_given(on_error=on_error, timeout_seconds=timeout, attempts=attempts))
                try:
                    with bytes_come(language) as fetched, rows_read(language) as told:
                        done = app.update(
                            opened,
                            asked,
                            on=_today(on),
                            named_store=store,
                            sha256=sha256,
                            accept_smaller=accept_smaller,
                            fetched=fetched,
                            told=told,
                        )
                except Unavailable as refused:
                    # One list that cannot be had does not keep the others from being brought up to date.
                    failed.append(refused)
                    plain.append({"source": asked.source, "error": refused.text.to(language)})
                    continue
                plain.append(imported_plain(done, language))
                if format_ == "text":
                    show_imported(done, language)
    if format_ == "json":
        print_json(plain)
    for failure in failed:
        click.echo(failure.text.to(language), err=True)
    if failed:
        sys.exit(UNAVAILABLE)


@lists.command()
@click.option("--all", "every", is_flag=True, help="Every version that is kept, not only the current one.")
@STORE
@TODAY
@format_option
@language_option
def status(every: bool, store: str | None, on: datetime | None, format_: str, language: Language) -> None:
    """Which lists are held: version, age, entries. Exits with 3 where one is too old, or none is held."""
    with faults_as_exit_codes(format_, language), needs("parties"):
        from weighbridge.app import lists as app

        with app.store_at(store) as opened:
            held = app.ages(opened, load_settings(), _today(on))
            kept = {age.version.source: app.versions(opened, age.version.source) for age in held} if every else {}
    plain = [age_plain(age, kept.get(age.version.source, ()), language) for age in held]
    _print(plain, format_, lambda: show_ages(held, kept, language))
    if any(age.stale for age in held):
        sys.exit(UNAVAILABLE)


@lists.command("changes")
@click.argument("source", default="consolidated")
@click.option("--from", "old", type=int, metavar="VERSION", help="Compare with this one.  [default: the one before]")
@click.option("--to", "new", type=int, metavar="VERSION", help="Compare this one.  [default: the newest]")
@STORE
@format_option
@language_option
def changes_(
    source: str, old: int | None, new: int | None, store: str | None, format_: str, language: Language
) -> None:
    """What a version of the SOURCE's list says otherwise than an earlier one: entries added, removed, changed."""
    with faults_as_exit_codes(format_, language), needs("parties"):
        from weighbridge.app import lists as app

        with app.store_at(store) as opened:
            before, after, made = app.list_changes(opened, source, old, new)
    plain = changes_plain(before, after, made)
    _print(plain, format_, lambda: show_changes(before, after, made, language))


def _print(plain: Any, format_: str, show: Callable[[], None]) -> None:
    if format_ == "json":
        print_json(plain)
    else:
        show()


def _given(**options: Any) -> dict[str, Any]:
    """The options that were given."""
    return {name: value for name, value in options.items() if value is not None}


def _changed(file: Path, today: date) -> date:
    """The day on which a file was last changed; never a day to come."""
    try:
        return min(today, date.fromtimestamp(file.stat().st_mtime))
    except OSError:
        return today  # That it is not there is said when it is opened.
