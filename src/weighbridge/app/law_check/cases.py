"""The worked cases beside each section of law: read, run, and compared with what they expect.

    common: {activity: export}                 # facts that every case of the file starts from
    cases:
      - name: A sentence
        on: 2025-06-02
        given: {item.tpp: 4800}                # `unknown` takes a common fact away
        each: {destination: [FR, DE]}          # optional: one case for each member
        expect: {holds: [3A090.a], fails: [3A090.b], unknown: []}

A provision that is not in force on that day fails. A case is tried on the book, or on its `track`, or on each of its
`tracks`; with `track: proposed` under the `amendment.yaml`
beside it. Besides provisions, `expect` takes `outcome`, `exception`, `review_policy`, `missing`, `refused`, `due` (duty
to date), `draws` (allocation to what remains) and `usable` / `unusable` (exception symbols).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from weighbridge.core.determination import Determination
from weighbridge.core.errors import DateNotEncoded
from weighbridge.core.fact import Fact, FactValue
from weighbridge.core.rulebook import BOOK, Corpus, Rulebook
from weighbridge.core.stated import read_stated
from weighbridge.core.truth import Truth
from weighbridge.engine.determine import determine, with_presumptions
from weighbridge.engine.plan import Plan
from weighbridge.law.amendment import read_amendment

Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
EXPECTATIONS = frozenset(
    {
        "holds",
        "fails",
        "unknown",
        "outcome",
        "exception",
        "review_policy",
        "missing",
        "refused",
        "due",
        "draws",
        "usable",
        "unusable",
    }
)


@dataclass(frozen=True)
class Case:
    """One worked case."""

    name: str
    file: str
    on: date
    known_on: date
    track: str
    given: Mapping[str, FactValue]
    expect: Mapping[str, Any]
    amendment: Path | None = None

    @property
    def key(self) -> tuple[date, date, str]:
        """What names the law that it is tried under."""
        return self.on, self.known_on, str(self.amendment or self.track)


def read_cases(path: Path, facts: Mapping[str, Fact]) -> list[Case]:
    """All cases of a `cases.yaml`.

    Raises:
        ValueError: a case states an unknown fact, a value that does not fit, or expects something that is not known.
    """
    if not path.exists():
        return []
    page = yaml.load(path.read_text(encoding="utf-8"), Loader) or {}
    common = page.get("common", {})
    return [case for written in page.get("cases", ()) for case in _cases(path, common, written, facts)]


def _cases(
    path: Path, common: Mapping[str, Any], written: Mapping[str, Any], facts: Mapping[str, Fact]
) -> Iterator[Case]:
    name = written["name"]
    strange = set(written.get("expect", {"": ""})) - EXPECTATIONS
    if strange:
        raise ValueError(f"{path}: {name}: expects {sorted(strange)}; accepted: {sorted(EXPECTATIONS)}.")
    each = written.get("each", {})
    for members in itertools.product(*each.values()):
        varied = dict(zip(each, members, strict=True))
        stated = {**common, "on": written["on"], **written.get("given", {}), **varied}
        unknown = set(stated) - set(facts)
        if unknown:
            raise ValueError(f"{path}: {name}: states {sorted(unknown)}, which the law does not ask.")
        given = {k: value for k, v in stated.items() if (value := read_stated(facts[k], v)) is not None}
        suffix = f" [{', '.join(' + '.join(m) if isinstance(m, list) else m for m in members)}]" if members else ""
        on = date.fromisoformat(written["on"])
        known = date.fromisoformat(written["known_on"]) if "known_on" in written else date.max
        for track in written["tracks"] if "tracks" in written else (written.get("track", BOOK),):
            amendment = path.with_name("amendment.yaml") if track == "proposed" else None
            yield Case(name + suffix, str(path), on, known, track, given, written["expect"], amendment)


def run(case: Case, corpus: Corpus, plans: dict[tuple[date, date, str], Plan]) -> list[str]:
    """Determine the case; what differs from what it expects, in sentences."""
    try:
        if case.key not in plans:
            plans[case.key] = Plan.of(_law(case, corpus))
    except DateNotEncoded as refusal:
        return [] if case.expect.get("refused") == "true" else [str(refusal)]
    if case.expect.get("refused") == "true":
        return ["It was expected to be refused."]
    return compare(case, plans[case.key])


def _law(case: Case, corpus: Corpus) -> Rulebook:
    if case.amendment is None:
        return corpus.as_of(case.on, case.known_on, case.track)
    amendment = read_amendment(case.amendment, corpus)
    return amendment.corpus.as_of(case.on, case.known_on, amendment.base)


TRUTHS: Mapping[str, Truth] = {"holds": True, "fails": False, "unknown": None}


def compare(case: Case, plan: Plan) -> list[str]:
    """What differs between what a case expects and what is found, in sentences."""
    if set(case.expect) <= set(TRUTHS):
        return _truths_that_differ(case, plan, plan.trace(with_presumptions(plan, case.given)))
    found = determine(plan, case.given)
    return _truths_that_differ(case, plan, found.truths) + _answers_that_differ(case.expect, found)


def _truths_that_differ(case: Case, plan: Plan, truths: Sequence[Truth]) -> list[str]:
    wrong = []
    for word, wanted in TRUTHS.items():
        for name in case.expect.get(word, ()):
            truth = plan.truth_of(name, truths)
            if truth is not wanted:
                wrong.append(f"{name} was expected to be {wanted} and is {truth}.")
    return wrong


def _answers_that_differ(expect: Mapping[str, Any], found: Determination) -> list[str]:
    usable = {x.symbol for x in found.considered if x.available}
    flat: dict[str, tuple[Any, Any]] = {
        "outcome": (expect.get("outcome"), found.outcome.value),
        "exception": (expect.get("exception"), found.exception or "none"),
        "review_policy": (expect.get("review_policy"), found.review_policy.value if found.review_policy else "none"),
        "missing": (expect.get("missing"), list(found.missing)),
        "usable": (sorted(expect.get("usable", ())), sorted(usable & set(expect.get("usable", ())))),
        "unusable": ([], sorted(usable & set(expect.get("unusable", ())))),
    }
    wrong = [
        f"{word} was expected to be {wanted} and is {got}."
        for word, (wanted, got) in flat.items()
        if word in expect and wanted != got
    ]
    due = {o.finding.provision.id: str(o.due) if o.due else "none" for o in found.obligations}
    remaining = {d.provision.id: f"{d.remaining}" for d in found.draws}
    for word, got_all in (("due", due), ("draws", remaining)):
        for name, wanted in expect.get(word, {}).items():
            if got_all.get(name, "absent") != wanted.replace("_", ""):
                wrong.append(f"{word} of {name} was expected to be {wanted} and is {got_all.get(name, 'absent')}.")
    return wrong
