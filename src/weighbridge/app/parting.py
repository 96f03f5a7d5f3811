"""Where and why two tracks part: the first provision of one that the other lacks, or gives in another version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from weighbridge.core.citation import Confidence
from weighbridge.core.determination import Determination
from weighbridge.core.life import Suspension
from weighbridge.core.outcome import Outcome
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
    in_place = _in_place_of(here, two)
    there = in_place or _deciding(two, one)
    subject = here or there
    if subject is None:
        return None
    act = two.rulebook.suspended.get(subject.id) or one.rulebook.suspended.get(subject.id)
    lifted = act is not None and in_place is None and two.outcome is Outcome.NO_LICENSE_REQUIRED
    answers = None if lifted else _answering(here, there, one, two)
    cited = str((here or subject).citation), str(answers.citation if answers else act.span.source if act else "")
    lead = (ALIKE if _gist(one) == _gist(two) else APART).format(
        TRACK_NAMES[first], _outcome(one), cited[0], TRACK_NAMES[other], _outcome(two), cited[1] or UNSAID
    )
    why = [_why(subject, act), *_further(subject, act, one, two)]
    text = JOINED.format(lead, Text("; ".join(w.en for w in why), "；".join(w.zh for w in why)))
    return Parting(first, other, subject.id, text, cited)


def _answering(
    here: Provision | None, there: Provision | None, one: Determination, two: Determination
) -> Provision | None:
    """What the other answer rests on: where a requirement parts them, the text in its place only if that decided."""
    decided = _reasons(two)
    if here not in _reasons(one) or not decided or there in decided:
        return there
    return next((p for p in decided if one.rulebook.provisions.get(p.id) != p), decided[0])


def _further(subject: Provision, act: Suspension | None, one: Determination, two: Determination) -> Iterator[Text]:
    """What else decided one answer and another act takes out of the other's law: each act once."""
    named = {act.by} if act else set()
    for p in _reasons(one):
        further = two.rulebook.suspended.get(p.id)
        if p != subject and further is not None and further.by not in named:
            named.add(further.by)
            yield _why(p, further)


def _why(subject: Provision, act: Suspension | None) -> Text:
    if act is None:
        return DIFFERENT.format(subject.id)
    if act.kind == "repealed":
        why = REPEALED
    else:
        why = UNCERTAIN if act.span.source.confidence is Confidence.UNVERIFIED else SUSPENDED
    return why.format(subject.id, str(act.span.since), str(act.span.source))


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
APART = Text("{0} the answer is {1} [{2}], {3} it is {4} [{5}]", "{0}為 {1}[{2}]，{3}為 {4}[{5}]")
ALIKE = Text(
    "{0} and {3} the answer is {1}, on different texts [{2}; {5}]",
    "{0}與{3}均為 {1}，惟所依條文不同[{2}；{5}]",
)
UNSAID = Text("no provision in its place", "無替代條文")
JOINED = Text("{0}: {1}.", "{0}：{1}。")
REPEALED = Text("{0} is repealed from {1} on [{2}]", "{0} 自 {1} 起廢止[{2}]")
SUSPENDED = Text(
    "{0} has not been enforced as printed since {1} [{2}]",
    "自 {1} 起，{0} 未依所載條文執行[{2}]",
)
UNCERTAIN = Text(
    "whether {0} has been enforced since {1} is not established [{2}]",
    "自 {1} 起 {0} 是否執行，未能確定[{2}]",
)
DIFFERENT = Text("they part at {0}", "差異在於 {0}")
