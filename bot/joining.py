"""The bot is added to a channel, or removed; people join the team."""

from __future__ import annotations

from dataclasses import replace

import msgspec
from sqlalchemy import Connection

from bot import adaptive, people
from bot.answering import Answering, Stored
from bot.connector import Roster
from bot.events import Event
from bot.keeping import keep
from bot.owing import plan_network
from dialogs import general
from records import network as networks
from records.network import NetworkRecords
from secretary.network import Network


def join(connection: Connection, event: Event, roster: Roster | None, answering: Answering, new: Network) -> Stored:
    """Store the channel and greet with one card; a second word of the same joining changes nothing."""
    where = event.where
    address = msgspec.json.encode(where.address).decode()
    number = networks.of_channel(connection, where.address.tenant, where.address.channel)
    if number is None:
        name = where.team_name or where.channel_name or event.who.name
        tenant, channel = where.address.tenant, where.address.channel
        number = networks.found(connection, replace(new, name=name), tenant, channel, address).number
    else:
        networks.set_address(connection, number, address)
        if NetworkRecords(connection, number).network.active:
            return Stored()
    records = NetworkRecords(connection, number)
    records.save_network(people.from_roster(records.network, roster.members if roster else (), event.who))
    now = answering.clock.now()
    keep(connection, records, event, "network.join", "", now)
    plan_network(connection, number, now)
    words = answering.spoken(records.network, records.network.language)
    return Stored((adaptive.message(general.greeting(words, records.network)),), network=number, owes=True)


def newcomers(connection: Connection, event: Event, roster: Roster | None, answering: Answering) -> Stored:
    """Take those on the roll who joined the team; who they are is what the connector's roster says."""
    where = event.where
    number = networks.of_channel(connection, where.address.tenant, where.address.channel)
    if number is not None and roster is not None:
        records = NetworkRecords(connection, number)
        records.save_network(people.from_roster(records.network, roster.members, event.who))
        keep(connection, records, event, "network.join", "", answering.clock.now())
    return Stored()


def leave(connection: Connection, event: Event, answering: Answering) -> Stored:
    """Stop posting; the record stays."""
    where = event.where
    number = networks.of_channel(connection, where.address.tenant, where.address.channel)
    if number is not None:
        records = NetworkRecords(connection, number)
        records.save_network(replace(records.network, active=False))
        keep(connection, records, event, "network.leave", "", answering.clock.now())
    return Stored()
