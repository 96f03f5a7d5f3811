"""How a name is read: script, diacritics, legal form, spaces."""

import pytest

from weighbridge.parties.names.legal import core_of
from weighbridge.parties.names.name import acronyms, read_name, spellings
from weighbridge.parties.names.sounds import sound_of


def words(text: str) -> tuple[str, ...]:
    readings = read_name(text)
    return readings[0].words if readings else ()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Élégance  Ørsted", ("elegance", "orsted")),
        ("Straße", ("strasse",)),
        ("AL-QUDS", ("al", "quds")),
        ("TOSE'E Ta’avon", ("tosee", "taavon")),
        ("R&D Works", ("r", "and", "d", "works")),
        ("ＡＢＣ　Ｄｅｆ", ("abc", "def")),
        ("Hua\u200bwei", ("huawei",)),
        ("Нuаwеi", ("huawei",)),  # Cyrillic Н, а, е
        ("Ηuawei", ("huawei",)),  # Greek capital eta
        ("Владимир Юрьевич", ("vladimir", "yurevich")),
        ("Ελλάς", ("ellas",)),
        ("عبد الله", ("abd", "allah")),
        ("القدس", ("al", "qds")),
        ("김정은", ("gimjeongeun",)),
    ],
)
def test_a_name_is_read_in_small_latin_letters_whatever_it_is_written_in(written: str, read: tuple[str, ...]) -> None:
    assert words(written) == read


@pytest.mark.parametrize(
    ("written", "joined"),
    [
        ("H u a w e i Technologies", "Huawei Technologies"),
        ("H-U-A-W-E-I", "HUAWEI"),
        ("S. M. I. C.", "SMIC."),
        ("J. P. Morgan", None),
        ("3 M", None),
        ("Huawei", None),
    ],
)
def test_letters_spelt_out_one_by_one_are_asked_for_joined_too(written: str, joined: str | None) -> None:
    assert spellings(written) == ((written,) if joined is None else (written, joined))


def test_a_russian_word_in_a_latin_name_is_not_taken_for_look_alikes() -> None:
    assert words("Завод Alfa") == ("zavod", "alfa")


@pytest.mark.parametrize("nothing", ["", " ", "...", "\u200b", "😀", "—"])
def test_a_text_without_letters_and_digits_has_no_reading(nothing: str) -> None:
    assert read_name(nothing) == ()


@pytest.mark.parametrize(
    ("name", "core", "forms"),
    [
        ("huawei technologies co ltd", "huawei technologies", ("limited",)),
        ("limited liability company rubin", "rubin", ("limited-liability",)),
        ("limited liabiity company rubin", "rubin", ("limited-liability",)),
        ("jomadi logistics sa de cv", "jomadi logistics", ("societe-anonyme",)),
        ("ao zavod ooo", "zavod", ("joint-stock", "russian-limited-liability")),
        ("limited edition prints", "edition prints", ("limited",)),
        ("company limited", "company limited", ()),
        ("bank of kunlun", "bank of kunlun", ()),
    ],
)
def test_legal_form_stands_apart_from_the_name_proper(name: str, core: str, forms: tuple[str, ...]) -> None:
    assert core_of(name.split()) == (tuple(core.split()), forms)


def test_initials_are_spelt_with_and_without_the_legal_form() -> None:
    assert acronyms(("semiconductor", "manufacturing", "international"), ("corporation",)) == {"smi", "smic"}


def test_one_word_has_no_initials() -> None:
    assert acronyms(("huawei",), ("limited",)) == set()


@pytest.mark.parametrize(
    "spellings",
    [
        ("khaled", "halid", "khalid"),
        ("yevgeniy", "evgenii", "yevgeny"),
        ("shchegolev", "schegoleff"),
        ("mohammed", "muhamad", "mhmd"),
        ("yousef", "yusuf", "ywsf"),
        ("hussein", "husayn", "hsyn"),
    ],
)
def test_romanisations_of_one_name_sound_the_same(spellings: tuple[str, ...]) -> None:
    assert len({sound_of(word) for word in spellings}) == 1


def test_a_number_has_no_sound() -> None:
    assert sound_of("yv3071") == ""
