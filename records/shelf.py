"""A shelf of numbered values of one kind: a column of JSON, and beside it what is searched by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import Column, Connection, ForeignKey, Integer, Table, Text, insert, select, update
from sqlalchemy import func as sql

from records.schema import metadata

Value = TypeVar("Value")
Noticed = Callable[[str, int, Any, Any], None]


def shelf_table(name: str, *columns: Column[Any]) -> Table:
    """The table of a kind of value: network and number are its key."""
    return Table(
        name,
        metadata,
        Column("network", Integer, ForeignKey("network.number"), primary_key=True),
        Column("number", Integer, primary_key=True, autoincrement=False),
        *columns,
        Column("body", Text),  # empty once the value was taken away: its number is not used again
    )


class Shelf(Generic[Value]):
    """The repository of one kind of value for one network, over one connection (see `secretary.ports`).

    `noticed(kind, number, before, after)` hears of every change, so that a turn can plan, keep its journal and be
    taken back.
    """

    def __init__(
        self,
        connection: Connection,
        network: int,
        table: Table,
        kind: type[Value],
        noticed: Noticed,
        columns: Callable[[Value], Mapping[str, object]] = lambda _: {},
    ) -> None:
        self._connection = connection
        self._network = network
        self._table = table
        self._kind = kind
        self._noticed = noticed
        self._columns = columns

    def get(self, number: int) -> Value | None:
        """The value of that number; None when there is none."""
        found = self._select(self._table.c.number == number)
        return found[0] if found else None

    def all(self) -> tuple[Value, ...]:
        """Every value, by number."""
        return self._select()

    def add(self, value: Value) -> Value:
        """Keep a new value and return it with its number."""
        highest = select(sql.max(self._table.c.number)).where(self._table.c.network == self._network)
        number = (self._connection.execute(highest).scalar() or 0) + 1
        value = replace(value, number=number)  # type: ignore[type-var]
        row = {"network": self._network, "number": number, "body": _body(value), **self._columns(value)}
        self._connection.execute(insert(self._table).values(row))
        self._noticed(str(self._table.name), number, None, value)
        return value

    def save(self, value: Value) -> None:
        """Put the value in the place of the one of its number."""
        number: int = value.number  # type: ignore[attr-defined]
        before = self.get(number)
        if before is None:
            raise LookupError(f"{self._table.name} {number} was never added")
        if before == value:
            return
        self._connection.execute(
            update(self._table)
            .where(self._table.c.network == self._network, self._table.c.number == number)
            .values(body=_body(value), **self._columns(value))
        )
        self._noticed(str(self._table.name), number, before, value)

    def remove(self, number: int) -> None:
        """Take a value away; its number is not used again."""
        before = self.get(number)
        mine = (self._table.c.network == self._network, self._table.c.number == number)
        self._connection.execute(update(self._table).where(*mine).values(body=None))
        self._noticed(str(self._table.name), number, before, None)

    def _select(self, *where: Any, order: tuple[Any, ...] = ()) -> tuple[Value, ...]:
        query = select(self._table.c.body).where(
            self._table.c.network == self._network, self._table.c.body.is_not(None), *where
        )
        query = query.order_by(*(order or (self._table.c.number,)))
        return tuple(msgspec.json.decode(body, type=self._kind) for body in self._connection.execute(query).scalars())


def _body(value: object) -> str:
    return msgspec.json.encode(value).decode()
