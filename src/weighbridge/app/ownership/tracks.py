"""What the affiliates rule says of a party on each track: in force or stayed, reached or not, and what is uncertain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from weighbridge.app.answer import plan_for
from weighbridge.app.ownership.facts import LISTED_PERCENT, UNKNOWN_SHARE
from weighbridge.core.fact import FactValue
from weighbridge.core.life import Suspension
from weighbridge.core.provision import Provision, Reading
from weighbridge.core.truth import Truth
from weighbridge.engine.determine import with_presumptions
from weighbridge.engine.plan import Plan
from weighbridge.law.ear.part_744.s744_11_affiliates.owners import RED_FLAG, REQUIREMENT
from weighbridge.parties.ownership.finding import ListedOwnership
from weighbridge.parties.ownership.share import decimal_percent

ABROAD = "FR"
"""Where the shipment asked about goes: the rule is the same for every destination but the United States."""


@dataclass(frozen=True, slots=True)
class Uncertain:
    """Another position on whether the rule stands, and what the rule would say under it."""

    reading: Reading
    taken: str
    required_otherwise: Truth


@dataclass(frozen=True, slots=True)
class RuleOnTrack:
    """What one track says on one day of anything that leaves the United States for the party.

    `provision` is the requirement as it stands there, None where it does not; `suspended` says why, where it is printed
    all the same. `required` is None where the share that listed parties own decides it and is not known.
    """

    track: str
    provision: Provision | None
    suspended: Suspension | None
    required: Truth
    red_flag: Provision | None
    uncertain: Uncertain | None


def affiliates_rule(found: ListedOwnership, on: date, known_on: date, tracks: Sequence[str]) -> tuple[RuleOnTrack, ...]:
    """What each track says of the share that listed parties own.

    Raises:
        DateNotEncoded: the law of that day is not encoded.
    """
    return tuple(_on_track(found, plan_for(on, known_on, track), on, track) for track in tracks)


def _on_track(found: ListedOwnership, plan: Plan, on: date, track: str) -> RuleOnTrack:
    least, most = (
        _facts(on, {LISTED_PERCENT: decimal_percent(share), UNKNOWN_SHARE: found.listed_owner_of_unknown_share})
        for share in (found.share.low, found.share.high)
    )
    in_force = plan.rulebook.provisions
    red_flag = in_force.get(RED_FLAG)
    return RuleOnTrack(
        track=track,
        provision=in_force.get(REQUIREMENT),
        suspended=plan.rulebook.suspended.get(REQUIREMENT),
        required=_required(plan, least, most),
        red_flag=red_flag if red_flag and _holds(plan, RED_FLAG, most) else None,
        uncertain=_uncertain(plan, least, most),
    )


def _facts(on: date, owned: Mapping[str, FactValue]) -> dict[str, FactValue]:
    return {"on": on, "activity": "export", "destination": ABROAD, **owned}


def _holds(plan: Plan, provision: str, facts: Mapping[str, FactValue]) -> Truth:
    return plan.truth_of(provision, plan.trace(with_presumptions(plan, facts)))


def _required(plan: Plan, least: Mapping[str, FactValue], most: Mapping[str, FactValue]) -> Truth:
    """The answer at both ends of the range, where they agree."""
    low, high = _holds(plan, REQUIREMENT, least), _holds(plan, REQUIREMENT, most)
    return low if low == high else None


def _uncertain(plan: Plan, least: Mapping[str, FactValue], most: Mapping[str, FactValue]) -> Uncertain | None:
    """The reading that the requirement turns on, if one does, and what holds under its other position."""
    now = _required(plan, least, most)
    for reading in plan.rulebook.readings.values():
        other = {reading.fact: reading.other.word}
        otherwise = _required(plan, {**least, **other}, {**most, **other})
        if otherwise != now:
            return Uncertain(reading, reading.conservative.word, otherwise)
    return None
