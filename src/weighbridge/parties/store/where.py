"""Where the store is: named by whoever asks, else by `WEIGHBRIDGE_STORE`, else one file in the user's data folder."""

from __future__ import annotations

import os
from pathlib import Path

SERVERS = ("postgresql://", "postgres://")


def store_address(named: str | None = None) -> str:
    """The store's file or its `postgresql://` address."""
    return named or os.environ.get("WEIGHBRIDGE_STORE") or str(_data_folder() / "parties.sqlite")


def is_server(address: str) -> bool:
    """Whether the address is that of a PostgreSQL."""
    return address.startswith(SERVERS)


def coming_folder(named: str | None = None) -> Path:
    """Where files lie while they are fetched: beside a store that is a file, else in the user's data folder."""
    address = store_address(named)
    return (_data_folder() if is_server(address) else Path(address).parent) / "coming"


def _data_folder() -> Path:
    """As the XDG Base Directory Specification has it."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "weighbridge"
