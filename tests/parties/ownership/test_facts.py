"""What a graph says of a party, as facts for a determination, and what the affiliates rule makes of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.parties.ownership.graphs import DAY, graph_of, known, owned

from weighbridge.app.faults import RequestFaults
from weighbridge.app.ownership.facts import (
    LISTED_PERCENT,
    ROLES,
    UNKNOWN_SHARE,
    FactsAbout,
    facts_about,
    together,
)
from weighbridge.app.ownership.graphs import find_party, open_graph, with_listings
from weighbridge.app.ownership.owner import owner_answer
from weighbridge.app.ownership.tracks import RuleOnTrack, affiliates_rule
from weighbridge.core.rulebook import TRACKS
from weighbridge.law.compiled import load_corpus
from weighbridge.parties.listed import ListedParty, PartyKind
from weighbridge.parties.ownership.graph import OwnershipGraph, UnknownParty
from weighbridge.parties.ownership.parents import LARGEST_CIRCLE

LISTED = {"name": "L", "headquarters": "CN", "listed_on": "EL", "rest": "unlisted"}


def graph(*stakes: tuple[str, str, object], entities: list[dict[str, Any]] | None = None) -> OwnershipGraph:
    described = entities or []
    named = {entity["name"] for entity in described}
    return graph_of(owned(*stakes), [*([LISTED] if "L" not in named else []), *described])


def party(**fields: str) -> dict[str, Any]:
    return {"name": "A", "headquarters": "FR", "listed_on": "none", **fields}


def asked(about: FactsAbout, fact: str) -> list[str]:
    return [question.text.en for question in about.questions if question.fact == fact]


def test_known_owners_become_facts_each_with_its_provenance() -> None:
    about = facts_about(graph(("L", "A", 51), ("N", "A", 49), entities=[party(), *known("N")]), "a", DAY)
    assert about.facts == {
        "end_user.name": "A",
        "end_user.headquarters": "FR",
        "end_user.ultimate_parent": "L",
        "end_user.ultimate_parent_headquarters": "CN",
        LISTED_PERCENT: Decimal(51),
        UNKNOWN_SHARE: False,
    }
    assert {p.fact for p in about.provenance} == set(about.facts)
    assert all("graph.json" in p.text.en for p in about.provenance if p.fact.endswith((".name", "user.headquarters")))
    assert all(p.text.en and p.text.zh for p in about.provenance)
    assert not about.questions


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_facts_that_the_law_asks(role: str) -> None:
    about = facts_about(graph(("L", "A", 51), entities=[party()]), "A", DAY, role)
    assert set(about.facts) <= set(load_corpus().facts)


def test_another_role_is_refused() -> None:
    with pytest.raises(ValueError, match="role"):
        facts_about(graph(("L", "A", 51)), "A", DAY, "owner")


def test_of_an_intermediate_consignee_the_seats_stand_in_one_set_and_an_unknown_one_is_there() -> None:
    settled = facts_about(graph(("L", "A", 51), entities=[party()]), "A", DAY, "intermediate_consignees")
    assert settled.facts["intermediate_consignees.headquarters"] == frozenset({"FR", "CN"})
    unsettled = facts_about(graph(("Q", "A", 51), entities=[party()]), "A", DAY, "intermediate_consignees")
    assert unsettled.facts["intermediate_consignees.headquarters"] == frozenset({"FR", None})


def test_what_cannot_be_told_is_no_fact_and_is_asked_for() -> None:
    about = facts_about(graph(("Q", "A", 30), entities=[party(headquarters="")]), "A", DAY)
    assert about.facts == {"end_user.name": "A"}
    assert asked(about, "end_user.headquarters") == ["Where is A headquartered?"]
    assert "Does Q hold half or more of A?" in asked(about, "end_user.ultimate_parent_headquarters")
    assert any("70 percent of A" in question for question in asked(about, LISTED_PERCENT))


def test_two_ultimate_parents_in_two_places_leave_the_fact_open() -> None:
    both = [party(), {"name": "N", "headquarters": "US", "rest": "unlisted"}]
    about = facts_about(graph(("L", "A", 50), ("N", "A", 50), entities=both), "A", DAY)
    assert "end_user.ultimate_parent_headquarters" not in about.facts
    [question] = asked(about, "end_user.ultimate_parent_headquarters")
    assert "L (CN), N (US)" in question


def test_two_ultimate_parents_in_one_place_settle_it() -> None:
    both = [party(), {"name": "N", "headquarters": "CN", "rest": "unlisted"}]
    about = facts_about(graph(("L", "A", 50), ("N", "A", 50), entities=both), "A", DAY)
    assert about.facts["end_user.ultimate_parent_headquarters"] == "CN"
    assert "end_user.ultimate_parent" not in about.facts


def test_a_person_above_who_lives_elsewhere_leaves_the_fact_open() -> None:
    person = {"name": "P", "kind": "person", "headquarters": "CN", "listed_on": "none"}
    stakes = [("P", "A", 100)]
    about = facts_about(graph(*stakes, entities=[party(), person]), "A", DAY)
    assert "end_user.ultimate_parent_headquarters" not in about.facts
    del person["headquarters"]
    about = facts_about(graph(*stakes, entities=[party(), person]), "A", DAY)
    assert about.facts["end_user.ultimate_parent_headquarters"] == "FR"


def test_who_controls_a_very_large_circle_is_an_open_question() -> None:
    size = LARGEST_CIRCLE + 1
    stakes = [(f"N{(i + 1) % size}", f"N{i}", 60) for i in range(size)]
    about = facts_about(graph(("N0", "A", 60), *stakes, entities=[party()]), "A", DAY)
    assert "end_user.ultimate_parent_headquarters" not in about.facts
    assert any("N0? It stands in a circle" in question.text.en for question in about.questions)


def test_a_share_on_one_side_of_half_is_stated_by_its_strict_end() -> None:
    below = facts_about(graph(("L", "A", "10-40"), entities=[party(rest="unlisted")]), "A", DAY)
    assert (below.facts[LISTED_PERCENT], below.facts[UNKNOWN_SHARE]) == (Decimal(40), False)
    above = facts_about(graph(("L", "A", "50-75"), entities=[party()]), "A", DAY)
    assert (above.facts[LISTED_PERCENT], above.facts[UNKNOWN_SHARE]) == (Decimal(50), False)


def test_a_listed_owner_whose_share_may_be_half_raises_the_red_flag() -> None:
    about = facts_about(graph(("L", "A", ""), entities=[party(rest="unlisted")]), "A", DAY)
    assert (about.facts[LISTED_PERCENT], about.facts[UNKNOWN_SHARE]) == (Decimal(0), True)
    assert any("How much of A does L own" in question for question in asked(about, LISTED_PERCENT))


def test_where_nobody_listed_is_known_to_own_anything_silence_is_kept() -> None:
    about = facts_about(graph(("Q", "A", 100), entities=[party()]), "A", DAY)
    assert LISTED_PERCENT not in about.facts
    assert UNKNOWN_SHARE not in about.facts
    assert asked(about, LISTED_PERCENT)


def test_of_several_parties_the_largest_share_and_any_red_flag_count() -> None:
    stakes = graph(("L", "A", 20), ("L", "B", ""), ("N", "A", 80), entities=[party(), *known("N", "B")])
    several = together([facts_about(stakes, "A", DAY), facts_about(stakes, "B", DAY, "ultimate_consignee")])
    assert (several[LISTED_PERCENT], several[UNKNOWN_SHARE]) == (Decimal(20), True)
    assert several["end_user.headquarters"] == "FR"
    both = [facts_about(stakes, name, DAY, "intermediate_consignees") for name in ("A", "B")]
    seats = together(both)["intermediate_consignees.headquarters"]
    assert isinstance(seats, frozenset)
    assert {"FR", None} <= seats


def test_whom_nobody_knows_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownParty):
        facts_about(graph(("L", "Alpha", 20)), "Alfa", DAY)
    with pytest.raises(RequestFaults) as wrong:
        find_party(graph(("L", "Alpha", 20)), "Alfa")
    assert wrong.value.faults[0].nearest == ("Alpha",)


def test_judged_matches_of_a_screening_count_and_open_ones_leave_the_answer_open() -> None:
    stakes = graph(("Q", "A", 60), entities=[party(rest="unlisted"), *known("Q")])
    entry = ListedParty("EL-1", "EL", PartyKind.ORGANIZATION, "Q")
    assert facts_about(with_listings(stakes, {"Q": [entry]}), "A", DAY).ownership.reached is True
    assert facts_about(with_listings(stakes, {}, ["Q"]), "A", DAY).ownership.reached is None
    assert facts_about(stakes, "A", DAY).ownership.reached is False


def test_places_of_a_file_are_resolved_by_name_and_faults_are_those_of_a_request() -> None:
    found = open_graph("owner,owned,percent\nL,A,60\n\nname,headquarters\nL,中國\nA,法國\n".encode(), "graph.csv")
    assert (found.entities["L"].headquarters, found.entities["A"].headquarters) == ("CN", "FR")
    with pytest.raises(RequestFaults) as wrong:
        open_graph(b"owner,owned,percent\nL,A,600\n\nname,headquarters\nL,Chinna\n", "graph.csv")
    assert [fault.field for fault in wrong.value.faults] == ["line 2: percent", "line 5: headquarters"]
    assert "China" in wrong.value.faults[1].nearest


@pytest.mark.parametrize(
    ("programs", "day", "counts"),
    [
        ([], DAY, True),
        (["NPWMD"], DAY, True),
        (["CUBA"], DAY, False),
        (["CUBA", "NPWMD"], DAY, True),
        (["RUSSIA-EO14024"], date(2024, 3, 21), True),
        (["RUSSIA-EO14024"], date(2024, 3, 20), False),
    ],
)
def test_of_blocked_owners_those_under_the_programs_that_the_law_names_count(
    programs: list[str], day: date, counts: bool
) -> None:
    blocked = {"name": "S", "rest": "unlisted", "listed_on": [{"list": "SDN", "programs": programs}]}
    about = facts_about(graph(("S", "A", 60), entities=[party(rest="unlisted"), blocked]), "A", day)
    assert about.ownership.reached is counts


# --- the rule on each track ---------------------------------------------------------------------------------------


def rules(share: object, day: date, known_on: date | None = None) -> dict[str, RuleOnTrack]:
    about = facts_about(graph(("L", "A", share), entities=[party(rest="unlisted")]), "A", day)
    return {
        rule.track: rule for rule in affiliates_rule(about.ownership, day, known_on or load_corpus().horizon, TRACKS)
    }


RETURN, ANNOUNCED_END = date(2026, 11, 10), date(2027, 1, 10)


@pytest.mark.parametrize(
    ("day", "book", "enforced"),
    [
        (date(2025, 9, 28), False, False),
        (date(2025, 9, 29), True, True),
        (date(2025, 11, 9), True, True),
        (date(2025, 11, 10), True, False),
        (date(2026, 11, 9), True, False),
        (RETURN, True, True),
        (ANNOUNCED_END, True, True),
    ],
)
def test_the_same_graph_answers_differently_by_date_and_track(day: date, book: bool, enforced: bool) -> None:
    found = rules(51, day, day.replace(year=2028))
    assert (found["book"].required, found["enforced"].required) == (book, enforced)


def test_in_the_stay_the_reason_is_told() -> None:
    stayed = rules(51, date(2025, 11, 10))["enforced"]
    assert stayed.provision is None
    assert stayed.suspended is not None
    assert stayed.suspended.kind == "stayed"


def test_from_its_return_on_it_is_told_that_the_rule_may_still_be_stayed() -> None:
    uncertain = rules(51, RETURN)["enforced"].uncertain
    assert uncertain is not None
    assert uncertain.reading.id == "affiliates_return"
    assert uncertain.required_otherwise is False
    assert rules(49, RETURN)["enforced"].uncertain is None
    assert rules(51, ANNOUNCED_END)["enforced"].uncertain is None


def test_an_unknown_share_leaves_the_requirement_open_and_raises_red_flag_29() -> None:
    found = rules("", DAY)["book"]
    assert found.required is None
    assert found.red_flag is not None
    assert rules(51, DAY)["book"].red_flag is None
    assert rules("", date(2025, 9, 28))["book"].required is False


def test_a_hundredth_of_a_percent_decides() -> None:
    assert rules("49.99", DAY)["book"].required is False
    assert rules("50", DAY)["book"].required is True


# --- the whole answer ---------------------------------------------------------------------------------------------


def notes(of: OwnershipGraph) -> str:
    return " ".join(note.en for note in owner_answer(of, "A", DAY).notes)


def test_remarks_say_what_the_answer_leaves_out() -> None:
    person = {"name": "P", "kind": "person", "listed_on": "UVL"}
    blocked = {"name": "S", "listed_on": "SDN", "rest": "unlisted"}
    stakes = [
        *owned(("P", "A", 60), ("S", "A", 20), ("Q", "A", 20)),
        {"owner": "S", "owned": "A", "kind": "directorship"},
    ]
    said = notes(graph_of(stakes, [party(), person, blocked]))
    assert "P, a natural person" in said
    assert "P is on UVL and does not count" in said
    assert "One whose programs are not stated is counted" in said
    assert "S, who is listed, directs A" in said
    assert "screen them" in said
    assert "which its list entry" not in said


def test_a_party_that_is_listed_itself_is_told_so_and_asked_about_its_owners_all_the_same() -> None:
    answer = owner_answer(graph(("L", "A", 60), entities=[party(listed_on="EL")]), "A", DAY)
    assert "itself on a list" in answer.notes[0].en
    assert answer.about.ownership.multiplied.low == answer.about.ownership.cascaded.low
    assert answer.about.ownership.itself is True
    perhaps = owner_answer(graph(("L", "A", 60), entities=[party(listed_on="?")]), "A", DAY)
    assert "judge the match" in perhaps.notes[0].en
    assert perhaps.about.ownership.reached is True


def test_where_the_two_methods_part_it_is_told() -> None:
    sixty = graph(("L", "B", 60), ("B", "A", 60), entities=[party(rest="unlisted"), *known("B")])
    assert "60 percent by cascading majorities, 36 percent by multiplication" in notes(sixty)


def test_the_terms_of_the_strictest_owner_are_given_and_what_cannot_be_ranked_beside_them() -> None:
    mild = {"list": "EL", "license_requirement": "For all items subject to the EAR", "license_policy": "Case-by-case"}
    strict = {**mild, "license_policy": "Presumption of denial"}
    owners: list[dict[str, Any]] = [
        {"name": "M", "rest": "unlisted", "listed_on": [mild]},
        {"name": "S", "rest": "unlisted", "listed_on": [strict]},
        {"name": "T", "rest": "unlisted", "listed_on": "MEU"},
        {"name": "U", "rest": "unlisted", "listed_on": "UVL"},
    ]
    stakes = owned(("M", "A", 20), ("S", "A", 20), ("T", "A", 20), ("U", "A", 40))
    answer = owner_answer(graph_of(stakes, [party(), *owners]), "A", DAY)
    assert answer.strictest is not None
    assert answer.strictest.entry.name == "S"
    assert [terms.entry.name for terms in answer.unranked] == ["T"]
    assert answer.about.ownership.reached is True
