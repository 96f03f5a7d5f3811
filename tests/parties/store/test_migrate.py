"""The schema goes forward, a step at a time, and never back."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, inspect, select

from weighbridge.core.errors import Unavailable
from weighbridge.parties.store.migrate import STEPS, migrate, schema_version
from weighbridge.parties.store.schema import SCHEMA_VERSION
from weighbridge.parties.store.store import Store, open_store


def add_a_table(connection: Connection) -> None:
    connection.exec_driver_sql("create table parties_extra (word text)")


def fail(connection: Connection) -> None:
    add_a_table(connection)
    raise RuntimeError("the step fails")


def test_a_new_store_has_taken_every_step(store: Store) -> None:
    with store.reading() as connection:
        assert schema_version(connection) == len(STEPS)
        assert inspect(connection).has_table("parties_judgement")


def test_an_older_store_takes_the_steps_that_it_lacks_and_keeps_what_it_holds(store: Store) -> None:
    for _ in range(2):
        with store.writing() as connection:
            migrate(connection, (*STEPS, add_a_table))
    with store.reading() as connection:
        assert connection.scalar(select(SCHEMA_VERSION.c.version)) == len(STEPS) + 1
        assert inspect(connection).has_table("parties_extra")


def test_a_step_that_fails_leaves_the_store_as_it_was(store: Store) -> None:
    with pytest.raises(RuntimeError), store.writing() as connection:
        migrate(connection, (*STEPS, fail))
    with store.reading() as connection:
        assert schema_version(connection) == len(STEPS)
        assert not inspect(connection).has_table("parties_extra")


def test_a_store_of_a_newer_program_is_refused(store: Store, address: str) -> None:
    with store.writing() as connection:
        connection.execute(SCHEMA_VERSION.update().values(version=99))
    with pytest.raises(Unavailable, match=r"schema 99; this one knows .* Update Weighbridge"):
        open_store(address)
