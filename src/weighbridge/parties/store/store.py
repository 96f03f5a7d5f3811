"""The store: opened by its address, brought up to date, and read and written in transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool

from weighbridge.core.errors import Unavailable
from weighbridge.core.text import Text
from weighbridge.parties.store.errors import READ_ONLY, store_errors
from weighbridge.parties.store.migrate import STEPS, migrate, schema_version
from weighbridge.parties.store.where import is_server, store_address

WAIT_SECONDS = 30
"""How long to wait for another process that writes."""

# A write-ahead log: readers go on while a list is imported, and a killed import leaves nothing behind.
SETTINGS = ("pragma journal_mode = wal", "pragma synchronous = full")

WRITERS_LOCK = 7_703_514
"""Any number that no other program locks in the same database."""

ABSENT = Text(
    "There is no store at {0}. Import a list first: weighbridge lists update, or weighbridge lists import FILE.",
    "{0} 尚無資料庫。請先匯入名單：weighbridge lists update，或 weighbridge lists import FILE。",
)
NO_ADDRESS = Text(
    "{0} is no address of a PostgreSQL: write postgresql://USER@HOST/DATABASE.",
    "{0} 並非 PostgreSQL 位址：請寫成 postgresql://USER@HOST/DATABASE。",
)


class Store:
    """One store. Reading and writing are transactions: what is not finished is as if it had not begun."""

    def __init__(self, engine: Engine, shown: str, **to_write: object) -> None:
        """`shown` is the address without its password; `to_write` are the execution options of writing connections."""
        self._engine = engine
        self._to_write = {"weighbridge_writes": True, **to_write}
        self.shown = shown

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the store, whatever others write meanwhile."""
        with store_errors(self.shown), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes; others that want to write wait until it ends."""
        with store_errors(self.shown), self._engine.connect() as connection:
            writing = connection.execution_options(**self._to_write)
            with writing.begin():
                yield writing

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


def open_store(named: str | None = None, *, create: bool = False) -> Store:
    """The store at that address, else the configured one; its schema is brought up to date.

    Raises:
        Unavailable: it is not there and is not to be created, cannot be reached, or was written by a newer program.
    """
    address = store_address(named)
    store = _server(address) if is_server(address) else _file(Path(address), create)
    with store.reading() as connection:
        version = schema_version(connection)
    if version == 0 and not create:
        raise Unavailable(ABSENT.format(store.shown))
    if version != len(STEPS):  # Else no lock is asked for, and readers go on while a list is imported.
        with store.writing() as connection:
            migrate(connection)
    return store


def _file(path: Path, create: bool) -> Store:
    if not path.exists() and not create:
        raise Unavailable(ABSENT.format(str(path)))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as refused:
        raise Unavailable(READ_ONLY.format(str(path), refused.strerror or str(refused))) from refused
    engine = create_engine(
        URL.create("sqlite", database=str(path)), connect_args={"timeout": WAIT_SECONDS}, poolclass=NullPool
    )

    @event.listens_for(engine, "connect")
    def _settings(connection: sqlite3.Connection, _: object) -> None:
        # The driver must not begin transactions of its own accord: `_begin` says of which kind they are.
        connection.isolation_level = None
        for setting in SETTINGS:
            connection.execute(setting)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("weighbridge_writes")
        connection.exec_driver_sql("begin immediate" if writes else "begin")

    return Store(engine, str(path))


def _server(address: str) -> Store:
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as wrong:
        raise Unavailable(NO_ADDRESS.format("WEIGHBRIDGE_STORE")) from wrong
    shown = url.set(drivername="postgresql").render_as_string(hide_password=True)
    engine = create_engine(
        url,
        connect_args={"connect_timeout": 10, "options": f"-c lock_timeout={WAIT_SECONDS}s"},
        isolation_level="REPEATABLE READ",
        poolclass=NullPool,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get("weighbridge_writes"):
            connection.exec_driver_sql(f"select pg_advisory_xact_lock({WRITERS_LOCK})")

    # One writer at a time, and each must see what the last one wrote while it waited for the lock.
    return Store(engine, shown, isolation_level="READ COMMITTED")
