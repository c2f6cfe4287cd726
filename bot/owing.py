"""From what changed to what is owed, and sending what is worded."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.connector import Accepted, Address, Connector, Outcome, Rejected
from bot.pacing import Pace
from dialogs.meetings import keep_series_going
from records import journal
from records import network as networks
from records.deliveries import Deliveries
from records.network import Change, NetworkRecords
from scheduler.owed import owed, owed_for, plan
from secretary.network import Network


@dataclass(frozen=True)
class ToSend:
    """A message ready to be sent: into the channel, a thread of it or to one person, or in a standing card's place."""

    address: Address
    activity: dict[str, Any]
    contact: str = ""
    update: str = ""
    network: int = 0
    card: str = ""
    thread: str = ""


def plan_changes(connection: Connection, network: Network, changes: Iterable[Change], now: dt.datetime) -> None:
    """Owe what the changes make owed and take back what they make void, in the transaction of the changes."""
    deliveries = Deliveries(connection)
    kept = list(changes)
    if any(change.kind == "network" for change in kept):
        plan_network(connection, network.number, now)
        return
    for change in kept:
        before = owed(change.before, network) if change.before is not None else ()
        after = owed(change.after, network) if change.after is not None else ()
        difference = plan(before, after, now)
        deliveries.plan(network.number, difference.new, difference.gone, now)


def plan_network(connection: Connection, number: int, now: dt.datetime) -> None:
    """Compare everything a network owes by its rules with what stands in the table, and put the difference right."""
    records = NetworkRecords(connection, number)
    deliveries = Deliveries(connection)
    network = records.network
    yesterday = now.astimezone(ZoneInfo(network.zone)).date() - dt.timedelta(days=1)
    things: list[object] = [
        *records.meetings.planned(yesterday),
        *records.tasks.all(),
        *records.deadlines.all(),
        *records.reminders.all(),
        *records.nominations.all(),
    ]
    difference = plan(deliveries.planned(number), owed_for(things, network), now)
    deliveries.plan(number, difference.new, difference.gone, now)


def plan_everything(connection: Connection, now: dt.datetime) -> None:
    """The same for every network, once its series have their next meetings."""
    for network in networks.every(connection):
        records = NetworkRecords(connection, network.number)
        keep_series_going(records, now.astimezone(ZoneInfo(network.zone)))
        if records.changes:
            journal.append(
                connection,
                network.number,
                who="kansli",
                action="meeting.series",
                message="",
                changes=records.changes,
                now=now,
            )
        plan_network(connection, network.number, now)


class Sender:
    """Sends what is worded: a new thread, a private message, or an update of a card."""

    def __init__(
        self,
        connector: Connector,
        say: Callable[[Address, dict[str, Any]], Awaitable[Outcome]],
    ) -> None:
        self._connector = connector
        self._say = say
        self._private: dict[tuple[str, str], str] = {}
        self._opening = asyncio.Lock()

    async def __call__(self, wanted: ToSend) -> Outcome:
        """Send it; the outcome is a value."""
        if wanted.update:
            outcome = await self._connector.update(wanted.address, wanted.update, wanted.activity)
            if isinstance(outcome, Rejected) and outcome.status == 404:
                return Accepted(
                    wanted.update, wanted.address.conversation
                )  # the card is gone: nothing to bring up to date
            return outcome
        if wanted.thread:
            return await self._say(replace(wanted.address, conversation=wanted.thread), wanted.activity)
        if not wanted.contact:
            return await self._connector.new_thread(wanted.address, wanted.activity)
        opened = await self._private_with(wanted)
        if not isinstance(opened, str):
            return opened
        return await self._say(replace(wanted.address, conversation=opened, channel="", team=""), wanted.activity)

    async def _private_with(self, wanted: ToSend) -> str | Outcome:
        """The id of the private conversation with the person; opened once."""
        key = (wanted.address.tenant, wanted.contact)
        async with self._opening:
            if key not in self._private:
                opened = await self._connector.open_private(wanted.address, wanted.contact)
                if not isinstance(opened, Accepted):
                    # Nothing was said yet, so that trying again doubles nothing.
                    return opened if isinstance(opened, Rejected) else Rejected(0, None, "NoPrivateConversation")
                self._private[key] = opened.conversation
            return self._private[key]


class TeamsPace:
    """How fast Teams takes what is to be sent."""

    def __init__(self) -> None:
        self._pace = Pace()

    def free_at(self, wanted: ToSend, now: dt.datetime) -> dt.datetime:
        """When it may go; `now` when it may at once."""
        return self._pace.free_at(_thread(wanted), wanted.address.tenant, now)

    def went(self, wanted: ToSend, now: dt.datetime) -> None:
        """It goes now."""
        self._pace.went(_thread(wanted), wanted.address.tenant, now)


def _thread(wanted: ToSend) -> str:
    """What Teams counts by: the thread, the person, or the channel."""
    if wanted.update:
        return wanted.address.conversation
    return wanted.thread or wanted.contact or wanted.address.channel
