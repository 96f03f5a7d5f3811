"""Screenings that were made, and the latest of each party."""

from __future__ import annotations

from datetime import date

from weighbridge.parties.screening import KeptCandidate, Screening
from weighbridge.parties.stated import StatedParty
from weighbridge.parties.store.screenings import add_screening, latest_screenings, screenings_of
from weighbridge.parties.store.store import Store

FOUND = KeptCandidate("s/EL/1", "Acme", "ACME", 912, "PROBABLE_MATCH")


def screening(name: str, day: int, *candidates: KeptCandidate) -> Screening:
    return Screening(StatedParty(name, countries=("FR",)), date(2026, 8, day), {"s": day}, candidates)


def test_the_latest_of_each_party_is_found_and_the_others_are_kept(store: Store) -> None:
    first, other, second = screening("Acme", 1, FOUND), screening("Bolt", 1), screening("ACME", 2)
    with store.writing() as connection:
        for made in (first, other, second):
            add_screening(connection, made)
    with store.reading() as connection:
        assert list(latest_screenings(connection)) == [other, second]
        assert screenings_of(connection, first.party.key) == (second, first)
