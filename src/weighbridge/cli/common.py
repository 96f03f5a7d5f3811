"""What the commands share: options, errors as exit codes, and where a page is printed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, NoReturn, TypeVar

import click

from weighbridge.app.faults import RequestFaults
from weighbridge.core.errors import InconsistentCorpus, Refusal, Unavailable, WeighbridgeError
from weighbridge.core.text import LANGUAGES, Language

UNWANTED_OUTCOME, WRONG_REQUEST, UNAVAILABLE = 1, 2, 3
DAY = click.DateTime(["%Y-%m-%d"])

Command = TypeVar("Command", bound=Callable[..., Any])


def language_option(command: Command) -> Command:
    """`--lang en|zh-Hant`."""
    return click.option(
        "--lang", "language", type=click.Choice(LANGUAGES), default="en", help="Language of the answer."
    )(command)


def format_option(command: Command) -> Command:
    """`--format text|json`."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(["text", "json"]),
        default="text",
        help="Text for people, JSON for programs.",
    )(command)


def clock_options(command: Command) -> Command:
    """`--on DATE --known-on DATE`: the two clocks."""
    known = click.option(
        "--known-on", type=DAY, help="Only what had been published by this date.  [default: all that is encoded]"
    )
    on = click.option("--on", type=DAY, help="The law of this date.")
    return on(known(command))


def day(given: datetime | None) -> date | None:
    """The calendar day of an option."""
    return given.date() if given else None


def print_json(plain: object) -> None:
    """Print plain data as JSON."""
    click.echo(json.dumps(plain, ensure_ascii=False, indent=2))


@contextmanager
def faults_as_exit_codes(format_: str, language: Language) -> Iterator[None]:
    """Print every fault of a request, or why it cannot be answered, and leave: with 3 if a store or list is missing."""
    try:
        yield
    except RequestFaults as wrong:
        if format_ == "json":
            print_json({"errors": [fault.to_plain(language) for fault in wrong.faults]})
        for fault in wrong.faults:
            click.echo(fault.sentence().to(language), err=True)
        _leave()
    except InconsistentCorpus:
        raise
    except WeighbridgeError as refused:
        problem = refused.text.to(language) if isinstance(refused, Refusal) else str(refused)
        if format_ == "json":
            print_json({"errors": [{"field": None, "problem": problem}]})
        click.echo(problem, err=True)
        _leave(UNAVAILABLE if isinstance(refused, Unavailable) else WRONG_REQUEST)


def _leave(code: int = WRONG_REQUEST) -> NoReturn:
    sys.exit(code)
