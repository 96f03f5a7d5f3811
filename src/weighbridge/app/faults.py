"""What is wrong with a request: every fault at once, each with the field, what was found and what is accepted."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from weighbridge.core.errors import WeighbridgeError
from weighbridge.core.text import Text

LONGEST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a request."""

    field: str
    found: str
    problem: Text
    accepted: Text
    nearest: tuple[str, ...] = ()

    def to_plain(self, language: str) -> dict[str, object]:
        """The fault for JSON."""
        zh = language == "zh-Hant"
        return {
            "field": self.field,
            "found": self.found,
            "problem": self.problem.zh if zh else self.problem.en,
            "accepted": self.accepted.zh if zh else self.accepted.en,
            "nearest": list(self.nearest),
        }

    def sentence(self) -> Text:
        """The fault as one line for a person."""
        en, zh = f"{self.field}: {self.problem.en}", f"{self.field}：{self.problem.zh}"
        if self.found:
            en, zh = f"{en} Found: {self.found}.", f"{zh}所見：{self.found}。"
        en, zh = f"{en} Accepted: {self.accepted.en}.", f"{zh}可接受：{self.accepted.zh}。"
        if self.nearest:
            names = ", ".join(self.nearest)
            en, zh = f"{en} Did you mean {names}?", f"{zh}您是否指 {names}？"
        return Text(en, zh)


class RequestFaults(WeighbridgeError):
    """The request cannot be answered as it stands. Carries every fault found."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(fault.sentence().en for fault in self.faults))


class Faults:
    """Collects faults while a request is read, so that all are reported together."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    def add(self, field: str, found: object, problem: Text, accepted: Text, nearest: Iterable[str] = ()) -> None:
        """Note one fault; reading goes on."""
        self.found.append(Fault(field, shown(found), problem, accepted, tuple(nearest)))

    def raise_if_any(self) -> None:
        """End the reading.

        Raises:
            RequestFaults: something was found.
        """
        if self.found:
            raise RequestFaults(self.found)


def shown(found: object) -> str:
    """What was found, short enough to print."""
    text = "" if found is None else str(found)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def nearest(word: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The known words that look most like `word`."""
    return tuple(difflib.get_close_matches(word[:LONGEST_SHOWN], list(known), n=most, cutoff=0.6))
