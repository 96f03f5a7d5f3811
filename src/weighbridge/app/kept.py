"""Keeps the compiled code of a rulebook beside the compiled corpus, so that a program that starts anew starts fast."""

from __future__ import annotations

import marshal
import sys
from hashlib import sha256
from pathlib import Path
from types import CodeType

from weighbridge.core.rulebook import Rulebook
from weighbridge.engine import compile as compiler
from weighbridge.engine import trace
from weighbridge.law.cache import keep, kept

WRITERS = (compiler, trace)
"""The modules whose text decides what the code of a rulebook looks like."""


def code_of(rulebook: Rulebook) -> CodeType:
    """The code of a rulebook: from the cache if it was made by this version of everything, else made and kept."""
    made_by = sha256(f"{sys.version} {rulebook.digest}".encode())
    for module in WRITERS:
        made_by.update(Path(module.__file__ or "").read_bytes())
    name = f"rules-{made_by.hexdigest()[:32]}"
    found = kept(name, made_by.hexdigest())
    if found is None:
        found = marshal.dumps(compiler.compile_rulebook(rulebook))
        keep(name, made_by.hexdigest(), found)
    code: CodeType = marshal.loads(found)
    return code
