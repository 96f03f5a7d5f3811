"""The id of a determination: the same for the same request under the same rulebook, whenever it is made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from weighbridge.app.request.request import Request
from weighbridge.core.text import Text

DIGITS = 16


def determination_id(request: Request, rulebook: str) -> str:
    """`D-` and 16 hexadecimal digits, from all that the request states, as it was read, and the rulebook's digest.

    Two orders that are alike in everything have one id; a `reference` tells them apart.
    """
    content = json.dumps([rulebook, _plain(request)], ensure_ascii=True, sort_keys=True)
    return f"D-{sha256(content.encode()).hexdigest()[:DIGITS]}"


def _plain(value: Any) -> Any:
    match value:
        case None | bool() | int() | str():
            return value
        case Text():
            return None  # How something is said to a reader is no part of what it is.
        case Decimal():
            return f"{value.normalize():f}"
        case date():
            return value.isoformat()
        case Mapping():
            return {str(key): _plain(item) for key, item in value.items()}
        case frozenset():
            return sorted((_plain(item) for item in value), key=json.dumps)
        case tuple():
            return [_plain(item) for item in value]
        case _:
            assert is_dataclass(value), f"a request holds no {type(value)}"
            return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
