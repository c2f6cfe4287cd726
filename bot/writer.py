"""Writing to SQLite: one thread takes what waits and commits it together."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from sqlalchemy import Connection, Engine, NestedTransaction

Work = Callable[[Connection], Any]
MOST_TOGETHER = 64


class OneWriter:
    """One writer thread: what waits is run in one transaction, a savepoint each, and committed together.

    One piece of work that fails is rolled back alone. If the commit itself fails, each is tried alone, once.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._waiting: queue.SimpleQueue[tuple[Work, Future[Any]] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="kansli-writer", daemon=True)
        self._thread.start()

    def submit(self, work: Work) -> Future[Any]:
        """What the work gives, once that is committed."""
        done: Future[Any] = Future()
        self._waiting.put((work, done))
        return done

    def close(self) -> None:
        """Finish what waits and end the thread."""
        self._waiting.put(None)
        self._thread.join()

    def _work(self) -> None:
        while True:
            batch = [self._waiting.get()]
            while batch[-1] is not None and len(batch) < MOST_TOGETHER and not self._waiting.empty():
                batch.append(self._waiting.get())
            # Who waited may have gone; from here on the work is done, and nobody can take it back.
            works = [one for one in batch if one is not None and one[1].set_running_or_notify_cancel()]
            if works:
                self._commit(works)
            if batch[-1] is None:
                return

    def _commit(self, works: list[tuple[Work, Future[Any]]]) -> None:
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

    def _together(self, works: list[Work]) -> list[tuple[Any, Exception | None]]:
        outcomes: list[tuple[Any, Exception | None]] = []
        with self._engine.begin() as connection:
            for work in works:
                savepoint = connection.begin_nested()
                try:
                    result = work(connection)
                    savepoint.commit()
                    outcomes.append((result, None))
                except Exception as failure:  # noqa: BLE001 - handed to the one who waits
                    _undo(connection, savepoint)
                    outcomes.append((None, failure))
        return outcomes


def _undo(connection: Connection, savepoint: NestedTransaction) -> None:
    """Take back all since a savepoint, and the savepoints that the work left open within it first."""
    while (inner := connection.get_nested_transaction()) is not None and inner is not savepoint:
        inner.rollback()
    savepoint.rollback()
