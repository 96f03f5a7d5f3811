"""What the headers of an HTTP answer promise of the whole file."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass

import httpx

CHECKSUMS = (("repr-digest", r"sha-256=:([\w+/=]+):"), ("digest", r"(?i:sha-256)=([\w+/=]+)"))
"""The header of RFC 9530, and that of RFC 3230 which it replaces."""


@dataclass(frozen=True, slots=True)
class Promised:
    """The server's mark of the file, its length in bytes, and its SHA-256 in hexadecimal, as far as they are said."""

    etag: str = ""
    length: int | None = None
    sha256: str = ""


def promised(response: httpx.Response) -> Promised:
    """What the answer says of the file, even where it brings only a part of it."""
    headers = response.headers
    total = re.fullmatch(r"bytes \d+-\d+/(\d+)", headers.get("content-range", ""))
    whole = response.status_code == httpx.codes.OK
    written = total.group(1) if total else headers.get("content-length", "") if whole else ""
    return Promised(headers.get("etag", ""), int(written) if written.isdigit() else None, _sha256(headers))


def continues_at(response: httpx.Response, byte: int) -> bool:
    """Whether a part of the file begins at that byte."""
    found = re.fullmatch(r"bytes (\d+)-\d+/(\d+|\*)", response.headers.get("content-range", ""))
    return found is not None and int(found.group(1)) == byte


def _sha256(headers: Mapping[str, str]) -> str:
    for header, pattern in CHECKSUMS:
        found = re.search(pattern, headers.get(header, ""))
        if found:
            try:
                return base64.b64decode(found.group(1), validate=True).hex()
            except binascii.Error:
                continue
    return ""
