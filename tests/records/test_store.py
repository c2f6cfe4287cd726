"""The writer: what waits is committed together, what fails fails alone, and nothing is half there."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event, text
from sqlalchemy.exc import OperationalError

from bot.store import Store, open_engine


class Bench:
    """A database file with one table, a store that writes it, and somebody else who looks."""

    def __init__(self, path: Path) -> None:
        self.url = f"sqlite:///{path}"
        self.store = Store(open_engine(self.url))
        self.store.run_now(lambda connection: connection.execute(text("CREATE TABLE seen (word TEXT PRIMARY KEY)")))

    def seen(self) -> list[str]:
        """What another process would find."""
        engine = open_engine(self.url)
        with engine.connect() as connection:
            words = [str(word) for word in connection.execute(text("SELECT word FROM seen ORDER BY word")).scalars()]
        engine.dispose()
        return words

    async def together(self, *works: Callable[[Connection], Any]) -> list[Any]:
        """Run the works in one batch: the writer is held until all of them wait."""
        gate = threading.Event()
        held = asyncio.ensure_future(self.store.run(lambda _: gate.wait(5)))
        await asyncio.sleep(0.02)
        waiting = [asyncio.ensure_future(self.store.run(work)) for work in works]
        await asyncio.sleep(0)
        gate.set()
        await held
        return await asyncio.gather(*waiting, return_exceptions=True)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """A bench of one's own."""
    made = Bench(tmp_path / "kansli.db")
    yield made
    made.store.close()


def put(word: str, *, fail: bool = False, nested: bool = False) -> Callable[[Connection], str]:
    """Work that writes a word, and then perhaps fails, perhaps within a savepoint of its own."""

    def work(connection: Connection) -> str:
        connection.execute(text("INSERT INTO seen VALUES (:w)"), {"w": word})
        if nested:
            connection.begin_nested()
            connection.execute(text("INSERT INTO seen VALUES (:w)"), {"w": word + " inside"})
        if fail:
            raise ValueError(word)
        return word

    return work


def _commits(bench: Bench) -> list[int]:
    counted = [0]

    @event.listens_for(bench.store.engine, "commit")
    def count(_connection: Connection) -> None:
        counted[0] += 1

    return counted


async def test_what_waits_is_committed_together(bench: Bench) -> None:
    """Ten works that wait while one is done make one commit more, and each gets its own answer."""
    commits = _commits(bench)
    assert await bench.together(*(put(f"ord {number}") for number in range(10))) == [f"ord {n}" for n in range(10)]
    assert commits == [2]
    assert len(bench.seen()) == 10


async def test_one_that_fails_fails_alone(bench: Bench) -> None:
    """Its words are gone, its exception is its own; those before and after it are there."""
    outcomes = await bench.together(put("a"), put("b", fail=True), put("c"))
    assert outcomes[::2] == ["a", "c"]
    assert isinstance(outcomes[1], ValueError)
    assert bench.seen() == ["a", "c"]


async def test_one_that_fails_within_its_own_savepoint_fails_alone(bench: Bench) -> None:
    """A turn tries its handler in a savepoint of its own: what it leaves open is gone with it, in one commit."""
    commits = _commits(bench)
    outcomes = await bench.together(put("a"), put("b", fail=True, nested=True), put("c", nested=False), put("d"))
    assert [outcomes[0], outcomes[2], outcomes[3]] == ["a", "c", "d"]
    assert isinstance(outcomes[1], ValueError)
    assert bench.seen() == ["a", "c", "d"]
    assert commits == [2]


async def test_a_constraint_that_is_hurt_fails_alone(bench: Bench) -> None:
    """The second of two equal words is refused by the database; the rest is there."""
    outcomes = await bench.together(put("a"), put("a"), put("b"))
    assert [outcomes[0], outcomes[2]] == ["a", "b"]
    assert "UNIQUE" in str(outcomes[1])
    assert bench.seen() == ["a", "b"]


async def test_a_batch_that_is_rolled_back_leaves_nothing(bench: Bench) -> None:
    """Savepoints that were released do not survive the rollback of what they stood in."""
    engine = open_engine(bench.url)
    with engine.connect() as connection:
        transaction = connection.begin()
        for word in ("a", "b"):
            savepoint = connection.begin_nested()
            put(word)(connection)
            savepoint.commit()
        transaction.rollback()
    engine.dispose()
    assert bench.seen() == []


@pytest.mark.parametrize("times", [1, 2])
async def test_when_the_commit_fails_each_is_tried_alone(bench: Bench, times: int) -> None:
    """Once more, one by one: a disk that was full for a moment loses nothing; one that stays full refuses each."""
    left = [times]
    tried: list[str] = []

    @event.listens_for(bench.store.engine, "commit")
    def refuse(_connection: Connection) -> None:
        if left[0] > 0 and tried:
            left[0] -= 1
            raise OperationalError("COMMIT", {}, Exception("disk full"))

    def counted(word: str) -> Callable[[Connection], str]:
        def work(connection: Connection) -> str:
            tried.append(word)
            return put(word)(connection)

        return work

    outcomes = await bench.together(counted("a"), counted("b"), counted("c"))
    assert tried == ["a", "b", "c", "a", "b", "c"]
    if times == 1:
        assert outcomes == ["a", "b", "c"]
        assert bench.seen() == ["a", "b", "c"]
    else:
        assert isinstance(outcomes[0], OperationalError)
        assert outcomes[1:] == ["b", "c"]
        assert bench.seen() == ["b", "c"]


@pytest.mark.parametrize("failure", [ValueError, KeyError, StopIteration, OSError, RecursionError, MemoryError])
async def test_the_writer_goes_on_after_a_failure(bench: Bench, failure: type[Exception]) -> None:
    """Whatever a work raises, who waits hears of it at once, and the next one is done."""

    def work(_connection: Connection) -> None:
        raise failure

    done = asyncio.ensure_future(bench.store.run(work))
    await asyncio.wait({done}, timeout=1)
    assert done.done()
    assert done.exception() is not None
    assert await asyncio.wait_for(bench.store.run(put("a")), 5) == "a"


async def test_who_no_longer_waits_does_not_stop_the_others(bench: Bench) -> None:
    """A cancelled wait is passed over or done, and the rest is done in any case."""
    gate = threading.Event()
    held = asyncio.ensure_future(bench.store.run(lambda _: gate.wait(5)))
    await asyncio.sleep(0.02)
    gone = asyncio.ensure_future(bench.store.run(put("a")))
    stays = asyncio.ensure_future(bench.store.run(put("b")))
    await asyncio.sleep(0)
    gone.cancel()
    gate.set()
    await held
    assert await asyncio.wait_for(stays, 5) == "b"
    assert "b" in bench.seen()


def test_closing_finishes_what_waits(tmp_path: Path) -> None:
    """What was taken before the end is written."""
    bench = Bench(tmp_path / "kansli.db")
    thread = threading.Thread(target=lambda: bench.store.run_now(put("a")))
    thread.start()
    thread.join()
    bench.store.close()
    assert bench.seen() == ["a"]


def test_the_database_is_opened_safely(bench: Bench) -> None:
    """Write-ahead log, every commit on the disk, foreign keys held."""

    def asked(connection: Connection) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        return [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]

    assert bench.store.run_now(asked) == ["wal", 2, 1, 10_000]
