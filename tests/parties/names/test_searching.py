"""What a search finds, and what it says of it."""

import pytest
from tests.parties.names.lists import (
    BANK,
    EVERYONE,
    HUAWEI,
    INDEX,
    KHALID,
    NAMED_IN_CHINESE,
    PETROV,
    PLANT,
    SHIPPING,
    SMIC,
    ZHANG,
    best,
    party_of,
)

from weighbridge.parties.listed import ListedParty, PartyKind
from weighbridge.parties.names.index import NameIndex
from weighbridge.parties.names.match import Query, Verdict, verdict_of


@pytest.mark.parametrize(
    ("query", "party"),
    [
        ("Huawei Tech. Co", HUAWEI),
        ("HUAWEI TECHNOLOGIES", HUAWEI),
        ("Technologies Huawei", HUAWEI),
        ("Hua Wei Technologies", HUAWEI),
        ("HuaweiTechnologies Company Limited", HUAWEI),
        ("Huwaei Technologies", HUAWEI),
        ("华为技术有限公司", HUAWEI),
        ("華為科技", HUAWEI),
        ("SMIC", SMIC),
        ("中芯国际", SMIC),
        ("Semiconductor Mfg. Intl. Corp.", SMIC),
        ("Дмитрий Евгеньевич Петров", PETROV),
        ("Dmitri Evgenevich Petroff", PETROV),
        ("Petrov D. Y.", PETROV),
        ("محمد خالد الحسيني", KHALID),
        ("Muhammad Haled al Husseini", KHALID),
        ("Abu Kassem", KHALID),
        ("Bank Tose'e Ta'avon", BANK),
        ("Завод «Электроника»", PLANT),
        ("Electronics Plant JSC", PLANT),
        ("Goldenstar Shipping", SHIPPING),
        ("张伟丽", ZHANG),
        ("Weili Zhang", ZHANG),
        ("上海星海科技有限公司", NAMED_IN_CHINESE),
        ("Shanghai Xinghai Technology Co", NAMED_IN_CHINESE),
    ],
)
def test_a_party_is_found_however_its_name_is_written(query: str, party: ListedParty) -> None:
    assert party_of(query) == party.id


@pytest.mark.parametrize(
    "query", ["Apple Inc.", "Emma Thompson", "Trading Company LLC", "Technology Co., Ltd.", "", "Ltd"]
)
def test_a_name_that_nobody_listed_has_matches_none(query: str) -> None:
    matches = INDEX.search(Query(query))

    assert verdict_of(matches) is Verdict.NO_MATCH


def test_every_name_of_the_list_scores_in_full_against_itself() -> None:
    for party in EVERYONE:
        for name in party.names:
            match = best(name)
            assert match is not None
            assert (match.score, match.party) == (1000, party.id)


def test_a_match_names_the_two_strings_that_met_and_what_each_feature_gave() -> None:
    match = best("Huawei Tech. Co")

    assert match is not None
    assert (match.query, match.listed) == ("Huawei Tech. Co", "Huawei Technologies Co., Ltd.")
    assert [feature.says for feature in match.because] == [
        "huawei = huawei",
        "tech ~ technologies (the same word)",
        "company ~ limited",
    ]
    assert sum(feature.points for feature in match.because) == match.score
    assert match.verdict is Verdict.PROBABLE_MATCH
    assert match.index == INDEX.digest


def test_words_that_did_not_meet_are_named_on_their_side() -> None:
    match = best("Golden Star Maritime Shipping")

    assert match is not None
    assert "only in the query +0: maritime" in map(str, match.because)


def test_initials_are_a_reason_to_look_and_no_more() -> None:
    match = best("SMIC")

    assert match is not None
    assert match.verdict is Verdict.REVIEW
    assert "its initials" in match.because[0].says


def test_a_country_supports_a_match_and_never_excludes_one() -> None:
    name = "Petroff Dmitri"
    plain, same, other = (INDEX.search(Query(name, countries=countries)) for countries in ((), ("RU",), ("BR",)))

    assert [match.party for match in plain] == [match.party for match in same] == [match.party for match in other]
    assert same[0].score > plain[0].score == other[0].score
    assert "country +0: the list says RU" in map(str, other[0].because)


def test_an_address_supports_a_match() -> None:
    address = "No. 18, Zhangjiang Road, Pudong, Shanghai"
    query = "Semiconductor Manufacturing"
    plain, supported = INDEX.search(Query(query)), INDEX.search(Query(query, addresses=(address,)))

    assert supported[0].score > plain[0].score
    assert supported[0].because[-1].name == "address"


def test_support_never_lifts_a_score_beyond_the_full() -> None:
    match = INDEX.search(Query(HUAWEI.name, countries=("CN",)))[0]

    assert match.score == 1000
    assert sum(feature.points for feature in match.because) == 1000


def test_an_alias_of_the_asked_party_finds_as_its_name_does() -> None:
    match = INDEX.search(Query("Nobody At All Holdings", aliases=("Huawei Technologies",)))[0]

    assert (match.query, match.party) == ("Huawei Technologies", HUAWEI.id)


def test_the_limit_never_hides_one_of_several_parties_of_the_same_name() -> None:
    same = [ListedParty(f"same-{number}", "SDN", PartyKind.VESSEL, "STAR") for number in range(15)]

    matches = NameIndex.build(same).search(Query("Star"), limit=3)

    assert len(matches) == 15


def test_one_party_stands_once_in_the_answer_with_its_best_name() -> None:
    matches = INDEX.search(Query("Abu Qasim", aliases=("Mohammed Khalid al-Husayni",)))

    assert [match.party for match in matches].count(KHALID.id) == 1
    assert matches[0].score == 1000


def test_an_empty_list_finds_nothing() -> None:
    assert NameIndex.build(()).search(Query("Huawei")) == ()
