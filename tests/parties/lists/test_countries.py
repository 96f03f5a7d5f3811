"""Countries as lists write them."""

from __future__ import annotations

import pytest

from weighbridge.parties.lists.countries import OTHER_WORDS, countries_in, country


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("cn", "CN"),
        ("CHN", "CN"),
        ("People's Republic of China", "CN"),
        ("PRC", "CN"),
        ("Hong Kong", "HK"),
        ("MACAU", "MO"),
        ("Macao", "MO"),
        ("UK", "GB"),
        ("TURKIYE", "TR"),
        ("Türkiye", "TR"),
        ("Côte d’Ivoire", "CI"),
        ("Cote d'Ivoire", "CI"),
        ("Iran", "IR"),
        ("REGION: RUSSIA", "RU"),
        ("CRIMEA (OCCUPIED)", "UA"),
        ("ua-cri", "UA"),
        ("MAN, ISLE OF", "IM"),
        ("Korea, South", "KR"),
        ("XK", "XK"),
        ("REGION: NORTHERN MALI", None),
        ("suhh", None),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_a_country_is_known_by_its_codes_and_names(written: str, code: str | None) -> None:
    assert country(written) == code


def test_the_further_words_are_written_in_plain_letters() -> None:
    assert [word for word in OTHER_WORDS if country(word.upper()) != OTHER_WORDS[word]] == []


def test_a_cell_may_hold_several() -> None:
    assert countries_in("CN; Korea, South; FR, DE; nowhere") == ("CN", "KR", "FR", "DE")
