"""From bytes to plain data, within limits: no floats, no aliases, no repeated keys, no bottomless nesting."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from weighbridge.app.faults import Fault, RequestFaults
from weighbridge.core.text import Text

LARGEST = 1_000_000
"""Bytes in a request; a real one has a few thousand."""
DEEPEST = 20
LONGEST_NUMBER = 60
WHOLE = "(document)"
QUOTED = ("'", '"', "|", ">")
"""The styles of a YAML scalar that is text whatever it looks like."""


def read_document(content: bytes) -> dict[str, Any]:
    """The mapping that a JSON or YAML document holds. JSON is tried where the first character is a brace.

    Raises:
        RequestFaults: it is too large, empty, not UTF-8, malformed, too deep, or not a mapping.
    """
    if len(content) > LARGEST:
        raise _fault(
            f"{len(content)} bytes",
            "The request is too large.",
            "請求過大。",
            f"at most {LARGEST} bytes",
            f"至多 {LARGEST} 位元組",
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _fault(f"byte {error.start}", "It is not UTF-8 text.", "並非 UTF-8 文字。", "UTF-8", "UTF-8") from None
    if not text.strip():
        raise _fault("nothing", "The request is empty.", "請求為空白。", *ACCEPTED)
    data = _json(text) if text.lstrip().startswith(("{", "[")) else _yaml(text)
    if not isinstance(data, dict):
        raise _fault(type(data).__name__, "The request is not a mapping of fields.", "請求並非欄位對映。", *ACCEPTED)
    return data


ACCEPTED = (
    "a JSON or YAML mapping such as examples/india-1000-h100.yaml",
    "JSON 或 YAML 欄位對映，例如 examples/india-1000-h100.yaml",
)


def _fault(found: str, en: str, zh: str, accepted_en: str, accepted_zh: str) -> RequestFaults:
    return RequestFaults([Fault(WHOLE, found, Text(en, zh), Text(accepted_en, accepted_zh))])


# --- JSON -----------------------------------------------------------------------------------------


def _json(text: str) -> Any:
    _refuse_deep(text)
    try:
        return json.loads(
            text, parse_float=Decimal, parse_int=_whole, parse_constant=_constant, object_pairs_hook=_unique
        )
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}: {error.msg}"
        raise _fault(where, "It is not valid JSON.", "並非有效之 JSON。", *ACCEPTED) from None


def _refuse_deep(text: str) -> None:
    """Refuse nesting beyond the limit before a recursive parser meets it. Brackets in strings only make it strict."""
    depth = 0
    for character in text:
        depth += (character in "[{") - (character in "]}")
        if depth > DEEPEST:
            raise _too_deep()


def _too_deep() -> RequestFaults:
    accepted = (f"at most {DEEPEST} levels", f"至多 {DEEPEST} 層")
    return _fault(f"more than {DEEPEST} levels", "It is nested too deeply.", "巢狀過深。", *accepted)


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise _fault(
            f"{digits[:12]}…", "A number is too long.", "數值過長。", f"{LONGEST_NUMBER} digits", f"{LONGEST_NUMBER} 位"
        )
    return int(digits)


def _constant(name: str) -> Any:
    raise _fault(name, "It is not a number.", "並非數值。", "a finite number", "有限數值")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _twice(key)
        found[key] = value
    return found


def _twice(key: str) -> RequestFaults:
    return _fault(key, "A field is stated twice.", "同一欄位重複填寫。", "each field once", "每一欄位僅填一次")


# --- YAML -----------------------------------------------------------------------------------------


def _yaml(text: str) -> Any:
    import yaml

    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        events = yaml.parse(text, Loader=loader)
        data = _node(events, next(_content(yaml, events)), yaml, 0)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}, column {mark.column + 1}" if mark else "unreadable"
        raise _fault(where, "It is not valid YAML.", "並非有效之 YAML。", *ACCEPTED) from None
    except StopIteration:
        raise _fault("nothing", "The request is empty.", "請求為空白。", *ACCEPTED) from None
    return data


def _content(yaml: Any, events: Iterator[Any]) -> Iterator[Any]:
    """The events of the document itself."""
    for event in events:
        if not isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent | yaml.StreamEndEvent):
            yield event


def _node(events: Iterator[Any], event: Any, yaml: Any, depth: int) -> Any:
    """Build one node. Aliases are refused (a few lines of them can stand for billions), so are tags and odd keys."""
    if depth > DEEPEST:
        raise _too_deep()
    if isinstance(event, yaml.AliasEvent):
        raise _fault(
            f"*{event.anchor}", "It uses a YAML alias.", "使用了 YAML 別名。", "values written out", "逐一寫出之值"
        )
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event)
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(_node(events, event, yaml, depth + 1))
        return items
    found: dict[str, Any] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key = _node(events, event, yaml, depth + 1)
        if not isinstance(key, str):
            raise _fault(str(key), "A field name is not a word.", "欄位名稱並非文字。", "a name", "名稱")
        if key in found:
            raise _twice(key)
        found[key] = _node(events, next(events), yaml, depth + 1)
    return found


def _scalar(event: Any) -> str | bool | None:
    """Text as text; plain true, false and null as JSON has them. Numbers stay text, to be read exactly."""
    plain = {"true": True, "false": False, "null": None, "~": None, "": None}
    value: str = event.value
    return value if event.style in QUOTED else plain.get(value.lower(), value)
