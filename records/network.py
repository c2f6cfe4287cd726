"""The records of one network during one turn, and the table of networks itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from sqlalchemy import Column, Connection, Date, Index, Integer, String, Table, Text, Time, insert, select, update
from sqlalchemy import func as sql

from records.locks import FOUNDING, one_at_a_time
from records.schema import metadata
from records.shelf import Shelf, shelf_table
from secretary.deadline import Deadline, Reminder
from secretary.meeting import Meeting, Stage
from secretary.network import Network
from secretary.nomination import Nomination
from secretary.series import Series
from secretary.task import Task

networks = Table(
    "network",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("tenant", String(64), nullable=False),
    Column("channel", String(200), nullable=False),
    Column("address", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("uq_network_tenant_channel", "tenant", "channel", unique=True),
)
meetings = shelf_table(
    "meeting",
    Column("date", Date, nullable=False),
    Column("start", Time, nullable=False),
    Column("stage", String(12), nullable=False),
)
Index("ix_meeting_network_stage_date", meetings.c.network, meetings.c.stage, meetings.c.date)
series = shelf_table("series")
tasks = shelf_table("task")
deadlines = shelf_table("deadline")
reminders = shelf_table("reminder")
nominations = shelf_table("nomination")

KINDS: dict[str, tuple[Table, type[Any]]] = {
    "meeting": (meetings, Meeting),
    "series": (series, Series),
    "task": (tasks, Task),
    "deadline": (deadlines, Deadline),
    "reminder": (reminders, Reminder),
    "nomination": (nominations, Nomination),
}


@dataclass(frozen=True)
class Change:
    """One value before and after: `before` is None for what is new."""

    kind: str
    number: int
    before: Any
    after: Any


class MeetingShelf(Shelf[Meeting]):
    """The meetings of a network (see `secretary.ports.Meetings`)."""

    def open(self) -> Meeting | None:
        """The one that is going on."""
        found = self._select(meetings.c.stage == Stage.OPEN.value)
        return found[0] if found else None

    def on(self, date: dt.date) -> tuple[Meeting, ...]:
        """Those of a day, cancelled ones left out, by start."""
        stays = meetings.c.stage != Stage.CANCELLED.value
        return self._select(meetings.c.date == date, stays, order=(meetings.c.start,))

    def planned(self, since: dt.date) -> tuple[Meeting, ...]:
        """Those planned from a day on, by date and start."""
        planned = meetings.c.stage == Stage.PLANNED.value
        return self._select(planned, meetings.c.date >= since, order=(meetings.c.date, meetings.c.start))

    def held(self, until: dt.date) -> tuple[Meeting, ...]:
        """Those closed, up to and with a day, latest first."""
        closed = meetings.c.stage == Stage.CLOSED.value
        return self._select(closed, meetings.c.date <= until, order=(meetings.c.date.desc(), meetings.c.start.desc()))


def _searched(meeting: Meeting) -> Mapping[str, object]:
    return {"date": meeting.date, "start": meeting.start, "stage": meeting.stage.value}


class NetworkRecords:
    """Everything one network has on record, read and written in one transaction; it remembers what was changed.

    The network is held until the transaction ends, so that its turns follow one another; who only reads need not
    hold it. SQLite has one writer at a time anyway and knows nothing of it.
    """

    def __init__(self, connection: Connection, number: int, *, hold: bool = True) -> None:
        self._connection = connection
        self._changes: dict[tuple[str, int], Change] = {}
        query = select(networks.c.body).where(networks.c.number == number)
        if hold:
            query = query.with_for_update(key_share=True)  # what only refers to the network need not wait
        body = connection.execute(query).scalar_one()
        self._network = msgspec.json.decode(body, type=Network)

        def shelf(kind: str) -> Shelf[Any]:
            table, value = KINDS[kind]
            return Shelf(connection, number, table, value, self._notice)

        self.meetings = MeetingShelf(connection, number, meetings, Meeting, self._notice, _searched)
        self.series: Shelf[Series] = shelf("series")
        self.tasks: Shelf[Task] = shelf("task")
        self.deadlines: Shelf[Deadline] = shelf("deadline")
        self.reminders: Shelf[Reminder] = shelf("reminder")
        self.nominations: Shelf[Nomination] = shelf("nomination")

    @property
    def network(self) -> Network:
        """The network, as last saved."""
        return self._network

    def save_network(self, network: Network) -> None:
        """Keep the network's name, roll and habits."""
        if network == self._network:
            return
        body = msgspec.json.encode(network).decode()
        self._connection.execute(update(networks).where(networks.c.number == network.number).values(body=body))
        self._notice("network", network.number, self._network, network)
        self._network = network

    @property
    def changes(self) -> tuple[Change, ...]:
        """What was changed since this was made, each value once, with what it was at first."""
        return tuple(change for change in self._changes.values() if change.before != change.after)

    def current(self, kind: str, number: int) -> Any:
        """A value by the name of its kind."""
        return self._network if kind == "network" else self._shelf(kind).get(number)

    def restore(self, kind: str, before: Any) -> None:
        """Put a value back as it was."""
        if kind == "network":
            self.save_network(before)
        else:
            self._shelf(kind).save(before)

    def remove(self, kind: str, number: int) -> None:
        """Take away a value that was new; its number is not used again."""
        self._shelf(kind).remove(number)

    def _shelf(self, kind: str) -> Shelf[Any]:
        found: Shelf[Any] = self.meetings if kind == "meeting" else getattr(self, _PLURAL[kind])
        return found

    def _notice(self, kind: str, number: int, before: Any, after: Any) -> None:
        first = self._changes.get((kind, number))
        self._changes[kind, number] = Change(kind, number, first.before if first else before, after)


_PLURAL = {
    "series": "series",
    "task": "tasks",
    "deadline": "deadlines",
    "reminder": "reminders",
    "nomination": "nominations",
}


def found(connection: Connection, network: Network, tenant: str, channel: str, address: str) -> Network:
    """Keep a new network for a channel, and return it with its number."""
    one_at_a_time(connection, FOUNDING)
    number = (connection.execute(select(sql.max(networks.c.number))).scalar() or 0) + 1
    network = replace(network, number=number)
    connection.execute(
        insert(networks).values(
            number=number,
            tenant=tenant,
            channel=channel,
            address=address,
            body=msgspec.json.encode(network).decode(),
        )
    )
    return network


def of_channel(connection: Connection, tenant: str, channel: str) -> int | None:
    """The number of the network that meets in a channel."""
    query = select(networks.c.number).where(networks.c.tenant == tenant, networks.c.channel == channel)
    return connection.execute(query).scalar()


def address_of(connection: Connection, number: int) -> str:
    """How the network's channel is reached, as it was stored."""
    address: str = connection.execute(select(networks.c.address).where(networks.c.number == number)).scalar_one()
    return address


def set_address(connection: Connection, number: int, address: str) -> None:
    """Store how the network's channel is reached."""
    connection.execute(update(networks).where(networks.c.number == number).values(address=address))


def every(connection: Connection) -> tuple[Network, ...]:
    """Every network, by number."""
    rows = connection.execute(select(networks.c.body).order_by(networks.c.number)).scalars()
    return tuple(msgspec.json.decode(body, type=Network) for body in rows)
