"""The real program on a small stage: a channel in memory, a clock that is told, everything else as it runs for real."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.clock import ToldClock
from bot.connector import Accepted, Address, Outcome, Rejected, Roster
from bot.delivery import Delivery
from bot.forward import forward
from bot.local.channel import LocalChannel
from bot.local.messages import ConnectorError
from bot.local.people import LocalPerson
from bot.migrate import migrate
from bot.owing import Sender, ToSend
from bot.pipeline import Activity, Answer
from bot.replay.script import Head, Person
from bot.store import Store, open_engine
from bot.turns import Turns
from bot.wording import Wording
from dialogs.conversation import FOLDER
from language.words import both
from records.network import NetworkRecords, of_channel
from secretary.network import Member, Network, Role, Seat

SERVICE = "http://127.0.0.1/replay"


class InProcess:
    """The Bot Connector without a wire: the channel's own calls, its refusals as outcomes."""

    def __init__(self, channel: LocalChannel) -> None:
        self._channel = channel

    async def reply(self, address: Address, activity: Activity) -> Outcome:
        """Post into a thread or a private conversation."""
        return _outcome(lambda: self._channel.send(address.conversation, activity), address.conversation)

    async def new_thread(self, address: Address, activity: Activity) -> Outcome:
        """Post a new thread."""
        body = {"isGroup": True, "channelData": {"channel": {"id": address.channel}}, "activity": activity}
        return _outcome(lambda: self._channel.create_conversation(body), address.conversation)

    async def update(self, address: Address, activity_id: str, activity: Activity) -> Outcome:
        """Change a message."""
        return _outcome(lambda: self._channel.update(address.conversation, activity_id, activity), address.conversation)

    async def delete(self, address: Address, activity_id: str) -> Outcome:
        """Take a message away."""

        def take() -> dict[str, Any]:
            self._channel.delete(address.conversation, activity_id)
            return {"id": activity_id}

        return _outcome(take, address.conversation)

    async def open_private(self, address: Address, user_id: str) -> Outcome:
        """The private conversation with a person."""
        return _outcome(lambda: self._channel.create_conversation({"members": [{"id": user_id}]}), address.conversation)

    async def roster(self, address: Address) -> Roster | Rejected:
        """Nobody: the file's own list is the roll."""
        del address
        return Roster(())


def _outcome(call: Callable[[], dict[str, Any]], conversation: str) -> Outcome:
    try:
        done = call()
    except ConnectorError as refused:
        return Rejected(refused.status, None, refused.code)
    return Accepted(done.get("activityId", done["id"]), done["id"] if ":" in done["id"] else conversation)


class Stage:
    """A channel with its people and the bot in it, and a clock that moves when it is told."""

    def __init__(self, head: Head, database: str) -> None:
        self.clock = ToldClock(head.start)
        engine = open_engine(database)
        migrate(engine)
        self.store = Store(engine)
        self.channel = LocalChannel(self.clock.now, service_url=SERVICE, zone=head.zone)
        connector = InProcess(self.channel)
        languages = both([FOLDER])
        self.turns = Turns(self.store, self.clock, languages, language=head.language, zone=head.zone)
        self.connector = connector
        self.delivery: Delivery[ToSend] = Delivery(
            self.store, Wording(languages, self.clock), Sender(connector, connector.reply), self.clock, _never, "replay"
        )
        self.people = {
            person.name: self.channel.add_person(person.name, language=person.language) for person in head.people
        }
        self.bugs = 0

    async def settle(self, head: Head) -> None:
        """Let the bot join, and let the network be the one that the file describes."""
        first = next(
            (one for one in head.people if one.role is Role.SECRETARY), head.people[0] if head.people else None
        )
        installer = self.people[first.name] if first else self.stranger("Kansli")
        for activity in self.channel.install(installer, head.name, head.name):
            await self.deliver(activity)
        number = await self.store.run(lambda c: of_channel(c, self.channel.place.tenant, self.channel.place.channel_id))
        if number is None:
            raise LookupError("the bot did not join")
        self.network = number

        def describe(connection: Any) -> None:
            records = NetworkRecords(connection, number)
            network = replace(
                records.network,
                name=head.name,
                short=head.short,
                language=head.language,
                zone=head.zone,
                confirmed=True,
                members=tuple(self._member(one) for one in head.people) or records.network.members,
            )
            records.save_network(network)

        await self.store.run(describe)

    def _member(self, person: Person) -> Member:
        who = self.people[person.name]
        return Member(
            person.name,
            role=person.role,
            seats=tuple(Seat(one) for one in person.organisations),
            language=person.language,
            person=f"{self.channel.place.tenant}/{who.object_id}",
            contact=who.user_id,
        )

    def stranger(self, name: str) -> LocalPerson:
        """Somebody in the channel who is not on the file's list."""
        if name not in self.people:
            self.people[name] = self.channel.add_person(name)
        return self.people[name]

    async def deliver(self, activity: Activity) -> Answer:
        """Hand an activity to the program, send what it answers, and let what is owed now go out."""
        answer = await self.turns.receive(activity)
        conversation = activity["conversation"]["id"]
        address = Address(SERVICE, self.channel.place.tenant, conversation, self.channel.bot["id"])
        outcomes = [await self.connector.reply(address, one) for one in answer.activities]
        if answer.sent is not None:
            await answer.sent(tuple(outcomes))
        else:
            self.bugs += 1
        await self.delivery.deliver_due()
        return answer

    async def move(self, until: dt.datetime) -> None:
        """Move the clock; everything that falls due on the way happens, in order."""
        await forward(until, now=self.clock.now, move_to=self.clock.set, writer=self.store, delivery=self.delivery)

    async def read(self, look: Callable[[NetworkRecords], Any]) -> Any:
        """Read something from the records of the network."""
        return await self.store.run(lambda connection: look(NetworkRecords(connection, self.network)))

    @property
    def today(self) -> dt.date:
        """The day the clock stands at, where the machine's clock would be in UTC."""
        return self.clock.now().date()

    async def network_now(self) -> Network:
        """The network as it stands."""
        found: Network = await self.read(lambda records: records.network)
        return found

    def close(self) -> None:
        """End the writer."""
        self.store.close()


async def _never(_moment: dt.datetime | None) -> None:
    """Nobody waits on a stage: the clock is moved by hand."""
