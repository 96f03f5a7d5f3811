"""What is set for each source of lists: where it comes from, what is asked of it, how old it may grow.

The file is the one that `WEIGHBRIDGE_LISTS` names, else `lists.toml` in the user's configuration folder. One table is
one source; without a file there is one source, the Consolidated Screening List from where trade.gov publishes it.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from weighbridge.app.faults import Faults, nearest
from weighbridge.core.text import Text, same

CONSOLIDATED = "consolidated"
CONSOLIDATED_ADDRESS = "https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv"
SOURCE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
FORMATS = ("consolidated-csv", "consolidated-json", "ftm", "own-csv")
ON_ERROR = ("abort", "skip")
SCHEMES = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class ListSettings:
    """Of one source. Ages are in days, times in seconds; `keep` counts versions, and 0 keeps all."""

    source: str
    address: str = ""
    format: str = ""
    allowed_age_days: int = 7
    largest_loss_percent: int = 10
    on_error: str = "abort"
    keep: int = 0
    timeout_seconds: int = 30
    attempts: int = 5


LIMITS = {
    "allowed_age_days": (0, 366),
    "largest_loss_percent": (0, 100),
    "keep": (0, 100_000),
    "timeout_seconds": (1, 3_600),
    "attempts": (1, 100),
}
CHOICES = {"format": FORMATS, "on_error": ON_ERROR}
KNOWN = tuple(field.name for field in fields(ListSettings) if field.name != "source")

NO_TOML = Text("The file is no TOML.", "檔案並非 TOML。")
UNREADABLE = Text("The file cannot be read.", "無法讀取檔案。")
READABLE = Text("a readable TOML file", "可讀取之 TOML 檔")
NO_TABLE = Text("A source is a table of settings.", "每一來源為一個設定表。")
A_TABLE = Text("[source] with its settings below", "[來源] 及其下之設定")
BAD_NAME = Text("It cannot name a source.", "不可作為來源名稱。")
A_NAME = Text("small letters, digits, - and _", "小寫字母、數字、- 與 _")
UNKNOWN_SETTING = Text("It is no setting of a source.", "並非來源之設定。")
OUT_OF_RANGE = Text("It is no whole number within its bounds.", "並非界限內之整數。")
BETWEEN = Text("{0} to {1}", "{0} 至 {1}")
NO_CHOICE = Text("It is none of the values that can be chosen.", "並非可選之值。")
NO_ADDRESS = Text("It is no address.", "並非網址。")
AN_ADDRESS = same("https://…")
ONE_SOURCE = Text("An address is that of one source.", "一個網址僅屬一個來源。")
NO_SUCH_SOURCE = Text("No source of that name has an address.", "無此名稱且具網址之來源。")


def settings_path() -> Path:
    """The file of settings, whether it is there or not."""
    named = os.environ.get("WEIGHBRIDGE_LISTS")
    base = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(named) if named else Path(base) / "weighbridge" / "lists.toml"


def load_settings(path: Path | None = None) -> dict[str, ListSettings]:
    """Every source by its name.

    Raises:
        RequestFaults: the file cannot be read or holds faults; all are reported together.
    """
    path = path or settings_path()
    found = {CONSOLIDATED: ListSettings(CONSOLIDATED, CONSOLIDATED_ADDRESS, "")}
    if not path.exists() and "WEIGHBRIDGE_LISTS" not in os.environ:
        return found
    faults = Faults()
    for source, stated in _read(path, faults).items():
        where = f"{path.name}: {source}"
        if not SOURCE_NAME.fullmatch(source):
            faults.add(where, source, BAD_NAME, A_NAME)
        elif not isinstance(stated, Mapping):
            faults.add(where, stated, NO_TABLE, A_TABLE)
        else:
            found[source] = replace(found.get(source, ListSettings(source)), **_checked(stated, where, faults))
    faults.raise_if_any()
    return found


def settings_of(source: str, settings: Mapping[str, ListSettings]) -> ListSettings:
    """What is set for a source, else what holds unless set otherwise.

    Raises:
        RequestFaults: it cannot name a source.
    """
    faults = Faults()
    if not SOURCE_NAME.fullmatch(source):
        faults.add("source", source, BAD_NAME, A_NAME)
    faults.raise_if_any()
    return settings.get(source, ListSettings(source))


def to_update(named: Iterable[str], settings: Mapping[str, ListSettings], address: str = "") -> list[ListSettings]:
    """The sources to fetch: those named, else all that have an address. `address` is for one source alone.

    Raises:
        RequestFaults: a source that is named has no address; an address for several; or an address that is none.
    """
    chosen = list(named)
    faults = Faults()
    if address:
        if len(chosen) > 1:
            faults.add("--url", ", ".join(chosen), ONE_SOURCE, A_NAME)
        if not address.startswith(SCHEMES):
            faults.add("--url", address, NO_ADDRESS, AN_ADDRESS)
        faults.raise_if_any()
        return [replace(settings_of((chosen or [CONSOLIDATED])[0], settings), address=address)]
    with_address = {source: of for source, of in settings.items() if of.address}
    for source in chosen:
        if source not in with_address:
            faults.add("source", source, NO_SUCH_SOURCE, same(", ".join(with_address)), nearest(source, with_address))
    faults.raise_if_any()
    return [with_address[source] for source in chosen or with_address]


def _read(path: Path, faults: Faults) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as refused:
        faults.add(path.name, refused.strerror, UNREADABLE, READABLE)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        faults.add(path.name, broken, NO_TOML, READABLE)
    return {}


def _checked(stated: Mapping[str, Any], where: str, faults: Faults) -> dict[str, Any]:
    for name, value in stated.items():
        place = f"{where}.{name}"
        if name not in KNOWN:
            faults.add(place, value, UNKNOWN_SETTING, same(", ".join(KNOWN)), nearest(name, KNOWN))
        elif name in LIMITS:
            low, high = LIMITS[name]
            if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
                faults.add(place, value, OUT_OF_RANGE, BETWEEN.format(str(low), str(high)))
        elif name in CHOICES:
            if value not in CHOICES[name]:
                faults.add(place, value, NO_CHOICE, same(", ".join(CHOICES[name])))
        elif not isinstance(value, str) or not value.startswith(SCHEMES):
            faults.add(place, value, NO_ADDRESS, AN_ADDRESS)
    return {name: value for name, value in stated.items() if name in KNOWN}
