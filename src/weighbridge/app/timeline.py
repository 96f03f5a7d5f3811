"""When the law began, bound, was suspended and ended: every date of the corpus, as bars to draw and events to list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from weighbridge.core.citation import Citation
from weighbridge.core.life import Instrument, Life, Span
from weighbridge.core.rulebook import Corpus
from weighbridge.core.text import Language, Text, same
from weighbridge.core.value import Value
from weighbridge.law.compiled import load_corpus


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or will, on a day. `about` is the id of the instrument, provision or value."""

    day: date
    kind: str
    about: str
    instrument: str | None
    citation: Citation
    text: Text

    def to_plain(self, language: Language) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "day": self.day.isoformat(),
            "kind": self.kind,
            "about": self.about,
            "instrument": self.instrument,
            "citation": self.citation.cite,
            "confidence": self.citation.confidence.value,
            "text": self.text.to(language),
        }


@dataclass(frozen=True, slots=True)
class Bar:
    """One instrument: from the day it took effect (None if not known) until its end (None if none is known)."""

    instrument: Instrument
    since: date | None
    until: date | None

    @property
    def life(self) -> Life:
        """The dates of the instrument."""
        return self.instrument.life

    @property
    def stood_before(self) -> bool:
        """Whether it has no date at all, so that it stood before the first day."""
        return self.since is None and self.life.published is None

    def to_plain(self, language: Language) -> dict[str, Any]:
        """As JSON has it."""
        life = self.life
        return {
            "instrument": self.instrument.id,
            "citation": self.instrument.citation.cite,
            "confidence": self.instrument.citation.confidence.value,
            "title": self.instrument.title.to(language),
            "encoded": self.instrument.encoded,
            "published": _iso(life.published),
            "effective": _iso(life.effective),
            "compliance": _iso(life.compliance),
            "superseded": _iso(life.superseded),
            "not_enforced": [_span_plain(span, language) for span in life.not_enforced],
            "stayed": [_span_plain(span, language) for span in life.stayed],
        }


@dataclass(frozen=True, slots=True)
class Timeline:
    """Every instrument in the order of its dates, every event in the order of its days, and the last day checked."""

    first: date
    last: date
    horizon: date
    bars: tuple[Bar, ...]
    events: tuple[Event, ...]

    def to_plain(self, language: Language) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "horizon": self.horizon.isoformat(),
            "instruments": [bar.to_plain(language) for bar in self.bars],
            "events": [event.to_plain(language) for event in self.events],
        }


def timeline(corpus: Corpus | None = None) -> Timeline:
    """The timeline of the corpus."""
    law = corpus or load_corpus()
    bars = (Bar(i, i.life.effective, i.life.superseded) for i in law.instruments.values())
    events = tuple(sorted(_events(law), key=lambda event: (event.day, event.about, event.kind)))
    days = [law.horizon, *(event.day for event in events)]
    return Timeline(min(days), max(days), law.horizon, tuple(sorted(bars, key=_place)), events)


def _place(bar: Bar) -> tuple[date, str]:
    """What stood before comes first, then each instrument by its first date."""
    stated = [day for day in (bar.since, bar.life.published) if day]
    return min(stated, default=date.min), bar.instrument.id


# --- events -------------------------------------------------------------------------------------------------------

PUBLISHED = Text("Published: {0}", "公布：{0}")
EFFECTIVE = Text("Takes effect: {0}", "生效：{0}")
COMPLIANCE = Text("Compliance is required: {0}", "應予遵循：{0}")
COMMENT_CLOSE = Text("Comments close: {0}", "意見徵詢截止：{0}")
SUPERSEDED = Text("Superseded: {0}", "被取代：{0}")
NOT_ENFORCED = Text("Not enforced from this day. {0}", "自本日起不執行。{0}")
ENFORCED = Text("The non-enforcement ends. {0}", "不執行之期間屆滿。{0}")
STAYED = Text("Stayed from this day. {0}", "自本日起停止適用。{0}")
STAY_ENDS = Text("The stay ends. {0}", "停止適用之期間屆滿。{0}")
PROVISION_BEGINS = Text("{0} binds from this day: {1}", "{0} 自本日起有拘束力：{1}")
PROVISION_ENDS = Text("{0} binds no longer: {1}", "{0} 不再有拘束力：{1}")
VALUE_CHANGES = Text("{0} changes", "{0} 變更")


def _events(corpus: Corpus) -> Iterator[Event]:
    for instrument in corpus.instruments.values():
        yield from _of_instrument(instrument)
    yield from _of_provisions(corpus)
    by_cite = {i.citation.cite: i.id for i in corpus.instruments.values()}
    for value in corpus.values.values():
        yield from _of_value(value, by_cite)


def _of_instrument(instrument: Instrument) -> Iterator[Event]:
    life = instrument.life
    for kind, day, text in (
        ("published", life.published, PUBLISHED),
        ("effective", life.effective, EFFECTIVE),
        ("compliance", life.compliance, COMPLIANCE),
        ("comment_close", life.comment_close, COMMENT_CLOSE),
        ("superseded", life.superseded, SUPERSEDED),
    ):
        if day:
            yield _event(day, kind, instrument, instrument.citation, text.format(instrument.title))
    for span in life.not_enforced:
        yield from _of_span(instrument, span, ("not_enforced", NOT_ENFORCED), ("not_enforced_ends", ENFORCED))
    for span in life.stayed:
        yield from _of_span(instrument, span, ("stayed", STAYED), ("stay_ends", STAY_ENDS))


def _of_span(instrument: Instrument, span: Span, begins: tuple[str, Text], ends: tuple[str, Text]) -> Iterator[Event]:
    yield _event(span.since, begins[0], instrument, span.source, begins[1].format(span.scope))
    if span.until:
        yield _event(span.until, ends[0], instrument, span.source, ends[1].format(span.scope))


def _event(day: date, kind: str, instrument: Instrument, citation: Citation, text: Text) -> Event:
    return Event(day, kind, instrument.id, instrument.id, citation, text)


def _of_provisions(corpus: Corpus) -> Iterator[Event]:
    """The days of versions that are not their instrument's own."""
    for p in corpus.provisions:
        own = corpus.instruments[p.instrument].life
        if p.life.binds_from not in (own.binds_from, date.min):
            text = PROVISION_BEGINS.format(p.id, p.title)
            yield Event(p.life.binds_from, "provision_begins", p.id, p.instrument, p.citation, text)
        if p.life.superseded and p.life.superseded != own.superseded:
            text = PROVISION_ENDS.format(p.id, p.title)
            yield Event(p.life.superseded, "provision_ends", p.id, p.instrument, p.citation, text)


def _of_value(value: Value, by_cite: dict[str, str]) -> Iterator[Event]:
    """The later versions of a value; the first comes with its provision."""
    for version in value.versions[1:]:
        made_by = by_cite.get(version.source.document) or by_cite.get(version.source.cite)
        text = VALUE_CHANGES.format(value.label or same(value.name))
        yield Event(version.effective, "value_changes", value.name, made_by, version.source, text)


def _span_plain(span: Span, language: Language) -> dict[str, Any]:
    return {
        "from": span.since.isoformat(),
        "until": _iso(span.until),
        "scope": span.scope.to(language),
        "citation": span.source.cite,
        "confidence": span.source.confidence.value,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
