"""What the ledger's commands share: the book they work on, the day, who enters, and the exit codes."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Any

import click

from weighbridge.app.faults import Fault, Faults, RequestFaults
from weighbridge.app.ledger.ending import Ending, refused
from weighbridge.app.ledger.telling import tell, to_plain
from weighbridge.cli.common import day, faults_as_exit_codes, format_option, language_option, print_json
from weighbridge.cli.ledger.options import BOOK, BY, LEDGER, ON
from weighbridge.core.text import Language, Text, same
from weighbridge.ledger.store import Store, StoreUnavailable

REFUSED, STORE_UNAVAILABLE = 1, 3
MEMORY, SQLITE, POSTGRESQL = "memory:", "sqlite:", ("postgresql://", "postgres://")

NO_LEDGER = Text("No ledger is named.", "未指定帳本。")
A_LEDGER = Text(
    "--ledger or WEIGHBRIDGE_LEDGER: a file, sqlite:FILE, or postgresql://USER@HOST/DATABASE",
    "--ledger 或 WEIGHBRIDGE_LEDGER：檔案、sqlite:檔案，或 postgresql://使用者@主機/資料庫",
)
NO_SUCH_STORE = Text("It names no kind of store.", "並非可用之儲存種類。")
A_USABLE_FILE = Text("a file that can be read or written, in a folder that is there", "可讀寫之檔案，其資料夾須已存在")
NOT_YET = Text("That day is yet to come; what is entered has happened.", "該日尚未到來；所登錄者須已發生。")
BY_TODAY = Text("today or an earlier day", "今日或更早之日期")
NOBODY = Text("It is not known who enters this.", "不知由何人登錄。")
SOMEBODY = Text("--by NAME or WEIGHBRIDGE_BY", "--by 姓名 或 WEIGHBRIDGE_BY")


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a command works: which book, on which day, by whom, and how it answers."""

    url: str | None
    book: str
    format_: str
    language: Language
    given_on: date | None = None
    given_by: str | None = None

    @property
    def on(self) -> date:
        """The day of the option, else today: in this class alone the ledger's commands read the clock."""
        return self.given_on or date.today()

    def lapses(self, on: date) -> date:
        """The day by which reservations that stand in the way of a draw dated `on` may be entered as expired.

        Never later than today: a draw may be dated ahead, and what holds today holds. Nor later than the draw itself.
        """
        return min(on, date.today())

    def happened(self, faults: Faults) -> None:
        """Note a fault where the day of the entry lies ahead: what gives back room is entered once it has happened."""
        if self.on > date.today():
            faults.add("--on", f"{self.on}", NOT_YET, BY_TODAY)

    @property
    def by(self) -> str:
        """Who enters: as given, else the name of the account that the program runs in.

        Raises:
            RequestFaults: neither is known.
        """
        try:
            return self.given_by or getpass.getuser()
        except (OSError, KeyError):
            raise RequestFaults([Fault("--by", "", NOBODY, SOMEBODY)]) from None

    @property
    def json(self) -> bool:
        """Whether a program reads the answer."""
        return self.format_ == "json"

    @contextmanager
    def faults(self) -> Iterator[None]:
        """Leave with the exit codes of `ledger`: 2 for a wrong request, 3 for a store that cannot be had."""
        with faults_as_exit_codes(self.format_, self.language):
            try:
                yield
            except StoreUnavailable as gone:
                if self.json:
                    print_json({"errors": [{"field": "--ledger", "problem": str(gone)}]})
                click.echo(str(gone), err=True)
                sys.exit(STORE_UNAVAILABLE)
            except BrokenPipeError:
                raise
            except OSError as unusable:
                file = "" if unusable.filename is None else str(unusable.filename)
                why = same(unusable.strerror or str(unusable))
                raise RequestFaults([Fault("FILE", file, why, A_USABLE_FILE)]) from None

    @contextmanager
    def opened(self, *, create: bool = False) -> Iterator[Store]:
        """The book, in a ledger that must be there already unless it is to be made.

        Raises:
            RequestFaults: no ledger is named, or none of a kind that there is.
            StoreUnavailable: it cannot be reached, or is not there.
        """
        store = open_ledger(self.url, self.book, create=create)
        try:
            yield store
        finally:
            store.close()

    def show(self, *results: Ending, as_list: bool = False) -> None:
        """Say how each movement ended, and leave with 1 where one was refused."""
        if self.json:
            told = [{**to_plain(result), "message": tell(result).to(self.language)} for result in results]
            print_json(told if as_list else told[0])
        else:
            for result in results:
                colour = "red" if refused(result) else "green"
                status = click.style(result.status, fg=colour, bold=True)
                click.echo(f"{status}  {tell(result).to(self.language)}")
        if any(map(refused, results)):
            sys.exit(REFUSED)


def open_ledger(url: str | None, book: str, *, create: bool = False) -> Store:
    """The book in the ledger that a person named; a file named without more is a ledger in SQLite.

    Raises:
        RequestFaults: no ledger is named, or none of a kind that there is.
        StoreUnavailable: it cannot be reached, or is not there.
    """
    from weighbridge.ledger.stores import open_store

    if not url:
        raise RequestFaults([Fault("--ledger", "", NO_LEDGER, A_LEDGER)])
    full = url if url.startswith((MEMORY, SQLITE)) or "://" in url else f"{SQLITE}{url}"
    try:
        return open_store(full, book, create=create or url == MEMORY)
    except ValueError:
        raise RequestFaults([Fault("--ledger", url, NO_SUCH_STORE, A_LEDGER)]) from None


def at_a_book(command: Callable[..., None]) -> Callable[..., None]:
    """`--ledger URL --book NAME --format --lang`, given to the command as its `desk`."""

    @wraps(command)
    def at_desk(url: str | None, book: str, format_: str, language: Language, **rest: Any) -> None:
        command(Desk(url, book, format_, language), **rest)

    return LEDGER(BOOK(format_option(language_option(at_desk))))


def at_a_book_on_a_day(command: Callable[..., None]) -> Callable[..., None]:
    """The same with `--on DATE --by NAME`, for what is entered or asked as of a day."""

    @wraps(command)
    def at_desk(
        url: str | None,
        book: str,
        format_: str,
        language: Language,
        on: datetime | None,
        by: str | None,
        **rest: Any,
    ) -> None:
        command(Desk(url, book, format_, language, day(on), by), **rest)

    return ON(BY(LEDGER(BOOK(format_option(language_option(at_desk))))))
