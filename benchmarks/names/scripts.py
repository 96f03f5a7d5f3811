"""Seeded ways in which a name comes back from another script, or stands in it."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib import resources
from random import Random

# As the United States' lists romanise Russian, longest first, and back.
_CYRILLIC = (
    ("shch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("ya", "я"),
    ("yo", "ё"), ("iy", "ий"), ("ii", "ий"), ("ei", "ей"), ("ai", "ай"), ("oi", "ой"), ("ey", "ей"), ("ay", "ай"),
    ("oy", "ой"), ("ye", "е"), ("a", "а"), ("b", "б"), ("v", "в"), ("g", "г"), ("d", "д"), ("e", "е"), ("z", "з"),
    ("i", "и"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"),
    ("t", "т"), ("u", "у"), ("f", "ф"), ("y", "ы"), ("x", "кс"), ("w", "в"), ("j", "дж"), ("q", "к"), ("c", "к"),
    ("h", "х"), ("'", "ь"),
)  # fmt: skip
# How Russian sounds are romanised by others: ISO 9, GOST, French and German ways, and passports over the years.
_RUSSIAN_WAYS = (
    ("shch", ("sch", "sc", "shh")), ("kh", ("h", "x", "ch")), ("zh", ("j", "z")), ("yu", ("iu", "ju")),
    ("ya", ("ia", "ja")), ("ts", ("c", "tz")), ("iy", ("y", "i", "ij")), ("ey", ("ei", "ej")), ("ye", ("e", "je")),
    ("y", ("i", "j")), ("ks", ("x",)), ("v", ("w",)), ("ov", ("off", "ow")), ("e", ("ye",)),
)  # fmt: skip
_ARABIC_WAYS = (
    ("ou", ("u", "oo")), ("oo", ("u",)), ("ee", ("i",)), ("u", ("ou", "o")), ("i", ("e", "ee")), ("q", ("k", "gh")),
    ("kh", ("h",)), ("dh", ("d", "z")), ("th", ("t",)), ("ay", ("ai", "ei")), ("aw", ("au", "ou")), ("w", ("ou",)),
    ("ah", ("a",)), ("ss", ("s",)), ("mm", ("m",)), ("y", ("i",)), ("j", ("g", "dj")), ("a", ("e",)),
)  # fmt: skip
_ARABIC = (
    ("kh", "خ"), ("sh", "ش"), ("th", "ث"), ("dh", "ذ"), ("gh", "غ"), ("ch", "تش"), ("aa", "ا"), ("oo", "و"),
    ("ou", "و"), ("ee", "ي"), ("ay", "ي"), ("ai", "ي"), ("aw", "و"), ("b", "ب"), ("t", "ت"), ("j", "ج"), ("h", "ه"),
    ("d", "د"), ("r", "ر"), ("z", "ز"), ("s", "س"), ("f", "ف"), ("q", "ق"), ("k", "ك"), ("l", "ل"), ("m", "م"),
    ("n", "ن"), ("w", "و"), ("y", "ي"), ("g", "غ"), ("v", "ف"), ("p", "ب"), ("c", "ك"), ("x", "كس"), ("u", "و"),
    ("o", "و"), ("i", "ي"),
)  # fmt: skip
# Arabic writes no short vowels; which of a Latin name's vowels were short is not known, so a seeded half is left out.
_VOWELS = "aeiou"


def in_cyrillic(name: str) -> str:
    """The name in Russian letters, read back as the lists romanise them."""
    return _replaced(name.lower().replace(",", " "), _CYRILLIC)


def romanised_otherwise(name: str, ways: tuple[tuple[str, tuple[str, ...]], ...], random: Random) -> str | None:
    """One or two sounds of the name spelt as another romanisation spells them."""
    text = name.lower()
    for _ in range(random.choice((1, 2))):
        usable = [(sound, others) for sound, others in ways if sound in text]
        if not usable:
            break
        sound, others = random.choice(usable)
        places = [found.start() for found in re.finditer(sound, text)]
        place = random.choice(places)
        text = text[:place] + random.choice(others) + text[place + len(sound) :]
    return text if text != name.lower() else None


def russian_otherwise(name: str, random: Random) -> str | None:
    return romanised_otherwise(name, _RUSSIAN_WAYS, random)


def arabic_otherwise(name: str, random: Random) -> str | None:
    return romanised_otherwise(name, _ARABIC_WAYS, random)


def in_arabic(name: str, random: Random) -> str:
    """The name in Arabic letters: its consonants, and some of its vowels."""
    words = []
    for word in re.findall(r"[a-z']+", name.lower().replace("-", " ")):
        spelt = re.sub(r"(.)\1", r"\1", word.replace("'", ""))
        kept = "".join(
            c for i, c in enumerate(spelt) if i == 0 or c not in _VOWELS or (c != "e" and random.random() < 0.5)
        )
        first = "ا" + kept[1:] if kept[:1] and kept[0] in _VOWELS else kept
        words.append(_replaced(first, _ARABIC).replace("a", "ا").replace("e", ""))
    return re.sub(r"\bال ", "ال", " ".join(word for word in words if word))


def _replaced(text: str, table: tuple[tuple[str, str], ...]) -> str:
    found = []
    while text:
        latin, other = next((pair for pair in table if text.startswith(pair[0])), (text[0], text[0]))
        found.append(other)
        text = text[len(latin) :]
    return "".join(found)


def in_chinese(name: str, random: Random) -> str | None:
    """The name in Chinese characters, simplified or traditional; None unless every word is pinyin or in the table."""
    script = random.choice(("simplified", "traditional"))
    words = re.findall(r"[a-z0-9]+", re.sub("['’]", "", name.lower()))
    characters, pinyin = [], 0
    while words:
        size = next((n for n in (2, 1) if " ".join(words[:n]) in _english()), 0)
        if size:
            options = _english()[" ".join(words[:size])][script].split(";")
            characters.append(random.choice(options))
            words = words[size:]
            continue
        syllables = _split_syllables(words[0])
        if syllables is None:
            return None
        characters += [random.choice(_characters()[syllable]) for syllable in syllables]
        pinyin += len(syllables)
        words = words[1:]
    return "".join(characters) if pinyin >= 2 else None


def _split_syllables(word: str) -> list[str] | None:
    """The word as syllables of pinyin, as few as may be; None if it is none."""
    best: list[list[str] | None] = [[]]
    for end in range(1, len(word) + 1):
        options = [
            [*before, word[start:end]]
            for start in range(max(0, end - 6), end)
            if (before := best[start]) is not None and word[start:end] in _characters()
        ]
        best.append(min(options, key=len) if options else None)
    return best[-1]


@cache
def _characters() -> dict[str, str]:
    return {row["syllable"]: row["characters"] for row in table("syllables.csv")}


@cache
def _english() -> dict[str, dict[str, str]]:
    return {row["english"]: row for row in table("english_chinese.csv")}


def table(name: str) -> list[dict[str, str]]:
    """The rows of a table in `data/`; lines that start with # are comments."""
    with (resources.files(__package__) / "data" / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))
