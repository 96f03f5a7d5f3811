"""Sharing out what is left, exactly and the same for everybody who recomputes it."""

from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given as tried
from hypothesis import strategies as st
from tests.ledger.making import DAY, flow, given, reserve, setting, used

from weighbridge.ledger.book import Book
from weighbridge.ledger.limit import Shortage
from weighbridge.ledger.movement import Leg
from weighbridge.ledger.result import (
    AllocationExhausted,
    AlreadyReserved,
    KeyReused,
    LimitUnknown,
    Result,
    UnknownAccount,
)
from weighbridge.ledger.sharing import Claim, share_out
from weighbridge.ledger.store import Store


def granted(claims: list[Claim], remaining: int, mode: Shortage) -> list[int]:
    return [grant.units for grant in share_out(claims, remaining, mode)]


A, B, C = Claim("A", 50, 1), Claim("B", 30, 1), Claim("C", 20, 1, at_opening=False)


def test_first_come_is_served_first_as_far_as_it_goes() -> None:
    assert granted([A, B, C], 60, Shortage.FIRST_COME) == [50, 10, 0]
    assert granted([Claim("A", 3, 7), Claim("B", 3, 2)], 20, Shortage.FIRST_COME) == [2, 3]


def test_on_one_day_all_are_cut_alike() -> None:
    assert granted([A, B, C], 60, Shortage.SAME_DAY) == [30, 18, 12]
    assert granted([A, B, C], 100, Shortage.SAME_DAY) == [50, 30, 20]


def test_what_rounding_leaves_goes_to_those_cut_most_and_among_equals_to_the_first() -> None:
    # Of 10 for 3 x 4: 3.33 each; one unit is left.
    assert granted([Claim(key, 4, 1) for key in "ABC"], 10, Shortage.SAME_DAY) == [4, 3, 3]
    # Quotas 0.5, 1.25 and 3.25.
    assert granted([Claim("A", 2, 1), Claim("B", 5, 1), Claim("C", 13, 1)], 5, Shortage.SAME_DAY) == [1, 1, 3]


def test_those_at_the_opening_moment_are_cut_alike_and_those_after_it_wait_their_turn() -> None:
    late_then_early = [C, A, B]

    assert granted(late_then_early, 60, Shortage.OPENING) == [0, 38, 22]  # of 37.5 and 22.5, the first
    assert granted(late_then_early, 90, Shortage.OPENING) == [10, 50, 30]


def test_chips_of_different_size_are_shared_in_whole_chips() -> None:
    # 1,000,000 for 100 x 15,832 and 100 x 4,992: 48.02 chips each; the 448 TPP that 48 of each leave fit neither.
    claims = [Claim("H100", 100, 15_832), Claim("A100", 100, 4_992)]

    assert granted(claims, 1_000_000, Shortage.SAME_DAY) == [48, 48]


def test_nothing_left_is_shared_as_nothing() -> None:
    for mode in Shortage:
        assert granted([A, B, C], 0, mode) == [0, 0, 0]
        assert granted([A, B, C], -5, mode) == [0, 0, 0]
        assert granted([], 5, mode) == []


claims = st.lists(st.tuples(st.integers(1, 30), st.integers(1, 20), st.booleans()), max_size=6).map(
    lambda rows: [Claim(f"{n}", units, each, early) for n, (units, each, early) in enumerate(rows)]
)


@tried(claims, st.integers(0, 2_000), st.sampled_from(Shortage))
def test_never_more_than_is_left_and_never_more_than_is_asked(
    claims: list[Claim], remaining: int, mode: Shortage
) -> None:
    grants = share_out(claims, remaining, mode)

    assert sum(leg.amount for grant in grants for leg in grant.legs("f")) <= remaining
    assert all(0 <= grant.units <= grant.claim.units for grant in grants)
    if sum(claim.units * claim.each for claim in claims) <= remaining:
        assert [grant.units for grant in grants] == [claim.units for claim in claims]


@tried(claims, st.integers(0, 2_000))
def test_nobody_is_cut_by_more_than_a_unit_below_or_raised_by_more_than_one_above_its_exact_share(
    claims: list[Claim], remaining: int
) -> None:
    asked = sum(claim.units * claim.each for claim in claims)

    for grant in share_out(claims, remaining, Shortage.SAME_DAY):
        exact = min(Fraction(grant.claim.units * remaining, asked), Fraction(grant.claim.units))
        assert abs(grant.units - exact) < 1


@tried(claims, st.integers(0, 2_000))
def test_no_unit_that_was_cut_away_would_still_fit(claims: list[Claim], remaining: int) -> None:
    grants = share_out(claims, remaining, Shortage.FIRST_COME)
    left = remaining - sum(leg.amount for grant in grants for leg in grant.legs("f"))

    assert all(grant.claim.each > left for grant in grants if grant.units < grant.claim.units)


def test_claims_must_be_whole_and_told_apart() -> None:
    for units, each in ((0, 1), (1, 0), (True, 1), (1.0, 1)):
        with pytest.raises(ValueError, match="whole numbers above zero"):
            Claim("A", units, each)  # type: ignore[arg-type]  # what must not be passed
    with pytest.raises(ValueError, match="same key"):
        share_out([A, A], 1, Shortage.SAME_DAY)


# --- in a book -----------------------------------------------------------------------------------


def statuses(results: object) -> list[str]:
    assert isinstance(results, tuple)
    return [result.status if result else "-" for result in results]


def test_a_sharing_reserves_what_each_gets_with_its_other_accounts(store: Store) -> None:
    given(store, setting(flow("f", 60, shortage=Shortage.SAME_DAY)), setting(flow("g", 1_000)))
    claims = [Claim("A", 50, 1, also=(Leg("g", 2),)), B, C, Claim("D", 1, 1)]
    book, later = Book(store, "keeper"), DAY + timedelta(days=30)

    results = book.share("f", claims, DAY, later)

    # 60 of 101: 29.7, 17.8, 11.9 and 0.6; three units are left for the largest remainders.
    assert statuses(results) == ["RESERVED", "RESERVED", "RESERVED", "-"]
    assert (used(store, "f"), used(store, "g")) == ((0, 60), (0, 60))
    entry = store.entry("A")
    assert entry is not None
    assert entry.movement.references == (("sharing", DAY.isoformat()),)


def test_a_sharing_repeated_gives_the_same_entries(store: Store) -> None:
    given(store, setting(flow("f", 60, shortage=Shortage.SAME_DAY)))
    book = Book(store, "keeper")
    book.share("f", [A, B, C], DAY, DAY)

    again = book.share("f", [A, B, C], DAY, DAY)

    assert isinstance(again, tuple)
    assert all(isinstance(result, AlreadyReserved) for result in again)
    assert used(store, "f") == (0, 60)


def test_a_claim_whose_other_account_is_short_gets_nothing_and_the_others_keep_theirs(store: Store) -> None:
    given(store, setting(flow("f", 60, shortage=Shortage.SAME_DAY)), setting(flow("g", 5)))

    results = Book(store, "keeper").share("f", [Claim("A", 50, 1, also=(Leg("g", 1),)), B, C], DAY, DAY)

    assert statuses(results) == ["ALLOCATION_EXHAUSTED", "RESERVED", "RESERVED"]
    assert used(store, "f") == (0, 30)


def test_an_account_that_nothing_can_be_drawn_on_is_not_shared(store: Store) -> None:
    given(store, setting(flow("f", None)))
    book = Book(store, "keeper")

    assert book.share("nowhere", [A], DAY, DAY) == UnknownAccount(("nowhere",))
    assert book.share("f", [A], DAY, DAY) == LimitUnknown(("f",))


def test_a_claim_whose_key_belongs_to_another_entry_is_refused_not_taken_for_granted(store: Store) -> None:
    given(store, setting(flow("f", 60)), setting(flow("g", 60)), reserve({"g": 40}, key=A.key))

    shared = Book(store, "keeper").share("f", [A], DAY, DAY)
    assert isinstance(shared, tuple)
    assert isinstance(shared[0], KeyReused)
    assert used(store, "f") == (0, 0)


# --- reservations past their last day ------------------------------------------------------------


def test_reservations_past_their_last_day_make_room_when_room_is_asked_for(store: Store) -> None:
    given(store, setting(flow("f", 60)), reserve({"f": 40}, key="old"), reserve({"f": 10}, key="new", expires=DAY))
    book, next_day = Book(store, "clerk"), DAY + timedelta(days=1)

    def ask(amount: int, key: str) -> Result:
        return book.reserve([Leg("f", amount)], key, next_day, next_day, {"determination": "D-1"}, today=next_day)

    assert ask(10, "fits as it is").status == "RESERVED"
    assert used(store, "f") == (0, 60)
    assert ask(41, "now it does not").status == "RESERVED"
    assert used(store, "f") == (0, 51)
    assert isinstance(ask(10, "nothing lapsed any more"), AllocationExhausted)
    assert [e.movement.key for e in store.entries() if e.movement.kind == "expire"] == ["expire old", "expire new"]


def test_a_transaction_that_lies_ahead_expires_nobody_elses_reservation(store: Store) -> None:
    given(store, setting(flow("f", 60)), reserve({"f": 40}, key="theirs", expires=DAY))
    book, ahead = Book(store, "clerk"), DAY + timedelta(days=90)

    for today in (None, DAY):
        refused = book.reserve([Leg("f", 30)], "ours", ahead, ahead, today=today)
        assert isinstance(refused, AllocationExhausted)
    assert used(store, "f") == (0, 40)


def test_all_that_lapsed_can_be_entered_at_once_and_only_once(store: Store) -> None:
    given(store, setting(flow("f", 60)), *(reserve({"f": 1}, key=key) for key in "abc"))
    book, next_day = Book(store, "clerk"), DAY + timedelta(days=1)

    assert book.expire_lapsed(DAY) == 0
    assert book.expire_lapsed(next_day) == 3
    assert book.expire_lapsed(next_day) == 0
