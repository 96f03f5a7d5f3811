"""A made-up list of any size, by a seeded procedure: for tests without the real list, and for a million names.

Names are coined from syllables of several languages, some words more frequent than others, as on real lists. None is
meant to be anybody's; by chance one may be.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from random import Random

from weighbridge.parties.listed import ListedParty, PartyKind

# Beginnings and endings of words, by home.
_SYLLABLES = {
    "RU": (
        "ba bo bi vla ga dmi do ek za iv ka ki kol le lu ma mik ne ni ol pe pav ro ser so ta ti fe yu",
        "ov ev in sky enko uk",
    ),
    "CN": (
        "bao bei chang chen cheng da dong fang feng guang hai han hong hua hui jia jian jin kai lan li ling long",
        "ming wei xin yuan zhong xing tai",
    ),
    "IQ": ("ab ah al ba da fa ha hu ib ja ka kha ma mu na qa ra sa ta ya", "had mad sim lid sir rim far zin mid yan"),
    "MX": ("al ar ca co di es fer ga her jo lo lu ma mar pa ra ro sal va", "nez rez do dez mon lla ro cho as"),
    "DE": ("al bau ber da ed fal gei har kai lan mei nor rei sal stein tau", "ner mann berg feld ter ling hoff ach"),
}
_ACTIVITIES = (
    *("Technology", "Electronics", "Trading", "Engineering", "Shipping", "Logistics", "Semiconductor", "Machinery"),
    *("Energy", "Aviation", "Communications", "Optics", "Instruments", "Chemical", "Research", "Software"),
)
_KINDS = ("Group", "International", "Industries", "Institute", "Center", "Services", "Systems", "Holding")
_FORMS = ("Co., Ltd.", "Limited", "LLC", "JSC", "GmbH", "S.A. de C.V.", "OOO", "Corporation", "Inc.", "FZE", "")
_PLACES = ("Northport", "Eastvale", "Kolmar", "Shanwei", "Tarsk", "Almadar", "Rovino", "Veldhaven", "Nanling")
# Below 1 the first words of a pool turn up more often than the last.
_STEEPNESS = 0.6


def synthetic(size: int, seed: int = 1) -> Iterator[ListedParty]:
    """So many parties, half of them with one or two aliases; always the same for the same size and seed."""
    random = Random(f"synthetic/{seed}")
    vocabulary = max(200, round(size**0.7))
    homes = sorted(_SYLLABLES)
    for number in range(size):
        home = random.choice(homes)
        if random.random() < 0.55:
            name, aliases = _organisation(home, vocabulary, random)
            kind = PartyKind.ORGANIZATION
        else:
            name, aliases = _person(home, vocabulary, random)
            kind = PartyKind.INDIVIDUAL
        aliases = aliases[: random.choice((0, 0, 1, 2))]
        yield ListedParty(f"made-up-{number}", "MADE-UP", kind, name, aliases, countries=(home,))


def _person(home: str, vocabulary: int, random: Random) -> tuple[str, tuple[str, ...]]:
    surname, given, middle = (_word(home, vocabulary, random).title() for _ in range(3))
    return f"{surname.upper()}, {given} {middle}", (f"{surname.upper()}, {given}", f"{given} {middle} {surname}")


def _organisation(home: str, vocabulary: int, random: Random) -> tuple[str, tuple[str, ...]]:
    coined = " ".join(_word(home, vocabulary, random).title() for _ in range(random.choice((1, 1, 2))))
    activity, kind = random.choice(_ACTIVITIES), random.choice(_KINDS)
    place, form = random.choice(_PLACES), random.choice(_FORMS)
    names = (f"{coined} {activity} {kind} {form}".strip(), f"{place} {coined} {activity}", f"{coined} {kind} {place}")
    return names[0], names[1:]


def _word(home: str, vocabulary: int, random: Random) -> str:
    words = _pool(home, vocabulary)
    return words[int(len(words) * random.random() ** (1 / _STEEPNESS))]


@cache
def _pool(home: str, vocabulary: int) -> tuple[str, ...]:
    random = Random(f"pool/{home}")
    beginnings, endings = (text.split() for text in _SYLLABLES[home])
    words: dict[str, None] = {}
    while len(words) < vocabulary:
        length = random.choice((1, 1, 2, 2, 3))
        words["".join([*(random.choice(beginnings) for _ in range(length)), random.choice(endings)])] = None
    return tuple(words)
