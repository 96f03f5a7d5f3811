"""Destinations and models: found by the names people write, never guessed."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weighbridge.catalog.destinations import (
    AmbiguousDestination,
    UnknownDestination,
    destinations,
    find_destination,
)
from weighbridge.catalog.index import CatalogError
from weighbridge.catalog.models import AmbiguousModel, UnknownModel, find_model, models


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *(("South Korea", "KR"), ("Burma", "MM"), ("UAE", "AE"), ("中國", "CN"), ("新加坡", "SG"), ("台灣", "TW")),
        *(("臺灣", "TW"), ("PRC", "CN"), ("Macao", "MO"), ("Turkey", "TR"), ("uk", "GB"), ("de", "DE"), ("DEU", "DE")),
        *(
            ("Cote d'Ivoire", "CI"),
            ("Viet Nam", "VN"),
            ("阿聯", "AE"),
            ("美國", "US"),
            ("中国", "CN"),
            ("Kosovo", "XK"),
        ),
    ],
)
def test_a_destination_is_found_by_the_names_people_write(name: str, code: str) -> None:
    assert find_destination(name).iso2 == code


def test_every_destination_has_a_name_in_both_languages() -> None:
    assert len(destinations()) == 250
    assert all(d.name_en and d.name_zh_hant for d in destinations().values())


def test_hong_kong_is_treated_as_china_and_a_territory_as_its_sovereign() -> None:
    assert find_destination("Hong Kong").treated_as == "CN"
    assert find_destination("Bermuda").treated_as == "GB"
    assert find_destination("Guam").treated_as == "US"


def test_a_place_in_no_table_of_the_ear_is_not_placed() -> None:
    assert find_destination("AQ").treated_as is None
    assert find_destination("Palestine").treated_as is None


def test_a_name_that_two_countries_share_is_not_guessed() -> None:
    with pytest.raises(AmbiguousDestination) as raised:
        find_destination("Korea")
    assert set(raised.value.candidates) == {"KR", "KP"}


def test_a_misspelt_destination_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownDestination) as raised:
        find_destination("Singapoor")
    assert "Singapore" in raised.value.nearest


def test_models_carry_outside_estimates_with_their_source() -> None:
    assert len(models()) >= 60
    assert all(m.source and m.confidence for m in models().values())
    assert find_model("grok 4").training_operations == Decimal("5e26")
    assert find_model("Claude Opus 4").other_operations == (Decimal("4.7e25"),)


def test_an_unknown_model_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownModel) as raised:
        find_model("Grok 44")
    assert raised.value.nearest
    assert not issubclass(UnknownModel, AmbiguousModel)


@given(st.text())
def test_no_text_makes_a_lookup_fail_otherwise(text: str) -> None:
    for find in (find_destination, find_model):
        with suppress(CatalogError):
            find(text)
