"""What the tests of turns share: a channel as Teams speaks of it, and the pipeline over a database in memory."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from typing import Any, TypeVar

from sqlalchemy import Connection, text

from bot.clock import ToldClock
from bot.connector import Accepted, Address, Outcome, Roster, RosterMember
from bot.migrate import migrate
from bot.pipeline import Activity, Answer
from bot.store import Store, open_engine
from bot.turns import Turns
from dialogs.conversation import FOLDER
from language.words import both
from records import journal
from records.network import NetworkRecords, every
from secretary.network import Network

TENANT = "22222222-0000-0000-0000-000000000002"
CHANNEL = "19:natverket@thread.tacv2"
BOT = "28:kansli"
NOW = dt.datetime(2027, 1, 11, 8, tzinfo=dt.UTC)
BO, ANNA, DAN, EVA = "Bo Ek", "Anna Berg", "Dan Holm", "Eva Sten"
LANGUAGES = both([FOLDER])
T = TypeVar("T")


class List:
    """A connector of which only the list of members is asked."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names

    async def roster(self, address: Address) -> Roster:
        """Everybody in the channel."""
        del address
        return Roster(tuple(RosterMember(user_of(name), object_of(name), TENANT, name, "user") for name in self.names))

    async def reply(self, address: Address, activity: dict[str, Any]) -> Outcome:
        """Nothing is sent by a turn itself."""
        del address, activity
        raise AssertionError("a turn never sends")

    new_thread = update = delete = open_private = reply


def object_of(name: str) -> str:
    """A person's object id."""
    return "oid-" + name.replace(" ", "-")


def user_of(name: str) -> str:
    """A person's id in Teams."""
    return "29:" + name.replace(" ", "-")


class Room:
    """A channel with the bot in it, or not yet."""

    def __init__(self, store: Store, names: tuple[str, ...]) -> None:
        self.store = store
        self.clock = ToldClock(NOW)
        self.list = List(names)
        self._ids = count(1_700_000_000_000)
        self.new_turns()

    def new_turns(self) -> None:
        """As after a restart: nothing is left but what is in the database."""
        self.turns = Turns(self.store, self.clock, LANGUAGES, connector=self.list)  # type: ignore[arg-type]

    def activity(self, kind: str, who: str, **more: Any) -> Activity:
        """An activity in the channel as Teams sends it; `thread` and `private` say where."""
        number = str(next(self._ids))
        thread, private = more.pop("thread", number), more.pop("private", False)
        place = f"a:{who}" if private else f"{CHANNEL};messageid={thread}"
        said = {
            "type": kind,
            "id": number,
            "serviceUrl": "https://smba.trafficmanager.net/emea/",
            "channelId": "msteams",
            "from": {"id": user_of(who), "name": who, "aadObjectId": object_of(who)},
            "recipient": {"id": BOT, "name": "Kansli"},
            "conversation": {
                "id": place,
                "conversationType": "personal" if private else "channel",
                "tenantId": TENANT,
            },
            "channelData": {"tenant": {"id": TENANT}} | ({} if private else _CHANNEL_DATA),
        }
        return {**said, **more}

    def said(self, who: str, words: str, **more: Any) -> Activity:
        """Somebody mentions the bot."""
        mention = {"type": "mention", "text": "<at>Kansli</at>", "mentioned": {"id": BOT, "name": "Kansli"}}
        return self.activity("message", who, text=f"<at>Kansli</at> {words}", entities=[mention], **more)

    def tapped(self, who: str, action: object, slots: object = None, **more: Any) -> Activity:
        """Somebody taps a button of a card."""
        data = {"kansli": {"action": action, "slots": {} if slots is None else slots}, **more.pop("inputs", {})}
        value = {"action": {"type": "Action.Execute", "verb": str(action), "data": data}, "trigger": "manual"}
        return self.activity("invoke", who, name="adaptiveCard/action", value=value, **more)

    async def join(self, who: str = BO) -> Answer:
        """The bot is added by somebody."""
        return await self.turns.receive(self.activity("installationUpdate", who, action="add"))

    async def say(self, who: str, words: str, **more: Any) -> str:
        """What the bot answers, as text."""
        return heard(await self.turns.receive(self.said(who, words, **more)))

    async def tap(self, who: str, action: object, slots: object = None, **more: Any) -> str:
        """What the bot answers to a tap, as text."""
        return heard(await self.turns.receive(self.tapped(who, action, slots, **more)))

    def read(self, look: Any) -> Any:
        """Something of the records of the only network."""
        return self.store.run_now(lambda connection: look(NetworkRecords(connection, 1)))

    @property
    def network(self) -> Network:
        """The only network as it stands."""
        found: Network = self.read(lambda records: records.network)
        return found

    @property
    def networks(self) -> tuple[Network, ...]:
        """Every network."""
        return self.store.run_now(every)

    def rows(self, *tables: str) -> Mapping[str, list[tuple[Any, ...]]]:
        """Everything in the tables, to be compared with what is there afterwards."""

        def look(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
            return {name: [tuple(row) for row in connection.execute(text(f"SELECT * FROM {name}"))] for name in tables}

        return self.store.run_now(look)

    def verified(self) -> bool:
        """Whether the journal's chain holds."""
        return self.store.run_now(lambda connection: journal.verify(connection).broken is None)


_CHANNEL_DATA = {"channel": {"id": CHANNEL, "name": "Nätverket"}, "team": {"id": "19:team", "name": "Norrbo"}}
RECORDED = ("network", "meeting", "series", "task", "deadline", "reminder", "nomination", "journal", "delivery")


@contextmanager
def room(*names: str, url: str = "sqlite://") -> Iterator[Room]:
    """A channel with these people, the first of whom adds the bot."""
    engine = open_engine(url)
    migrate(engine)
    store = Store(engine)
    try:
        yield Room(store, names or (BO, ANNA, DAN, EVA))
    finally:
        store.close()


def heard(answer: Answer) -> str:
    """An answer as it is read: texts, and of cards their text for those who see none."""
    lines = []
    for one in answer.activities:
        if one.get("text"):
            lines.append(one["text"].replace("\\", ""))
        lines += [attached["content"]["fallbackText"] for attached in one.get("attachments", [])]
    return "\n".join(lines)


def cards(answer: Answer) -> list[dict[str, Any]]:
    """The cards of an answer."""
    return [attached["content"] for one in answer.activities for attached in one.get("attachments", [])]


def is_bug(said: str) -> bool:
    """Whether the bot apologised for a failure of its own."""
    return "Referens:" in said or "Reference:" in said


async def sent(answer: Answer) -> None:
    """Tell the pipeline that everything it answered is in Teams."""
    assert answer.sent is not None
    await answer.sent(tuple(Accepted(f"m{place}", "c") for place, _ in enumerate(answer.activities)))


def size(card: object) -> int:
    """A card's bytes on the wire."""
    return len(json.dumps(card, ensure_ascii=False).encode())
