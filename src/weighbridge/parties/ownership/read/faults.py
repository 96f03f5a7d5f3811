"""What is wrong with the file of a graph: every fault, each with line, field, what was found and what is accepted."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from weighbridge.core.errors import WeighbridgeError
from weighbridge.core.text import Text

LONGEST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class GraphFault:
    """One thing wrong. `where` is a line, or a line and a place in a document; `field` may be empty."""

    where: str
    field: str
    found: str
    problem: Text
    accepted: Text
    nearest: tuple[str, ...] = ()

    def __str__(self) -> str:
        place = ": ".join(filter(None, (self.where, self.field)))
        found = f" Found: {self.found}." if self.found else ""
        return f"{place}: {self.problem.en}{found} Accepted: {self.accepted.en}."


class GraphFaults(WeighbridgeError):
    """The graph cannot be used as it stands. Carries every fault found."""

    def __init__(self, faults: Sequence[GraphFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, faults)))


class Faults:
    """Collects faults and warnings while a graph is read, so that all are reported together."""

    def __init__(self) -> None:
        self.found: list[GraphFault] = []
        self.warnings: list[Text] = []

    def add(
        self, where: str, field: str, found: object, problem: Text, accepted: Text, nearest: Iterable[str] = ()
    ) -> None:
        """Note one fault; reading goes on."""
        shown = "" if found is None else str(found)[:LONGEST_SHOWN]
        self.found.append(GraphFault(where, field, shown, problem, accepted, tuple(nearest)))

    def warn(self, warning: Text) -> None:
        """Note what a reader should know though the graph can be used."""
        self.warnings.append(warning)

    def raise_if_any(self) -> None:
        """End the reading.

        Raises:
            GraphFaults: something was found.
        """
        if self.found:
            raise GraphFaults(self.found)


def nearest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known words that look most like `word`."""
    return tuple(difflib.get_close_matches(word[:LONGEST_SHOWN], list(known), n=3, cutoff=0.6))
