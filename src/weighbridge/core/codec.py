"""The law as plain data: for the digest that names a rulebook, and for a compiled corpus that starts fast.

Every noun of `core` becomes a list headed by its class name; exact numbers and days keep their text form.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from hashlib import sha256
from typing import Any

from weighbridge.core import citation, condition, fact, life, outcome, provision, text, value

Plain = str | int | bool | None | list["Plain"]


def _nouns() -> dict[str, type]:
    modules = (citation, condition, fact, life, outcome, provision, text, value)
    found = [item for module in modules for item in vars(module).values() if isinstance(item, type)]
    return {cls.__name__: cls for cls in found if is_dataclass(cls) or issubclass(cls, Enum)}


NOUNS = _nouns()


def to_plain(thing: object) -> Plain:
    """The thing as lists, strings, integers and booleans.

    Raises:
        TypeError: it is, or holds, something that is not a noun of the law (a callable, a float, ...).
    """
    kind = type(thing)
    if thing is None or kind in (str, int, bool):
        return thing  # type: ignore[return-value]
    if kind in (tuple, frozenset, dict):
        return _collection_to_plain(thing)
    if kind is Decimal:
        return ["d", str(thing)]
    if kind is date:
        return ["D", str(thing)]
    if NOUNS.get(kind.__name__) is not kind:
        raise TypeError(f"{kind.__name__} is not part of the law's vocabulary and cannot be stored: {thing!r}")
    if isinstance(thing, Enum):
        return [kind.__name__, str(thing.value)]
    return [kind.__name__, *(to_plain(getattr(thing, f.name)) for f in fields(thing))]  # type: ignore[arg-type]


def _collection_to_plain(thing: Any) -> Plain:
    if isinstance(thing, tuple):
        return ["t", *map(to_plain, thing)]
    for word in thing:
        if type(word) is not str:
            raise TypeError(f"{word!r} is not part of the law's vocabulary and cannot be stored: {thing!r}")
    if isinstance(thing, frozenset):
        return ["s", *sorted(thing)]
    return ["m", *([key, to_plain(thing[key])] for key in sorted(thing))]


def from_plain(plain: Plain) -> Any:
    """The thing that `to_plain` took apart.

    Raises:
        KeyError: the data names a noun that this version does not know.
    """
    if not isinstance(plain, list):
        return plain
    return _BUILD[plain[0]](plain)  # type: ignore[index]


def _builder(cls: type) -> Callable[[list[Any]], Any]:
    if issubclass(cls, Enum):
        return lambda plain: cls(plain[1])
    every = list(enumerate(fields(cls), start=1))  # type: ignore[arg-type]  # a dataclass, as all nouns but the enums
    positional = [i for i, f in every if not f.kw_only]
    named = [(i, f.name) for i, f in every if f.kw_only]
    if not named:
        return lambda plain: cls(*[p if type(p) is not list else _BUILD[p[0]](p) for p in plain[1:]])
    return lambda plain: cls(
        *(from_plain(plain[i]) for i in positional), **{name: from_plain(plain[i]) for i, name in named}
    )


_BUILD: Mapping[str, Callable[[list[Any]], Any]] = {
    "t": lambda plain: tuple([p if type(p) is not list else _BUILD[p[0]](p) for p in plain[1:]]),
    "s": lambda plain: frozenset(plain[1:]),
    "m": lambda plain: {key: from_plain(item) for key, item in plain[1:]},
    "d": lambda plain: Decimal(plain[1]),
    "D": lambda plain: date.fromisoformat(plain[1]),
    **{name: _builder(cls) for name, cls in NOUNS.items()},
}


def digest(thing: object) -> str:
    """The SHA-256 of the thing's canonical form, in hexadecimal."""
    canonical = json.dumps(to_plain(thing), ensure_ascii=False, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()
