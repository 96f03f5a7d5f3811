"""What always holds of ownership, whatever the graph."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from tests.parties.ownership.graphs import DAY, HALF, NAMES, PARTY, completions, holdings, parts

from weighbridge.core.truth import any_holds
from weighbridge.parties.ownership.cascade import cascade
from weighbridge.parties.ownership.decisive import deciding, reached
from weighbridge.parties.ownership.graph import Entity, OwnershipGraph, Stake
from weighbridge.parties.ownership.holdings import Holdings
from weighbridge.parties.ownership.multiply import multiply
from weighbridge.parties.ownership.parents import ascent
from weighbridge.parties.ownership.share import NOTHING, WHOLE, Range, exactly

FIRST_VEHICLE, SECOND_VEHICLE = "vehicle 1", "vehicle 2"


def with_owner(of: Holdings, owned: str, owner: str, share: Fraction, *, listed: bool) -> Holdings:
    """A further owner, in what nothing accounted for."""
    shares = {**of.shares, owned: {**of.shares[owned], owner: exactly(share)}, owner: {}}
    return replace(of, shares=shares, listed={**of.listed, **({owner: True} if listed else {})})


@given(st.data(), holdings())
def test_adding_an_owner_never_removes_a_listed_owner_finding(data: st.DataObject, of: Holdings) -> None:
    owned = data.draw(st.sampled_from(NAMES))
    share = data.draw(parts(of.slack(owned)))
    more = with_owner(of, owned, "new", share, listed=data.draw(st.booleans()))
    before, after = cascade(of, HALF), cascade(more, HALF)
    products, products_after = multiply(of), multiply(more)
    for name in NAMES:
        assert after.shares[name].low >= before.shares[name].low
        assert products_after[name].low >= products[name].low
        if reached(of, name, HALF):
            assert reached(more, name, HALF)


@given(st.data(), holdings())
def test_adding_an_owner_to_the_full_never_removes_a_finding_either(data: st.DataObject, of: Holdings) -> None:
    """Certain shares of more than the whole contradict each other, and still take nothing away."""
    owned = data.draw(st.sampled_from(NAMES))
    more = with_owner(of, owned, "new", data.draw(parts(WHOLE)), listed=data.draw(st.booleans()))
    for name in NAMES:
        if reached(of, name, HALF):
            assert reached(more, name, HALF)


@given(st.data(), holdings(), st.fractions(HALF, WHOLE, max_denominator=20))
def test_splitting_a_stake_between_two_vehicles_does_not_hide_it(
    data: st.DataObject, of: Holdings, control: Fraction
) -> None:
    """Whoever holds a stake through two companies that he owns by half or more is found as if he held it himself."""
    pairs = [(owned, owner) for owned, shares in of.shares.items() for owner in shares if owner != owned]
    if not pairs:
        return
    owned, owner = data.draw(st.sampled_from(pairs))
    share = of.shares[owned][owner].low
    first = data.draw(parts(share))
    direct = replace(of, shares={**of.shares, owned: {**of.shares[owned], owner: exactly(share)}})
    others = {o: s for o, s in of.shares[owned].items() if o != owner}
    vehicles = {FIRST_VEHICLE: exactly(first), SECOND_VEHICLE: exactly(share - first)}

    def split(held: Fraction) -> Holdings:
        above = {vehicle: {owner: exactly(held)} for vehicle in vehicles}
        return replace(of, shares={**of.shares, owned: {**others, **vehicles}, **above})

    whole = split(WHOLE)
    for name in NAMES:
        assert cascade(split(control), HALF).shares[name] == cascade(direct, HALF).shares[name]
        assert multiply(whole)[name].low == multiply(direct)[name].low
        if reached(direct, name, HALF):
            assert reached(whole, name, HALF)


@given(holdings())
def test_cycles_end(of: Holdings) -> None:
    """Both methods answer for every graph, with a share of nothing to the whole, its low not above its high."""
    products, majorities = multiply(of), cascade(of, HALF)
    for name in NAMES:
        for share in (products[name], majorities.shares[name]):
            assert NOTHING <= share.low <= share.high <= WHOLE


@given(st.data(), holdings())
def test_intervals_contain_every_completion(data: st.DataObject, of: Holdings) -> None:
    complete = data.draw(completions(of))
    ranges, products = cascade(of, HALF), multiply(of)
    settled, settled_products = cascade(complete, HALF), multiply(complete)
    for name in NAMES:
        assert settled.shares[name].known
        assert ranges.shares[name].low <= settled.shares[name].low <= ranges.shares[name].high
        assert settled_products[name].known
        assert products[name].low <= settled_products[name].low <= products[name].high
        if (told := reached(of, name, HALF)) is not None:
            assert reached(complete, name, HALF) == told


@given(holdings(acyclic=True))
def test_without_a_circle_every_high_is_reached_by_some_completion(of: Holdings) -> None:
    """The range of a share is no wider than it has to be: give what is left over to whoever is most listed."""
    products, majorities = multiply(of), cascade(of, HALF)
    best_product = multiply(most_listed(of, {name: products[name].high for name in NAMES}))
    best_majority = cascade(
        most_listed(of, {name: Fraction(majorities.counts_whole[name] is not False) for name in NAMES}), HALF
    )
    for name in NAMES:
        assert best_product[name].low == products[name].high
        assert best_majority.shares[name].low == majorities.shares[name].high


def most_listed(of: Holdings, worth: dict[str, Fraction]) -> Holdings:
    """What is unknown turned out as strict as it can."""
    shares: dict[str, dict[str, Range]] = {"?listed": {}}
    for name, ranges in of.shares.items():
        slack, settled = of.slack(name), {}
        if name in of.open_rest:
            settled["?listed"] = exactly(slack)
            slack = NOTHING
        for owner in sorted(ranges, key=lambda owner: worth[owner], reverse=True):
            more = min(slack, ranges[owner].high - ranges[owner].low)
            slack -= more
            settled[owner] = exactly(ranges[owner].low + more)
        shares[name] = settled
    return Holdings(shares, {"?listed": True, **dict.fromkeys(of.listed, True)}, frozenset())


@given(holdings(certain=True))
def test_multiplication_solves_its_equations_exactly(of: Holdings) -> None:
    """Put into its own equations the solution comes out again, and nobody whom no listed owner reaches has a share."""
    products = {name: share.low for name, share in multiply(of).items()}
    for name, shares in of.shares.items():
        if of.listed.get(name):
            assert products[name] == WHOLE
        else:
            assert products[name] == sum((share.low * products[o] for o, share in shares.items()), NOTHING)


@given(st.lists(st.integers(0, 100), min_size=1, max_size=6))
def test_along_one_chain_what_multiplication_catches_the_cascade_catches_too(chain: list[int]) -> None:
    names = ["A", *(f"{i}" for i in range(len(chain)))]
    shares = {names[i]: {names[i + 1]: exactly(Fraction(share, 100))} for i, share in enumerate(chain)}
    of = Holdings({**shares, names[-1]: {}}, {names[-1]: True}, frozenset())
    if multiply(of)["A"].low >= HALF:
        assert cascade(of, HALF).shares["A"].low >= HALF


@given(holdings(certain=True, acyclic=True))
def test_multiplication_is_at_most_the_cascade_where_everybody_with_a_part_is_caught(of: Holdings) -> None:
    products, majorities = multiply(of), cascade(of, HALF)
    if all(majorities.counts_whole[name] for name in NAMES[1:] if products[name].low):
        assert products[PARTY].low <= majorities.shares[PARTY].low


def test_neither_method_is_always_the_larger() -> None:
    """Sixty of sixty: the cascade catches. Thirty beside seventy of forty: multiplication catches, 30 + 28 = 58."""
    sixty = exactly(Fraction(60, 100))
    of = Holdings({"A": {"B": sixty}, "B": {"L": sixty}, "L": {}}, {"L": True}, frozenset())
    assert cascade(of, HALF).shares["A"] == sixty
    assert multiply(of)["A"] == exactly(Fraction(36, 100))
    beside = {"L": exactly(Fraction(30, 100)), "B": exactly(Fraction(70, 100))}
    of = Holdings({"A": beside, "B": {"L": exactly(Fraction(40, 100))}, "L": {}}, {"L": True}, frozenset())
    assert cascade(of, HALF).shares["A"] == exactly(Fraction(30, 100))
    assert multiply(of)["A"] == exactly(Fraction(58, 100))


@given(holdings())
def test_what_is_said_to_settle_the_answer_settles_it(of: Holdings) -> None:
    told = deciding(of, PARTY, HALF)
    assert bool(told) <= (reached(of, PARTY, HALF) is None)
    for unknown in told:
        if unknown.alone:
            assert None not in (unknown.mildest, unknown.strictest)


@given(holdings())
def test_something_is_always_said_to_be_unknown_where_the_answer_is_open(of: Holdings) -> None:
    assert bool(deciding(of, PARTY, HALF)) == (reached(of, PARTY, HALF) is None)


@given(holdings())
def test_the_answer_is_the_stricter_of_the_two(of: Holdings) -> None:
    both = cascade(of, HALF).shares[PARTY].at_least(HALF), multiply(of)[PARTY].at_least(HALF)
    assert reached(of, PARTY, HALF) == any_holds(both)


# --- ultimate parents ---------------------------------------------------------------------------------------------


@given(st.data(), holdings())
def test_splitting_a_stake_between_two_vehicles_does_not_hide_an_ultimate_parent(
    data: st.DataObject, of: Holdings
) -> None:
    """A top that holds its stake through two companies of its own, half of each or more, stays at the top."""
    direct = ascent(as_graph(of), PARTY, DAY)
    pairs = [(owned, o) for owned in direct.way for o in of.shares[owned] if o in direct.tops and o != owned]
    if not pairs:
        return
    owned, owner = data.draw(st.sampled_from(pairs))
    share = of.shares[owned][owner].low
    first = data.draw(parts(share))
    others = {o: s for o, s in of.shares[owned].items() if o != owner}
    vehicles = {FIRST_VEHICLE: exactly(first), SECOND_VEHICLE: exactly(share - first)}
    control = data.draw(st.fractions(HALF, WHOLE, max_denominator=20))
    above = {vehicle: {owner: exactly(control)} for vehicle in vehicles}
    split = replace(of, shares={**of.shares, owned: {**others, **vehicles}, **above})
    assert owner in ascent(as_graph(split), PARTY, DAY).tops


@given(holdings())
def test_somebody_is_always_at_the_top_and_nobody_above(of: Holdings) -> None:
    found = ascent(as_graph(of), PARTY, DAY)
    assert found.tops
    for top in found.tops:
        again = ascent(as_graph(of), top, DAY)
        assert top in again.tops


def as_graph(of: Holdings) -> OwnershipGraph:
    """The holdings as stakes between companies."""
    entities = {name: Entity(name, name) for name in of.shares}
    stakes = [Stake(owner, owned, share) for owned, shares in of.shares.items() for owner, share in shares.items()]
    return OwnershipGraph(entities, tuple(stakes))
