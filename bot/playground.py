"""The local channel wired to the program: its people move in, its clock can be moved, its messages reach the bot."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import aiohttp
from aiohttp import web
from sqlalchemy import Connection

from bot.clock import OffsetClock
from bot.delivery import Delivery
from bot.forward import forward
from bot.local.channel import LocalChannel
from bot.local.context import LocalContext
from bot.local.keeping import load
from bot.local.people import Json
from bot.local.routes import add_routes
from bot.local.starter import STARTER, settle
from bot.owing import ToSend
from bot.pipeline import InvokeAnswer
from bot.store import Store
from config.settings import Settings
from records import network as networks
from records.deliveries import Deliveries
from records.network import NetworkRecords
from secretary.network import Member, Role, Seat


class Playground:
    """The local channel and its clock (see `bot.local.context.LocalTime`)."""

    def __init__(
        self,
        app: web.Application,
        store: Store,
        delivery: Delivery[ToSend],
        clock: OffsetClock,
        settings: Settings,
        kept: Path,
    ) -> None:
        self._store = store
        self._delivery = delivery
        self._clock = clock
        self._zone = ZoneInfo(settings.zone)
        self._session: aiohttp.ClientSession | None = None
        self._address = ""
        self.channel = LocalChannel(clock.now, service_url="", zone=settings.zone)
        then = load(self.channel, kept)
        if then is not None and then > clock.now():
            clock.move_to(then)
        add_routes(app, LocalContext(self.channel, self._deliver, self, kept=kept))
        app.on_cleanup.append(self._close)

    async def open(self, address: str) -> None:
        """Once the port is known: say where the channel is reached, and let a new network move in."""
        self._address = address
        self.channel.place = replace(self.channel.place, service_url=f"{address}/local/connector/")
        known = await self._store.run(self._network)
        if known is None:
            for activity in settle(self.channel):
                await self._deliver(activity)
            await self._store.run(self._introduce)

    def now(self) -> dt.datetime:
        """What the channel's clock says."""
        return self._clock.now().astimezone(self._zone)

    async def forward(self, to: dt.datetime) -> None:
        """Move the clock; everything that falls due on the way has happened when this returns."""
        await forward(to, now=self._clock.now, move_to=self._clock.move_to, writer=self._store, delivery=self._delivery)
        self._delivery.wake()

    async def next_due(self) -> dt.datetime | None:
        """When the bot will next post by itself."""
        due = await self._store.run(lambda connection: Deliveries(connection).next_due())
        return due.astimezone(self._zone) if due else None

    async def _deliver(self, activity: Json) -> InvokeAnswer:
        """Post an activity to the bot's own door, as Teams would."""
        if self._session is None:
            self._session = aiohttp.ClientSession()
        async with self._session.post(f"{self._address}/api/messages", json=activity) as response:
            body = await response.json() if response.content_type == "application/json" else None
            return InvokeAnswer(response.status, body if isinstance(body, dict) else None)

    async def _close(self, _app: web.Application) -> None:
        if self._session is not None:
            await self._session.close()

    def _network(self, connection: Connection) -> int | None:
        place = self.channel.place
        return networks.of_channel(connection, place.tenant, place.channel_id)

    def _introduce(self, connection: Connection) -> None:
        """Give the fictitious network its roll, so that a newcomer can play at once."""
        number = self._network(connection)
        if number is None:
            raise LookupError("the bot did not join the local channel")
        records = NetworkRecords(connection, number)
        by_name = {person.name: person for person in self.channel.people.values()}
        members = tuple(
            Member(
                one.name,
                role=Role(one.role),
                seats=(Seat(one.organisation, one.function),),
                language=one.language,
                person=f"{self.channel.place.tenant}/{by_name[one.name].object_id}",
                contact=by_name[one.name].user_id,
            )
            for one in STARTER.people
        )
        network = replace(
            records.network, name=STARTER.name, short=STARTER.short, language=STARTER.language, members=members
        )
        records.save_network(network)
