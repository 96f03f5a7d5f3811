"""Pages fold by columns, and Chinese characters take two."""

from __future__ import annotations

from weighbridge.cli.page import Page, columns, fold


def test_a_line_breaks_at_spaces() -> None:
    assert list(fold("one two three", 8)) == ["one two", "three"]


def test_a_line_breaks_between_chinese_characters() -> None:
    assert list(fold("中文字元", 4)) == ["中文", "字元"]
    assert columns("中a") == 3


def test_a_heading_has_one_empty_line_above_it() -> None:
    page = Page()
    page.line("first")
    page.blank()
    page.heading("second")
    assert [bool(line) for line in page.lines] == [True, False, True]
