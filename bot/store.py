"""The database: opened, migrated, and written by one thread that commits what waits together."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

Result = TypeVar("Result")
MOST_TOGETHER = 64


def open_engine(url: str) -> Engine:
    """The engine for a database address; SQLite is set up so that a commit is on the disk and savepoints hold."""
    if not url.startswith("sqlite"):
        return create_engine(url)
    in_memory = url in ("sqlite://", "sqlite:///:memory:")
    kept: dict[str, Any] = {"poolclass": StaticPool} if in_memory else {}
    engine = create_engine(url, connect_args={"check_same_thread": False, "timeout": 10.0}, **kept)

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: object) -> None:
        # The driver's own transactions would leak savepoints: ours are begun in words, below.
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


class Store:
    """One writer thread: what waits is run in one transaction, a savepoint each, and committed together.

    One piece of work that fails is rolled back alone. If the commit itself fails, each is tried alone, once.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._waiting: queue.SimpleQueue[tuple[Callable[[Connection], Any], Future[Any]] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="kansli-writer", daemon=True)
        self._thread.start()

    async def run(self, work: Callable[[Connection], Result]) -> Result:
        """Run the work in the writer thread and return what it gave, once that is committed."""
        done: Future[Result] = Future()
        self._waiting.put((work, done))
        return await asyncio.wrap_future(done)

    def run_now(self, work: Callable[[Connection], Result]) -> Result:
        """The same for callers without an event loop."""
        done: Future[Result] = Future()
        self._waiting.put((work, done))
        return done.result()

    def close(self) -> None:
        """Finish what waits and end the thread."""
        self._waiting.put(None)
        self._thread.join()
        self.engine.dispose()

    def _work(self) -> None:
        while True:
            batch = [self._waiting.get()]
            while batch[-1] is not None and len(batch) < MOST_TOGETHER and not self._waiting.empty():
                batch.append(self._waiting.get())
            works = [one for one in batch if one is not None]
            if works:
                self._commit(works)
            if batch[-1] is None:
                return

    def _commit(self, works: list[tuple[Callable[[Connection], Any], Future[Any]]]) -> None:
        try:
            outcomes = self._together([work for work, _ in works])
        except Exception as problem:  # noqa: BLE001 - whatever the database says belongs to who waits
            if len(works) == 1:
                works[0][1].set_exception(problem)
                return
            for one in works:
                self._commit([one])
            return
        for (_, done), (result, failure) in zip(works, outcomes, strict=True):
            if failure is None:
                done.set_result(result)
            else:
                done.set_exception(failure)

    def _together(self, works: list[Callable[[Connection], Any]]) -> list[tuple[Any, Exception | None]]:
        outcomes: list[tuple[Any, Exception | None]] = []
        with self.engine.begin() as connection:
            for work in works:
                savepoint = connection.begin_nested()
                try:
                    result = work(connection)
                    savepoint.commit()
                    outcomes.append((result, None))
                except Exception as failure:  # noqa: BLE001 - handed to the one who waits
                    savepoint.rollback()
                    outcomes.append((None, failure))
        return outcomes
