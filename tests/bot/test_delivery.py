"""The loop that posts: everything owed is posted once, whatever the connector answers and wherever it dies."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import Connection, text

from bot.clock import ToldClock
from bot.connector import Accepted, Outcome, Rejected, Unclear
from bot.delivery import Delivery, sleeper
from bot.store import Store, open_engine
from records.deliveries import Deliveries
from records.delivery_table import DeliveryRow
from records.network import found
from records.schema import metadata
from scheduler.delivery import LEASE
from scheduler.owed import Difference, OnUnknown, Owed, owed, plan
from secretary.meeting import Meeting
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


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """A bench with an empty database."""
    engine = open_engine(f"sqlite:///{tmp_path}/kansli.db")
    with engine.begin() as connection:
        metadata.create_all(connection)
        found(connection, Network(0, "Nätverket Norrbo"), "tenant", "channel", "{}")
    store = Store(engine)
    yield Bench(store, ToldClock(NOW), Channel())
    store.close()


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


async def test_what_is_due_is_posted_in_order_and_the_rest_waits(bench: Bench) -> None:
    """What is due is posted in order and the rest waits."""
    bench.owe(reminder("second"), reminder("first", NOW - HOUR), reminder("third", NOW + HOUR))
    loop = bench.loop()
    assert await loop.deliver_due() == 2
    assert bench.channel.posted == ["first 1", "second 1"]
    assert await loop.deliver_due() == 0
    bench.clock.advance(HOUR)
    assert await loop.deliver_due() == 1
    assert bench.channel.posted[2:] == ["third 1"]
    assert bench.steps(1) == ["pending", "leased", "sending", "sent"]


async def test_the_mark_is_committed_before_the_attempt(bench: Bench) -> None:
    """The mark is committed before the attempt."""
    seen: list[str] = []

    async def look() -> Outcome:
        seen.append(await asyncio.to_thread(bench.state))
        return Accepted("activity", "thread")

    bench.channel.answers.append(look)
    bench.owe(reminder())
    await bench.loop().deliver_due()
    assert seen == ["sending"]


async def test_many_loops_share_the_work_and_post_each_once(bench: Bench) -> None:
    """Many loops share the work and post each once."""
    bench.owe(*(reminder(f"number-{n:02}", NOW - n * SECOND) for n in range(40)))
    other = Bench(Store(open_engine(str(bench.store.engine.url))), bench.clock, bench.channel)
    loops = [bench.loop("one"), bench.loop("two"), other.loop("of another process")]
    posted = await asyncio.gather(*(loop.deliver_due() for loop in [*loops, *loops]))
    other.store.close()
    assert sum(posted) == 40
    assert len(set(bench.channel.posted)) == len(bench.channel.tried) == 40


async def test_what_came_due_while_nobody_ran_is_posted_at_the_restart(bench: Bench, tmp_path: Path) -> None:
    """What came due while nobody ran is posted at the restart."""
    bench.owe(reminder(due=NOW + HOUR))
    await bench.loop().deliver_due()
    bench.clock.advance(48 * HOUR)
    again = Store(open_engine(f"sqlite:///{tmp_path}/kansli.db"))
    try:
        later = Bench(again, bench.clock, bench.channel)
        assert await later.loop("after the restart").deliver_due() == 1
    finally:
        again.close()
    assert bench.channel.posted == ["P7D 1"]


async def test_what_is_too_late_is_never_posted(bench: Bench) -> None:
    """What is too late is never posted."""
    bench.owe(reminder(expires=NOW + HOUR))
    bench.clock.advance(HOUR)
    assert await bench.loop().deliver_due() == 0
    assert bench.state() == "expired"
    assert bench.channel.tried == []


async def test_too_many_messages_are_tried_again_after_the_wait_that_was_asked_for(bench: Bench) -> None:
    """Too many messages are tried again after the wait that was asked for."""
    bench.channel.answers.append(Rejected(429, 30.0, "Throttled"))
    bench.owe(reminder())
    loop = bench.loop()
    assert await loop.deliver_due() == 0
    bench.clock.advance(29 * SECOND)
    assert await loop.deliver_due() == 0
    bench.clock.advance(SECOND)
    assert await loop.deliver_due() == 1
    assert bench.steps() == ["pending", "leased", "sending", "pending", "leased", "sending", "sent"]


async def test_a_refused_one_that_is_taken_back_meanwhile_is_not_tried_again(bench: Bench) -> None:
    """A refused one that is taken back meanwhile is not tried again."""

    async def moved() -> Outcome:
        await asyncio.to_thread(bench.take_back, reminder())
        return Rejected(429, None, "")

    bench.channel.answers.append(moved)
    bench.owe(reminder())
    await bench.loop().deliver_due()
    assert bench.state() == "cancelled"


@pytest.mark.parametrize(
    "answer",
    [
        Unclear("no answer"),
        Rejected(502, None, ""),
        Rejected(412, None, ""),
        TimeoutError(),
        ValueError("a mistake"),
    ],
    ids=repr,
)
@pytest.mark.parametrize(("on_unknown", "end"), [(OnUnknown.RESEND, "sent"), (OnUnknown.HOLD, "review")])
async def test_an_unclear_answer_is_marked_and_then_the_kind_decides(
    bench: Bench, answer: Answer, on_unknown: OnUnknown, end: str
) -> None:
    """An unclear answer is marked and then the kind decides."""
    bench.channel.answers.append(answer)
    bench.owe(reminder(on_unknown=on_unknown))
    loop = bench.loop()
    assert await loop.deliver_due() == 0
    assert bench.state() == "unknown"
    assert await loop.deliver_due() == 0
    bench.clock.advance(2 * SECOND)
    assert await loop.deliver_due() == (end == "sent")
    assert bench.state() == end
    assert "unknown" in bench.steps()


async def test_a_send_that_hangs_is_given_up(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """A send that hangs is given up."""
    monkeypatch.setattr("bot.delivery.PATIENCE", dt.timedelta(milliseconds=5))

    async def hang() -> Outcome:
        await asyncio.Event().wait()
        return Unclear("never")

    bench.channel.answers.append(hang)
    bench.owe(reminder())
    await bench.loop().deliver_due()
    assert bench.state() == "unknown"


@pytest.mark.parametrize("accepted", [True, False])
@pytest.mark.parametrize(("on_unknown", "end"), [(OnUnknown.RESEND, "sent"), (OnUnknown.HOLD, "review")])
async def test_a_loop_that_dies_during_the_attempt_is_found_out(
    bench: Bench, accepted: bool, on_unknown: OnUnknown, end: str
) -> None:
    """A loop that dies during the attempt is found out."""
    bench.owe(reminder(on_unknown=on_unknown))
    under_way = asyncio.Event()

    async def die(message: str) -> Outcome:
        if accepted:
            bench.channel.posted.append(message)
        under_way.set()
        await asyncio.Event().wait()
        return Unclear("never")

    dying = asyncio.create_task(bench.loop("dying", die).deliver_due())
    await under_way.wait()
    dying.cancel()
    with suppress(asyncio.CancelledError):
        await dying
    other = bench.loop("other")
    assert await other.deliver_due() == 0
    assert bench.state() == "sending"
    bench.clock.advance(LEASE)
    await other.deliver_due()
    assert bench.state() == end
    assert bench.steps()[:4] == ["pending", "leased", "sending", "unknown"]
    assert len(bench.channel.posted) == accepted + (end == "sent")


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


@pytest.mark.parametrize("on_unknown", OnUnknown)
async def test_an_answer_that_cannot_be_recorded_is_recorded_later(bench: Bench, on_unknown: OnUnknown) -> None:
    """An answer that cannot be recorded at once is recorded later, and nothing is posted twice."""
    bench.owe(reminder(on_unknown=on_unknown))
    failing = Failing(bench.store, 2)
    loop = Delivery(failing, bench.word, bench.channel.send, bench.clock, sleeper(bench.clock), "one")
    with pytest.raises(ConnectionError):
        await loop.deliver_due()
    assert bench.state() == "sending"
    bench.clock.advance(LEASE)
    failing.left = 9
    assert await loop.deliver_due() == 0
    assert bench.state() == "sent"
    assert bench.channel.posted == ["P7D 1"]


async def test_an_answer_that_is_never_recorded_leaves_doubt(bench: Bench) -> None:
    """An answer that is lost with its loop leaves doubt, and what is held is not posted again."""
    bench.owe(reminder(on_unknown=OnUnknown.HOLD))
    failing = Failing(bench.store, 2)
    loop = Delivery(failing, bench.word, bench.channel.send, bench.clock, sleeper(bench.clock), "one")
    with pytest.raises(ConnectionError):
        await loop.deliver_due()
    bench.clock.advance(LEASE)
    await bench.loop("other").deliver_due()
    assert bench.state() == "review"
    assert bench.channel.posted == ["P7D 1"]


async def test_a_clock_moved_during_the_attempt_leaves_no_doubt(bench: Bench) -> None:
    """A clock that is moved while a message is under way leaves no doubt in a process that is alive."""
    loop = bench.loop()
    sweeps: list[asyncio.Task[None]] = []

    async def moved() -> Outcome:
        bench.clock.advance(24 * HOUR)
        sweeps.append(asyncio.create_task(loop.recover()))
        await asyncio.to_thread(bench.state)
        return Accepted("activity", "thread")

    bench.channel.answers.append(moved)
    bench.owe(reminder())
    await loop.deliver_due()
    await sweeps[0]
    assert bench.steps() == ["pending", "leased", "sending", "sent"]


async def test_what_is_refused_for_good_fails_and_does_not_stop_the_next(bench: Bench) -> None:
    """What is refused for good fails and does not stop the next."""
    bench.channel.answers.append(Rejected(404, None, "ConversationNotFound"))
    bench.owe(reminder("gone", NOW - HOUR), reminder("fine"))
    assert await bench.loop().deliver_due() == 1
    assert [bench.state(1), bench.state(2)] == ["failed", "sent"]


async def test_what_has_nothing_to_say_any_more_is_cancelled(bench: Bench) -> None:
    """What has nothing to say any more is cancelled."""
    bench.unwanted.add("P7D")
    bench.owe(reminder(), reminder("P1D"))
    assert await bench.loop().deliver_due() == 1
    assert bench.state(1) == "cancelled"


async def test_a_mistake_in_the_words_fails_in_the_end_and_does_not_stop_the_next(bench: Bench) -> None:
    """A mistake in the words fails in the end and does not stop the next."""
    broken = Owed("meeting.reminder", "meeting:2", "P7D", "channel", NOW.replace(tzinfo=None), NOW - HOUR)
    bench.owe(broken, reminder("fine"))
    loop = bench.loop()
    assert await loop.deliver_due() == 1
    assert bench.state(1) == "pending"
    for _ in range(6):
        bench.clock.advance(HOUR)
        await loop.deliver_due()
    assert bench.state(1) == "failed"
    assert bench.channel.posted == ["fine 1"]


async def test_what_the_words_wrote_before_their_mistake_is_undone(bench: Bench) -> None:
    """What the words wrote before their mistake is undone."""

    def word(connection: Connection, row: DeliveryRow) -> str | None:
        connection.execute(text("UPDATE network SET address = 'spoilt'"))
        raise LookupError(row.kind)

    bench.owe(reminder())
    await Delivery(bench.store, word, bench.channel.send, bench.clock, sleeper(bench.clock), "one").deliver_due()
    address = bench.store.run_now(lambda connection: connection.execute(text("SELECT address FROM network")).scalar())
    assert address == "{}"


@dataclass
class Waits:
    """A `sleep_until` that tells what it was asked to wait for and waits until it is let go."""

    asked: asyncio.Queue[dt.datetime | None] = field(default_factory=asyncio.Queue)
    over: asyncio.Event = field(default_factory=asyncio.Event)

    async def until(self, moment: dt.datetime | None) -> None:
        """Wait."""
        self.asked.put_nowait(moment)
        await self.over.wait()
        self.over.clear()


async def test_the_loop_waits_for_the_next_moment_and_wakes_for_what_is_new(bench: Bench) -> None:
    """The loop waits for the next moment and wakes for what is new."""
    waits = Waits()
    bench.owe(reminder("later", NOW + HOUR))
    loop = Delivery(bench.store, bench.word, bench.channel.send, bench.clock, waits.until, "one")
    running = asyncio.create_task(loop.run_forever())
    async with asyncio.timeout(5):
        assert await waits.asked.get() == NOW + HOUR
        await asyncio.to_thread(bench.owe, reminder("new"))
        loop.wake()
        assert await waits.asked.get() == NOW + HOUR
        assert bench.channel.posted == ["new 1"]
        for _ in range(5):  # long enough for a loop that does not wait to show itself
            await bench.store.run(lambda _: None)
        assert waits.asked.empty()
        bench.clock.advance(HOUR)
        waits.over.set()
        assert await waits.asked.get() is None
    assert bench.channel.posted == ["new 1", "later 1"]
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


async def test_the_loop_survives_a_database_that_is_away(bench: Bench) -> None:
    """The loop survives a database that is away."""
    waits = Waits()
    failing = Failing(bench.store, 0)
    loop = Delivery(failing, bench.word, bench.channel.send, bench.clock, waits.until, "one")
    bench.owe(reminder())
    running = asyncio.create_task(loop.run_forever())
    async with asyncio.timeout(5):
        assert await waits.asked.get() == NOW + 5 * SECOND
        failing.left = 99
        loop.wake()
        assert await waits.asked.get() is None
    assert bench.channel.posted == ["P7D 1"]
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


async def test_sleeping_asks_the_clock_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sleeping asks the clock again."""
    clock = ToldClock(NOW)
    slept: list[float] = []

    async def sleep(length: float) -> None:
        slept.append(length)
        clock.advance(10 * SECOND if len(slept) < 2 else HOUR)

    monkeypatch.setattr("bot.delivery.asyncio.sleep", sleep)
    await sleeper(clock)(NOW + 60 * SECOND)
    assert slept == [15.0, 15.0]
    await sleeper(clock)(clock.now())
    assert slept == [15.0, 15.0]


async def test_what_was_over_long_ago_is_forgotten(bench: Bench) -> None:
    """What was over long ago is forgotten."""
    bench.owe(reminder())
    loop = bench.loop()
    await loop.deliver_due()
    await loop.prune()
    assert bench.state() == "sent"
    bench.clock.advance(500 * 24 * HOUR)
    await loop.prune()
    assert bench.store.run_now(lambda connection: Deliveries(connection).get(1)) is None


async def test_a_sweep_over_everything_changes_nothing_that_is_right(bench: Bench) -> None:
    """What stands in the table is compared with what the rules say: put right, and otherwise left alone."""
    network = Network(1, "Nätverket Norrbo")
    meeting = Meeting(1, dt.date(2027, 2, 18), dt.time(13, 30))
    moved = replace(meeting, start=dt.time(10))

    def sweep(meeting: Meeting) -> Difference:
        def work(connection: Connection) -> Difference:
            deliveries = Deliveries(connection)
            difference = plan(deliveries.planned(1), owed(meeting, network), NOW)
            deliveries.plan(1, difference.new, difference.gone, NOW)
            return difference

        return bench.store.run_now(work)

    bench.store.run_now(lambda connection: Deliveries(connection).owe(1, "x.y", "channel", {}, key="x", now=NOW))
    assert len(sweep(meeting).new) == 3
    assert sweep(meeting) == Difference()
    assert [len(sweep(moved).new), len(sweep(meeting).gone)] == [3, 3]
    rows = bench.store.run_now(lambda connection: Deliveries(connection).pending(1))
    assert [row.key for row in rows] == ["x", *(one.key for one in owed(meeting, network))]
