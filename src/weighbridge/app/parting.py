"""Where and why two tracks part: the first provision of one that the other lacks, or gives in another version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from weighbridge.core.citation import Confidence
from weighbridge.core.determination import Determination
from weighbridge.core.provision import Provision
from weighbridge.core.text import Text


@dataclass(frozen=True, slots=True)
class Parting:
    """How two tracks part, in one sentence; `citations` are those of the first track and of the other."""

    first: str
    other: str
    provision: str
    text: Text
    citations: tuple[str, str]


def parting(first: str, one: Determination, other: str, two: Determination) -> Parting | None:
    """Where and why they part; None if they answer alike for the same reasons."""
    if _gist(one) == _gist(two) and _reasons(one) == _reasons(two):
        return None
    here = _deciding(one, two)
    there = _in_place_of(here, two) or _deciding(two, one)
    subject = here or there
    if subject is None:
        return None
    act = two.rulebook.suspended.get(subject.id) or one.rulebook.suspended.get(subject.id)
    cited = str((here or subject).citation), str(there.citation if there else act.span.source if act else "")
    words: list[Text | str] = [TRACK_NAMES[first], _outcome(one), TRACK_NAMES[other], _outcome(two), subject.id]
    if act is not None:
        sentence = UNCERTAIN if act.span.source.confidence is Confidence.UNVERIFIED else SUSPENDED
        text = sentence.format(
            *words, str(act.span.since), cited[0], cited[1] or str(act.span.source), str(act.span.source)
        )
    else:
        text = DIFFERENT.format(*words, *cited)
    return Parting(first, other, subject.id, text, cited)


def _gist(d: Determination) -> tuple[object, ...]:
    return d.outcome, d.exception, d.review_policy


def _reasons(d: Determination) -> tuple[Provision, ...]:
    return tuple(finding.provision for finding in d.decided_by)


def _deciding(one: Determination, two: Determination) -> Provision | None:
    """The first provision that speaks in one answer and does not stand alike in the other's law."""
    return next((p for p in _speaking(one) if two.rulebook.provisions.get(p.id) != p), None)


def _in_place_of(provision: Provision | None, two: Determination) -> Provision | None:
    """The version that stands in the other law where one of the first law stands."""
    found = two.rulebook.provisions.get(provision.id) if provision else None
    return found if found and provision and type(found.effect) is type(provision.effect) else None


def _speaking(d: Determination) -> Iterator[Provision]:
    """What decided, then the exceptions that were weighed, then what else the answer rests on."""
    yield from _reasons(d)
    yield from (finding.provision for finding in d.unresolved)
    yield from (considered.finding.provision for considered in d.considered)


def _outcome(d: Determination) -> Text:
    words = " ".join(filter(None, (d.outcome.value, d.exception, d.review_policy.value if d.review_policy else "")))
    return Text(words, words)


TRACK_NAMES = {
    "book": Text("As written", "依條文"),
    "enforced": Text("as enforced", "依執行"),
    "proposed": Text("as proposed", "依擬議"),
}
SUSPENDED = Text(
    "{0} the answer is {1} [{6}], {2} it is {3} [{7}]: {4} has not been enforced as printed since {5} [{8}].",
    "{0}為 {1}[{6}]，{2}為 {3}[{7}]：自 {5} 起，{4} 未依所載條文執行[{8}]。",
)
UNCERTAIN = Text(
    "{0} the answer is {1} [{6}], {2} it is {3} [{7}]: whether {4} has been enforced since {5} is not established "
    "[{8}].",
    "{0}為 {1}[{6}]，{2}為 {3}[{7}]：自 {5} 起 {4} 是否執行，未能確定[{8}]。",
)
DIFFERENT = Text(
    "{0} the answer is {1} [{5}], {2} it is {3} [{6}]: they part at {4}.",
    "{0}為 {1}[{5}]，{2}為 {3}[{6}]：差異在於 {4}。",
)
