"""The corpus as a compiled file: built once from the sources, used as long as their digest stays the same.

Reading a hundred YAML files and importing as many modules takes most of a second; reading the compiled file takes a
small part of it. The file holds nothing but plain data (`weighbridge.core.codec`).
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from pathlib import Path

from weighbridge.core.codec import from_plain, to_plain
from weighbridge.core.rulebook import Corpus
from weighbridge.law.cache import keep, kept

LAW = Path(__file__).parent
CORE = LAW.parent / "core"
PARTS = (
    "encoded_from",
    "known_from",
    "before",
    "horizon",
    "facts",
    "values",
    "instruments",
    "readings",
    "provisions",
    "suspensions",
)


@cache
def load_corpus() -> Corpus:
    """The corpus, from the compiled file where it fits the sources, else from the sources.

    Raises:
        InconsistentCorpus: the sources changed and contradict themselves.
    """
    sources = digest_of_sources()
    name = f"corpus-{sources[:32]}"
    found = kept(name, sources)
    if found is not None:
        return Corpus(**dict(zip(PARTS, from_plain(json.loads(found)), strict=True)))
    from weighbridge.law.load import load_sources

    corpus = load_sources()
    plain = to_plain(tuple(getattr(corpus, part) for part in PARTS))
    keep(name, sources, json.dumps(plain, separators=(",", ":")).encode())
    return corpus


def digest_of_sources() -> str:
    """SHA-256 over the path and content of every file that the corpus is made from."""
    found = sha256()
    for folder, names in ((LAW, (".py", ".yaml")), (CORE, (".py",))):
        for path in sorted(p for p in folder.rglob("*") if p.suffix in names and p.name != "cases.yaml"):
            found.update(str(path.relative_to(folder)).encode())
            found.update(path.read_bytes())
    return found.hexdigest()
