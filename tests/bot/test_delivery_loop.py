"""The loop waits for the next moment, wakes for what is new, survives trouble, and sweeps."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace

import pytest
from sqlalchemy import Connection

from bot.clock import ToldClock
from bot.delivery import Delivery, sleeper
from records.deliveries import Deliveries
from scheduler.owed import Difference, owed, plan
from secretary.meeting import Meeting
from secretary.network import Network

from .delivery_support import HOUR, NOW, SECOND, Bench, Failing, a_bench, reminder


@pytest.fixture
def bench(database_url: str) -> Iterator[Bench]:
    """A bench with an empty database."""
    with a_bench(database_url) as made:
        yield made


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
