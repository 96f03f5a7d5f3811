"""Words in Arabic script, with the vowels that are known and without those that are not."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from weighbridge.parties.names.tables import rows

_SCRIPT = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+")
_ARTICLE = "ال"
# Each letter with its Latin one; letters of Persian and Urdu after those of Arabic.
_ARABIC = (
    "ا a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق q ك k ل l م m ن n ه h و w "
    "ي y ى a ة a ٱ a پ p چ ch ژ zh گ g ک k ی y ە h ہ h ھ h ں n ے y ٹ t ڈ d ڑ r"
)
_PAIRS = _ARABIC.split()
_LETTERS = str.maketrans(dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)) | {"ء": "", "ـ": ""})


def is_written_in(text: str) -> bool:
    """Whether a letter of the Arabic script occurs in the text."""
    return _SCRIPT.search(text) is not None


def read(text: str) -> str:
    """The text, free of marks, with each word of Arabic script in Latin letters; an unknown word is left vowelless."""
    return _SCRIPT.sub(lambda word: _word(word[0]), text)


def _word(word: str) -> str:
    known = _words().get(word)
    if known is not None:
        return known
    if word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 1:
        return f"al {_word(word.removeprefix(_ARTICLE))}"
    return word.translate(_LETTERS)


@cache
def _words() -> dict[str, str]:
    return {without_marks(row["arabic"]): row["latin"] for row in rows("arabic_words.csv")}


def without_marks(text: str) -> str:
    """The text decomposed, without combining marks."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) != "Mn")
