"""From what changed to what is owed, and from what is owed to a message that can be sent."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import Connection

from bot import adaptive
from bot.clock import Clock
from bot.connector import Accepted, Address, Connector, Outcome, Rejected
from dialogs.cards import Card
from dialogs.meetings import keep_series_going
from dialogs.said import Spoken
from dialogs.upcoming import WORDINGS, Owing
from language.words import Words
from records import journal, memory
from records import network as networks
from records.deliveries import Deliveries
from records.delivery_table import DeliveryRow
from records.network import Change, NetworkRecords
from scheduler.owed import owed, owed_for, plan
from secretary.network import Network


@dataclass(frozen=True)
class ToSend:
    """A message ready to be sent: into the channel, to one person, or in the place of a card that stands."""

    address: Address
    activity: dict[str, Any]
    contact: str = ""
    update: str = ""
    network: int = 0
    card: str = ""


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


class Wording:
    """Words what is owed, at the moment it is sent."""

    def __init__(self, languages: Mapping[str, Words], clock: Clock) -> None:
        self._languages = languages
        self._clock = clock

    def __call__(self, connection: Connection, row: DeliveryRow) -> ToSend | None:
        """The message, or None when there is nothing to say any more."""
        records = NetworkRecords(connection, row.network, hold=False)  # a turn may hold it, and want this very row
        network = records.network
        wording = WORDINGS.get(row.kind)
        if wording is None or not network.active:
            return None
        address = msgspec.json.decode(networks.address_of(connection, row.network), type=Address)
        name = row.target.removeprefix("member:") if row.target.startswith("member:") else ""
        member = next(iter(network.named(name)), None) if name else None
        language = (member.language if member else None) or network.language
        now = self._clock.now().astimezone(ZoneInfo(network.zone))
        said = wording(
            Owing(
                kind=row.kind,
                facts=row.facts,
                records=records,
                words=Spoken(self._languages[language], now.date()),
                now=now,
                before=row.occurrence,
            )
        )
        if said is None:
            return None
        activity = adaptive.message(said) if isinstance(said, Card) else {"type": "message", "text": said}
        if row.target.startswith("card:"):
            return _update(connection, network.number, row.target.removeprefix("card:"), address, activity)
        if member is not None and member.contact:
            return ToSend(address, activity, contact=member.contact)
        key = said.key if isinstance(said, Card) else ""
        return ToSend(address, activity, network=network.number, card=key)


def _update(
    connection: Connection, network: int, card: str, address: Address, activity: dict[str, Any]
) -> ToSend | None:
    stands = memory.where_is_card(connection, network, card)
    if stands is None:
        return None
    conversation, posted = stands
    return ToSend(replace(address, conversation=conversation), activity, update=posted)


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
