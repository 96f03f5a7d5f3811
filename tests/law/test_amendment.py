"""Amendments: shipped ones change what they say, faulty ones are refused with every fault."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from weighbridge.core.errors import InconsistentCorpus
from weighbridge.core.rulebook import Corpus, Rulebook
from weighbridge.law.amendment import Amendment, amendment_file, read_amendment, shipped
from weighbridge.law.compiled import load_corpus

DAY, EVE = date(2027, 1, 1), date(2026, 12, 31)
HEAD = "title: {en: One, zh: 一}\nbase: enforced\nfrom: 2027-01-01\nchanges:\n"


def written(tmp_path: Path, text: str) -> Amendment:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return read_amendment(path, load_corpus())


def law_of(amendment: Amendment, on: date) -> Rulebook:
    return amendment.corpus.as_of(on, DAY, amendment.base)


def refused(tmp_path: Path, text: str) -> str:
    with pytest.raises(InconsistentCorpus, match=r".") as raised:
        written(tmp_path, text)
    return str(raised.value)


@pytest.mark.parametrize("name", sorted(shipped()))
def test_a_shipped_amendment_changes_the_law_on_its_day_and_not_before(name: str) -> None:
    corpus: Corpus = load_corpus()
    amendment = read_amendment(shipped()[name], corpus)

    assert law_of(amendment, EVE).digest == corpus.as_of(EVE, DAY, amendment.base).digest
    assert law_of(amendment, DAY).digest != corpus.as_of(DAY, DAY, amendment.base).digest


def test_an_amendment_is_found_by_name_or_by_path(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(HEAD, encoding="utf-8")

    assert amendment_file("lpp_halved") == shipped()["lpp_halved"]
    assert amendment_file(str(path)) == path
    assert amendment_file("no such") is None


def test_a_destination_moves_between_groups(tmp_path: Path) -> None:
    mine = written(tmp_path, HEAD + "  - {move: [VN], out_of: [group.d1], into: [group.a5]}\n")

    assert (mine.id, mine.since, mine.title.en) == ("mine", DAY, "One")
    assert "VN" in law_of(mine, EVE).values["group.d1"]  # type: ignore[operator]
    assert "VN" not in law_of(mine, DAY).values["group.d1"]  # type: ignore[operator]
    assert "VN" in law_of(mine, DAY).values["group.a5"]  # type: ignore[operator]


def test_a_change_may_begin_later_than_the_amendment(tmp_path: Path) -> None:
    change = "  - {value: 740.29.annual_limit, becomes: 1, from: 2027-02-01}\n"
    mine = written(tmp_path, HEAD + change)

    assert law_of(mine, date(2027, 1, 31)).values["740.29.annual_limit"] == 26_900_000
    assert law_of(mine, date(2027, 2, 1)).values["740.29.annual_limit"] == 1


def test_a_stay_ends(tmp_path: Path) -> None:
    stay = "  - {stay: fr_90_4544, provisions: ['742.6(a)(6)(iii)(B)'], until: 2027-02-01, restores: ['3A090.a']}\n"
    mine = written(tmp_path, HEAD + stay)

    assert law_of(mine, DAY).suspended["742.6(a)(6)(iii)(B)"].by == "mine"
    assert "742.6(a)(6)(iii)(B)" not in law_of(mine, date(2027, 2, 1)).suspended


def test_some_provisions_are_revived_and_the_others_stay_suspended(tmp_path: Path) -> None:
    mine = written(tmp_path, HEAD + "  - {revive: fr_90_4544, provisions: ['742.6(a)(13)']}\n")

    assert {"742.6(a)(13)", "740.29"} <= set(law_of(mine, EVE).suspended)
    assert "742.6(a)(13)" not in law_of(mine, DAY).suspended
    assert "740.29" in law_of(mine, DAY).suspended


def test_a_repealed_text_gives_way_and_its_values_to_what_they_were_before(tmp_path: Path) -> None:
    mine = written(tmp_path, HEAD.replace("enforced", "book") + "  - {repeal: fr_91_43034}\n")

    assert "AE" in law_of(mine, EVE).values["group.a5"]  # type: ignore[operator]
    assert "AE" not in law_of(mine, DAY).values["group.a5"]  # type: ignore[operator]
    assert "AE" in law_of(mine, DAY).values["group.d4"]  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD, "It changes nothing"),
        (HEAD.replace("2027-01-01", "soon") + "  - {repeal: ear}\n", "'soon' is not a date"),
        (HEAD.replace("enforced", "printed") + "  - {repeal: fr_90_4544}\n", "'printed' is no track"),
        (HEAD.replace("title:", "titel:") + "  - {repeal: fr_90_4544}\n", "'titel' is not understood here"),
        (HEAD.replace("title:", "titel:") + "  - {repeal: fr_90_4544}\n", "title: It lacks one of the two languages"),
        (HEAD + "  - change\n", "'change' is no change. Begin it with one of value, move"),
        (HEAD + "  - {value: 740.29.anual_limit, becomes: 1}\n", "Nearest: 740.29.annual_limit"),
        (HEAD + "  - {value: zzz, becomes: 1}\n", "'zzz' is no value. See `weighbridge law list`"),
        (HEAD + "  - {value: 740.29.annual_limit, becomes: many}\n", "'many' is not a number"),
        (HEAD + "  - {value: 740.29.annual_limit, becomes: [FR]}\n", "Keep its kind"),
        (HEAD + "  - {value: 740.29.annual_limit, becomes: 26_900_000}\n", "It leaves 740.29.annual_limit as it is"),
        (HEAD + "  - {value: 740.29.annual_limit, add: [FR]}\n", "740.29.annual_limit is no list"),
        (HEAD + "  - {value: supplement_5.a, remove: [CN]}\n", "'CN' is not in supplement_5.a"),
        (HEAD + "  - {move: [VN]}\n", "It names no group"),
        (HEAD + "  - {value: 740.29.annual_limit, becomes: 1, from: 2026-01-01}\n", "before the amendment"),
        (HEAD + "  - {value: 740.29.annual_limit, becomes: 1, from: soon}\n", "'soon' is not a date"),
        (HEAD + "  - {stay: fr_90_4545}\n", "Nearest: fr_90_4544"),
        (HEAD + "  - {stay: fr_90_4544, provisions: ['740.30']}\n", "'740.30' is no provision of fr_90_4544"),
        (HEAD + "  - {revive: fr_88_73458}\n", "Nothing suspends fr_88_73458 on 2027-01-01"),
        (HEAD + "  - {value: 3a090.a1.tpp_at_least, becomes: [FR]}\n", "Keep its kind"),
    ],
)
def test_a_faulty_amendment_is_refused_with_place_and_remedy(tmp_path: Path, text: str, expected: str) -> None:
    assert expected in refused(tmp_path, text)


def test_all_faults_are_told_together(tmp_path: Path) -> None:
    said = refused(tmp_path, HEAD + "  - {move: [VN]}\n  - {value: zzz, becomes: 1}\n")

    assert "changes, no. 1" in said
    assert "changes, no. 2" in said


def test_an_amendment_that_contradicts_the_law_is_refused(tmp_path: Path) -> None:
    said = refused(tmp_path, HEAD + "  - {value: 742.6.a.6.iii.A.items, add: [9Z999]}\n")

    assert "'9Z999' is no classification" in said
