"""Words that a person reads, kept in both languages side by side so that neither can be forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "zh-Hant"]
LANGUAGES: tuple[Language, ...] = ("en", "zh-Hant")


@dataclass(frozen=True, slots=True)
class Text:
    """One statement in English and in Traditional Chinese."""

    en: str
    zh: str

    def to(self, language: Language) -> str:
        """The statement in `language`."""
        return self.en if language == "en" else self.zh

    def format(self, *parts: Text | str, **named: Text | str) -> Text:
        """Fill the gaps of both languages, each with the same language of what is inserted."""
        en = self.en.format(*(_side(p, "en") for p in parts), **{k: _side(p, "en") for k, p in named.items()})
        zh = self.zh.format(*(_side(p, "zh-Hant") for p in parts), **{k: _side(p, "zh-Hant") for k, p in named.items()})
        return Text(en, zh)


def _side(part: Text | str, language: Language) -> str:
    return part if isinstance(part, str) else part.to(language)


def same(word: str) -> Text:
    """A word that both languages write alike: a symbol, a citation, a figure."""
    return Text(word, word)
