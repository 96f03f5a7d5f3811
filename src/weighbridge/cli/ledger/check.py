"""`weighbridge ledger verify|checkpoint|key|export`: what an auditor asks of a book."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from weighbridge.app.faults import Fault, RequestFaults
from weighbridge.app.ledger.checking import check_export, check_store
from weighbridge.app.ledger.checkpoint import Checkpoint, new_keys, read_checkpoint, sign, signed_by
from weighbridge.app.ledger.tables import rows, write_csv, write_parquet
from weighbridge.cli.common import print_json
from weighbridge.cli.ledger.common import REFUSED, Desk, at_a_book, at_a_book_on_a_day
from weighbridge.core.text import Text
from weighbridge.ledger.export import export_lines
from weighbridge.ledger.store import Head
from weighbridge.ledger.verify import Wrong

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
NEW_FILE = click.Path(dir_okay=False, path_type=Path)
KINDS = ("jsonl", "csv", "parquet")

RIGHT = Text(
    "Book {0}: all {1} entries are right; the last has the hash {2}.",
    "帳簿 {0}：全部 {1} 筆分錄正確；最後雜湊 {2}。",
)
WRONG = Text("Entry {0} is wrong: {1}.", "分錄第 {0} 號有誤：{1}。")
BEGINS = Text(
    "It begins with what the checkpoint of {0} saw, up to entry {1}.", "與 {0} 之檢核點相符（至分錄第 {1} 號）。"
)
SIGNED = Text("The checkpoint was signed with this key.", "檢核點係以此金鑰簽署。")
NOT_SIGNED = Text("The checkpoint was not signed with this key.", "檢核點並非以此金鑰簽署。")
UNCHECKED = Text(
    "Whether the checkpoint was signed, and by whom, was not checked: give --public-key.",
    "未查核檢核點之簽章：請指定 --public-key。",
)
MADE = Text(
    "The private key is in {0}, readable by you alone; give {1} to those who check.",
    "私鑰存於 {0}，僅您可讀取；請將 {1} 交予查核者。",
)
IS_THERE = Text("The file is there already; a key is never overwritten.", "檔案已存在；金鑰絕不覆寫。")
ANOTHER_NAME = Text("the name of a file that is not there yet", "尚不存在之檔名")
TO_A_FILE = Text("Parquet is written to a file.", "Parquet 須寫入檔案。")
A_FILE = Text("-o FILE.parquet", "-o 檔案.parquet")


@click.command()
@click.argument("export", type=FILE, required=False, metavar="[EXPORT.jsonl]")
@click.option("--checkpoint", type=FILE, help="The book must begin with what this checkpoint saw.")
@click.option("--public-key", type=FILE, help="The key (PEM) that must have signed the checkpoint.")
@at_a_book
def verify(desk: Desk, export: Path | None, checkpoint: Path | None, public_key: Path | None) -> None:
    """Check every entry of the book, or of an export: the chain, every balance and every limit.

    Names the first entry that is wrong, and why, and exits with 1. `verifier/verify_ledger.py` checks an export without
    this program.
    """
    with desk.faults():
        seen = read_checkpoint(checkpoint.read_text(encoding="utf-8")) if checkpoint else None
        signed = signed_by(seen, public_key.read_bytes()) if seen and public_key else None
        found = _checked(desk, export, seen)
    if desk.json:
        print_json(_plain(found, seen, signed))
    else:
        _say(desk, found, seen, signed)
    if isinstance(found, Wrong) or signed is False:
        sys.exit(REFUSED)


def _checked(desk: Desk, export: Path | None, seen: Checkpoint | None) -> Head | Wrong:
    if export is None:
        with desk.opened() as store:
            return check_store(store, seen)
    with export.open("rb") as lines:
        try:
            return check_export(lines, seen)
        except ValueError as wrong:
            what = Text("It is not an export of a ledger.", "並非帳本之匯出檔。")
            accepted = Text("a file that `ledger export` wrote", "`ledger export` 所寫之檔案")
            raise RequestFaults([Fault("EXPORT", str(export), what, accepted)]) from wrong


def _plain(found: Head | Wrong, seen: Checkpoint | None, signed: bool | None) -> dict[str, object]:
    plain: dict[str, object] = (
        {"right": False, "entry": found.place, "why": found.why}
        if isinstance(found, Wrong)
        else {"right": True, "book": found.book, "entries": found.number, "head": found.hash.hex()}
    )
    return (
        {**plain, "checkpoint": {"number": seen.head.number, "on": f"{seen.on}", "signed": signed}} if seen else plain
    )


def _say(desk: Desk, found: Head | Wrong, seen: Checkpoint | None, signed: bool | None) -> None:
    if isinstance(found, Wrong):
        click.echo(WRONG.to(desk.language).format(f"{found.place:,}", found.why))
    else:
        click.echo(RIGHT.to(desk.language).format(found.book, f"{found.number:,}", found.hash.hex()))
        if seen:
            click.echo(BEGINS.to(desk.language).format(seen.on, f"{seen.head.number:,}"))
    if seen:
        click.echo({True: SIGNED, False: NOT_SIGNED, None: UNCHECKED}[signed].to(desk.language))


@click.command()
@click.option("--key", type=FILE, required=True, help="The private key (PEM) to sign with; `ledger key` makes one.")
@click.option("-o", "--output", type=NEW_FILE, help="The file to write.  [default: standard output]")
@at_a_book_on_a_day
def checkpoint(desk: Desk, key: Path, output: Path | None) -> None:
    """Sign what the book has come to: its name, the number and hash of its last entry, and the day.

    Keep it where those who keep the book cannot reach it. Nothing up to there can then be cut off or written anew.
    """
    with desk.faults():
        with desk.opened() as store:
            head = store.head()
        text = sign(Checkpoint(head, desk.on), key.read_bytes()).to_text()
        if output:
            output.write_text(text, encoding="utf-8", newline="\n")
        else:
            click.echo(text, nl=False)


@click.command()
@click.argument("file", type=NEW_FILE)
@at_a_book
def key(desk: Desk, file: Path) -> None:
    """Make a key pair to sign checkpoints with: the private key in FILE, the public one in FILE.pub."""
    public_file = file.with_name(f"{file.name}.pub")
    with desk.faults():
        private, public = new_keys()
        for target, mode, content in ((file, 0o600, private), (public_file, 0o644, public)):
            try:
                descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
            except FileExistsError:
                raise RequestFaults([Fault("FILE", str(target), IS_THERE, ANOTHER_NAME)]) from None
            with os.fdopen(descriptor, "wb") as made:
                made.write(content)
    if desk.json:
        print_json({"private_key": str(file), "public_key": str(public_file)})
    else:
        click.echo(MADE.to(desk.language).format(file, public_file))


@click.command()
@click.option("--as", "kind", type=click.Choice(KINDS), help="The form.  [default: by the name of the file; jsonl]")
@click.option("-o", "--output", type=NEW_FILE, help="The file to write.  [default: standard output]")
@at_a_book
def export(desk: Desk, kind: str | None, output: Path | None) -> None:
    """The whole book: jsonl, entry by entry, to be verified; csv or parquet, a row for each account that is touched."""
    suffix = output.suffix.removeprefix(".") if output else ""
    form = kind or (suffix if suffix in KINDS else KINDS[0])
    with desk.faults(), desk.opened() as store:
        if form == "parquet":
            if output is None:
                raise RequestFaults([Fault("-o", "", TO_A_FILE, A_FILE)])
            write_parquet(rows(store), output)
            return
        with click.open_file(str(output) if output else "-", "w", encoding="utf-8") as to:
            if form == "csv":
                write_csv(rows(store), to)
            else:
                to.writelines(f"{line}\n" for line in export_lines(store))
