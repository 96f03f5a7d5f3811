"""From any script to small Latin letters, digits and spaces.

What a reader takes for the same letter becomes the same letter: full-width forms, diacritics, invisible characters and
Cyrillic or Greek letters that stand in a Latin word for their look-alikes.
"""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

from weighbridge.parties.names import arabic

# Letters of other scripts that print like a Latin one; the capitals of Greek are not like its small letters.
_LOOK_ALIKES = str.maketrans(
    "авекмнорстухіјѕԁԛԝһӏАВЕКМНОРСТУХІЈЅαβενρτυικοχγηΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "abekmhopctyxijsdqwhlABEKMHOPCTYXIJSabevptuikoxynABEZHIKMNOPTYX",
)
_APOSTROPHES = re.compile("['`´‘’‚‛ʹʻʼʽʾʿ′＇]")
# Format characters, such as a zero-width space, and halves of characters.
_INVISIBLE = ("Cf", "Cs")
_LATIN = re.compile("[A-Za-z]")
_WORD = re.compile(r"\w+")
_DOTTED_LETTER = re.compile(r"(?<![a-z0-9])([a-z])\.(?=[a-z](?![a-z0-9]))")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007]+")
# A hostile text may be megabytes long; no name is. What lies beyond is not read, and both sides are cut alike.
LONGEST = 512


def readable(text: str) -> str:
    """The text casefolded, in compatibility form, without invisible characters, and in no more scripts than it means.

    Two texts that look alike are equal after this. Length is cut at `LONGEST` characters.
    """
    text = text[:LONGEST]
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKC", text)[:LONGEST]
    text = "".join(c for c in text if unicodedata.category(c) not in _INVISIBLE)
    if _LATIN.search(text):
        text = _WORD.sub(lambda word: _one_script(word[0]), text)
    return unicodedata.normalize("NFKC", text.casefold())


def latin(text: str) -> str:
    """A readable text without Chinese characters in small Latin letters, digits and single spaces."""
    if not text.isascii():
        text = _APOSTROPHES.sub("", text)
        text = arabic.without_marks(text)
        if arabic.is_written_in(text):
            text = arabic.read(text)
        # Symbols go first, for anyascii would spell them out: a smiling face as "grinning".
        text = anyascii("".join(" " if unicodedata.category(c)[0] == "S" else c for c in text)).lower()
    text = text.replace("'", "").replace("`", "").replace("&", " and ")
    if "." in text:
        text = _DOTTED_LETTER.sub(r"\1", text)
    return _NOT_PLAIN.sub(" ", text).strip()


def chinese_runs(text: str) -> list[tuple[bool, str]]:
    """The text in pieces, each marked by whether it is a run of Chinese characters."""
    pieces: list[tuple[bool, str]] = []
    end = 0
    for run in _HAN.finditer(text):
        if run.start() > end:
            pieces.append((False, text[end : run.start()]))
        pieces.append((True, run[0]))
        end = run.end()
    if end < len(text):
        pieces.append((False, text[end:]))
    return pieces


def has_chinese(text: str) -> bool:
    """Whether a Chinese character occurs in the text."""
    return not text.isascii() and _HAN.search(text) is not None


def _one_script(word: str) -> str:
    """A word that mixes Latin letters with look-alikes, or is made of look-alikes in a Latin text, all in Latin.

    "Ивaн" with one Latin letter stays Cyrillic at heart, and is left to the transliteration: not all of it has a
    look-alike.
    """
    if word.isascii():
        return word
    seen = word.translate(_LOOK_ALIKES)
    return seen if all(c.isascii() or unicodedata.name(c, "").startswith("LATIN") for c in seen) else word
