"""What the tests of the loop that posts share: a database, a told clock, a connector that does as it is told."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import Connection

from bot.clock import ToldClock
from bot.connector import Accepted, Outcome
from bot.delivery import Delivery, sleeper
from bot.store import Store, open_engine
from records.deliveries import Deliveries
from records.delivery_table import DeliveryRow
from records.network import found
from scheduler.owed import OnUnknown, Owed
from secretary.network import Network

NOW = dt.datetime(2027, 1, 11, 8, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
SECOND = dt.timedelta(seconds=1)
T = TypeVar("T")
Answer = Outcome | Exception | Callable[[], Awaitable[Outcome]]


@dataclass
class Channel:
    """A connector that answers as it is told, and otherwise takes everything."""

    answers: deque[Answer] = field(default_factory=deque)
    posted: list[str] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)

    async def send(self, message: str) -> Outcome:
        """Take a message."""
        self.tried.append(message)
        answer = self.answers.popleft() if self.answers else None
        await asyncio.sleep(0)
        if isinstance(answer, Exception):
            raise answer
        if answer is None:
            self.posted.append(message)
            return Accepted(f"activity-{len(self.posted)}", "thread")
        return await answer() if callable(answer) else answer


@dataclass
class Bench:
    """A database with one network, a told clock and a channel; loops are made from it as often as wanted."""

    store: Store
    clock: ToldClock
    channel: Channel
    unwanted: set[str] = field(default_factory=set)
    url: str = ""

    def loop(self, owner: str = "one", send: Callable[[str], Awaitable[Outcome]] | None = None) -> Delivery[str]:
        """A loop with its own name; the row is claimed by it."""
        return Delivery(self.store, self.word, send or self.channel.send, self.clock, sleeper(self.clock), owner)

    def word(self, _connection: Connection, row: DeliveryRow) -> str | None:
        """The words: none when unwanted, a mistake when the facts are not there."""
        if row.occurrence in self.unwanted:
            return None
        return f"{row.occurrence} {row.facts['meeting']}"

    def owe(self, *owed: Owed) -> None:
        """Keep what is owed, as a turn would."""
        self.store.run_now(lambda connection: Deliveries(connection).plan(1, owed, (), self.clock.now()))

    def take_back(self, *owed: Owed) -> None:
        """Take back what is no longer owed."""
        self.store.run_now(lambda connection: Deliveries(connection).plan(1, (), owed, self.clock.now()))

    def state(self, number: int = 1) -> str:
        """Where a delivery stands."""
        row = self.store.run_now(lambda connection: Deliveries(connection).get(number))
        assert row is not None
        return row.state

    def steps(self, number: int = 1) -> list[str]:
        """The states a delivery went through."""
        events = self.store.run_now(lambda connection: Deliveries(connection).events(number))
        return [after for _, after, _ in events]


@contextmanager
def a_bench(url: str) -> Iterator[Bench]:
    """A bench on a database with nothing in its tables."""
    engine = open_engine(url)
    with engine.begin() as connection:
        found(connection, Network(0, "Nätverket Norrbo"), "tenant", "channel", "{}")
    store = Store(engine)
    yield Bench(store, ToldClock(NOW), Channel(), url=url)
    store.close()


@dataclass
class Failing:
    """A database that goes away after some pieces of work."""

    store: Store
    left: int

    async def run(self, work: Callable[[Connection], T]) -> T:
        """Do the work while the database is there."""
        self.left -= 1
        if self.left < 0:
            raise ConnectionError
        return await self.store.run(work)


def reminder(
    occurrence: str = "P7D",
    due: dt.datetime = NOW,
    expires: dt.datetime | None = None,
    on_unknown: OnUnknown = OnUnknown.RESEND,
) -> Owed:
    """A reminder of a meeting."""
    local = (due + HOUR).replace(tzinfo=None)
    facts: dict[str, str | int] = {"meeting": 1}
    return Owed("meeting.reminder", "meeting:1", occurrence, "channel", local, due, expires, facts, on_unknown)
