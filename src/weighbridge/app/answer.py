"""The main use case: a request determined on each track asked for, with advice on what would change the answer."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from weighbridge.app.contradiction import refuse_contradictions, refuse_unknown_eccn
from weighbridge.app.door import Source, Stated, facts_of
from weighbridge.app.faults import Fault, RequestFaults, nearest
from weighbridge.app.kept import code_of
from weighbridge.app.levers import applied, levers_of
from weighbridge.app.parting import Parting, parting
from weighbridge.app.remarks import remarks
from weighbridge.app.request.request import Request
from weighbridge.core.determination import Determination
from weighbridge.core.life import Instrument
from weighbridge.core.outcome import PERMISSIVENESS
from weighbridge.core.provision import Classification, Reading
from weighbridge.core.rulebook import ENFORCED, TRACKS, Corpus
from weighbridge.core.text import Text
from weighbridge.engine.advise import Advice, Change, Quantity, advise
from weighbridge.engine.determine import Verdict, determine, judge
from weighbridge.engine.plan import Plan
from weighbridge.law.compiled import load_corpus

if TYPE_CHECKING:
    from weighbridge.law.amendment import Amendment

PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class ReadingTaken:
    """An ambiguity that the answer touches: the position taken, and what the answer would be under the other."""

    reading: Reading
    taken: str
    otherwise: Determination


@dataclass(frozen=True, slots=True)
class Track:
    """The answer on one track: `book`, `enforced`, or `proposed` under an amendment."""

    name: str
    plan: Plan
    determination: Determination
    stated: Stated
    readings: tuple[ReadingTaken, ...]
    stable_across_sources: bool
    amendment: Amendment | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a request: by track, with advice, and what else a reader must know."""

    request: Request
    known_on: date
    tracks: tuple[Track, ...]
    advice: tuple[Advice, ...]
    notes: tuple[Text, ...]

    @property
    def differs(self) -> bool:
        """Whether the tracks do not all answer alike."""
        return len({(t.determination.outcome, t.determination.exception) for t in self.tracks}) > 1

    @property
    def partings(self) -> tuple[Parting, ...]:
        """Where and why each further track parts from the first."""
        first, *others = self.tracks
        found = (parting(first.name, first.determination, t.name, t.determination) for t in others)
        return tuple(filter(None, found))


@lru_cache(maxsize=256)
def plan_for(on: date, known_on: date, track: str) -> Plan:
    """The rulebook of one day, made ready.

    Raises:
        DateNotEncoded: the law of that day is not encoded.
        TrackNotEncoded: the track is neither the book nor what is enforced of it.
    """
    return _plan(load_corpus(), on, known_on, track)


_COMPILED: dict[tuple[int, ...], Plan] = {}
"""Plans by the identity of the provisions in force: days that differ in values alone share what is compiled."""


def _plan(corpus: Corpus, on: date, known_on: date, track: str) -> Plan:
    rulebook = corpus.as_of(on, known_on, track)
    key = tuple(id(p) for p in rulebook.provisions.values())
    if key not in _COMPILED:
        _COMPILED[key] = Plan.of(rulebook, code_of(rulebook))
    return _COMPILED[key].moved_to(rulebook)


def answer(
    request: Request,
    known_on: date,
    tracks: Sequence[str] = TRACKS,
    *,
    with_advice: bool = True,
    with_remarks: Collection[str] = (),
    sources: Sequence[Source] = (),
) -> Answer:
    """Determine a request on each track: `book`, `enforced`, the name of a shipped amendment, or the file of one.

    `with_remarks` adds notes on what is no rule: `letters` to single companies, import `duties`. `sources` know more
    than the request states.

    Raises:
        DateNotEncoded: that law is not encoded.
        InconsistentCorpus: an amendment is faulty.
        RequestFaults: the asker's classification contradicts the figures given with it, or what is stated a source; or
            a track is unknown.
    """
    answered = tuple(_track(request, name, known_on, sources) for name in dict.fromkeys(tracks))
    advice = _advice(request, known_on, answered[0], sources) if with_advice else ()
    notes = (
        *_notes(load_corpus(), request.on, known_on, [t.name for t in answered]),
        *remarks(request, with_remarks),
    )
    return Answer(request, known_on, answered, advice, notes)


def _track(request: Request, name: str, known_on: date, sources: Sequence[Source]) -> Track:
    amendment = None if name in TRACKS else amendment_of(name)
    plan = _plan_of(request.on, known_on, name, amendment)
    refuse_unknown_eccn(request, plan)
    refuse_contradictions(request, plan)
    stated, determination, stable = determine_readings(request, plan, sources)
    readings = tuple(_readings(plan, stated, determination))
    return Track(PROPOSED if amendment else name, plan, determination, stated, readings, stable, amendment)


def amendment_of(name: str) -> Amendment:
    """The amendment of that name, or in the file of that name, applied to the law.

    Raises:
        InconsistentCorpus: it is faulty.
        RequestFaults: there is neither.
    """
    from weighbridge.law.amendment import amendment_file, read_amendment, shipped

    found = amendment_file(name)
    if found is None:
        accepted = (*TRACKS, *shipped())
        problem = Text("It is no track, and no file of an amendment.", "既非軌別，亦非修正案檔案。")
        listed = Text(f"{', '.join(accepted)}, or a YAML file", f"{'、'.join(accepted)}，或 YAML 檔")
        raise RequestFaults([Fault("--track", name, problem, listed, nearest(name, accepted))])
    return read_amendment(found, load_corpus())


def _plan_of(on: date, known_on: date, name: str, amendment: Amendment | None) -> Plan:
    return plan_under(amendment, on, known_on) if amendment else plan_for(on, known_on, name)


def plan_under(amendment: Amendment, on: date, known_on: date) -> Plan:
    """The rulebook of one day as an amendment would make it.

    Raises:
        DateNotEncoded: the law of that day is not encoded.
    """
    return _plan(amendment.corpus, on, known_on, amendment.base)


def determine_readings(
    request: Request, plan: Plan, sources: Sequence[Source] = ()
) -> tuple[Stated, Determination, bool]:
    """Determine under every reading of conflicting figures; the least permissive answer decides, the main one on a tie.

    Returns what was stated under the reading that decides, its determination, and whether all readings classify alike.
    """
    found = []
    for reading in _figure_readings(request):
        stated = facts_of(request, plan, reading, sources)
        found.append((stated, determine(plan, stated.facts)))
    stable = len({tuple(classes(plan, d)) for _, d in found}) == 1
    stated, determination = min(found, key=lambda pair: PERMISSIVENESS[pair[1].outcome])
    return stated, determination, stable


def _figure_readings(request: Request) -> Iterator[Mapping[int, int]]:
    """The main figures of every circuit, then each conflicting reading of each circuit by itself."""
    yield {}
    circuits = request.item.circuits if request.item else ()
    for place, (circuit, _) in enumerate(circuits):
        yield from ({place: other} for other in range(1, len(circuit.readings)))


def classes(plan: Plan, determination: Determination) -> list[str]:
    """The paragraphs in which the item is classified."""
    paragraphs = [p for p in plan.rulebook.provisions.values() if isinstance(p.effect, Classification)]
    return [p.id for p in paragraphs if determination.truths[plan.places[p.id]]]


# --- readings of ambiguous text -------------------------------------------------------------------


def _readings(plan: Plan, stated: Stated, determination: Determination) -> Iterator[ReadingTaken]:
    """The ambiguities whose other position would change the answer."""
    for reading in plan.rulebook.readings.values():
        taken = str(determination.facts[reading.fact])
        positions = (reading.conservative.word, reading.other.word)
        otherwise = positions[1] if taken == positions[0] else positions[0]
        switched = {**determination.facts, reading.fact: otherwise}
        if plan.trace(switched) != determination.truths:
            other = determine(plan, {**stated.facts, reading.fact: otherwise})
            if _gist(other) != _gist(determination):
                yield ReadingTaken(reading, taken, other)


def _gist(d: Determination) -> tuple[object, ...]:
    usable = tuple(sorted(x.symbol for x in d.considered if x.available))
    return d.outcome, d.exception, d.review_policy, usable, len(d.obligations)


# --- advice ---------------------------------------------------------------------------------------


def _advice(request: Request, known_on: date, track: Track, sources: Sequence[Source]) -> tuple[Advice, ...]:
    def ask(changes: tuple[Change, ...]) -> Verdict:
        changed = applied(request, changes)
        same_day = changed.on == request.on
        plan = track.plan if same_day else _plan_of(changed.on, known_on, track.name, track.amendment)
        readings = (facts_of(changed, plan, reading, sources) for reading in _figure_readings(changed))
        verdicts = (judge(plan, stated.facts) for stated in readings)
        return min(verdicts, key=lambda verdict: PERMISSIVENESS[verdict.outcome])

    quantity = Quantity(request.quantity) if request.quantity and request.item and request.item.circuits else None
    return advise(track.determination, ask, levers_of(request), quantity)


# --- what else a reader must know -----------------------------------------------------------------


def _notes(corpus: Corpus, on: date, known_on: date, tracks: Collection[str]) -> Iterator[Text]:
    """What is not enforced where only the book was asked, later documents not encoded, how far the law was checked."""
    if ENFORCED not in tracks:
        for s in corpus.suspensions:
            if s.active(on, known_on) and corpus.instruments[s.of].encoded:
                yield SUSPENDED[s.kind].format(corpus.instruments[s.of].citation.cite, s.span.scope, str(s.span.source))
    for instrument in corpus.instruments.values():
        if not instrument.encoded and _took_effect(instrument, on, known_on) and instrument.touches:
            yield NOT_ENCODED.format(instrument.citation.cite, instrument.touches)
    if on > corpus.horizon:
        yield BEYOND_HORIZON.format(corpus.horizon.isoformat(), str((on - corpus.horizon).days))


def _took_effect(instrument: Instrument, on: date, known_on: date) -> bool:
    """Whether it had taken effect; one of which no such day is known, whether it had been published."""
    life = instrument.life
    began = life.compliance or life.effective or life.published or date.min
    return began <= on and (life.published is None or life.published <= known_on)


NOT_ENCODED = Text("Not part of this answer: {0}. {1}", "未納入本答覆：{0}。{1}")
BEYOND_HORIZON = Text(
    "The encoded law was checked up to {0}; this date is {1} days later. Look in the Federal Register and the eCFR for "
    "documents published since.",
    "已編入之法規查核至 {0}；本日期晚 {1} 日。請查閱聯邦公報及 eCFR 其後公布之文件。",
)
SUSPENDED = {
    "not_enforced": Text("{0} is printed but not enforced: {1} [{2}]", "{0} 仍載於法規，但不予執行：{1}[{2}]"),
    "stayed": Text("{0} is stayed: {1} [{2}]", "{0} 停止適用：{1}[{2}]"),
}
