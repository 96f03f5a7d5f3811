#!/usr/bin/env python3
r"""Checks an export of a Weighbridge ledger, sharing no code with the program that wrote it.

    python verify_ledger.py EXPORT.jsonl [--checkpoint FILE] [--jobs N]

It needs Python 3.11+ and nothing else. From the first entry to the last it recomputes the chain of hashes, every
balance and every limit, and names the first entry that is wrong and why. Exit code 0: everything is right. 1:
something is wrong. 2: a file cannot be read, or is not what it should be.

1. The first line names the book, how many entries follow and the hash of the last. Entry n carries its number, its
   predecessor's hash, its own hash and its content. The first predecessor is SHA-256("weighbridge ledger 1\n" + book),
   a hash is SHA-256(predecessor + number in 8 bytes, big-endian + SHA-256(content)), the content is canonical JSON.
2. A draw fits the limit of its day and of every later day that the book has seen. Flow and stock: posted + pending <=
   limit. Ratio: part / base <= share, whichever of the open reservations are posted in the end. What gives back does
   so where the terms allow it; a balance asserted is the balance; a reservation is settled once, and in time.
3. A checkpoint's entry is there with its hash, so nothing up to it was cut off or written anew. The checkpoint's first
   line is what was signed; `docs/ledger-use.md` says how openssl checks the signature in its second.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from fractions import Fraction
from functools import lru_cache
from hashlib import sha256
from multiprocessing import Pool
from pathlib import Path
from typing import Any

MOST, LAST = 10**15, "9999-12-31"
CHUNK = 1 << 22
CONTENT = b',"content":'
LINE = re.compile(rb'\{"number":([1-9]\d*),"previous":"([0-9a-f]{64})","hash":"([0-9a-f]{64})","content":(\{.*\})\}\n')
Legs = dict[str, int]


class Wrong(Exception):
    """Why the entry at hand is not right."""


canonical = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
"""JSON with sorted names and no blanks, in which there is one way to write a thing."""


@lru_cache(10_000)
def day(written: str) -> str:
    """A date as YYYY-MM-DD. Such dates sort as text, and are kept as text here."""
    if date.fromisoformat(written).isoformat() != written:
        raise Wrong(f"{written} is no date")
    return written


# --- the chain --------------------------------------------------------------------------------------------------------


def link(line: bytes, number: int, previous: bytes) -> bytes:
    """The hash of the line's entry, if that is the `number`-th, follows the hash `previous` and was not altered."""
    parts = LINE.fullmatch(line)
    if not parts:
        raise Wrong("the line is not one that an export writes")
    if int(parts[1]) != number:
        raise Wrong(f"entry {int(parts[1])} stands here; entry {number} is missing or not in its place")
    if parts[2].decode() != previous.hex():
        raise Wrong("it does not carry the hash of the entry before it")
    sealed = sha256(previous + number.to_bytes(8, "big") + sha256(parts[4]).digest()).digest()
    if parts[3].decode() != sealed.hex():
        raise Wrong("it was altered: its hash is not that of its content in this place")
    if canonical(json.loads(parts[4])).encode() != parts[4]:
        raise Wrong("its content is not in canonical form")
    return sealed


def lines(path: str, start: int, stop: int) -> Iterator[bytes]:
    """The lines of a file that begin at byte `start` or later, and before byte `stop`."""
    with Path(path).open("rb") as export:
        export.seek(start - 1)
        export.readline()
        text = export.read(max(stop - export.tell(), 0))
        text += b"" if text.endswith(b"\n") or not text else export.readline()
    yield from re.findall(rb"[^\n]*\n|[^\n]+", text)


def chain(stretch: tuple[str, int, int]) -> tuple[int, bytes, str]:
    """Link the lines of a stretch, its first to whatever that claims to follow: how far it is right, and what is not.

    This is the work that runs in several processes; `verify` holds each claim against the stretch before.
    """
    number, sealed = 0, b""
    for line in lines(*stretch):
        if not sealed and (claims := LINE.fullmatch(line)):
            number, sealed = int(claims[1]) - 1, bytes.fromhex(claims[2].decode())
        try:
            sealed = link(line, number + 1, sealed)
        except (Wrong, ValueError) as why:
            return number, sealed, str(why)
        number += 1
    return number, sealed, ""


# --- accounts, balances and limits ------------------------------------------------------------------------------------


class Account:
    """An account: its terms, what is posted, what open reservations would add (pending) or take off (leaving)."""

    def __init__(self) -> None:
        self.posted = self.pending = self.leaving = 0
        self.latest = ""

    def set(self, terms: dict[str, Any]) -> None:
        """Its terms from now on."""
        self.terms, self.kind, self.steps = terms, terms["kind"], terms.get("steps", [])
        self.bounds_of: dict[tuple[str, str], list[Any]] = {}

    def bounds(self, on: str) -> list[Any]:
        """The limits in force on any day from `on` to that of the latest draw."""
        days = on, max(on, self.latest)
        if days not in self.bounds_of:
            begun = [step for step in self.steps if step[0] <= days[1]]
            passed = sum(step[0] <= on for step in begun)
            self.bounds_of[days] = [most for _, most, _ in begun[max(passed - 1, 0) :]]
        return self.bounds_of[days]

    def gives_back(self, event: str) -> bool:
        """Whether its terms give something back for such an event."""
        return self.kind in ("ratio", "tally") or event in self.terms.get("credits", ())

    def pend(self, amount: int, sign: int) -> None:
        """A reservation opens (sign 1) or closes (-1)."""
        if amount > 0:
            self.pending += sign * amount
        else:
            self.leaving -= sign * amount


class Book:
    """What the entries so far come to."""

    def __init__(self) -> None:
        self.accounts: dict[str, Account] = {}
        self.ratios_of: dict[str, list[str]] = {}
        self.reserved: dict[str, tuple[str, str, Legs]] = {}
        self.open_on: dict[str, dict[str, Legs]] = {}
        self.keys: set[str] = set()

    def take(self, entry: dict[str, Any]) -> None:
        """Take in the next entry, if the rules allow it."""
        kind, key, on, legs = entry["kind"], entry["key"], day(entry["on"]), dict(entry.get("legs", ()))
        if key in self.keys or not (key and entry["by"]):
            raise Wrong(f"its key {key!r} was used before, or does not say who made it")
        self.keys.add(key)
        if len(legs) < len(entry.get("legs", ())) or not legs.keys() <= self.accounts.keys():
            raise Wrong("it names an account twice, or one that was never given a limit")
        if not all(type(n) is int and abs(n) <= MOST and (n or kind == "balance") for n in legs.values()):
            raise Wrong("an amount is not one that can be counted exactly, or moves nothing")
        if kind == "limit":
            self.limit(entry["limit"])
        elif kind == "reserve":
            self.reserve(key, on, day(entry["expires"]), legs, dict(entry.get("references", ())))
        elif kind in ("post", "void", "expire"):
            self.settle(kind, on, entry["reservation"], legs)
        elif kind in ("return", "attrition", "adjust", "balance"):
            if kind != "balance" and not (entry["reason"] and (kind != "adjust" or entry["authority"])):
                raise Wrong("it does not say why, or on whose authority")
            for name, amount in legs.items():
                self.report(kind, name, amount)
        else:
            raise Wrong(f"there is no kind of entry {kind!r}")

    def limit(self, terms: dict[str, Any]) -> None:
        """An account's first terms, or new ones."""
        name, kind, base, steps = terms["account"], terms["kind"], terms.get("base"), terms.get("steps", [])
        days = [day(since) for since, _, _ in steps]
        known = self.accounts.get(name)
        if known and any(known.terms.get(part) != terms.get(part) for part in ("kind", "unit", "base")):
            raise Wrong(f"{name} was of another kind, unit or base")
        if (kind == "ratio") != bool(base) or (base and self.accounts[base].kind != "tally"):
            raise Wrong(f"{name} is a {kind} of {base!r}")
        if (
            (kind == "tally") == bool(days)
            or sorted(set(days)) != days
            or day(terms.get("until", LAST)) < min([*days, LAST])
        ):
            raise Wrong(f"the limits of {name} do not follow each other in time")
        if not all(cite and sound(most, kind) for _, most, cite in steps):
            raise Wrong(f"a limit of {name} is not that of a {kind}, or has no source")
        self.accounts.setdefault(name, Account()).set(terms)
        if base and not known:
            self.ratios_of.setdefault(base, []).append(name)

    def reserve(self, key: str, on: str, last: str, legs: Legs, references: dict[str, str]) -> None:
        """A reservation counts against every limit from the moment it is made."""
        self.allow(on, legs)
        for name, amount in legs.items():
            account = self.accounts[name]
            if last < on or ("shortage" in account.terms and "sharing" not in references):
                raise Wrong(f"it expires before it is made, or had no part in the sharing out of {name}")
            if amount < 0 and not account.gives_back("attrition"):
                raise Wrong(f"the terms of {name} give nothing back")
            self.count(name, amount)
            self.fit(name, amount, account.posted + account.pending, on)
        self.hold_ratios(on, legs, opens=True)
        for name, amount in legs.items():
            account = self.accounts[name]
            account.pend(amount, 1)
            account.latest = max(account.latest, on)
            if account.kind in ("ratio", "tally"):
                self.open_on.setdefault(name, {})[key] = legs
        self.reserved[key] = on, last, legs

    def settle(self, kind: str, on: str, key: str, legs: Legs) -> None:
        """Post, void or expire: the reservation closes, and what is not posted of it is free again."""
        if key not in self.reserved:
            raise Wrong(f"{key} was never reserved, or is settled")
        since, last, held = self.reserved.pop(key)
        posted = (legs or held) if kind == "post" else {}
        if (kind == "expire" and on <= last) or (kind == "post" and not since <= on <= last):
            raise Wrong(f"{key} holds from {since} to {last}, and this is {on}")
        self.allow(on, posted)
        for name, amount in posted.items():
            if not (0 < amount <= held.get(name, 0) or 0 > amount >= held.get(name, 0)):
                raise Wrong(f"{amount} is posted to {name}, and {held.get(name, 0)} was reserved")
            self.fit(name, amount, self.accounts[name].posted, on)
        self.hold_ratios(on, posted, closes=key)
        for name, amount in held.items():
            account = self.accounts[name]
            account.pend(amount, -1)
            account.posted += posted.get(name, 0)
            account.latest = max(account.latest, on) if name in posted else account.latest
            self.open_on.get(name, {}).pop(key, None)

    def report(self, kind: str, name: str, amount: int) -> None:
        """Return, attrition and adjustment are taken as they happened, whatever the limits; a balance is checked."""
        account = self.accounts[name]
        if kind == "balance":
            if account.posted != amount:
                raise Wrong(f"it asserts {amount} posted to {name}; the entries come to {account.posted}")
            return
        if kind != "adjust" and (amount > 0 or not account.gives_back(kind)):
            raise Wrong(f"the terms of {name} give nothing back for {kind}")
        self.count(name, amount)
        account.posted += amount

    def count(self, name: str, amount: int) -> None:
        """No balance falls below zero, nor grows past what is counted exactly."""
        account = self.accounts[name]
        if account.posted - account.leaving + amount < 0 or account.posted + account.pending + amount > MOST:
            raise Wrong(f"{name} stands at {account.posted}, and cannot change by {amount}")

    def allow(self, on: str, legs: Legs) -> None:
        """Every account runs on that day, and its limit, as that of every ratio touched, is published."""
        for name in legs:
            account = self.accounts[name]
            if account.kind != "tally" and not account.steps[0][0] <= on <= account.terms.get("until", on):
                raise Wrong(f"{on} lies outside the period of {name}")
        for name in (*legs, *self.touched(legs)):
            if None in self.accounts[name].bounds(on):
                raise Wrong(f"the limit of {name} on {on} is not published")

    def fit(self, name: str, amount: int, before: int, on: str) -> None:
        """A draw on a flow or stock stays within its limit."""
        account = self.accounts[name]
        if amount > 0 and account.kind in ("flow", "stock") and before + amount > min(account.bounds(on)):
            sum_ = f"{before} + {amount} = {before + amount}"
            raise Wrong(f"it overdraws {name}: {sum_}, and the limit is {min(account.bounds(on))}")

    def touched(self, legs: Legs) -> set[str]:
        """The ratios that the legs can raise: by more in the part, or by less in the base."""
        found: set[str] = set()
        for name, amount in legs.items():
            if amount < 0:
                found.update(self.ratios_of.get(name, ()))
            elif self.accounts[name].kind == "ratio":
                found.add(name)
        return found

    def hold_ratios(self, on: str, legs: Legs, *, opens: bool = False, closes: str = "") -> None:
        """No ratio is passed, or passed by more than before, by what is posted or by any choice of what is open."""
        for name in sorted(self.touched(legs)):
            base, bounds = self.accounts[name].terms["base"], self.accounts[name].bounds(on)
            share = min(bounds, key=lambda bound: Fraction(*bound), default=[1, 1])
            moved = excess(share, legs, name, base)
            now = excess(share, {n: self.accounts[n].posted for n in (name, base)}, name, base)
            then = now if opens else now + moved
            pending = {**self.open_on.get(name, {}), **self.open_on.get(base, {})}
            each = {key: max(excess(share, held, name, base), 0) for key, held in pending.items()}
            worst_now = now + sum(each.values())
            worst_then = then + sum(each.values()) - each.get(closes, 0) + (max(moved, 0) if opens else 0)
            if 0 < then > now or 0 < worst_then > worst_now:
                raise Wrong(f"it brings {name} above {share[0]} of {share[1]} parts of {base}")


def excess(share: list[int], amounts: Legs, part: str, base: str) -> int:
    """Above zero where the part is more than its share of the base: multiplied across, never divided."""
    return share[1] * amounts.get(part, 0) - share[0] * amounts.get(base, 0)


def sound(most: Any, kind: str) -> bool:
    """Whether it can be a limit of that kind; none means that the law leaves it unpublished."""
    if most is None or kind in ("flow", "stock"):
        return most is None or (type(most) is int and 0 <= most <= MOST)
    return kind == "ratio" and [type(number) for number in most] == [int, int] and 0 <= most[0] <= most[1] > 0


# --- an export and a checkpoint ---------------------------------------------------------------------------------------


def linked(path: str, start: int, sealed: bytes, jobs: int) -> Iterator[bytes]:
    """The lines from byte `start` on, each once it is found to continue the chain after the hash `sealed`."""
    number, size = 0, Path(path).stat().st_size
    stretches = [(path, begin, min(begin + CHUNK, size)) for begin in range(start, size, CHUNK)]
    with Pool(jobs) if jobs else nullcontext() as pool:
        for stretch, (last, end, why) in zip(stretches, (pool.imap if pool else map)(chain, stretches), strict=True):
            for place, line in enumerate(lines(*stretch)):
                if place == 0:
                    link(line, number + 1, sealed)
                elif number == last:
                    raise Wrong(why)
                yield line
                number += 1
            sealed = end or sealed


def verify(path: str, checkpoint: dict[str, Any] | None = None, jobs: int = 0) -> str:
    """What can be said of an export in which everything is right. `jobs`: how many further processes check the chain.

    Raises:
        Wrong: not everything is; the message names the first entry that is wrong, and why.
    """
    with Path(path).open("rb") as export:
        first = export.readline()
    right, book = 0, Book()
    try:
        head = json.loads(first)
        if (
            head.keys() != {"book", "entries", "head", "ledger"}
            or canonical({**head, "ledger": 1}).encode() + b"\n" != first
        ):
            raise Wrong("the first line is not that of an export")
        if checkpoint and checkpoint["book"] != head["book"]:
            raise Wrong(f"the checkpoint is one of the book {checkpoint['book']}, the export one of {head['book']}")
        sealed = sha256(b"weighbridge ledger 1\n" + head["book"].encode()).hexdigest()
        for line in linked(path, len(first), bytes.fromhex(sealed), jobs):
            place = line.index(CONTENT)
            sealed = line[place - 65 : place - 1].decode()
            if checkpoint and right + 1 == checkpoint["number"] and sealed != checkpoint["hash"]:
                raise Wrong(f"its hash is not that of the checkpoint of {checkpoint['on']}: the book was written anew")
            book.take(json.loads(line[place + len(CONTENT) : -2]))
            right += 1
        if checkpoint and right < checkpoint["number"]:
            raise Wrong(f"it is missing; the checkpoint of {checkpoint['on']} saw {checkpoint['number']} entries")
        if (right, sealed) != (head["entries"], head["head"]):
            raise Wrong(f"it is missing; the first line promises {head['entries']} entries up to {head['head']}")
    except (Wrong, ValueError, KeyError, TypeError, AttributeError, IndexError) as wrong:
        why = str(wrong) if isinstance(wrong, Wrong) else f"it is malformed ({wrong!r})"
        raise Wrong(f"Entry {right + 1} is wrong: {why}.") from wrong
    return f"Book {head['book']}: all {right} entries are right; the last has the hash {sealed}."


def main() -> None:
    """Verify what the command line names, and leave with the exit code."""
    parser = argparse.ArgumentParser(description="Check an export of a Weighbridge ledger.")
    parser.add_argument("export", metavar="EXPORT.jsonl")
    parser.add_argument("--checkpoint", type=Path, help="the book must begin with what it was at this checkpoint")
    parser.add_argument("--jobs", type=int, default=(os.cpu_count() or 1) - 1, help="further processes, for the chain")
    asked = parser.parse_args()
    try:
        # The second line is the signature, which openssl or `weighbridge ledger verify` checks.
        checkpoint = json.loads(asked.checkpoint.read_bytes().splitlines()[0]) if asked.checkpoint else None
        print(verify(asked.export, checkpoint, asked.jobs))
    except Wrong as wrong:
        print(wrong)
        sys.exit(1)
    except (OSError, ValueError, IndexError) as unreadable:
        print(unreadable, file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
