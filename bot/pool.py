"""Writing to PostgreSQL: a few threads, each with a connection, a transaction for each piece of work."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

Work = Callable[[Connection], Any]
CONNECTIONS = 8
# Serialisation failure, deadlock, and a key that somebody else took at the same moment: another look settles it.
_WORTH_ANOTHER_TRY = ("40001", "40P01", "23505")


class Pool:
    """Works run side by side; what the database refused because of another one is tried once more."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._threads = ThreadPoolExecutor(CONNECTIONS, thread_name_prefix="kansli-writer")

    def submit(self, work: Work) -> Future[Any]:
        """What the work gives, once that is committed."""
        return self._threads.submit(self._committed, work)

    def close(self) -> None:
        """Finish what waits and end the threads."""
        self._threads.shutdown()

    def _committed(self, work: Work) -> Any:
        try:
            return self._once(work)
        except DBAPIError as problem:
            if getattr(problem.orig, "sqlstate", None) not in _WORTH_ANOTHER_TRY:
                raise
        return self._once(work)

    def _once(self, work: Work) -> Any:
        with self._engine.begin() as connection:
            return work(connection)
