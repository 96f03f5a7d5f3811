"""The answer as plain data, in the stable form that `weighbridge determine --schema` publishes."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from weighbridge.app.answer import Answer, ReadingTaken, Track, classes
from weighbridge.app.door import NOT_SO
from weighbridge.app.identity import determination_id
from weighbridge.app.parting import Parting
from weighbridge.app.request.item import Item
from weighbridge.core.citation import Citation
from weighbridge.core.determination import Considered, Determination, Draw, Finding, Obligation
from weighbridge.core.provision import Duty
from weighbridge.core.text import Language
from weighbridge.engine.advise import Advice
from weighbridge.engine.explain import Explained, Explainer
from weighbridge.engine.plan import Plan
from weighbridge.law.compiled import load_corpus

if TYPE_CHECKING:
    from weighbridge.app.screening.transaction import Screening

Plain = dict[str, Any]
GROUPS = (
    ("destination.macau_or_d5", "ARMS_EMBARGOED_OR_MACAU"),
    ("destination.a_list", "AI_AUTHORIZATION"),
)
OTHER_GROUP = "ALLOCATED"


def respond(
    answer: Answer, language: Language = "en", *, explained: bool = False, screening: Screening | None = None
) -> Plain:
    """The response to a request. With `explained`, each track carries the whole tree of conditions.

    `screening` is what the parties were found to be, where they were screened.
    """
    first = answer.tracks[0]
    return {
        "on": answer.request.on.isoformat(),
        "known_on": answer.known_on.isoformat(),
        "classification": _classification(answer, first),
        "destination_group": _destination_group(first.plan, first.determination),
        "tracks": {track.name: _track(track, screening, language, explained) for track in answer.tracks},
        "differs": answer.differs,
        "partings": [_parting(p, language) for p in answer.partings],
        "advice": [_advice(a) for a in answer.advice],
        "rulebook": {t.name: _rulebook(answer, t, language) for t in answer.tracks},
        "knowledge_horizon": _horizon(answer),
        "assumptions": [text.to(language) for text in first.stated.taken]
        + [text.to(language) for text in (screening.taken if screening else ())]
        + [a.text.to(language) for a in first.determination.assumptions],
        "notes": [text.to(language) for text in (*answer.notes, *(screening.notes if screening else ()))],
        **_screening(screening, language),
    }


def _screening(screening: Screening | None, language: Language) -> Plain:
    """On which versions of which lists the answer rests, and whom they name; None where parties were not screened."""
    if screening is None:
        return {"lists": None, "screening": None}
    from weighbridge.app.screening.plain import lists_plain, screening_plain

    return {
        "lists": lists_plain(screening.ages, screening.index),
        "screening": screening_plain(screening, language),
    }


def _parting(parting: Parting, language: Language) -> Plain:
    return {
        "tracks": [parting.first, parting.other],
        "provision": parting.provision,
        "text": parting.text.to(language),
        "citations": list(parting.citations),
    }


def _rulebook(answer: Answer, track: Track, language: Language) -> Plain:
    amendment, digest = track.amendment, track.plan.rulebook.digest
    proposed = {"amendment": amendment.id, "title": amendment.title.to(language)} if amendment else {}
    return {"digest": digest, "determination": determination_id(answer.request, digest), **proposed}


def _horizon(answer: Answer) -> Plain:
    """The last day to which the encoded law was checked, and by how many days the transaction lies beyond it."""
    horizon = load_corpus().horizon
    return {"checked_to": horizon.isoformat(), "days_beyond": max(0, (answer.request.on - horizon).days)}


def _classification(answer: Answer, track: Track) -> Plain:
    item, facts = answer.request.item, track.determination.facts
    found = classes(track.plan, track.determination)
    asserted = facts.get("item.asserted_eccn")
    return {
        "eccn": found[0] if found else None,
        "all_eccns": found,
        "asserted_eccn": asserted if isinstance(asserted, str) and asserted != NOT_SO else None,
        "tpp": _number(facts.get("item.tpp")),
        "performance_density": _number(facts.get("item.performance_density"), places=2),
        "unit_count": answer.request.quantity,
        "total_tpp": _number(facts.get("transaction.total_tpp")),
        "sources": list(_sources(item)) if item else [],
        "stable_across_sources": track.stable_across_sources,
    }


def _sources(item: Item) -> Iterable[str]:
    return dict.fromkeys(s for circuit, _ in item.circuits for reading in circuit.readings for s in reading.sources)


def _number(found: object, places: int | None = None) -> int | str | None:
    """A whole number as one, any other as exact text; with `places`, cut off there (never rounded up)."""
    if not isinstance(found, int | Decimal) or isinstance(found, bool):
        return None
    number = Decimal(found)
    if number == number.to_integral_value():
        return int(number)
    return f"{number:f}" if places is None else f"{number.quantize(Decimal(1).scaleb(-places), 'ROUND_FLOOR'):f}"


def _destination_group(plan: Plan, determination: Determination) -> str | None:
    """The group of the destination; None if the destination is unknown, or the law of that day has no such groups."""
    grouped = all(provision in plan.places for provision, _ in GROUPS)
    if determination.facts.get("destination") is None or not grouped:
        return None
    for provision, group in GROUPS:
        if plan.truth_of(provision, determination.truths):
            return group
    return OTHER_GROUP


def _track(track: Track, screening: Screening | None, language: Language, explained: bool) -> Plain:
    d = track.determination
    explainer = Explainer(d)
    plain: Plain = {
        "outcome": d.outcome.value,
        "exception": d.exception,
        "review_policy": d.review_policy.value if d.review_policy else None,
        "decided_by": [_finding(f, language) for f in d.decided_by],
        "conditions": [_obligation(o, language) for o in d.obligations],
        "allocations": [_draw(draw) for draw in d.draws],
        "considered": [_considered(c, explainer, language) for c in d.considered],
        "unresolved": [_finding(f, language) for f in d.unresolved],
        "missing": [_missing(name, track.plan, screening, language) for name in d.missing],
        "readings": [_reading(r, language) for r in track.readings],
    }
    if explained:
        plain["explanation"] = [
            {
                "provision": step.provision.id,
                "title": step.provision.title.to(language),
                "citation": str(step.citation),
                "truth": step.truth,
                "condition": explained_plain(step.condition, language),
                "because": [explained_plain(e, language) for e in step.because],
            }
            for step in explainer.steps()
        ]
    return plain


def explained_plain(e: Explained, language: Language) -> Plain:
    """One condition of an explanation, with its parts."""
    plain: Plain = {"text": e.text.to(language), "citation": e.citation, "truth": e.truth}
    if e.asked is not None:
        plain |= {"found": e.found, "asked": e.asked.to(language)}
    if e.parts:
        plain["parts"] = [explained_plain(part, language) for part in e.parts]
    return plain


def _finding(f: Finding, language: Language) -> Plain:
    p = f.provision
    return {"provision": p.id, "citation": str(p.citation), "text": p.says.to(language), **_doubt(p.citation)}


def _doubt(citation: Citation) -> Plain:
    """What an unverified statement carries with it."""
    return {} if citation.confidence.verified else {"confidence": citation.confidence.value}


def _obligation(o: Obligation, language: Language) -> Plain:
    effect = o.finding.provision.effect
    assert isinstance(effect, Duty)
    return {
        "what": effect.what.to(language),
        "who": effect.who.to(language),
        "due": o.due.isoformat() if o.due else None,
        "when": effect.due.kind,
        "applies": o.applies,
        "citation": str(o.finding.provision.citation),
        **_doubt(o.finding.provision.citation),
    }


def _draw(draw: Draw) -> Plain:
    return {
        "id": draw.account,
        "limit_tpp": _number(draw.limit),
        "used_tpp": _number(draw.used),
        "draws_tpp": _number(draw.draws),
        "remaining_tpp": _number(draw.remaining),
        "fits": draw.fits,
        "citation": str(draw.provision.citation),
    }


def _considered(considered: Considered, explainer: Explainer, language: Language) -> Plain:
    step = explainer.considered(considered)
    return {
        "exception": considered.symbol,
        "citation": str(step.citation),
        "available": considered.available,
        "because": [{"text": _reason(e, language), "citation": e.citation, "truth": e.truth} for e in step.because],
    }


def _reason(e: Explained, language: Language) -> str:
    text = e.text.to(language)
    return f"{text} ({e.found})" if e.found else text


def _missing(name: str, plan: Plan, screening: Screening | None, language: Language) -> Plain:
    """A fact to state; where screening knows what is open about it, the questions that settle it."""
    fact = plan.rulebook.facts[name]
    asked = [q.text.to(language) for q in (screening.questions if screening else ()) if q.fact == name]
    plain = {"fact": name, "question": fact.question.to(language), "citation": str(fact.citation)}
    return {**plain, "settled_by": asked} if asked else plain


def _reading(taken: ReadingTaken, language: Language) -> Plain:
    reading = taken.reading
    conservative = taken.taken == reading.conservative.word
    now, other = (reading.conservative, reading.other) if conservative else (reading.other, reading.conservative)
    return {
        "id": reading.id,
        "question": reading.question.to(language),
        "check": reading.check.to(language) if reading.check else None,
        "taken": {"position": now.word, "text": now.text.to(language), "citation": str(now.citation)},
        "otherwise": {
            "position": other.word,
            "text": other.text.to(language),
            "citation": str(other.citation),
            "outcome": taken.otherwise.outcome.value,
            "exception": taken.otherwise.exception,
            "review_policy": taken.otherwise.review_policy.value if taken.otherwise.review_policy else None,
        },
    }


def _advice(advice: Advice) -> Plain:
    d = advice.becomes
    return {
        "change": {
            change.lever: int(change.to) if change.lever == "quantity" else change.to for change in advice.changes
        },
        "becomes": d.outcome.value,
        "exception": d.exception,
        "review_policy": d.review_policy.value if d.review_policy else None,
    }
