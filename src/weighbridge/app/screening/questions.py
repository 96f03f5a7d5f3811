"""The question whether a party is a listed one: both strings, what was judged before, and how to answer."""

from __future__ import annotations

import shlex

from weighbridge.app.screening import wording as w
from weighbridge.app.screening.find import Candidate, Screened
from weighbridge.core.text import Text, same

ANSWERS = "same|different|unsure"


def question(who: Text, found: Screened, candidate: Candidate) -> Text:
    """Whether the party is the one that the entry names."""
    match, before = candidate.match, candidate.judged
    since = same("")
    if before and before.changed:
        since = w.CHANGED_SINCE.format(before.judgement.on.isoformat())
    elif before:
        since = w.UNSURE.format(before.judgement.by, before.judgement.on.isoformat(), before.judgement.reason)
    met = (match.query, match.listed, candidate.entry.list, str(match.score), match.verdict.value)
    return w.ASKED.format(who, *met, since, judge_command(found, candidate))


def judge_command(found: Screened, candidate: Candidate) -> str:
    """`weighbridge judge …` for a party exactly as it was stated, so that the judgement is found again."""
    party = found.party
    told = ["weighbridge", "judge", shlex.quote(candidate.entry.id), shlex.quote(party.name), "--opinion", ANSWERS]
    options = (
        ("--alias", party.aliases),
        ("--address", party.addresses),
        ("--country", party.countries),
        ("--reference", (party.reference,) if party.reference else ()),
        ("--store", (found.store,) if found.store else ()),
    )
    told += [word for option, values in options for value in values for word in (option, shlex.quote(value))]
    return " ".join((*told, "--by YOU --reason WHY"))
