"""Seeded ways in which a name is written otherwise by whoever types it."""

from __future__ import annotations

import re
import string
from random import Random

LEGAL_ENDINGS = re.compile(
    r"[\s,]+(?:co\.?,?\s*ltd\.?|company limited|pvt\.?,?\s*ltd\.?|private limited|pte\.?,?\s*ltd\.?|limited|ltd\.?"
    r"|l\.?l\.?c\.?|inc\.?|incorporated|corp\.?|corporation|gmbh|s\.?a\.? de c\.?v\.?|s\.a\.|jsc|ooo|oao|pjsc|fze)\.?$",
    re.IGNORECASE,
)
LEGAL_BEGINNINGS = re.compile(
    r"^(?:limited liability company|(?:open |public |closed )?joint[- ]stock company|[op]?jsc|llc|ooo|[opz]?ao"
    r"|(?:otkrytoe |publichnoe |zakrytoe )?aktsionernoe obshchestvo"
    r"|obshchestvo s ogranichennoi otvetstvennostyu)[\s,]+",
    re.IGNORECASE,
)
LEGAL_WORDS = frozenset(
    ["ao", "co", "company", "corp", "cv", "joint", "jsc", "liability", "limited", "llc", "ltd", "obshchestvo", "ooo"]
)
_LOOK_ALIKES = dict(zip("aceopxyisABEKMHOPCTX", "асеорхуіѕАВЕКМНОРСТХ", strict=True))
_ACCENTS = dict(zip("aeiouncszAEIOUNCSZ", "áéíöüñçšžÁÉÍÖÜÑÇŠŽ", strict=True))
_ABBREVIATIONS = {
    "technology": "Tech",
    "technologies": "Tech.",
    "international": "Intl",
    "institute": "Inst.",
    "university": "Univ.",
    "manufacturing": "Mfg",
    "development": "Dev.",
    "management": "Mgmt",
    "industries": "Ind.",
    "laboratory": "Lab",
    "engineering": "Engg",
    "company": "Co.",
    "corporation": "Corp.",
    "limited": "Ltd",
}


def one_letter(name: str, how: str, random: Random) -> str | None:
    """One letter inserted, deleted, substituted, or swapped with its neighbour; None for fewer than four letters."""
    places = [i for i, character in enumerate(name) if character.isalpha()]
    if len(places) < 4:
        return None
    place = random.choice(places)
    letter = random.choice([c for c in string.ascii_lowercase if c != name[place].lower()])
    letter = letter.upper() if name[place].isupper() else letter
    if how == "insert":
        return name[:place] + letter + name[place:]
    if how == "delete":
        return name[:place] + name[place + 1 :]
    if how == "substitute":
        return name[:place] + letter + name[place + 1 :]
    pairs = [i for i in places if i + 1 in places and name[i].lower() != name[i + 1].lower()]
    if not pairs:
        return None
    place = random.choice(pairs)
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def reordered(name: str, random: Random) -> str | None:
    """The words in another order, without commas."""
    words = name.replace(",", " ").split()
    if len(words) < 2 or len(set(words)) < 2:
        return None
    order = words[:]
    while order == words:
        random.shuffle(order)
    return " ".join(order)


def without_legal_form(name: str) -> str | None:
    """The name less the legal form at its end."""
    shorter = LEGAL_ENDINGS.sub("", name)
    return shorter if shorter != name and len(re.findall("[A-Za-z]", shorter)) > 2 else None


def respaced(name: str, random: Random) -> str | None:
    """Two words written as one, or one of six letters or more as two."""
    words = name.split()
    if len(words) > 1 and random.random() < 0.5:
        place = random.randrange(len(words) - 1)
        if words[place][-1:].isalpha() and words[place + 1][:1].isalpha():
            return " ".join([*words[:place], words[place] + words[place + 1], *words[place + 2 :]])
    long = [i for i, word in enumerate(words) if len(word) >= 6 and word.isalpha()]
    if not long:
        return None
    place = random.choice(long)
    cut = random.randrange(2, len(words[place]) - 1)
    return " ".join([*words[:place], words[place][:cut], words[place][cut:], *words[place + 1 :]])


def abbreviated(name: str) -> str | None:
    """Every word that has a usual abbreviation, abbreviated."""
    words = name.split()
    shorter = [_ABBREVIATIONS.get(word.strip(",.").lower(), word) for word in words]
    changed = [word for word in words if word.strip(",.").lower() in _ABBREVIATIONS]
    return " ".join(shorter) if changed and len(changed) < len(words) else None


def disguised(name: str, random: Random) -> str | None:
    """Characters that print alike or not at all: Cyrillic look-alikes, zero-width spaces, full-width letters."""
    how = random.randrange(4)
    if how == 0:
        return "".join(_LOOK_ALIKES.get(c, c) if random.random() < 0.5 else c for c in name)
    if how == 1:
        place = random.randrange(1, len(name)) if len(name) > 1 else 0
        return name[:place] + random.choice("\u200b\u200c\u200d\u2060\u00ad") + name[place:]
    if how == 2:
        return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name)
    return "".join(_ACCENTS.get(c, c) if random.random() < 0.5 else c for c in name)


def initials(name: str) -> str | None:
    """The initials of the words that carry meaning; None below three words, or where a legal form is left."""
    bare = LEGAL_BEGINNINGS.sub("", LEGAL_ENDINGS.sub("", name))
    small = {"of", "the", "and", "for", "in", "de", "la", "al", "on"}
    words = [word for word in re.findall(r"[A-Za-z][A-Za-z'’]*", bare) if word.lower() not in small]
    if LEGAL_WORDS & {word.lower() for word in words} or any(len(word) < 2 for word in words):
        return None
    return "".join(word[0] for word in words).upper() if 3 <= len(words) <= 7 else None
