"""Text stands in two languages, and neither can be forgotten."""

from __future__ import annotations

from weighbridge.core.text import LANGUAGES, Text, same


def test_a_text_is_read_in_the_language_asked_for() -> None:
    apple = Text("apple", "蘋果")

    assert [apple.to(language) for language in LANGUAGES] == ["apple", "蘋果"]


def test_each_language_is_filled_with_its_own_words() -> None:
    filled = Text("{0} from {place}", "{place}的{0}").format(Text("apple", "蘋果"), place=Text("France", "法國"))

    assert filled == Text("apple from France", "法國的蘋果")


def test_a_plain_word_is_filled_in_as_it_is() -> None:
    assert Text("{0} of {n}", "{n} 之 {0}").format("F1", n="12") == Text("F1 of 12", "12 之 F1")


def test_a_symbol_is_the_same_in_both_languages() -> None:
    assert same("LPP") == Text("LPP", "LPP")
