"""What can be taken back, and what is coming: the records' side of two questions the conversations ask."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from records import memory
from records.deliveries import Deliveries
from records.delivery_table import DeliveryRow
from records.memory import Takeback
from records.network import Change, NetworkRecords
from secretary.network import Network
from secretary.ports import Coming
from secretary.refusal import BuiltUpon, NothingToTakeBack

SEEN = "seen by a person"  # in the place of an activity id
TAKE_BACK_WITHIN = dt.timedelta(minutes=10)
ENTRIES = frozenset(
    {
        "agenda.add",
        "agenda.approve",
        "agenda.attach",
        "agenda.edit",
        "agenda.postpone",
        "agenda.withdraw",
        "decision.note",
        "decision.record",
        "item.note",
        "nomination.appoint",
        "presence.absent",
        "presence.guest",
        "presence.note_taker",
        "presence.present",
        "presence.substitute",
        "task.add",
    }
)  # what is written in an open meeting, and so can be taken back as its last entry


class ThePast:
    """One speaker's view of what was changed in a place (see `secretary.ports.Past`)."""

    def __init__(
        self, connection: Connection, records: NetworkRecords, person: str, place: str, now: dt.datetime
    ) -> None:
        self._connection = connection
        self._records = records
        self._person = person
        self._place = place
        self._now = now

    def last(self, meeting: int | None) -> str | None:
        """What a take-back would undo, in the words it was said."""
        found = self._last(meeting)
        return found.said if found else None

    def take_back(self, meeting: int | None) -> str:
        """Put everything that the last change changed back as it was."""
        found = self._last(meeting)
        if found is None:
            raise NothingToTakeBack
        restored = [(change, self._restored(change, found.said)) for change in found.changes]
        for change, value in restored:
            if value is None:
                self._records.remove(change.kind, change.number)
            else:
                self._records.restore(change.kind, value)
        memory.taken_back(self._connection, found)
        return found.said

    def _restored(self, change: Change, said: str) -> Any:
        """The value without the change, None for one that was new; what else has changed since stays as it is."""
        current = self._records.current(change.kind, change.number)
        if change.before is None or change.after is None or current is None:
            if current != change.after:
                raise BuiltUpon(said=said)
            return change.before
        undone = {}
        for one in fields(change.before):
            before, after = getattr(change.before, one.name), getattr(change.after, one.name)
            if before != after:
                if getattr(current, one.name) != after:
                    raise BuiltUpon(said=said)
                undone[one.name] = before
        return replace(current, **undone)

    def _last(self, meeting: int | None) -> Takeback | None:
        network = self._records.network.number
        if meeting is not None:
            return memory.last_change(self._connection, network, meeting=meeting)
        since = self._now - TAKE_BACK_WITHIN
        here = memory.last_change(self._connection, network, person=self._person, place=self._place, since=since)
        return here or memory.last_change(self._connection, network, person=self._person, since=since)


class TheOwings:
    """What a network is owed (see `secretary.ports.Owings`)."""

    def __init__(self, connection: Connection, network: Network, now: dt.datetime) -> None:
        self._deliveries = Deliveries(connection)
        self._network = network
        self._now = now

    def coming(self) -> tuple[Coming, ...]:
        """Everything planned, by time."""
        rows = sorted(self._deliveries.pending(self._network.number), key=lambda row: (row.due, row.id))
        return tuple(as_coming(row, self._network) for row in rows)

    def held(self, number: int) -> Coming | None:
        """What waits for a person's word."""
        row = self._held(number)
        return as_coming(row, self._network) if row else None

    def is_posted(self, number: int) -> None:
        """It is posted; under which id nobody knows."""
        row = self._held(number)
        if row is not None:
            self._deliveries.sent(row, SEEN, self._now)

    def post_again(self, number: int) -> None:
        """It is to be posted."""
        row = self._held(number)
        if row is not None:
            self._deliveries.release(row, self._now)

    def _held(self, number: int) -> DeliveryRow | None:
        row = self._deliveries.get(number)
        return row if row and row.network == self._network.number and row.state == "review" else None


def as_coming(row: DeliveryRow, network: Network) -> Coming:
    """A delivery as the conversations speak of it."""
    zone = ZoneInfo(network.zone)
    at = row.due.astimezone(zone).replace(tzinfo=None)
    asked = row.local_due if row.object and row.local_due != at else None
    return Coming(row.kind, row.facts, row.target, at, asked, row.id)
