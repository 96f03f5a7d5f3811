"""The program's own time in a call, waiting left out: SQLAlchemy beside sqlite3, psycopg's cursor beside libpq."""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable, Mapping

import sqlalchemy
from tests.cluster import running_cluster

from benchmarks.ledger.load import DAY, LAST_DAY, opening, reservations
from weighbridge.ledger.stores.postgresql.connection import connect
from weighbridge.ledger.stores.postgresql.hot import ONE
from weighbridge.ledger.stores.postgresql.raw import day, int8
from weighbridge.ledger.stores.postgresql.store import PostgresqlStore

CALLS, ROUNDS = 2_000, 7


def run() -> dict[str, dict[str, float]]:
    """Microseconds of processor time a call."""
    return _look_ups() | _statements()


def _look_ups() -> dict[str, dict[str, float]]:
    """A look-up by number in a table of 1,000 rows in memory."""
    engine = sqlalchemy.create_engine("sqlite://", poolclass=sqlalchemy.StaticPool)
    table = sqlalchemy.Table(
        "looked_up",
        sqlalchemy.MetaData(),
        sqlalchemy.Column("id", sqlalchemy.Integer, primary_key=True),
        sqlalchemy.Column("word", sqlalchemy.Text),
    )
    with engine.connect() as connection:
        table.metadata.create_all(connection)
        connection.execute(sqlalchemy.insert(table), [{"word": str(number)} for number in range(1000)])
        asked = sqlalchemy.select(table.c.word).where(table.c.id == sqlalchemy.bindparam("wanted"))
        driver = connection.connection.driver_connection
        assert driver is not None, "a connection has its driver's"
        return _medians(
            {
                "look-up by SQLAlchemy Core": lambda i: connection.execute(asked, {"wanted": i % 1000 + 1}).fetchone(),
                "look-up by sqlite3": lambda i: driver.execute(
                    "SELECT word FROM looked_up WHERE id = ?", (i % 1000 + 1,)
                ).fetchone(),
            }
        )


def _statements() -> dict[str, dict[str, float]]:
    """The hot statement of a reservation, its values ready: adapted by psycopg, and packed by hand."""
    with running_cluster("-c fsync=off -c synchronous_commit=off") as cluster:
        store = PostgresqlStore(cluster.dsn)
        store.record(opening())
        store.record(next(reservations("first")))
        connection = connect(cluster.dsn)
        cursor = connection.cursor(binary=True)
        sql = re.sub(r"\$(\d+)", r"%(p\1)s", ONE.sql).encode()
        most, digest, content = 790_000_000, bytes(32), "x" * 150
        packed = (int8(1), int8(1), day(DAY), day(DAY), int8(1), int8(1), int8(most), digest)
        plain = dict(zip((f"p{i}" for i in range(1, 9)), (1, 1, DAY, DAY, 1, 1, most, digest), strict=True))
        plain |= {"p10": content, "p11": LAST_DAY}
        found = _medians(
            {
                "hot statement by a cursor": lambda i: cursor.execute(sql, plain | {"p9": f"c{i}"}).fetchone(),
                "hot statement by libpq": lambda i: ONE.run(
                    connection, (*packed, b"p%d" % i, content.encode(), day(LAST_DAY))
                ),
            }
        )
        connection.close()
        store.close()
    return found


def _medians(calls: Mapping[str, Callable[[int], object]]) -> dict[str, dict[str, float]]:
    taken: dict[str, list[float]] = {name: [] for name in calls}
    for round in range(ROUNDS):
        for name, call in calls.items():
            begun = time.process_time()
            for number in range(round * CALLS, (round + 1) * CALLS):
                call(number)
            taken[name].append((time.process_time() - begun) / CALLS * 1e6)
    return {name: {"us": statistics.median(each)} for name, each in taken.items()}
