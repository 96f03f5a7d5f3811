"""Lists, their versions and changes, as text for people and as plain data for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from weighbridge.cli.page import Page
from weighbridge.core.text import Language, Text

if TYPE_CHECKING:
    from weighbridge.parties.importing import Imported
    from weighbridge.parties.listed import ListedParty
    from weighbridge.parties.lists.age import Age
    from weighbridge.parties.lists.changes import Changes
    from weighbridge.parties.lists.version import ListVersion

Plain = dict[str, Any]

NEW = Text("{0}: version {1} imported, {2} entries.", "{0}：已匯入第 {1} 版，共 {2} 項。")
UNCHANGED = Text(
    "{0}: the same as version {1}, which was last confirmed on {2}; {3} entries.",
    "{0}：與第 {1} 版相同，最近確認於 {2}；共 {3} 項。",
)
LEFT_OUT = Text("{0} rows could not be read and were left out:", "{0} 行無法讀取，已略過：")
FROM = Text("from {0}, dated {1}; SHA-256 {2}; {3}", "來源 {0}，日期 {1}；SHA-256 {2}；{3}")
HELD = Text("{0}: version {1}, {2} entries, {3} days old", "{0}：第 {1} 版，{2} 項，已 {3} 日")
ALSO = Text("version {0} of {1}: {2} entries, SHA-256 {3}…", "第 {0} 版（{1}）：{2} 項，SHA-256 {3}……")
COMPARED = Text("{0}: version {1} of {2}, against version {3} of {4}", "{0}：第 {1} 版（{2}），對照第 {3} 版（{4}）")
COUNTED = Text("{0} added, {1} removed, {2} changed", "新增 {0} 項，移除 {1} 項，變更 {2} 項")
SHOWN_FAULTS = 20


def imported_plain(done: Imported, language: Language) -> Plain:
    """What an import did."""
    return {**_version(done.version), "new": done.new, "faults": _faults(done.version, language)}


def age_plain(age: Age, kept: Sequence[ListVersion], language: Language) -> Plain:
    """A list that is held, with its age; and every version, where that is asked."""
    return {
        **_version(age.version),
        "age_days": age.days,
        "allowed_age_days": age.allowed_days,
        "stale": age.stale,
        "says": [text.to(language) for text in age.says()],
        "faults": _faults(age.version, language),
        **({"versions": [_version(version) for version in kept]} if kept else {}),
    }


def changes_plain(before: ListVersion, after: ListVersion, made: Changes) -> Plain:
    """The difference of two versions, field by field."""
    return {
        "source": after.source,
        "from": _version(before),
        "to": _version(after),
        "added": [_entry(party) for party in made.added],
        "removed": [_entry(party) for party in made.removed],
        "changed": [
            {
                **_entry(pair.after),
                "was": pair.before.id,
                "fields": {f.field: {"before": _plain(f.before), "after": _plain(f.after)} for f in pair.fields},
            }
            for pair in made.changed
        ],
    }


def show_imported(done: Imported, language: Language) -> None:
    """What an import did, for a person."""
    version, page = done.version, Page()
    said = (version.source, str(version.number))
    if done.new:
        page.line(NEW.to(language).format(*said, f"{version.parties:,}"), bold=True)
    else:
        page.line(UNCHANGED.to(language).format(*said, version.confirmed, f"{version.parties:,}"), bold=True)
    page.line(_counts(version), 2)
    page.line(_from(version, language), 2)
    _show_faults(page, version, language)
    page.print()


def show_ages(held: Sequence[Age], kept: Mapping[str, Sequence[ListVersion]], language: Language) -> None:
    """The lists that are held, for a person."""
    page = Page()
    for age in held:
        version = age.version
        said = (version.source, version.number, f"{version.parties:,}", age.days)
        page.line(HELD.to(language).format(*said), bold=True, colour="red" if age.stale else None)
        page.line(_counts(version), 2)
        page.line(_from(version, language), 2)
        if age.warning:
            page.line(age.warning.to(language), 2, mark="! ")
        _show_faults(page, version, language)
        for other in kept.get(version.source, ())[1:]:
            told = (other.number, other.origin.dated, f"{other.parties:,}", other.sha256[:12])
            page.line(ALSO.to(language).format(*told), 2, mark="- ")
    page.print()


def show_changes(before: ListVersion, after: ListVersion, made: Changes, language: Language) -> None:
    """The difference of two versions, for a person."""
    page = Page()
    versions = (after.source, after.number, after.origin.dated, before.number, before.origin.dated)
    page.line(COMPARED.to(language).format(*versions), bold=True)
    page.line(COUNTED.to(language).format(*(f"{len(part):,}" for part in (made.added, made.removed, made.changed))))
    for mark, parties in (("+ ", made.added), ("- ", made.removed)):
        for party in parties:
            page.line(f"{party.list}  {party.name}  [{party.id}]", 2, mark=mark)
    for pair in made.changed:
        page.line(f"{pair.after.list}  {pair.after.name}  [{pair.after.id}]", 2, mark="~ ")
        for field in pair.fields:
            if isinstance(field.before, tuple):
                for mark, values in (("+ ", field.new), ("- ", field.gone)):
                    for value in values:
                        page.line(f"{field.field}: {value}", 6, mark=mark)
            else:
                page.line(f"{field.field}: {field.before or '–'} → {field.after or '–'}", 6)
    page.print()


def _version(version: ListVersion) -> Plain:
    return {
        "source": version.source,
        "version": version.number,
        "sha256": version.sha256,
        "bytes": version.bytes,
        "layout": version.format.partition("/")[0],
        "origin": version.origin.place,
        "dated": version.origin.dated.isoformat(),
        "confirmed": version.confirmed.isoformat(),
        "imported": version.imported.isoformat(),
        "entries": version.parties,
        "lists": dict(version.counts),
        "left_out": version.faulty,
    }


def _faults(version: ListVersion, language: Language) -> list[Plain]:
    return [{"line": fault.line, "problem": fault.problem.to(language)} for fault in version.faults]


def _show_faults(page: Page, version: ListVersion, language: Language) -> None:
    if version.faulty:
        page.line(LEFT_OUT.to(language).format(f"{version.faulty:,}"), 2, mark="! ")
        for fault in version.faults[:SHOWN_FAULTS]:
            page.line(fault.sentence().to(language), 4)
        if version.faulty > SHOWN_FAULTS:
            page.line("…", 4)


def _counts(version: ListVersion) -> str:
    by_size = sorted(version.counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{name} {number:,}" for name, number in by_size)


def _from(version: ListVersion, language: Language) -> str:
    said = (version.origin.place, version.origin.dated, version.sha256, version.format.partition("/")[0])
    return FROM.to(language).format(*said)


def _entry(party: ListedParty) -> Plain:
    return {"id": party.id, "list": party.list, "name": party.name}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if hasattr(value, "isoformat") else value
