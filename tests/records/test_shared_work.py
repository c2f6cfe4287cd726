"""PostgreSQL with several at work at once: nobody takes what another has, and a network's turns follow one another."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from threading import Barrier, Event
from typing import Any

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.pool import CONNECTIONS
from bot.store import Store, open_engine
from records import journal, memory
from records.deliveries import Deliveries
from records.network import NetworkRecords, every, found, of_channel
from scheduler.owed import Owed
from secretary.network import Member, Network
from secretary.task import Task

NOW = dt.datetime(2027, 1, 11, 8, tzinfo=dt.UTC)
LEASE = dt.timedelta(seconds=60)


@pytest.fixture
def store(postgres_url: str) -> Iterator[Store]:
    """A store with two networks."""
    store = Store(open_engine(postgres_url))
    store.run_now(lambda connection: found(connection, Network(0, "Norrbo"), "tenant", "channel", "{}"))
    store.run_now(lambda connection: found(connection, Network(0, "Söderbo"), "tenant", "another", "{}"))
    yield store
    store.close()


async def _at_once(store: Store, works: list[Any]) -> list[Any]:
    return await asyncio.gather(*(store.run(work) for work in works))


async def test_nobody_claims_what_another_has(store: Store) -> None:
    """Eight senders, all of them in the middle of a claim: eight different rows."""
    due = NOW.replace(tzinfo=None)
    owed = [Owed("reminder.text", f"reminder:{n}", "once", "channel", due, NOW) for n in range(CONNECTIONS)]
    store.run_now(lambda connection: Deliveries(connection).plan(1, owed, [], NOW))
    all_have_claimed = Barrier(CONNECTIONS)

    def claim(connection: Connection) -> int | None:
        row = Deliveries(connection).claim(NOW, "somebody", LEASE)
        all_have_claimed.wait(timeout=10)
        return row.id if row else None

    claimed = await _at_once(store, [claim] * CONNECTIONS)
    assert len(set(claimed)) == CONNECTIONS
    assert None not in claimed
    assert store.run_now(lambda connection: Deliveries(connection).claim(NOW, "late", LEASE)) is None


async def test_the_sweeps_leave_alone_what_is_being_claimed(store: Store) -> None:
    """A row that somebody holds is neither given up nor waited for."""
    due = NOW.replace(tzinfo=None)
    owed = Owed("reminder.text", "reminder:1", "once", "channel", due, NOW, NOW + LEASE)
    store.run_now(lambda connection: Deliveries(connection).plan(1, [owed], [], NOW))
    with store.engine.begin() as connection:
        assert Deliveries(connection).claim(NOW, "one", LEASE) is not None
        assert await store.run(lambda other: Deliveries(other).expire(NOW + LEASE)) == ()
        assert await store.run(lambda other: Deliveries(other).recover(NOW + LEASE)) == 0


async def test_turns_of_one_network_follow_one_another(store: Store) -> None:
    """Many at once: every number is given once, no member is overwritten, and the journal's chain holds."""
    together = 24

    def turn(place: int, connection: Connection) -> int:
        records = NetworkRecords(connection, 1 + place % 2)
        records.save_network(records.network.with_member(Member(f"Medlem {place}")))
        number = records.tasks.add(Task(0, f"Uppdrag {place}", ("Bo Ek",))).number
        entry = {"who": "x", "action": "task.add", "message": str(place), "changes": records.changes}
        journal.append(connection, records.network.number, now=NOW, **entry)
        return number

    numbers = await _at_once(store, [lambda c, place=place: turn(place, c) for place in range(together)])
    assert sorted(numbers) == sorted([*range(1, 13), *range(1, 13)])
    networks = store.run_now(every)
    assert [len(one.members) for one in networks] == [12, 12]
    verdict = store.run_now(journal.verify)
    assert (verdict.entries, verdict.broken) == (together, None)


async def test_another_network_is_not_waited_for(store: Store) -> None:
    """While a turn holds its network, another network's turn runs, and only its own waits."""
    with store.engine.begin() as connection:
        NetworkRecords(connection, 1)
        name = await store.run(lambda other: NetworkRecords(other, 2).network.name)
        assert name == "Söderbo"
        assert await store.run(lambda other: NetworkRecords(other, 1, hold=False).network.name) == "Norrbo"

        def impatient(other: Connection) -> None:
            other.execute(text("SET LOCAL lock_timeout = '20ms'"))
            NetworkRecords(other, 1)

        with pytest.raises(DBAPIError, match="lock timeout"):
            await store.run(impatient)


async def test_a_message_may_be_owed_while_a_turn_holds_the_network(store: Store) -> None:
    """What only refers to a network does not wait for it."""
    with store.engine.begin() as connection:
        NetworkRecords(connection, 1)
        owe = {"key": "tell", "now": NOW}
        assert await store.run(lambda other: Deliveries(other).owe(1, "card.refresh", "card:x", {}, **owe))


async def test_networks_founded_at_once_get_numbers_of_their_own(store: Store) -> None:
    """Eight channels at once: eight numbers."""

    def join(place: int, connection: Connection) -> int:
        return found(connection, Network(0, "Nytt"), "tenant", f"channel {place}", "{}").number

    numbers = await _at_once(store, [lambda c, place=place: join(place, c) for place in range(8)])
    assert sorted(numbers) == list(range(3, 11))


async def test_a_channel_joined_twice_at_once_is_one_network(store: Store) -> None:
    """The one who comes second finds the network of the first: it looks again when its key was taken."""
    both_have_looked = Barrier(2)
    looks: list[int] = []

    def join(connection: Connection) -> int:
        known = of_channel(connection, "tenant", "new")
        looks.append(1)
        if len(looks) <= 2:
            both_have_looked.wait(timeout=10)
        return known or found(connection, Network(0, "Nytt"), "tenant", "new", "{}").number

    assert await _at_once(store, [join, join]) == [3, 3]


async def test_a_message_that_comes_twice_at_once_is_answered_once(store: Store) -> None:
    """To two replicas: the inbox takes one, the other one looks again and finds its answer."""
    both_have_looked = Barrier(2)
    looks: list[int] = []

    def turn(connection: Connection) -> str:
        before = memory.stored_answer(connection, "thread", "1")
        looks.append(1)
        if len(looks) <= 2:
            both_have_looked.wait(timeout=10)
        if before is None:
            memory.store_answer(connection, "thread", "1", "answer", NOW)
        return "repeated" if before else "answered"

    assert sorted(await _at_once(store, [turn, turn])) == ["answered", "repeated"]


@pytest.mark.parametrize("code", ["40001", "40P01"])
async def test_what_the_database_refuses_because_of_another_is_tried_once_more(store: Store, code: str) -> None:
    """A serialisation failure or a deadlock: once more, and only once; nothing is left of the first try."""
    tries: list[int] = []

    def work(connection: Connection, refused: int) -> int:
        tries.append(1)
        number = NetworkRecords(connection, 1).tasks.add(Task(0, "Uppdrag", ("Bo Ek",))).number
        if len(tries) <= refused:
            connection.execute(text(f"DO $$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = '{code}'; END $$"))
        return number

    assert await store.run(lambda connection: work(connection, 1)) == 1
    assert len(tries) == 2
    tries.clear()
    with pytest.raises(DBAPIError):
        await store.run(lambda connection: work(connection, 2))
    assert len(tries) == 2


async def test_a_mistake_is_not_tried_again(store: Store) -> None:
    """What would fail again is refused at once, and leaves nothing."""
    tries: list[int] = []

    def work(connection: Connection) -> None:
        tries.append(1)
        records = NetworkRecords(connection, 1)
        records.save_network(replace(records.network, name="Annat"))
        Deliveries(connection).owe(99, "card.refresh", "card:x", {}, key="no such network", now=NOW)

    with pytest.raises(IntegrityError):
        await store.run(work)
    assert len(tries) == 1
    assert store.run_now(lambda connection: NetworkRecords(connection, 1).network.name) == "Norrbo"


async def test_a_database_that_was_gone_is_found_again(store: Store) -> None:
    """Connections that were cut are replaced when they are next wanted."""
    count = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND "
    await _at_once(store, [every] * CONNECTIONS)
    with store.engine.connect() as connection:
        cut = connection.execute(text(count + "datname = current_database()")).scalar_one()
    assert cut >= 1
    assert len(await store.run(every)) == 2


async def test_who_stops_waiting_stops_nobody_else(store: Store) -> None:
    """A turn whose caller has gone is finished, or never begun; the next one runs."""
    go_on = Event()

    def slow(_connection: Connection) -> None:
        go_on.wait(timeout=10)

    waiting = [asyncio.ensure_future(store.run(slow)) for _ in range(CONNECTIONS + 2)]
    await asyncio.sleep(0)
    for one in waiting:
        one.cancel()
    go_on.set()
    assert len(await store.run(every)) == 2
