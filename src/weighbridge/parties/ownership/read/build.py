"""Puts entities and stakes together: whom a name means, what contradicts, and what a reader should be warned of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from hashlib import sha256

from weighbridge.core.text import Text, same
from weighbridge.parties.ownership.graph import Entity, EntityKind, OwnershipGraph, Rest, Stake, StakeKind, folded
from weighbridge.parties.ownership.read.faults import Faults, nearest
from weighbridge.parties.ownership.read.fields import FindPlace, Row
from weighbridge.parties.ownership.read.listed import read_listings
from weighbridge.parties.ownership.share import NOTHING, WHOLE, percent

STAKE_FIELDS = ("owner", "owned", "percent", "kind", "from", "until", "source")
ENTITY_FIELDS = ("id", "name", "kind", "headquarters", "listed_on", "may_be_listed", "rest", "source")
MOST_COMPARED = 5_000
"""How many names an unknown one is compared with, to ask whether another was meant."""

AFTER_IT_BEGINS = Text("a day after the one on which it begins", "晚於起始日之日期")
REVERSED = Text("The stake ends before it begins.", "持股於起始日前已終止。")
ITSELF_WHOLLY = Text("It owns itself wholly.", "其自身全數持有自身。")
TWICE = Text("The same stake is stated twice for the same time: see {0}.", "同一期間重複填寫同一持股：見 {0}。")
ONCE = Text("each owner, owned, kind and time once", "每一持有人、被持有者、種類及期間僅填一次")
AGAIN = Text("This id is used before: see {0}.", "此識別碼已使用：見 {0}。")
OWN_ID = Text("an id of its own", "不重複之識別碼")
SEVERAL = Text("Several entities have this name.", "有數個實體使用此名稱。")
BY_ID = Text("one of their ids", "其識別碼之一")
OVERFULL = Text(
    "{0}: the certain stakes in it make {1} percent together; the figures contradict each other.",
    "{0}：確定之持股合計為百分之 {1}，數字相互矛盾。",
)
NOT_DESCRIBED = Text(
    "{0} ({1}) is not among the entities described; was {2} meant?", "{0}（{1}）未列於實體說明；是否指 {2}？"
)


@dataclass
class Draft:
    """A graph while it is read."""

    faults: Faults
    find_place: FindPlace
    entities: dict[str, Entity] = field(default_factory=dict)
    stakes: list[tuple[Row, Stake]] = field(default_factory=list)

    def entity(self, row: Row) -> None:
        """Read one entity."""
        row.refuse_unknown(ENTITY_FIELDS)
        name = row.name("name")
        if name is None:
            return
        listings = read_listings(row, name)
        found = Entity(
            id=row.text("id") or name,
            name=name,
            kind=row.word("kind", EntityKind, EntityKind.COMPANY),
            headquarters=row.place("headquarters", self.find_place),
            listed=listings.entries,
            may_be_listed=row.truth("may_be_listed") or listings.perhaps,
            screened=listings.stated,
            rest=row.word("rest", Rest, Rest.UNKNOWN),
            source=row.text("source"),
            where=row.where,
        )
        if found.id in self.entities:
            row.wrong("id", found.id, AGAIN.format(self.entities[found.id].where), OWN_ID)
        else:
            self.entities[found.id] = found

    def stake(self, row: Row) -> None:
        """Read one stake."""
        row.refuse_unknown(STAKE_FIELDS)
        owner, owned, share = row.name("owner"), row.name("owned"), row.share("percent")
        since, until = row.day("from"), row.day("until")
        kind = row.word("kind", StakeKind, StakeKind.EQUITY)
        if since and until and until <= since:
            row.wrong("until", f"{since} – {until}", REVERSED, AFTER_IT_BEGINS)
        elif owner and owned and share:
            self.stakes.append((row, Stake(owner, owned, share, kind, since, until, row.text("source"), row.where)))

    # --- the whole --------------------------------------------------------------------------------------

    def graph(self, source: str, content: bytes) -> OwnershipGraph:
        """The graph of everything read.

        Raises:
            GraphFaults: with every fault.
        """
        known = self._names()
        described = dict(self.entities)
        stakes = []
        for row, stake in self.stakes:
            owner = self._resolved(row, "owner", stake.owner, known)
            owned = self._resolved(row, "owned", stake.owned, known)
            if owner is not None and owned is not None:
                as_written = owner == stake.owner and owned == stake.owned
                stakes.append((row, stake if as_written else replace(stake, owner=owner, owned=owned)))
        if described:
            self._ask_about_strangers(described)
        self._refuse_twice(stakes)
        graph = OwnershipGraph(self.entities, tuple(stake for _, stake in stakes), source, sha256(content).hexdigest())
        self.faults.raise_if_any()
        warnings = (*self.faults.warnings, *overfull(graph))
        return replace(graph, warnings=warnings)

    def _names(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for entity in self.entities.values():
            found.setdefault(folded(entity.name), []).append(entity.id)
        return found

    def _resolved(self, row: Row, key: str, written: str, known: dict[str, list[str]]) -> str | None:
        """The id that a field means; a name that nothing describes becomes a company of which nothing is known."""
        if written in self.entities:
            return written
        found = known.get(folded(written), [])
        if len(found) > 1:
            row.wrong(key, written, SEVERAL, BY_ID, found)
            return None
        if not found:
            self.entities[written] = Entity(written, written, where=row.where)
            known[folded(written)] = found = [written]
        return found[0]

    def _ask_about_strangers(self, described: dict[str, Entity]) -> None:
        if len(described) > MOST_COMPARED:
            return
        names = [entity.name for entity in described.values()]
        for entity in self.entities.values():
            if entity.id not in described and (near := nearest(entity.name, names)):
                self.faults.warn(NOT_DESCRIBED.format(entity.name, entity.where, near[0]))

    def _refuse_twice(self, stakes: list[tuple[Row, Stake]]) -> None:
        """Two statements of the same stake for the same time are a fault: which of them holds cannot be told."""
        before: dict[tuple[str, str, StakeKind], list[Stake]] = {}
        for row, stake in stakes:
            if stake.owner == stake.owned and stake.share.low == WHOLE:
                row.wrong("percent", percent(stake.share.low), ITSELF_WHOLLY, same("< 100"))
            others = before.setdefault((stake.owner, stake.owned, stake.kind), [])
            if other := next((o for o in others if overlap(o, stake)), None):
                row.wrong("owner", f"{stake.owner} → {stake.owned}", TWICE.format(other.where), ONCE)
            others.append(stake)


def overlap(one: Stake, other: Stake) -> bool:
    """Whether two stakes are held at the same time on any day."""
    starts_before = one.since is None or other.until is None or one.since < other.until
    return starts_before and (other.since is None or one.until is None or other.since < one.until)


def overfull(graph: OwnershipGraph) -> Iterable[Text]:
    """A warning for each entity in which the certain stakes of some day make more than the whole."""
    into: dict[str, list[Stake]] = {}
    for stake in graph.stakes:
        if stake.kind is StakeKind.EQUITY:
            into.setdefault(stake.owned, []).append(stake)
    for owned, stakes in into.items():
        if _together(stakes) > WHOLE and (most := max(_together(_beside(s, stakes)) for s in stakes)) > WHOLE:
            yield OVERFULL.format(graph.entities[owned].name, percent(most))


def _beside(stake: Stake, stakes: Iterable[Stake]) -> list[Stake]:
    """The stakes held on the day on which this one begins; on no day in particular if that is not stated."""
    if stake.since is None:
        return [other for other in stakes if other.since is None]
    return [other for other in stakes if other.holds_on(stake.since)]


def _together(stakes: Iterable[Stake]) -> Fraction:
    return sum((stake.share.low for stake in stakes), NOTHING)
