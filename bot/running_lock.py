"""On SQLite one Kansli at a time: a lock of the operating system beside the database, let go of by every end."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.engine import make_url


class AlreadyRunning(Exception):
    """Another process has the database."""


def database_file(url: str) -> Path | None:
    """The file of an SQLite database; None for one in memory, and for other databases."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite" or address.database in (None, "", ":memory:"):
        return None
    return Path(str(address.database)).resolve()


@contextmanager
def only_one(url: str) -> Iterator[None]:
    """Be the only one on this database, or `AlreadyRunning`; with PostgreSQL any number may be."""
    file = database_file(url)
    if file is None:
        yield
        return
    with file.with_name(f"{file.name}.lock").open("a+", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            who = lock.read().strip() or "unknown"
            raise AlreadyRunning(
                f"another Kansli (process {who}) has the database {file}; "
                "an SQLite database has one process, several need PostgreSQL"
            ) from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield
