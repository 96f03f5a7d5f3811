"""The comparison of days: every number comes from the engine, one chip and one destination at a time."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from weighbridge.app.classify import classify
from weighbridge.app.compare import PROBES, Column, Comparison, compare, paragraphs_of
from weighbridge.app.faults import RequestFaults
from weighbridge.catalog.chips import chips
from weighbridge.core.errors import DateNotEncoded, TrackNotEncoded
from weighbridge.core.outcome import Outcome
from weighbridge.law.compiled import load_corpus

FIRST, EVE, MOVED = date(2025, 5, 15), date(2026, 2, 2), date(2026, 2, 3)
"""The first day encoded; and the day on which Cambodia left Country Group D:5, after its eve."""


@cache
def found() -> Comparison:
    return compare([FIRST, EVE, MOVED])


def usable(column: Column, symbol: str, tier: str) -> tuple[str, ...]:
    [way] = (way for way in column.ways if way.symbol == symbol)
    return way.usable[tier]


@pytest.mark.parametrize("chip", ["nvidia-h100-sxm5", "nvidia-a30", "nvidia-h20", "aws-trainium1", "amd-mi308x"])
def test_a_chip_stands_where_classify_says(chip: str) -> None:
    horizon = load_corpus().horizon
    assert paragraphs_of(chip, horizon, horizon) == classify({"chip": chip}).paragraphs


def test_paragraphs_of_an_unknown_chip_day_or_track_are_refused() -> None:
    horizon = load_corpus().horizon
    with pytest.raises(RequestFaults):
        paragraphs_of("nvidia-nothing", horizon, horizon)
    with pytest.raises(DateNotEncoded):
        paragraphs_of("nvidia-a30", date.min, horizon)
    with pytest.raises(TrackNotEncoded):
        paragraphs_of("nvidia-a30", horizon, horizon, "no-such-track")


def test_each_day_has_one_column_in_the_order_given() -> None:
    assert [column.on for column in found().columns] == [FIRST, EVE, MOVED]
    assert [column.on for column in compare([MOVED, FIRST, MOVED]).columns] == [MOVED, FIRST]


def test_a_day_that_is_not_encoded_is_refused() -> None:
    with pytest.raises(DateNotEncoded):
        compare([FIRST, date.min])
    with pytest.raises(DateNotEncoded):
        compare([FIRST], known_on=date.min)


def test_every_chip_is_caught_or_not_or_possible() -> None:
    column = found().columns[0]
    caught = {c.chip: c.paragraphs for c in column.caught}
    assert found().chips == len(chips())
    assert caught["nvidia-h100-sxm5"] == ("3A090.a",)
    assert "nvidia-h20" not in caught
    assert "nvidia-rubin-cpx" in column.possible
    assert not set(caught) & set(column.possible)
    assert sum(column.by_paragraph.values()) >= len(caught)
    assert {"3A090.a", "3A090.b", "3A090.c", "4E091"} <= set(column.paragraphs)


def test_chips_caught_beyond_another_day_are_named() -> None:
    column = found().columns[0]
    assert column.caught_beyond(column) == ()
    none = Column(FIRST, (), (), (), (), ())
    assert "H100 SXM5 80GB" in column.caught_beyond(none)


def test_the_a_tier_reaches_the_world_and_the_b_tier_the_older_zone() -> None:
    a, b, owned = found().columns[0].reaches
    assert (a.probe.tier, a.paragraphs, b.probe.tier, b.paragraphs) == (
        "3A090.a",
        ("3A090.a",),
        "3A090.b",
        ("3A090.b",),
    )
    assert set(a.ruled) <= set(a.reached) <= set(owned.reached)
    assert {"FR", "IN", "CN", "HK"} <= set(a.reached)
    assert set(b.reached) & {"FR", "IN", "CN", "HK"} == {"CN", "HK"}
    assert a.undecided == ("AQ", "PS")
    assert "US" not in {place for places in a.outcomes.values() for place in places}


def test_every_destination_has_one_outcome() -> None:
    for reach in found().columns[0].reaches:
        places = [place for of_outcome in reach.outcomes.values() for place in of_outcome]
        assert len(places) == len(set(places)) == found().destinations


def test_what_is_not_reached_and_not_open_needs_no_license() -> None:
    for reach in found().columns[0].reaches:
        assert set(reach.outcomes.get(Outcome.NO_LICENSE_REQUIRED, ())).isdisjoint(reach.reached)


def test_an_exception_is_usable_only_where_the_engine_finds_it_available() -> None:
    column = found().columns[0]
    assert "FR" in usable(column, "AIA", "3A090.a")
    assert "IN" not in usable(column, "AIA", "3A090.a")
    assert "IN" in usable(column, "LPP", "3A090.a")
    assert "CN" in usable(column, "NAC", "3A090.b")
    assert usable(column, "HBM", "3A090.a") == usable(column, "HBM", "3A090.b") == ()
    assert {way.symbol for way in column.ways if way.authorizes} == {"NVEU", "UVEU"}
    [aia] = (way for way in column.ways if way.symbol == "AIA")
    assert aia.provisions == ("740.27", "740.27(a)(3)")


def test_a_change_of_law_shows_between_two_days() -> None:
    _, eve, day = found().columns
    for usable_on, barred_on, symbol in ((day, eve, "ACA"), (eve, day, "NAC")):
        moved = set(usable(usable_on, symbol, "3A090.b")) - set(usable(barred_on, symbol, "3A090.b"))
        assert moved == {"KH"}


def test_plain_data_holds_every_list() -> None:
    plain = found().to_plain("zh-Hant")
    [first, *_] = plain["days"]
    assert first["on"] == FIRST.isoformat()
    assert [reach["chip"] for reach in first["reaches"]] == [probe.chip for probe in PROBES]
    assert len(first["caught"]) == len(found().columns[0].caught)
    assert {way["kind"] for way in first["exceptions"]} == {"exception", "authorization"}
    assert "美國" in plain["transaction"]
