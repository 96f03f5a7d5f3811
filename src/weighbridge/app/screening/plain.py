"""Screening as plain data: for JSON, and for the text that is made of it."""

from __future__ import annotations

from typing import Any

from weighbridge.app.screening.find import Candidate, Screened
from weighbridge.app.screening.parties import who_is_on
from weighbridge.app.screening.questions import judge_command
from weighbridge.app.screening.transaction import Screening
from weighbridge.app.screening.wording import CHANGES
from weighbridge.core.text import Language
from weighbridge.parties.judgement import Judged
from weighbridge.parties.lists.age import Age
from weighbridge.parties.work import Work

Plain = dict[str, Any]


def lists_plain(ages: tuple[Age, ...], index: str) -> Plain:
    """On which versions of which lists an answer rests, and how old they are."""
    return {"versions": [_version(age) for age in ages], "names_index": index}


def _version(age: Age) -> Plain:
    version = age.version
    return {
        "source": version.source,
        "number": version.number,
        "sha256": version.sha256,
        "place": version.origin.place,
        "confirmed": version.confirmed.isoformat(),
        "entries": version.parties,
        "faulty_rows": version.faulty,
        "age_days": age.days,
        "allowed_days": age.allowed_days,
        "stale": age.stale,
    }


def screening_plain(screening: Screening, language: Language) -> Plain:
    """What a response to a request says of its parties when they were screened."""
    owners = screening.owners
    return {
        "parties": [{"role": party.role, **screened_plain(party.screened, language)} for party in screening.parties],
        "owners": [screened_plain(found, language) for found in owners.screened if found.candidates] if owners else [],
        "provenance": [{"fact": p.fact, "text": p.text.to(language)} for p in screening.provenance],
        "questions": [{"fact": q.fact, "text": q.text.to(language)} for q in screening.questions],
    }


def screened_plain(found: Screened, language: Language) -> Plain:
    """One party with its candidates."""
    return {
        "name": found.party.name,
        "verdict": found.verdict.value,
        "listed_on": sorted({c.entry.list for c in found.same}),
        "to_judge": len(found.open),
        "candidates": [candidate_plain(c, found, language) for c in found.candidates],
    }


def candidate_plain(candidate: Candidate, found: Screened, language: Language) -> Plain:
    """One entry that may be the party: both strings, why, what was judged, and how to judge."""
    match, entry = candidate.match, candidate.entry
    return {
        "entry": entry.id,
        "list": entry.list,
        "counts": who_is_on(entry.list) is not None,
        "listed_as": entry.name,
        "query": match.query,
        "listed": match.listed,
        "score": match.score,
        "verdict": match.verdict.value,
        "because": [{"feature": f.name, "points": f.points, "says": f.says} for f in match.because],
        "countries": list(entry.countries),
        "programs": list(entry.programs),
        "license_requirement": entry.license_requirement or None,
        "license_policy": entry.license_policy or None,
        "judgement": judged_plain(candidate.judged, language) if candidate.judged else None,
        "judge": judge_command(found, candidate),
    }


def judged_plain(judged: Judged, language: Language) -> Plain:
    """The latest judgement on a pair, and whether it still stands."""
    j = judged.judgement
    return {
        "opinion": j.opinion.value,
        "by": j.by,
        "on": j.on.isoformat(),
        "reason": j.reason,
        "stands": judged.stands,
        "changed": [CHANGES[change].to(language) for change in judged.changed],
        "others": len(judged.others),
    }


def work_plain(work: Work) -> Plain:
    """Why a party that was screened must be looked at again."""
    entry = work.entry
    return {
        "name": work.party.name,
        "reference": work.party.reference or None,
        "why": work.why.value,
        "entry": entry.id if entry else None,
        "list": entry.list if entry else None,
        "listed_as": entry.name if entry else None,
        "fields": [change.field for change in work.fields],
        "score": work.candidate.score if work.candidate else None,
    }
