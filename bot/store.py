"""The database: opened as it should be, and written by a thread of its own or by a few."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.pool import StaticPool

from bot.pool import CONNECTIONS, Pool
from bot.writer import OneWriter

Result = TypeVar("Result")
APPLICATION = "kansli"  # how our connections are called in PostgreSQL
_ONLY_LOOKS = "kansli_only_looks"
PATIENCE = 10.0  # seconds to wait for a connection or a lock


def open_engine(url: str) -> Engine:
    """The engine for a database address, SQLite or PostgreSQL, such that a commit is on the disk."""
    address = make_url(url)
    return _postgresql(address) if address.get_backend_name() == "postgresql" else _sqlite(address)


def _postgresql(address: URL) -> Engine:
    return create_engine(
        address.set(drivername="postgresql+psycopg"),
        connect_args={"application_name": APPLICATION, "connect_timeout": int(PATIENCE)},
        pool_size=CONNECTIONS,
        pool_timeout=PATIENCE,
        pool_pre_ping=True,  # the database may have been stopped and started since
    )


def _sqlite(address: URL) -> Engine:
    in_memory = address.database in (None, "", ":memory:")
    kept: dict[str, Any] = {"poolclass": StaticPool} if in_memory else {}
    engine = create_engine(address, connect_args={"check_same_thread": False, "timeout": PATIENCE}, **kept)

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: object) -> None:
        # The driver's own transactions would leak savepoints: ours are begun in words, below.
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        only_looks = connection.get_execution_options().get(_ONLY_LOOKS, False)
        connection.exec_driver_sql("BEGIN" if only_looks else "BEGIN IMMEDIATE")

    return engine


@contextmanager
def looking(engine: Engine) -> Iterator[Connection]:
    """A connection that reads what is committed at one moment; no writer waits for it."""
    with engine.connect() as connection:
        yield connection.execution_options(**{_ONLY_LOOKS: True})


class Store:
    """Runs work on the database, each piece whole or not at all.

    Work may be run twice when the database refuses it the first time, so that it changes nothing in memory.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._one_connection = isinstance(engine.pool, StaticPool)
        self._way: OneWriter | Pool = Pool(engine) if engine.dialect.name == "postgresql" else OneWriter(engine)

    async def run(self, work: Callable[[Connection], Result]) -> Result:
        """Run the work in a thread and return what it gave, once that is committed."""
        done: Future[Result] = self._way.submit(partial(_heard, work))
        return await asyncio.wrap_future(done)

    async def look(self, work: Callable[[Connection], Result]) -> Result:
        """Run work that only reads, beside the writing."""
        if self._one_connection:
            return await self.run(work)
        return await asyncio.to_thread(self._looked, work)

    def _looked(self, work: Callable[[Connection], Result]) -> Result:
        with looking(self.engine) as connection:
            return work(connection)

    def run_now(self, work: Callable[[Connection], Result]) -> Result:
        """The same for callers without an event loop."""
        done: Future[Result] = self._way.submit(partial(_heard, work))
        return done.result()

    def close(self) -> None:
        """Finish what waits and let go of the database."""
        self._way.close()
        self.engine.dispose()


def _heard(work: Callable[[Connection], Result], connection: Connection) -> Result:
    """The work, failing such that whoever waits in an event loop hears of it."""
    try:
        return work(connection)
    except StopIteration as end:
        raise RuntimeError("the work came to an end of nothing") from end
