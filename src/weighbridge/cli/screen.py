"""`weighbridge screen`: which listed parties a name may mean, for one party or for a file of them."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from weighbridge.app.faults import Fault, Faults, RequestFaults
from weighbridge.cli.common import DAY, day, faults_as_exit_codes, format_option, language_option, print_json
from weighbridge.cli.extras import needs
from weighbridge.cli.screening import FRESH, STORE, party_options
from weighbridge.core.text import Language

if TYPE_CHECKING:
    from weighbridge.app.screening.find import Screened
    from weighbridge.app.screening.lists import Lists
    from weighbridge.parties.stated import StatedParty

Plain = dict[str, Any]
TELL_EVERY = 1_000
WORTH_PROCESSES = 4_000
"""Names from which on it pays to start further processes."""


@click.command()
@click.argument("party", metavar="NAME | FILE | -", required=False)
@party_options
@STORE
@FRESH
@click.option("--on", type=DAY, help="The day for which the age of lists is told.  [default: today]")
@click.option(
    "--no-keep", is_flag=True, help="Do not keep that this was screened; new lists then bring no work for it."
)
@click.option("--work", is_flag=True, help="Screen nobody: list whom new versions of the lists concern, and why.")
@format_option
@language_option
def screen(
    party: str | None,
    aliases: tuple[str, ...],
    addresses: tuple[str, ...],
    countries: tuple[str, ...],
    reference: str,
    store: str | None,
    require_fresh: bool,
    on: datetime | None,
    no_keep: bool,
    work: bool,
    format_: str,
    language: Language,
) -> None:
    """Find the listed parties that NAME may mean, with the two strings that met, the score and what gave it.

    A FILE holds one name a line, or a CSV with a header: name, aliases, addresses, countries, reference. A score is no
    answer: judge each candidate (weighbridge judge), and determinations read the judgement.
    """
    if (party is None) is not work:
        raise click.UsageError("Name a party or a file of them, or ask for --work.")
    today = day(on) or date.today()
    with faults_as_exit_codes(format_, language), needs("parties"):
        from weighbridge.app.screening.batch import read_parties, stated_party
        from weighbridge.app.screening.lists import open_lists

        if party is None:
            with open_lists(store, today, fresh=require_fresh) as lists:
                _work(lists, format_, language)
            return
        several = _file(party)
        if several is None:
            faults = Faults()
            fields = {"name": party, "aliases": aliases, "addresses": addresses, "countries": countries}
            one = stated_party({**fields, **({"reference": reference} if reference else {})}, faults)
            faults.raise_if_any()
        with open_lists(store, today, fresh=require_fresh) as lists:
            keep = not no_keep
            if several is None:
                _one(lists, one, today, keep=keep, format_=format_, language=language)
            else:
                read = read_parties(several, party)
                workers = (os.cpu_count() or 1) if several.count(b"\n") >= WORTH_PROCESSES else 1
                _many(lists, read, today, keep=keep, workers=workers, format_=format_, language=language)


def _work(lists: Lists, format_: str, language: Language) -> None:
    from weighbridge.app.judgements import work_list
    from weighbridge.app.screening.find import candidates_of
    from weighbridge.app.screening.plain import work_plain
    from weighbridge.cli.screen_show import work_line

    for each in work_list(lists.store, lambda party: candidates_of(lists, party)):
        plain = work_plain(each)
        click.echo(json.dumps(plain, ensure_ascii=False) if format_ == "json" else work_line(plain, language))


def _file(argument: str) -> bytes | None:
    """The content of the file that is named, or of standard input; None where it is no file."""
    if argument == "-":
        return sys.stdin.buffer.read()
    path = Path(argument)
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:  # A name too long for a path is no file.
        return None


def _one(lists: Lists, party: StatedParty, on: date, *, keep: bool, format_: str, language: Language) -> None:
    from weighbridge.app.screening.find import screen as find
    from weighbridge.app.screening.plain import lists_plain, screened_plain

    found = find(lists, party)
    if keep:
        _keep(lists, [found], on)
    plain = {**screened_plain(found, language), "lists": lists_plain(lists.ages, lists.names.digest)}
    if format_ == "json":
        print_json(plain)
        return
    from weighbridge.cli.screen_show import show_screened

    show_screened(plain, [text.to(language) for age in lists.ages for text in age.says()], language)


def _many(
    lists: Lists,
    read: Iterable[StatedParty | Fault],
    on: date,
    *,
    keep: bool,
    workers: int,
    format_: str,
    language: Language,
) -> None:
    """Screen each party; a faulty row is reported after the others, with its line."""
    from weighbridge.app.screening.find import screen_many
    from weighbridge.app.screening.plain import screened_plain
    from weighbridge.cli.screen_show import gist

    gc.enable()
    faults: list[Fault] = []
    done = []
    for found in _told(screen_many(lists, _without_faults(read, faults), workers)):
        plain = screened_plain(found, language)
        click.echo(json.dumps(plain, ensure_ascii=False) if format_ == "json" else gist(plain, language))
        if keep:
            done.append(found)
    _keep(lists, done, on)
    for age in lists.ages:
        for text in age.says():
            click.echo(text.to(language), err=True)
    if faults:
        raise RequestFaults(faults)


def _without_faults(read: Iterable[StatedParty | Fault], faults: list[Fault]) -> Iterator[StatedParty]:
    """The parties; what is wrong with the other rows is added to `faults`."""
    for item in read:
        if isinstance(item, Fault):
            faults.append(item)
        else:
            yield item


def _told(found: Iterator[Screened]) -> Iterator[Screened]:
    """The same, with how many are done told on a terminal."""
    shown = sys.stderr.isatty()
    number = 0
    for number, each in enumerate(found, start=1):
        if shown and number % TELL_EVERY == 0:
            click.echo(f"\r{number:,}", nl=False, err=True)
        yield each
    if shown and number >= TELL_EVERY:
        click.echo(f"\r{number:,}", err=True)


def _keep(lists: Lists, found: Iterable[Screened], on: date) -> None:
    """Keep that they were screened, so that a new version of a list can tell whom it concerns."""
    from weighbridge.app.screening.kept import keep_screenings

    keep_screenings(lists, found, on)
