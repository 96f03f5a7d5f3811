"""Parts of the program that need more than the rest: what to install where that is missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from weighbridge.core.errors import Unavailable
from weighbridge.core.text import Text

NEEDED = Text(
    "This needs the package {0}, which is not installed: pip install 'weighbridge[{1}]'.",
    "此功能需要套件 {0}，目前未安裝：pip install 'weighbridge[{1}]'。",
)


@contextmanager
def needs(extra: str) -> Iterator[None]:
    """Say which extra to install where an import fails for want of it.

    Raises:
        Unavailable: a package that is not part of Weighbridge is missing.
    """
    try:
        yield
    except ModuleNotFoundError as missing:
        package = (missing.name or "").partition(".")[0]
        if package == "weighbridge":
            raise
        raise Unavailable(NEEDED.format(package, extra)) from missing
