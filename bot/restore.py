"""Putting an older copy of the records back: nothing that was due before is posted by itself again.

What was posted after the copy was made is still owed in it. So everything due up to now waits for a person, every
answer counts as given, and the epoch rises, which tells one life of the records from the next.
"""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from bot import clock_guard
from bot.backup import BackupFailed, backup, checked
from bot.migrate import migrate
from bot.running_lock import database_file
from bot.store import APPLICATION, open_engine
from records import memory, standing
from records.deliveries import Deliveries

EPOCH = "epoch"


class RestoreFailed(Exception):
    """Nothing was put back, and why."""


@dataclass(frozen=True)
class Restored:
    """What was done: the epoch that begins, what waits for a person, and where the records from before are."""

    epoch: int
    held: int
    unsent: int
    before: Path | None = None


def restore(url: str, copy: Path, now: dt.datetime) -> Restored:
    """Put a copy in the place of the SQLite database at an address; the one who calls holds its lock.

    The copy is made ready beside the database first, so that a stop at any moment leaves one of the two.
    """
    file = database_file(url)
    if file is None:
        raise RestoreFailed("only an SQLite database is put back from a file")
    if not copy.is_file():
        raise RestoreFailed(f"there is no file {copy}")
    ready = file.with_name(f"{file.name}.restoring")
    _remove(ready)
    try:
        checked(copy)
        backup(f"sqlite:///{copy}", ready)
        done = _made_ready(ready, _epoch_of(file), now)
    except BackupFailed as problem:
        raise RestoreFailed(str(problem)) from problem
    before = _set_aside(file, now)
    ready.replace(file)
    return Restored(done.epoch, done.held, done.unsent, before)


def resume(engine: Engine, now: dt.datetime) -> Restored:
    """Make a database ready that was put back by other means, such as `pg_restore`."""
    migrate(engine)
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql" and (others := _connected(connection)):
            raise RestoreFailed(f"Kansli is running: it has {others} connections to this database; stop it first")
        return begin_epoch(connection, _number(standing.read(connection, EPOCH)) + 1, now)


def begin_epoch(connection: Connection, epoch: int, now: dt.datetime) -> Restored:
    """Hold everything that was due, give no answer again, and go on from here."""
    held = Deliveries(connection).hold_past(now, f"restored, epoch {epoch}")
    unsent = memory.leave_unsent(connection)
    standing.put(connection, EPOCH, str(epoch))
    clock_guard.accept(connection, now)
    return Restored(epoch, held, unsent)


def epoch(connection: Connection) -> int:
    """How often these records were put back."""
    return _number(standing.read(connection, EPOCH))


def _made_ready(file: Path, known: int, now: dt.datetime) -> Restored:
    engine = open_engine(f"sqlite:///{file}")
    try:
        migrate(engine)
        with engine.begin() as connection:
            own = _number(standing.read(connection, EPOCH))
            done = begin_epoch(connection, max(own, known) + 1, now)
    finally:
        engine.dispose()
    _fold(file)
    return done


def _epoch_of(file: Path) -> int:
    """The epoch of the database that is replaced; none when it is gone, damaged or older than epochs."""
    if not file.exists():
        return 0
    try:
        with closing(sqlite3.connect(file)) as connection:
            found = connection.execute("SELECT value FROM standing WHERE name = ?", (EPOCH,)).fetchone()
    except sqlite3.Error:
        return 0
    return int(found[0]) if found else 0


def _set_aside(file: Path, now: dt.datetime) -> Path | None:
    """Give the database another name beside its own; it is kept until somebody removes it."""
    if not file.exists():
        return None
    aside = file.with_name(f"{file.stem}-before-{now:%Y%m%dT%H%M%SZ}{file.suffix}")
    try:
        _fold(file)
        os.link(file, aside)  # the name itself is never without a database
    except (sqlite3.Error, OSError):
        # A damaged one cannot be folded: it goes as it is, with its log.
        file.rename(aside)
        for end in ("-wal", "-shm"):
            log = file.with_name(file.name + end)
            if log.exists():
                log.rename(aside.with_name(aside.name + end))
    return aside


def _fold(file: Path) -> None:
    """Bring a database's log into its one file."""
    with closing(sqlite3.connect(file)) as connection:
        if connection.execute("PRAGMA journal_mode=DELETE").fetchone() != ("delete",):
            raise sqlite3.OperationalError("somebody has the database open")


def _remove(file: Path) -> None:
    for end in ("", "-wal", "-shm"):
        file.with_name(file.name + end).unlink(missing_ok=True)


def _connected(connection: Connection) -> int:
    count = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = :ours "
    ours = {"ours": APPLICATION}
    return int(connection.execute(text(count + "AND pid <> pg_backend_pid()"), ours).scalar_one())


def _number(stands: dict[str, str]) -> int:
    return int(stands.get(EPOCH, "0"))
