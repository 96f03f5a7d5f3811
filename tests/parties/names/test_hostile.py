"""Names as nobody should send them."""

import threading

import pytest
from benchmarks.names.synthetic import synthetic
from tests.parties.names.lists import EVERYONE, HUAWEI, INDEX, party_of

from weighbridge.parties.listed import ListedParty, PartyKind
from weighbridge.parties.names.batch import search_many
from weighbridge.parties.names.characters import LONGEST
from weighbridge.parties.names.index import NameIndex
from weighbridge.parties.names.match import Query

ODD = [
    "",
    " ",
    "...",
    "\x00",
    "\u200b\u200d\u2060",
    "\ud800",
    "😀",
    "Ltd",
    "Co., Ltd.",
    "the of and",
    "1",
    "-1",
    "a " * 5_000,
    "x" * 1_000_000,
    "华" * 10_000,
    "الله " * 10_000,
    "ﷺ" * 10_000,
    "a\u0301" * 10_000,
    "İ" * 600,
    "muhammad " * 200,
    "'; DROP TABLE parties; --",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "%s%n{0}",
]


@pytest.mark.parametrize("name", ODD, ids=lambda name: ascii(name[:12]))
def test_an_odd_name_is_answered_as_any_other(name: str) -> None:
    for match in INDEX.search(Query(name), floor=0):
        assert 0 <= match.score <= 1000
        assert sum(feature.points for feature in match.because) == match.score


@pytest.mark.parametrize(
    "disguise",
    [
        "Hu\u200bawei Technolo\u00adgies",
        "Ｈｕａｗｅｉ Ｔｅｃｈｎｏｌｏｇｉｅｓ",
        "Нuаwеi Тесhnоlоgiеs",
        "𝓗𝓾𝓪𝔀𝓮𝓲 𝕋𝕖𝕔𝕙𝕟𝕠𝕝𝕠𝕘𝕚𝕖𝕤",
        "Huáwèi Téchñölögïés",
        "HUAWEI\u00a0TECHNOLOGIES",
        "H\u0336uawei Technologies",
        "huawei...technologies",
        "Huawei 😀 Technologies",
        "\ud800Huawei Technologies",
    ],
)
def test_a_disguise_that_a_reader_does_not_notice_changes_nothing(disguise: str) -> None:
    assert party_of(disguise) == HUAWEI.id


def test_odd_names_on_the_list_are_found_by_themselves_where_anything_of_them_can_be_read() -> None:
    odd = [ListedParty(f"odd-{number}", "OWN", PartyKind.UNKNOWN, name) for number, name in enumerate(ODD)]
    index = NameIndex.build([*EVERYONE, *odd])

    readable = ["\ud800Huawei", "1", "x" * 1_000_000, "华" * 10_000, "<script>alert(1)</script>", "Co., Ltd."]
    for name in readable[1:]:
        assert index.search(Query(name))[0].score == 1000


def test_two_names_that_differ_only_beyond_the_longest_name_are_not_told_apart() -> None:
    index = NameIndex.build([ListedParty("long", "OWN", PartyKind.UNKNOWN, "ab " * LONGEST + "one")])

    assert index.search(Query("ab " * LONGEST + "other"))[0].score == 1000


def test_threads_may_ask_the_same_index_at_once() -> None:
    index = NameIndex.build(synthetic(300))
    names = [party.name for party in synthetic(300)]
    expected = [index.search(Query(name)) for name in names]
    answers: dict[int, list[object]] = {}

    def ask(number: int) -> None:
        answers[number] = [index.search(Query(name)) for name in names]

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert all(answer == expected for answer in answers.values())
    assert len(answers) == len(threads)


def test_several_processes_answer_as_one_does_and_in_the_same_order() -> None:
    queries = [Query(party.name) for party in synthetic(700)]
    index = NameIndex.build(synthetic(300))

    together = list(search_many(index, queries, workers=2))

    assert together == list(search_many(index, queries)) == list(index.search_many(queries))
