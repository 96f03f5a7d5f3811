"""Who owns a party, as plain data: the form in which JSON readers get it and from which the page is printed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from weighbridge.app.ownership.owner import OwnerAnswer
from weighbridge.app.ownership.questions import question
from weighbridge.app.ownership.tracks import RuleOnTrack
from weighbridge.app.ownership.wording import RULE_USED
from weighbridge.core.citation import Citation
from weighbridge.core.fact import FactValue
from weighbridge.core.text import Language
from weighbridge.parties.ownership.diagram import Line, Node
from weighbridge.parties.ownership.finding import ListedOwner
from weighbridge.parties.ownership.graph import Entity, OwnershipGraph
from weighbridge.parties.ownership.share import Range, decimal_percent
from weighbridge.parties.ownership.terms import Terms

Plain = dict[str, Any]


def plain_owner(answer: OwnerAnswer, language: Language = "en") -> Plain:
    """The answer as JSON has it. Shares are percentages as exact text, cut off at twenty digits, never rounded up."""
    about, graph, found = answer.about, answer.graph, answer.about.ownership
    return {
        "on": about.on.isoformat(),
        "known_on": answer.known_on.isoformat(),
        "graph": {"source": graph.source, "sha256": graph.digest},
        "party": {**_entity(about.entity), "listed": found.itself},
        "ownership": {
            "threshold": _share(found.threshold),
            "reached": found.reached,
            "share": _range(found.share),
            "by_cascading_majorities": {**_range(found.cascaded), "reached": found.by_cascade},
            "by_multiplication": {**_range(found.multiplied), "reached": found.by_multiplication},
            "listed_owner_of_unknown_share": found.listed_owner_of_unknown_share,
        },
        "listed_owners": [_listed_owner(graph, owner, about.on) for owner in found.owners],
        "unknown": [
            {
                "what": unknown.what.value,
                "owned": unknown.owned,
                "owner": unknown.owner or None,
                "possible": _range(unknown.possible),
                "decides_alone": unknown.alone,
                "if_mildest": unknown.mildest,
                "if_strictest": unknown.strictest,
                "question": question(graph, unknown).to(language),
            }
            for unknown in found.unknown
        ],
        "ultimate_parents": {
            "settled": about.ascent.settled,
            "rule": RULE_USED.to(language),
            "parents": [_entity(graph.entities[top]) for top in about.ascent.tops],
            "persons": [_entity(graph.entities[person]) for person in about.ascent.persons],
        },
        "facts": {name: _fact(value) for name, value in about.facts.items()},
        "provenance": [{"fact": p.fact, "text": p.text.to(language)} for p in about.provenance],
        "questions": [{"fact": q.fact, "text": q.text.to(language)} for q in about.questions],
        "terms": {
            "strictest": _terms(answer.strictest) if answer.strictest else None,
            "unranked": [_terms(terms) for terms in answer.unranked],
        },
        "affiliates_rule": {rule.track: _rule(rule, language) for rule in answer.tracks},
        "drawing": {
            "nodes": [_node(node) for node in answer.diagram.nodes.values()],
            "stakes": [_line(line) for line in answer.diagram.lines],
        },
        "notes": [note.to(language) for note in answer.notes],
    }


def _entity(entity: Entity) -> Plain:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind.value,
        "headquarters": entity.headquarters,
        "source": ", ".join(filter(None, (entity.where, entity.source))),
    }


def _share(share: Fraction) -> str:
    return f"{decimal_percent(share):f}"


def _range(share: Range) -> Plain:
    return {"low": _share(share.low), "high": _share(share.high), "known": share.known}


def _listed_owner(graph: OwnershipGraph, owner: ListedOwner, on: date) -> Plain:
    entity = graph.entities[owner.entity]
    return {
        **_entity(entity),
        "lists": list(dict.fromkeys(entry.list for entry in owner.entries)),
        "counts": owner.counts,
        "certain": owner.certain,
        "direct": _range(owner.direct),
        "alone_by_cascading_majorities": _share(owner.alone.cascaded) if owner.alone else None,
        "alone_by_multiplication": _share(owner.alone.multiplied) if owner.alone else None,
    }


def _fact(value: FactValue) -> Any:
    if isinstance(value, frozenset):
        return sorted(value, key=str)
    return f"{value:f}" if isinstance(value, Decimal) else value


def _terms(terms: Terms) -> Plain:
    entry = terms.entry
    return {
        "owner": entry.name,
        "list": entry.list,
        "license_requirement": entry.license_requirement or None,
        "license_policy": entry.license_policy or None,
        "every_item": terms.every_item,
        "review_policy": terms.policy.value if terms.policy else None,
    }


def _rule(rule: RuleOnTrack, language: Language) -> Plain:
    suspended, uncertain = rule.suspended, rule.uncertain
    return {
        "in_force": rule.provision is not None,
        "required": rule.required,
        "says": rule.provision.says.to(language) if rule.provision else None,
        "citation": _cite(rule.provision.citation) if rule.provision else None,
        "suspended": (
            {"scope": suspended.span.scope.to(language), "citation": _cite(suspended.span.source)}
            if suspended
            else None
        ),
        "red_flag": (
            {"says": rule.red_flag.says.to(language), "citation": _cite(rule.red_flag.citation)}
            if rule.red_flag
            else None
        ),
        "uncertain": (
            {
                "reading": uncertain.reading.id,
                "question": uncertain.reading.question.to(language),
                "taken": uncertain.reading.conservative.text.to(language),
                "otherwise": uncertain.reading.other.text.to(language),
                "required_otherwise": uncertain.required_otherwise,
                "check": uncertain.reading.check.to(language) if uncertain.reading.check else None,
            }
            if uncertain
            else None
        ),
    }


def _cite(citation: Citation) -> str:
    return str(citation)


def _node(node: Node) -> Plain:
    return {
        **_entity(node.entity),
        "row": node.row,
        "listed": node.listed,
        "lists": list(node.lists),
        "counts_whole": node.counts_whole,
        "listed_share_by_cascading_majorities": _range(node.cascaded),
        "listed_share_by_multiplication": _range(node.multiplied),
        "ultimate_parent": node.top,
        "rest": _share(node.rest),
        "rest_may_be_anyones": node.open_rest,
        "owners_left_out": node.left_out,
        "share_left_out": _share(node.left_out_share),
    }


def _line(line: Line) -> Plain:
    return {
        "owner": line.owner,
        "owned": line.owned,
        "share": _range(line.share),
        "stakes": [
            {
                "kind": stake.kind.value,
                "share": _range(stake.share),
                "from": stake.since.isoformat() if stake.since else None,
                "until": stake.until.isoformat() if stake.until else None,
                "source": ", ".join(filter(None, (stake.where, stake.source))),
            }
            for stake in line.stakes
        ],
    }
