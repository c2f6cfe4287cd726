"""Small facts about the whole database that stand from one process to the next: one text under one name."""

from __future__ import annotations

from sqlalchemy import Column, Connection, String, Table, Text, delete, insert, select, update

from records.schema import metadata

standing = Table(
    "standing",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)


def read(connection: Connection, *names: str) -> dict[str, str]:
    """Those of the facts that stand, by name."""
    query = select(standing.c.name, standing.c.value).where(standing.c.name.in_(names))
    return {row.name: row.value for row in connection.execute(query)}


def put(connection: Connection, name: str, value: str) -> None:
    """Let a fact stand, in the place of what stood under its name."""
    changed = connection.execute(update(standing).where(standing.c.name == name).values(value=value))
    if changed.rowcount == 0:
        connection.execute(insert(standing).values(name=name, value=value))


def drop(connection: Connection, name: str) -> None:
    """Let nothing stand under a name."""
    connection.execute(delete(standing).where(standing.c.name == name))
