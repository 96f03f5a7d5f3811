"""Screenings kept in the store: a new version of a list then tells whom it concerns."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from weighbridge.app.screening.find import Screened
from weighbridge.app.screening.lists import Lists
from weighbridge.parties.screening import KeptCandidate, Screening
from weighbridge.parties.store.screenings import add_screening


def keep_screenings(lists: Lists, found: Iterable[Screened], on: date) -> None:
    """Keep each as the latest of its party, made against the versions that were asked.

    Raises:
        Unavailable: the store cannot be written.
    """
    made = [
        Screening(each.party, on, lists.versions, tuple(KeptCandidate.of(c.match) for c in each.candidates))
        for each in found
    ]
    if made:
        with lists.store.writing() as connection:
            for screening in made:
                add_screening(connection, screening)
