"""What holds of every name: case and diacritics never matter, more names never hide one, points add up, no chance."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from weighbridge.parties.listed import ListedParty, PartyKind
from weighbridge.parties.names.index import NameIndex
from weighbridge.parties.names.match import Match, Query

SYLLABLES = ("ka", "li", "mo", "hua", "wei", "sha", "ov", "in", "ber", "tor", "an", "zhi")
PLAIN_WORDS = ("Bank", "Trading", "Technology", "of", "Co", "Ltd", "LLC", "al", "Mohammed", "Ahmed", "5", "21", "J")

words = st.one_of(
    st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=3).map("".join),
    st.sampled_from(PLAIN_WORDS),
)
names = st.lists(words, min_size=1, max_size=5).map(" ".join)
lists = st.lists(names, min_size=1, max_size=12)
# Marks that combine with a letter, and letters of any script.
marks = st.text("\u0300\u0301\u0308\u0327", max_size=1)
any_text = st.text(max_size=40)

SIMPLE = ("acute", "grave")


def index_of(*texts: str) -> NameIndex:
    return NameIndex.build(
        ListedParty(f"p{number:03}", "OWN", PartyKind.UNKNOWN, text) for number, text in enumerate(texts)
    )


def scores(matches: tuple[Match, ...]) -> dict[str, int]:
    return {match.party: match.score for match in matches}


@given(lists, names, st.data())
def test_case_and_diacritics_never_matter(listed: list[str], name: str, data: st.DataObject) -> None:
    index = index_of(*listed)
    other = "".join(letter + (data.draw(marks) if letter.isalpha() else "") for letter in name)

    plain = scores(index.search(Query(name), floor=0))

    assert scores(index.search(Query(other), floor=0)) == plain
    assert scores(index.search(Query(name.upper()), floor=0)) == plain
    assert scores(index_of(*(text.upper() for text in listed)).search(Query(name), floor=0)) == plain


@given(names, names, lists)
def test_a_score_is_the_same_whichever_of_two_listed_names_is_asked_for(
    one: str, other: str, others: list[str]
) -> None:
    index = index_of(one, other, *others)
    there = scores(index.search(Query(one), limit=100, floor=0)).get("p001")
    back = scores(index.search(Query(other), limit=100, floor=0)).get("p000")

    # Fewer letters are asked of the initials of a queried name than of a listed one: those alone may differ.
    if len(one.split()) > 1 and len(other.split()) > 1:
        assert there == back


@given(lists, lists)
def test_more_names_on_the_list_never_hide_an_exact_match(listed: list[str], more: list[str]) -> None:
    index = index_of(*listed, *more)

    for number, text in enumerate(listed):
        assert scores(index.search(Query(text)))[f"p{number:03}"] == 1000


@given(lists, names)
def test_the_points_of_the_features_add_up_to_the_score(listed: list[str], name: str) -> None:
    for match in index_of(*listed).search(Query(name), floor=0):
        assert sum(feature.points for feature in match.because) == match.score


@settings(max_examples=50)
@given(lists, names)
def test_the_same_question_has_the_same_answer(listed: list[str], name: str) -> None:
    first, again = index_of(*listed), index_of(*listed)

    assert first.digest == again.digest
    assert first.search(Query(name), floor=0) == again.search(Query(name), floor=0)
    assert first.search(Query(name), floor=0) == first.search(Query(name), floor=0)


@given(lists, names, st.sampled_from(("CN", "RU", "US")))
def test_what_is_known_beside_the_name_never_takes_a_match_away(listed: list[str], name: str, country: str) -> None:
    index = NameIndex.build(
        ListedParty(f"p{number:03}", "OWN", PartyKind.UNKNOWN, text, countries=("RU",))
        for number, text in enumerate(listed)
    )
    plain = scores(index.search(Query(name), limit=100))
    with_country = scores(index.search(Query(name, countries=(country,)), limit=100))

    assert plain.keys() <= with_country.keys()
    assert all(with_country[party] >= score for party, score in plain.items())


@given(any_text, any_text)
def test_any_text_may_be_listed_and_asked_for(listed: str, asked: str) -> None:
    index = index_of(listed, "Huawei Technologies")

    for match in index.search(Query(asked), floor=0):
        assert 0 <= match.score <= 1000
    own = scores(index.search(Query(listed)))
    assert own.get("p000", 1000) == 1000
