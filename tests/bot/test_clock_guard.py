"""A clock that jumps stops what is posted by itself, until a person accepts the time."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.clock import OffsetClock, ToldClock
from bot.clock_guard import ClockGuard, accept, steady, stopped
from bot.delivery import Delivery, sleeper
from bot.store import Store, open_engine
from records import standing
from records.deliveries import Deliveries
from records.network import found
from secretary.network import Network

from .delivery_support import NOW, Channel, reminder

MINUTE = dt.timedelta(minutes=1)
HOUR = 60 * MINUTE
DAY = 24 * HOUR
TEN_YEARS = 3652 * DAY


class Machine:
    """A machine's two clocks: time passes in both, the wall clock can be set besides."""

    def __init__(self) -> None:
        self.wall = ToldClock(NOW)
        self.seconds = 0.0

    def passes(self, by: dt.timedelta) -> None:
        """Time goes by."""
        self.wall.advance(by)
        self.seconds += by.total_seconds()

    def guard(self) -> ClockGuard:
        """A process that starts."""
        return ClockGuard(self.wall, lambda: self.seconds)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """A store with a network."""
    store = Store(open_engine(database_url))
    store.run_now(lambda connection: found(connection, Network(0, "Norrbo"), "tenant", "channel", "{}"))
    yield store
    store.close()


def test_a_clock_that_runs_as_it_should_is_trusted(store: Store) -> None:
    """For a year in steps of an hour, over starts in between; what was seen last stands."""
    machine = Machine()
    for _ in range(5):
        guard = machine.guard()
        for _ in range(4):
            machine.passes(35 * HOUR)
            assert store.run_now(guard.trusts)
    seen = store.run_now(lambda connection: standing.read(connection, "clock_seen"))["clock_seen"]
    assert dt.datetime.fromisoformat(seen) == machine.wall.now()


@pytest.mark.parametrize(("jump", "trusted"), [(10 * MINUTE, True), (11 * MINUTE, False), (TEN_YEARS, False)])
def test_a_jump_while_running_is_noticed(store: Store, jump: dt.timedelta, trusted: bool) -> None:
    """Ten minutes ahead of the time that has passed are borne, no more."""
    machine = Machine()
    guard = machine.guard()
    machine.passes(HOUR)
    assert store.run_now(guard.trusts)
    machine.wall.advance(jump)
    assert store.run_now(guard.trusts) is trusted
    assert (store.run_now(stopped) is None) is trusted


@pytest.mark.parametrize(("away", "trusted"), [(36 * HOUR, True), (37 * HOUR, False), (TEN_YEARS, False)])
def test_a_jump_between_two_starts_is_noticed(store: Store, away: dt.timedelta, trusted: bool) -> None:
    """A day and a half away is borne, no more."""
    machine = Machine()
    assert store.run_now(machine.guard().trusts)
    machine.wall.advance(away)
    assert store.run_now(machine.guard().trusts) is trusted


def test_a_step_back_stops_nothing_and_the_way_forward_again_neither(store: Store) -> None:
    """A day back and the same day forward again: what was seen last is not forgotten."""
    machine = Machine()
    guard = machine.guard()
    assert store.run_now(guard.trusts)
    machine.wall.advance(-30 * DAY)
    assert store.run_now(guard.trusts)
    assert store.run_now(machine.guard().trusts)
    machine.wall.advance(30 * DAY)
    assert store.run_now(guard.trusts)


def test_a_stop_stands_for_everybody_until_it_is_accepted(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    """For every replica and every start, also when the clock is right again; the log says so once."""
    machine = Machine()
    guard, other = machine.guard(), machine.guard()
    machine.wall.advance(DAY)
    with caplog.at_level(logging.ERROR):
        assert [store.run_now(one.trusts) for one in (guard, other, machine.guard(), guard)] == [False] * 4
    assert [one.getMessage() for one in caplog.records] == [
        "the clock jumped: nothing is posted until `kansli clock accept`"
    ]
    assert "24 hours ahead" in str(store.run_now(stopped))
    why = store.run_now(lambda connection: accept(connection, machine.wall.now()))
    assert "24 hours ahead" in str(why)
    assert [store.run_now(one.trusts) for one in (guard, other, machine.guard())] == [True] * 3
    assert store.run_now(lambda connection: accept(connection, machine.wall.now())) is None


def test_what_was_accepted_wrongly_can_be_accepted_back(store: Store) -> None:
    """After the true time is accepted, the next jump is noticed again."""
    machine = Machine()
    guard = machine.guard()
    machine.wall.advance(TEN_YEARS)
    store.run_now(lambda connection: accept(connection, machine.wall.now()))
    assert store.run_now(guard.trusts)
    machine.wall.set(NOW)
    store.run_now(lambda connection: accept(connection, machine.wall.now()))
    assert store.run_now(guard.trusts)
    machine.wall.advance(2 * DAY)
    assert not store.run_now(guard.trusts)


def test_a_clock_that_is_moved_on_purpose_is_no_jump(store: Store) -> None:
    """The guard looks at the machine's own time, under the one that the local channel moves."""
    machine = Machine()
    moved = OffsetClock(machine.wall)
    guard = machine.guard()
    moved.advance(TEN_YEARS)
    assert store.run_now(guard.trusts)


@pytest.mark.parametrize("jump", [HOUR, DAY, TEN_YEARS])
async def test_nothing_is_posted_given_up_or_forgotten_by_a_clock_that_jumped(store: Store, jump: dt.timedelta) -> None:
    """Not by the loop, not by the sweeps; after the true time is back and accepted, everything goes on."""
    machine, channel = Machine(), Channel()
    loop: Delivery[str] = Delivery(
        store,
        lambda _connection, row: row.occurrence,
        channel.send,
        machine.wall,
        sleeper(machine.wall),
        "one",
        trusted=machine.guard().trusts,
    )
    soon = [reminder("P7D", NOW + MINUTE), reminder("P1D", NOW + 2 * MINUTE, expires=NOW + 30 * MINUTE)]
    store.run_now(lambda connection: Deliveries(connection).plan(1, soon, [], NOW))
    machine.wall.advance(jump)
    assert await loop.deliver_due() == 0
    await loop.recover()
    await loop.prune()
    assert channel.tried == []
    assert len(store.run_now(lambda connection: Deliveries(connection).pending(1))) == 2
    machine.wall.set(NOW)
    assert await loop.deliver_due() == 0
    store.run_now(lambda connection: accept(connection, machine.wall.now()))
    machine.passes(3 * MINUTE)
    assert await loop.deliver_due() == 2
    machine.wall.advance(-DAY)
    assert await loop.deliver_due() == 0


def test_the_machine_counts_forward() -> None:
    """The clock that only runs forward does."""
    assert steady() <= steady()


def test_the_first_start_sees_the_time(tmp_path: Path) -> None:
    """An empty database has seen no time yet, and trusts the first."""
    from bot.migrate import migrate

    store = Store(open_engine(f"sqlite:///{tmp_path}/new.db"))
    migrate(store.engine)
    assert store.run_now(Machine().guard().trusts)
    store.close()
