"""The corpus holds all law ever encoded; a rulebook is the law of one day, and knows no other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from weighbridge.core.citation import Confidence
from weighbridge.core.codec import digest
from weighbridge.core.condition import NEVER
from weighbridge.core.errors import DateNotEncoded, TrackNotEncoded
from weighbridge.core.fact import Fact
from weighbridge.core.life import Instrument, Life, Suspension
from weighbridge.core.provision import Definition, Provision, Reading
from weighbridge.core.text import Text
from weighbridge.core.value import LawValue, Value, ValueVersion

BOOK, ENFORCED = "book", "enforced"
TRACKS = (BOOK, ENFORCED)
INFERRED = "stands in place of a text that is not enforced; that it does is an inference"
NOT_IN_FORCE = Text("{0} (not in force on that day)", "{0}（當日未生效）")


@dataclass(frozen=True)
class Rulebook:
    """The law that binds on `effective_on`, as published by `known_on`, on one track.

    `suspended` names the printed provisions that this track leaves out, with the act that suspends each. Frozen; two
    rulebooks with the same `digest` answer alike whatever their dates.
    """

    effective_on: date
    known_on: date
    track: str
    facts: Mapping[str, Fact]
    versions: Mapping[str, ValueVersion | None]
    units: Mapping[str, str]
    labels: Mapping[str, Text]
    provisions: Mapping[str, Provision]
    readings: Mapping[str, Reading]
    instruments: Mapping[str, Instrument]
    suspended: Mapping[str, Suspension] = field(default_factory=dict)

    @cached_property
    def values(self) -> Mapping[str, LawValue | None]:
        """Each named value on that day; None where the law names it without having published it."""
        return {name: version.value if version else None for name, version in self.versions.items()}

    @cached_property
    def digest(self) -> str:
        """SHA-256 over everything that can influence an answer; the order of the provisions can, where two tie."""
        return digest((dict(self.facts), dict(self.values), tuple(self.provisions.values()), dict(self.readings)))


@dataclass(frozen=True)
class Corpus:
    """All facts, values, instruments, readings and provision versions, and the acts that suspend some of them.

    Transactions before `encoded_from`, and answers as known before `known_from`, are refused for the reason that
    `before` gives. `horizon` is the last day to which the encoded law was checked against its sources.
    """

    encoded_from: date
    known_from: date
    before: Text
    horizon: date
    facts: Mapping[str, Fact]
    values: Mapping[str, Value]
    instruments: Mapping[str, Instrument]
    readings: Mapping[str, Reading]
    provisions: tuple[Provision, ...]
    suspensions: tuple[Suspension, ...] = ()
    _rulebooks: dict[tuple[date, date, str], Rulebook] = field(
        init=False, default_factory=dict, repr=False, compare=False
    )
    _inferred: dict[int, Provision] = field(init=False, default_factory=dict, repr=False, compare=False)

    @cached_property
    def turning_days(self) -> tuple[date, ...]:
        """Every encoded day on which the law may change: a text or a value begins or ends, or a suspension does."""
        lives = [p.life for p in self.provisions]
        days = {life.binds_from for life in lives} | {life.superseded for life in lives}
        days |= {version.effective for value in self.values.values() for version in value.versions}
        days |= {day for s in self.suspensions for day in (s.span.since, s.span.until)}
        return tuple(sorted(day for day in days if day is not None and day > self.encoded_from))

    def as_of(self, effective_on: date, known_on: date, track: str = "book") -> Rulebook:
        """The rulebook of one day.

        Raises:
            DateNotEncoded: `effective_on` lies before the first encoded law, or the law of that day had not been
                published by `known_on`.
            TrackNotEncoded: `track` is neither the book nor what is enforced of it.
        """
        if track not in TRACKS:
            raise TrackNotEncoded(track, TRACKS)
        if effective_on < self.encoded_from:
            raise DateNotEncoded("effective", effective_on, self.encoded_from, self.before)
        if known_on < self.known_from:
            raise DateNotEncoded("known", known_on, self.known_from, self.before)
        key = (effective_on, known_on, track)
        if key not in self._rulebooks:
            self._rulebooks[key] = self._settle(effective_on, known_on, track)
        return self._rulebooks[key]

    def _settle(self, effective_on: date, known_on: date, track: str) -> Rulebook:
        in_force = self._versions(effective_on, known_on, BOOK)
        beside = self._versions(effective_on, known_on, ENFORCED) if track == ENFORCED else {}
        active = [
            s
            for s in self.suspensions
            if s.active(effective_on, known_on) and (track == ENFORCED or s.kind == "repealed")
        ]
        suspended = {name: s for name, p in in_force.items() for s in active if s.takes(name, p.instrument)}
        if active or beside:
            standing = self._standing(in_force, suspended, active, effective_on)
            in_force = standing | {name: p for name, p in beside.items() if name in suspended or name not in in_force}
            in_force = {p.id: in_force[p.id] for p in self.provisions if p.id in in_force}
        in_force |= self._standing_in(in_force)
        versions = {name: value.at(effective_on, known_on) for name, value in self.values.items()}
        return Rulebook(
            effective_on=effective_on,
            known_on=known_on,
            track=track,
            facts=self.facts,
            versions=versions,
            units={name: value.unit for name, value in self.values.items()},
            labels={name: value.label for name, value in self.values.items() if value.label},
            provisions=in_force,
            readings=self.readings,
            instruments=self.instruments,
            suspended=suspended,
        )

    def _versions(self, on: date, known_on: date, track: str) -> dict[str, Provision]:
        return {p.id: p for p in self.provisions if p.track == track and self._in_force(p, on, known_on)}

    def _standing(
        self,
        printed: Mapping[str, Provision],
        suspended: Mapping[str, Suspension],
        active: Sequence[Suspension],
        on: date,
    ) -> dict[str, Provision]:
        """What is printed less what is suspended; in place of that, the version before it, and what had been ended."""
        standing = {name: p for name, p in printed.items() if name not in suspended}
        ended = [(name, s) for s in active for name in self._ended(s)]
        for name, s in (*suspended.items(), *ended):
            for p in self._of_the_book.get(name, ()):
                if p.life.binds_from <= on and not any(other.takes(name, p.instrument) for other in active):
                    standing[name] = self._in_place(p) if s.kind == "not_enforced" else p
        return standing

    def _ended(self, s: Suspension) -> tuple[str, ...]:
        """What the suspended instrument had ended and that stands again: what `s` names, all if it takes the whole."""
        return s.restores if s.provisions else (*s.restores, *(p.id for p in self.provisions if p.ended_by == s.of))

    def _in_place(self, p: Provision) -> Provision:
        """The version before a text that is not enforced: no agency says that it stands again, so it is marked so."""
        if p.citation.confidence is Confidence.UNVERIFIED:
            return p
        marked = replace(p.citation, confidence=Confidence.ANALYSIS, note=INFERRED)
        return self._inferred.setdefault(id(p), replace(p, citation=marked))

    @cached_property
    def _of_the_book(self) -> Mapping[str, tuple[Provision, ...]]:
        """The versions of each printed provision, the earliest first."""
        found: dict[str, tuple[Provision, ...]] = {}
        for p in sorted(self.provisions, key=lambda p: p.life.binds_from):
            if p.track == BOOK:
                found[p.id] = (*found.get(p.id, ()), p)
        return found

    def _in_force(self, provision: Provision, effective_on: date, known_on: date) -> bool:
        """Whether a version binds; one that is replaced does so for those who cannot know yet by what."""
        life = provision.life
        if life.superseded:
            replaced_by = self._begin.get((provision.id, provision.track, life.superseded))
            if provision.ended_by:
                replaced_by = self.instruments[provision.ended_by].life
            if replaced_by and replaced_by.published and known_on < replaced_by.published:
                life = replace(life, superseded=None)
        return life.in_force(effective_on, known_on)

    def _standing_in(self, in_force: Mapping[str, Provision]) -> dict[str, Provision]:
        """For each provision that one in force asks about and that is not in force itself: a test that never holds."""
        asked = {met for provision in in_force.values() for met in provision.asks_about}
        return {name: stand_in for name, stand_in in self._stand_ins.items() if name in asked - in_force.keys()}

    @cached_property
    def _stand_ins(self) -> Mapping[str, Provision]:
        return {
            p.id: replace(p, title=NOT_IN_FORCE.format(p.title), effect=Definition(), condition=NEVER)
            for p in self.provisions
        }

    @cached_property
    def _begin(self) -> Mapping[tuple[str, str, date], Life]:
        """The life of each version, by its provision, its track and the day on which it begins."""
        return {(p.id, p.track, p.life.binds_from): p.life for p in self.provisions}
