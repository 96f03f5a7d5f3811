"""What determinations draw on, and by which ways one unit may go."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.house.places import ROOT
from tests.ledger.making import event, given, reserve, setting

from weighbridge.app.answer import Track, answer
from weighbridge.app.ledger.accounts import CannotKeep
from weighbridge.app.ledger.limits import limits_for
from weighbridge.app.ledger.routes import legs_of, routes_of
from weighbridge.app.request.document import read_document
from weighbridge.app.request.request import read_request
from weighbridge.core.provision import Allocation
from weighbridge.law.compiled import load_corpus
from weighbridge.ledger.headroom import fill
from weighbridge.ledger.movement import Kind, Leg
from weighbridge.ledger.result import Reserved
from weighbridge.ledger.stores.memory import MemoryStore


def track(example: str, **more: Any) -> Track:
    """The answer of the book to an example, with some fields changed."""
    corpus = load_corpus()
    data = {**read_document((ROOT / "examples" / f"{example}.yaml").read_bytes()), **more}
    return answer(read_request(data, corpus.facts), corpus.horizon, ["book"]).tracks[0]


def legs(example: str, *, acquired: bool = True, **more: Any) -> dict[str, int]:
    return dict(legs_of(track(example, **more).determination, acquired=acquired))


def test_a_shipment_under_lpp_draws_on_the_year_of_the_ultimate_parent() -> None:
    (account,) = legs("poland-1000-h100-lpp")

    assert account.startswith("lpp/")
    assert account.endswith("/2025")
    assert legs("poland-1000-h100-lpp")[account] == 15_832_000


def test_an_application_for_a_license_draws_on_the_destination() -> None:
    assert legs("brazil-5000-h100") == {"country/BR/2025-2027": 79_160_000}


def test_an_nveu_draws_on_its_own_base_and_not_on_the_country() -> None:
    assert legs("india-nveu-150000-h100-2026-q2") == {"nveu/Example Bharat Compute Ltd./IN": 2_374_800_000}


def test_a_uveu_draws_on_each_share_and_what_it_acquires_counts_in_the_base() -> None:
    group, tpp = "Example Cloud Malaysia Sdn. Bhd.", 63_328_000
    shares = {f"uveu-outside/{group}": tpp, f"uveu-country/{group}/MY": tpp, f"uveu-outside-us/{group}": tpp}

    assert legs("malaysia-us-cloud-site-uveu") == {**shares, f"uveu-owned/{group}": tpp}
    assert legs("malaysia-us-cloud-site-uveu", acquired=False) == shares


def test_a_fraction_of_a_tpp_counts_as_a_whole_one() -> None:
    item = {"tpp": "4800.2", "die_area_mm2": 800, "designed_for_datacenter": True}

    assert legs("brazil-5000-h100", item=item, quantity=3) == {"lpp/Exemplo Dados SA/2025": 14_401}


def test_nothing_is_drawn_where_nothing_limits_and_nothing_is_said_where_nothing_is_permitted() -> None:
    assert legs("france-2000-h200") == {}
    with pytest.raises(CannotKeep, match="INCOMPLETE"):
        legs("open-question-unknown-parent")
    with pytest.raises(CannotKeep, match="NO_LICENSE_REQUIRED"):
        legs("brazil-a30-b-tier")


def test_an_unknown_holder_or_amount_is_not_counted_as_nothing() -> None:
    answered = track("brazil-5000-h100").determination
    unknown = replace(answered.draws[0], draws=None)
    nobody = {name: value for name, value in answered.facts.items() if name != "destination"}

    with pytest.raises(CannotKeep) as caught:
        legs_of(replace(answered, draws=(unknown,), facts=nobody))

    assert len(caught.value.faults) == 2


def test_the_most_that_may_go_is_told_by_route() -> None:
    """1,699 under LPP, then what a license may be granted for: 49,898, of which 40,000 are reserved by others."""
    one = track("poland-1000-h100-lpp", quantity=1)
    corpus, facts = load_corpus(), one.determination.facts
    store = MemoryStore()
    for provision in one.plan.rulebook.provisions.values():
        if provision.id in ("740.29(d)", "742.6(b)(10)(iii)(B).allocation"):
            assert isinstance(provision.effect, Allocation)
            given(store, *map(setting, limits_for(corpus, provision.id, facts, corpus.horizon)))
    given(store, reserve({"country/PL/2025-2027": 40_000 * 15_832}))

    fits = fill(store, routes_of(one.plan, one.determination), one.determination.rulebook.effective_on)

    assert [(fit.route.name, fit.units) for fit in fits] == [("LPP", 1_699), ("LICENSE", 9_898)]
    assert fits[1].bound_by == "country/PL/2025-2027"
    assert fits[1].route.legs == (Leg("country/PL/2025-2027", 15_832),)


def test_a_way_that_draws_on_nothing_is_a_route_without_legs() -> None:
    one = track("france-2000-h200", quantity=1)

    assert ("AIA", ()) in [(route.name, route.legs) for route in routes_of(one.plan, one.determination)]


TPP = 5_000 * 15_832


@pytest.mark.parametrize("left", [790_000_000, TPP + 1, TPP, TPP - 1, 1, 0])
def test_the_ledger_takes_what_the_engine_says_fits_and_no_more(left: int) -> None:
    used = 790_000_000 - left
    answered = track("brazil-5000-h100", licensed_to_destination_tpp=f"{used}").determination
    corpus, store = load_corpus(), MemoryStore()
    given(store, *map(setting, limits_for(corpus, answered.draws[0].provision.id, answered.facts, corpus.horizon)))
    given(store, *([event(Kind.ADJUST, {"country/BR/2025-2027": used})] if used else []))

    result = store.record(reserve(dict(legs_of(answered))))

    assert isinstance(result, Reserved) is answered.draws[0].fits is (left >= TPP)
