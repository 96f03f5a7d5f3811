"""An amendment of one's own: what a YAML file would change in the law, from a day on.

    title: {en: …, zh: …}
    base: book                         # the track that it changes: book, or enforced
    from: 2027-01-01                   # every change may name a later day of its own
    changes:
      - {value: 740.29.annual_limit, becomes: 13_450_000}            # a number, a day, or a whole list
      - {value: supplement_5.a, add: [PL], remove: [SE]}             # a list, member by member
      - {move: [AE], out_of: [group.a5], into: [group.d4]}           # destinations, from groups to groups
      - {stay: fr_90_5298, provisions: [note_1.presumed], until: 2027-06-30}
      - {revive: fr_90_4544}                                         # what others stayed or do not enforce
      - {repeal: fr_90_4544}                                         # each text goes back to the version before

`stay`, `revive` and `repeal` name an instrument, and take all that it made where `provisions` names none. What the law
itself says for a day after an amendment still takes effect on that day.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from weighbridge.core.check import flaws_of
from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.errors import Flaw, InconsistentCorpus
from weighbridge.core.life import Instrument, Life, Span, Suspension
from weighbridge.core.rulebook import BOOK, TRACKS, Corpus
from weighbridge.core.text import Text
from weighbridge.core.value import LawValue, ValueVersion
from weighbridge.law.load import settle
from weighbridge.law.written import Page, law_value

SHIPPED = Path(__file__).parent / "amendments"
KINDS: Mapping[str, frozenset[str]] = {
    "value": frozenset({"value", "becomes", "add", "remove", "from"}),
    "move": frozenset({"move", "out_of", "into", "from"}),
    "stay": frozenset({"stay", "provisions", "restores", "until", "from"}),
    "revive": frozenset({"revive", "provisions", "from"}),
    "repeal": frozenset({"repeal", "provisions", "restores", "from"}),
}


@dataclass(frozen=True)
class Amendment:
    """An amendment as applied: the law that it would make, and the track that it changes."""

    id: str
    title: Text
    base: str
    since: date
    corpus: Corpus


def shipped() -> dict[str, Path]:
    """The amendments that come with the product, by name."""
    return {path.parent.name: path for path in sorted(SHIPPED.glob("*/amendment.yaml"))}


def amendment_file(name: str) -> Path | None:
    """The file of a shipped amendment's name, or of a path; None if there is neither."""
    found = shipped().get(name, Path(name))
    return found if found.is_file() else None


@lru_cache(maxsize=32)
def _once(path: Path, _written: bytes, corpus_id: int) -> Amendment:
    return _Applying(path, _CORPORA[corpus_id]).amendment()


_CORPORA: dict[int, Corpus] = {}


def read_amendment(path: Path, corpus: Corpus) -> Amendment:
    """Read an amendment and apply it to the law.

    Raises:
        InconsistentCorpus: with every fault: an unknown key or name, a value that does not fit, a change that changes
            nothing, or law that contradicts itself once amended.
    """
    _CORPORA[id(corpus)] = corpus
    return _once(path, path.read_bytes(), id(corpus))


@dataclass
class _Applying:
    """One amendment on its way into a corpus; faults are collected and raised together."""

    path: Path
    corpus: Corpus
    flaws: list[Flaw] = field(default_factory=list)

    def amendment(self) -> Amendment:
        page = Page(self.path)
        written = page.content
        self.id = self.path.parent.name if self.path.name == "amendment.yaml" else self.path.stem
        self.file = page.name
        self._unknown_keys("amendment", written, {"title", "base", "from", "changes"})
        base = written.get("base", BOOK)
        if base not in TRACKS:
            self._flaw("base", f"{base!r} is no track.", f"Use {' or '.join(TRACKS)}.")
        changes = written.get("changes") or []
        if not isinstance(changes, list) or not changes:
            self._flaw("changes", "It changes nothing.", f"List changes: {', '.join(KINDS)}.")
            changes = []
        since, title = self._day("from", written.get("from")), self._title(page, written)
        if since is None:
            raise InconsistentCorpus(self.flaws)
        self.citation = Citation(f"proposed amendment {self.id}", self.id, Confidence.ANALYSIS)
        life = Life(published=self.corpus.known_from, effective=since)
        instrument = Instrument(self.id, title, self.citation, life, file=self.file)
        self.values = dict(self.corpus.values)
        self.suspensions = list(self.corpus.suspensions)
        for number, change in enumerate(changes, start=1):
            self._change(f"changes, no. {number}", change, since)
        if self.flaws:
            raise InconsistentCorpus(self.flaws)
        instruments = {**self.corpus.instruments, self.id: instrument}
        amended = replace(
            self.corpus,
            values=self.values,
            instruments=instruments,
            suspensions=tuple(self.suspensions),
            provisions=settle(self.corpus.provisions, instruments, self.values),
        )
        found = [f for f in flaws_of(amended) if f not in flaws_of(self.corpus)]
        if found:
            raise InconsistentCorpus(found)
        return Amendment(self.id, title, base, since, amended)

    # --- the changes ------------------------------------------------------------------------------

    def _change(self, place: str, change: Any, since: date) -> None:
        kinds = [kind for kind in KINDS if isinstance(change, dict) and kind in change]
        if len(kinds) != 1:
            self._flaw(place, f"{change!r} is no change.", f"Begin it with one of {', '.join(KINDS)}.")
            return
        kind = kinds[0]
        self._unknown_keys(place, change, KINDS[kind])
        own = self._day(place, change.get("from", since.isoformat()))
        if own is None:
            return
        if own < since:
            self._flaw(place, f"It begins on {own}, before the amendment.", f"Let it begin on {since} or later.")
        match kind:
            case "value":
                self._value(place, change["value"], change, own)
            case "move":
                self._move(place, change, own)
            case "revive":
                self._revive(place, change, own)
            case _:
                self._suspend(place, kind, change, own)

    def _value(self, place: str, name: str, change: Mapping[str, Any], since: date) -> None:
        if not self._known(place, name, self.values, "value"):
            return
        value = self.values[name]
        before = value.at(since, date.max)
        now = before.value if before else None
        entry = {"value": change["becomes"]} if "becomes" in change else change
        if "becomes" not in change and not isinstance(now, frozenset):
            self._flaw(place, f"{name} is no list, or `becomes` is missing.", "Write `becomes:` with the new value.")
            return
        strangers = sorted(frozenset(change.get("remove", ())) - now) if isinstance(now, frozenset) else []
        for stranger in strangers:
            self._flaw(place, f"{stranger!r} is not in {name}.", "Remove members only.")
        try:
            becomes = law_value(Page(self.path), place, value.unit, entry, now)
        except InconsistentCorpus as fault:
            self.flaws += fault.flaws
            return
        if _kind(becomes) is not _kind(now):
            self._flaw(place, f"{name} would become {becomes!r}.", "Keep its kind: a list, a day or a number.")
        elif becomes == now:
            self._flaw(place, f"It leaves {name} as it is.", "Change something, or leave it out.")
        else:
            version = ValueVersion(becomes, since, self.corpus.known_from, self.citation)
            earlier = tuple(v for v in value.versions if v.effective < since)
            later = tuple(v for v in value.versions if v.effective > since)
            self.values[name] = replace(value, versions=(*earlier, version, *later))

    def _move(self, place: str, change: Mapping[str, Any], since: date) -> None:
        if not change.get("out_of") and not change.get("into"):
            self._flaw(place, "It names no group.", "Add `out_of:` or `into:` with names of groups.")
        for key, verb in (("out_of", "remove"), ("into", "add")):
            for group in change.get(key, ()):
                self._value(place, group, {verb: change["move"]}, since)

    def _suspend(self, place: str, kind: str, change: Mapping[str, Any], since: date) -> None:
        provisions = self._named(place, change, change[kind])
        until = self._day(place, change["until"]) if "until" in change else None
        for name in change.get("restores", ()):
            self._known(place, name, {p.id for p in self.corpus.provisions}, "provision")
        span = Span(since, until, STAYED if kind == "stay" else REPEALED, self.citation)
        self.suspensions.append(
            Suspension(
                by=self.id,
                of=change[kind],
                kind="stayed" if kind == "stay" else "repealed",
                span=span,
                published=self.corpus.known_from,
                provisions=provisions,
                restores=tuple(change.get("restores", ())),
            )
        )
        if kind == "repeal":
            self._values_go_back(change[kind], since)

    def _values_go_back(self, instrument: str, since: date) -> None:
        """What a repealed document made of a value gives way to what the value was before."""
        documents = {i.citation.document for i in self.corpus.instruments.values() if i.id == instrument}
        for name, value in self.values.items():
            now = value.at(since, date.max)
            others = [v for v in value.versions if v.effective <= since and v.source.document not in documents]
            if now and now not in others and others and value.versions[-1] is now:
                back = replace(others[-1], effective=since, published=self.corpus.known_from, source=self.citation)
                self.values[name] = replace(value, versions=(*value.versions, back))

    def _revive(self, place: str, change: Mapping[str, Any], since: date) -> None:
        of = change["revive"]
        named = self._named(place, change, of) or frozenset(p.id for p in self.corpus.provisions if p.instrument == of)
        running = [s for s in self.suspensions if s.of == of and (s.span.until is None or s.span.until > since)]
        if not running:
            self._flaw(
                place, f"Nothing suspends {of} on {since}.", "Name an instrument that is stayed or not enforced."
            )
        for s in running:
            taken = s.provisions or frozenset(p.id for p in self.corpus.provisions if p.instrument == of)
            ends = replace(s, span=replace(s.span, until=since), provisions=taken & named)
            rest = replace(s, provisions=taken - named)
            self.suspensions.remove(s)
            self.suspensions += [part for part in (ends, rest) if part.provisions]

    # --- faults -----------------------------------------------------------------------------------

    def _named(self, place: str, change: Mapping[str, Any], instrument: str) -> frozenset[str]:
        if self._known(place, instrument, self.corpus.instruments, "instrument"):
            made = {p.id for p in self.corpus.provisions if p.instrument == instrument}
            for name in change.get("provisions", ()):
                self._known(place, name, made, f"provision of {instrument}")
        return frozenset(change.get("provisions", ()))

    def _known(self, place: str, name: str, among: Iterable[str], what: str) -> bool:
        names = list(among)
        if name in names:
            return True
        near = difflib.get_close_matches(str(name), names)
        remedy = f"Nearest: {', '.join(near)}." if near else "See `weighbridge law list`."
        self._flaw(place, f"{name!r} is no {what}.", remedy)
        return False

    def _unknown_keys(self, place: str, written: Mapping[str, Any], accepted: Iterable[str]) -> None:
        for key in sorted(set(written) - set(accepted)):
            self._flaw(place, f"{key!r} is not understood here.", f"Accepted: {', '.join(sorted(accepted))}.")

    def _day(self, place: str, written: object) -> date | None:
        try:
            return date.fromisoformat(str(written))
        except ValueError:
            self._flaw(place, f"{written!r} is not a date.", "Write it as YYYY-MM-DD.")
            return None

    def _title(self, page: Page, written: Mapping[str, Any]) -> Text:
        try:
            return page.text("title", written.get("title"))
        except InconsistentCorpus as fault:
            self.flaws += fault.flaws
            return Text("", "")

    def _flaw(self, place: str, problem: str, remedy: str) -> None:
        self.flaws.append(Flaw(self.file, place, problem, remedy))


def _kind(found: LawValue | None) -> type:
    """A list, a day, or a number: what a value has to stay."""
    return next((kind for kind in (frozenset, date) if isinstance(found, kind)), Decimal)


STAYED = Text("It is stayed by the proposed amendment.", "依擬議修正停止適用。")
REPEALED = Text("It is repealed by the proposed amendment.", "依擬議修正廢止。")
