"""The schema's versions, forward only: each step is run once, in order, within one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, inspect, select

from weighbridge.core.errors import Unavailable
from weighbridge.core.text import Text
from weighbridge.parties.store.schema import METADATA, SCHEMA_VERSION

Step = Callable[[Connection], None]

TOO_NEW = Text(
    "The store was written by a newer Weighbridge (schema {0}; this one knows {1}). Update Weighbridge.",
    "此資料庫由較新版 Weighbridge 寫入（結構 {0}；本版僅識得 {1}）。請更新 Weighbridge。",
)
NEVER_EDITED = "a judgement is never edited; record a new one"


def _first_tables(connection: Connection) -> None:
    METADATA.create_all(connection)
    for statement in _KEEP_JUDGEMENTS[connection.dialect.name]:
        connection.exec_driver_sql(statement)


_KEEP_JUDGEMENTS = {
    "sqlite": [
        f"create trigger parties_judgement_keep_{verb} before {verb} on parties_judgement "
        f"begin select raise(abort, '{NEVER_EDITED}'); end"
        for verb in ("update", "delete")
    ],
    "postgresql": [
        "create function parties_judgement_keep() returns trigger language plpgsql as "
        f"$$ begin raise exception '{NEVER_EDITED}'; end $$",
        "create trigger parties_judgement_keep before update or delete on parties_judgement "
        "for each row execute function parties_judgement_keep()",
    ],
}
"""The history of judgements is evidence: the database itself refuses to change it."""

STEPS: Sequence[Step] = (_first_tables,)
"""A step that has been released is never edited; a change of the schema adds one."""


def schema_version(connection: Connection) -> int:
    """How many steps the store has taken; 0 for an empty one."""
    if not inspect(connection).has_table(SCHEMA_VERSION.name):
        return 0
    return connection.scalar(select(SCHEMA_VERSION.c.version)) or 0


def migrate(connection: Connection, steps: Sequence[Step] = STEPS) -> None:
    """Bring the schema up to date.

    Raises:
        Unavailable: the store is from a newer version of the program.
    """
    version = schema_version(connection)
    if version > len(steps):
        raise Unavailable(TOO_NEW.format(str(version), str(len(steps))))
    if version == len(steps):
        return
    if version == 0:
        SCHEMA_VERSION.create(connection)
        connection.execute(SCHEMA_VERSION.insert().values(version=0))
    for step in steps[version:]:
        step(connection)
    connection.execute(SCHEMA_VERSION.update().values(version=len(steps)))
