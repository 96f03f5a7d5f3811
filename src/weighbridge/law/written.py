"""Reads the YAML files of the law: values with their versions, instruments with their dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, get_args

import yaml

from weighbridge.core.citation import Citation, Confidence
from weighbridge.core.errors import Flaw, InconsistentCorpus
from weighbridge.core.life import Instrument, Life, Span, Suspension, SuspensionKind
from weighbridge.core.text import Text
from weighbridge.core.value import LawValue, Value, ValueVersion

UNPUBLISHED = "unpublished"
Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class WrittenCorpus:
    """What `corpus.yaml` says of the whole."""

    encoded_from: date
    known_from: date
    horizon: date
    before: Text


class Page:
    """One YAML file, and how to complain about a place in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = "/".join(path.parts[path.parts.index("law") + 1 :] if "law" in path.parts else path.parts)
        self.content: Mapping[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader) or {}

    def flaw(self, place: str, problem: str, remedy: str) -> InconsistentCorpus:
        return InconsistentCorpus([Flaw(self.name, place, problem, remedy)])

    def day(self, place: str, written: str) -> date:
        try:
            return date.fromisoformat(written)
        except (ValueError, TypeError):
            raise self.flaw(place, f"{written!r} is not a date.", "Write it as YYYY-MM-DD.") from None

    def optional_day(self, where: Mapping[str, Any], key: str) -> date | None:
        return self.day(key, where[key]) if where.get(key) else None

    def citation(self, place: str, written: Mapping[str, str] | None) -> Citation:
        if not written or not written.get("cite"):
            raise self.flaw(place, "It has no source.", "Add `source: {cite: …, document: …}`.")
        try:
            confidence = Confidence(written.get("confidence", "reg-text"))
        except ValueError:
            accepted = ", ".join(Confidence)
            raise self.flaw(place, f"Confidence {written['confidence']!r} is unknown.", f"Use {accepted}.") from None
        return Citation(written["cite"], written.get("document", ""), confidence, written.get("note", ""))

    def text(self, place: str, written: Mapping[str, str] | None) -> Text:
        if not written or not written.get("en") or not written.get("zh"):
            raise self.flaw(place, "It lacks one of the two languages.", "Write `{en: …, zh: …}`.")
        return Text(written["en"], written["zh"])


def read_corpus(path: Path) -> WrittenCorpus:
    """Read `corpus.yaml`: from which day the law is encoded, to which it was checked, why earlier days are refused.

    Raises:
        InconsistentCorpus: a date is not one, or a language is missing.
    """
    page = Page(path)
    encoded, known, horizon = (
        page.day(key, page.content.get(key, "")) for key in ("encoded_from", "known_from", "horizon")
    )
    return WrittenCorpus(encoded, known, horizon, page.text("before", page.content.get("before")))


def read_instrument(path: Path) -> Instrument:
    """Read an `instrument.yaml`: a document that makes law, and the dates of its life.

    Raises:
        InconsistentCorpus: a date, citation or language is missing or malformed.
    """
    page = Page(path)
    written = page.content
    life = Life(
        published=page.optional_day(written, "published"),
        effective=page.optional_day(written, "effective"),
        compliance=page.optional_day(written, "compliance"),
        comment_close=page.optional_day(written, "comment_close"),
        superseded=page.optional_day(written, "superseded"),
    )
    return Instrument(
        id=path.parent.name,
        title=page.text("title", written.get("title")),
        citation=page.citation("source", written.get("source")),
        life=life,
        encoded=written.get("encoded", "true") == "true",
        touches=page.text("touches", written["touches"]) if "touches" in written else None,
        sources=tuple(page.citation("sources", source) for source in written.get("sources", ())),
        file=page.name,
    )


def read_suspensions(path: Path) -> Iterator[Suspension]:
    """Read what the document of an `instrument.yaml` takes out of enforcement (`suspends:`).

    Raises:
        InconsistentCorpus: a date, citation or language is missing or malformed, or the kind is unknown.
    """
    page = Page(path)
    for written in page.content.get("suspends", ()):
        kind = written.get("kind", "")
        if kind not in get_args(SuspensionKind):
            accepted = " or ".join(get_args(SuspensionKind))
            raise page.flaw("suspends", f"Kind {kind!r} is unknown.", f"Use {accepted}.")
        span = Span(
            page.day("suspends", written.get("from", page.content.get("effective", ""))),
            page.optional_day(written, "until"),
            page.text("suspends", written.get("scope")),
            page.citation("suspends", written.get("source", page.content.get("source"))),
        )
        yield Suspension(
            by=path.parent.name,
            of=written.get("of", ""),
            kind=kind,
            span=span,
            published=page.optional_day(page.content, "published"),
            provisions=frozenset(written.get("provisions", ())),
            restores=tuple(written.get("restores", ())),
        )


@dataclass(frozen=True, slots=True)
class Amended:
    """A value that a document changes: what its `amends:` says, before the earlier versions are known."""

    name: str
    entry: Mapping[str, Any]
    file: str


def read_amendments(path: Path) -> Iterator[Amended]:
    """Read which values the document of an `instrument.yaml` changes (`amends:`).

    Raises:
        InconsistentCorpus: an entry names no value.
    """
    page = Page(path)
    for written in page.content.get("amends", ()):
        if "value" not in written:
            raise page.flaw("amends", "It names no value.", "Write `- {value: name, becomes: …}`.")
        entry = {
            "effective": page.content.get("compliance", page.content.get("effective", "")),
            "published": page.content.get("published", ""),
            "source": page.content.get("source"),
            **{key: found for key, found in written.items() if key not in ("value", "becomes")},
            **({"value": written["becomes"]} if "becomes" in written else {}),
        }
        yield Amended(written["value"], entry, page.name)


def amended(path: Path, value: Value, entry: Mapping[str, Any]) -> Value:
    """The value with one version more, as a document or an amendment writes it.

    Raises:
        InconsistentCorpus: the entry cannot be read, or a later version would undo it.
    """
    page = Page(path)
    effective = page.day(value.name, entry.get("effective", ""))
    before = [v for v in value.versions if v.effective < effective]
    after = [v for v in value.versions if v.effective >= effective]
    version = _version(page, value.name, value.unit, entry, before[-1].value if before else None)
    return replace(value, versions=(*before, version, *after))


def read_values(path: Path) -> Iterator[Value]:
    """Read a `values.yaml`. A value of unit `day` is a day, one written as a list is a set, any other is exact.

    A version may state `add` and `remove` against the version before it instead of a whole set.

    Raises:
        InconsistentCorpus: a value has no version, no source, or one that cannot be read.
    """
    if not path.exists():
        return
    page = Page(path)
    for name, written in page.content.items():
        if not isinstance(written, dict) or "versions" not in written:
            raise page.flaw(name, "It has no versions.", "Add `versions:` with value, effective, published, source.")
        versions: list[ValueVersion] = []
        for entry in written["versions"]:
            before = versions[-1].value if versions else None
            versions.append(_version(page, name, written.get("unit", ""), entry, before))
        step = Decimal(written["step"]) if "step" in written else None
        label = page.text(name, written["label"]) if "label" in written else None
        yield Value(name, written.get("unit", ""), tuple(versions), step, label, page.name)


def _version(page: Page, name: str, unit: str, entry: Mapping[str, Any], before: LawValue | None) -> ValueVersion:
    return ValueVersion(
        value=law_value(page, name, unit, entry, before),
        effective=page.day(name, entry.get("effective", "")),
        published=page.day(name, entry.get("published", "")),
        source=page.citation(name, entry.get("source")),
    )


def law_value(page: Page, name: str, unit: str, entry: Mapping[str, Any], before: LawValue | None) -> LawValue | None:
    """What an entry makes of a value that was `before`: a set, a day or an exact number; None if not published.

    Raises:
        InconsistentCorpus: it is none of these.
    """
    if isinstance(before, frozenset) and ("add" in entry or "remove" in entry):
        return (before | frozenset(entry.get("add", ()))) - frozenset(entry.get("remove", ()))
    written = entry.get("value")
    if written == UNPUBLISHED:
        return None
    if isinstance(written, list):
        return frozenset(written)
    if unit == "day":
        return page.day(name, str(written))
    try:
        number = Decimal(str(written).replace("_", "").replace(",", ""))
    except InvalidOperation:
        raise page.flaw(name, f"{written!r} is not a number.", "Write a decimal, a list or a date.") from None
    return int(number) if number == number.to_integral_value() else number
