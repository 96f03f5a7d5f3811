"""The tables. What a column means stands with the nouns that it keeps.

An entry is stored once for the versions in a row in which it says the same: from version `since` up to, not including,
`until`, which is null while it does. So a daily update writes only what changed, and every version stays readable.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, Index, Integer, MetaData, Table, Text
from sqlalchemy.dialects import postgresql

METADATA = MetaData()

ID = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
"""Compared byte by byte, so that both databases sort alike."""

VERSION = Table(
    "parties_list_version",
    METADATA,
    Column("source", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("sha256", Text, nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Column("format", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("etag", Text, nullable=False),
    Column("dated", Date, nullable=False),
    Column("confirmed", Date, nullable=False),
    Column("imported", Date, nullable=False),
    Column("counts", Text, nullable=False),
    Column("faulty", Integer, nullable=False),
    Column("faults", Text, nullable=False),
)

ENTRY = Table(
    "parties_list_entry",
    METADATA,
    Column("source", Text, primary_key=True),
    Column("id", ID, primary_key=True),
    Column("since", Integer, primary_key=True, autoincrement=False),
    Column("until", Integer),
    Column("digest", Text, nullable=False),
    Column("body", Text, nullable=False),
)
Index("parties_list_entry_by_until", ENTRY.c.source, ENTRY.c.until)

JUDGEMENT = Table(
    "parties_judgement",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("lineage", ID, nullable=False),
    Column("party_key", ID, nullable=False),
    Column("entry", Text, nullable=False),
    Column("party", Text, nullable=False),
    Column("opinion", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("on", Date, nullable=False),
    Column("reason", Text, nullable=False),
)
Index("parties_judgement_by_pair", JUDGEMENT.c.party_key, JUDGEMENT.c.lineage)

SCREENING = Table(
    "parties_screening",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("party_key", ID, nullable=False),
    Column("party", Text, nullable=False),
    Column("on", Date, nullable=False),
    Column("versions", Text, nullable=False),
    Column("candidates", Text, nullable=False),
)
Index("parties_screening_by_party", SCREENING.c.party_key, SCREENING.c.number)

SCHEMA_VERSION = Table("parties_schema", MetaData(), Column("version", Integer, primary_key=True, autoincrement=False))

INCOMING = Table(
    "parties_incoming",
    MetaData(),
    Column("id", ID, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("body", Text, nullable=False),
    prefixes=["TEMPORARY"],
)
"""A list while it is being imported. It belongs to one connection and is seen by no other."""
