"""The corpus as a compiled file: built once from the sources, used as long as their digest stays the same.

Reading a hundred YAML files and importing as many modules takes most of a second; reading the compiled file takes a
tenth of it. The file lies in the user's cache (`WEIGHBRIDGE_CACHE_DIR`, else `XDG_CACHE_HOME` or `~/.cache`), holds
nothing but plain data, and is never trusted beyond its digest: a file that is missing, damaged or of other sources is
built again.
"""

from __future__ import annotations

import json
import os
import tempfile
from functools import cache
from hashlib import sha256
from pathlib import Path

from weighbridge.core.codec import from_plain, to_plain
from weighbridge.core.rulebook import Corpus

LAW = Path(__file__).parent
CORE = LAW.parent / "core"
PARTS = ("encoded_from", "known_from", "before", "horizon", "facts", "values", "instruments", "readings", "provisions")


@cache
def load_corpus() -> Corpus:
    """The corpus, from the compiled file where it fits the sources, else from the sources.

    Raises:
        InconsistentCorpus: the sources changed and contradict themselves.
    """
    sources = digest_of_sources()
    path = cache_folder() / f"corpus-{sources[:16]}"
    return _read(path, sources) or _build(path, sources)


def cache_folder() -> Path:
    """Where compiled files lie."""
    named = os.environ.get("WEIGHBRIDGE_CACHE_DIR")
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(named) if named else Path(base) / "weighbridge"


def digest_of_sources() -> str:
    """SHA-256 over the path and content of every file that the corpus is made from."""
    found = sha256()
    for folder, names in ((LAW, (".py", ".yaml")), (CORE, (".py",))):
        for path in sorted(p for p in folder.rglob("*") if p.suffix in names and p.name != "cases.yaml"):
            found.update(str(path.relative_to(folder)).encode())
            found.update(path.read_bytes())
    return found.hexdigest()


def _read(path: Path, sources: str) -> Corpus | None:
    """The corpus in the compiled file; None if it is missing, damaged, or made from other sources."""
    try:
        header, _, body = path.read_bytes().partition(b"\n")
        if header != _header(sources, body):
            return None
        return Corpus(**dict(zip(PARTS, from_plain(json.loads(body)), strict=True)))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _build(path: Path, sources: str) -> Corpus:
    from weighbridge.law.load import load_sources

    corpus = load_sources()
    body = json.dumps(to_plain(tuple(getattr(corpus, part) for part in PARTS)), separators=(",", ":")).encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(path, _header(sources, body) + b"\n" + body)
    except OSError:
        pass  # A cache that cannot be written costs time, not correctness.
    return corpus


def _header(sources: str, body: bytes) -> bytes:
    """The first line of the file: of which sources it was made, and the digest of the rest."""
    return f"{sources} {sha256(body).hexdigest()}".encode()


def _write_whole(path: Path, content: bytes) -> None:
    """Write to a file beside it and rename, so that no reader ever sees half a file."""
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
        part.write(content)
    Path(part.name).replace(path)
