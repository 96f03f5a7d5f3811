"""Files in the user's cache that are used only while they are exactly what was written.

They lie in `WEIGHBRIDGE_CACHE_DIR`, else in `XDG_CACHE_HOME` or `~/.cache`. The first line of a file says of which
sources it was made and gives the digest of the rest; a file that is missing, damaged or of other sources is not used.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

MOST_KEPT = 12


def folder() -> Path:
    """Where the files lie."""
    named = os.environ.get("WEIGHBRIDGE_CACHE_DIR")
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(named) if named else Path(base) / "weighbridge"


def kept(name: str, sources: str) -> bytes | None:
    """What was kept under that name; None if it is missing, damaged or made from other sources."""
    try:
        header, _, body = (folder() / name).read_bytes().partition(b"\n")
    except OSError:
        return None
    return body if header == _header(sources, body) else None


def keep(name: str, sources: str, body: bytes) -> None:
    """Keep it, and drop the oldest files. A cache that cannot be written costs time, not correctness."""
    with suppress(OSError):
        folder().mkdir(parents=True, exist_ok=True)
        _write_whole(folder() / name, _header(sources, body) + b"\n" + body)
        for old in sorted(folder().iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)[MOST_KEPT:]:
            old.unlink()


def _header(sources: str, body: bytes) -> bytes:
    return f"{sources} {sha256(body).hexdigest()}".encode()


def _write_whole(path: Path, content: bytes) -> None:
    """Write to a file beside it and rename, so that no reader ever sees half a file."""
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
        part.write(content)
    Path(part.name).replace(path)
