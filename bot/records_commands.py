"""The commands that look after the records: copies, putting one back, the clock."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from bot import clock_guard
from bot.backup import BackupFailed, backup, folder_of, name_at
from bot.clock import SystemClock
from bot.migrate import DatabaseTooNew, migrate
from bot.restore import Restored, RestoreFailed, restore, resume
from bot.running_lock import AlreadyRunning, database_file, only_one
from bot.store import looking, open_engine
from config.settings import SettingsWrong, read_settings
from records import journal

_TROUBLES = (SettingsWrong, DatabaseTooNew, AlreadyRunning, BackupFailed, RestoreFailed, DBAPIError, OSError)


def on_the_database(work: Callable[[Engine], int]) -> int:
    """Do something with the database of the settings; 2 when it cannot be reached or is not there."""

    def opened(url: str) -> int:
        _there(url)
        engine = open_engine(url)
        try:
            migrate(engine)
            return work(engine)
        finally:
            engine.dispose()

    return _with_address(opened)


def make_backup(file: Path | None) -> int:
    """Copy the records into a file, beside the database when none is named."""

    def copy(url: str) -> int:
        if _postgresql(url):
            return _refused(
                "PostgreSQL makes its own copies, which hold all of it at one moment and need no Kansli:\n"
                f"  pg_dump --format=custom --file={shlex.quote(str(file or 'kansli.dump'))} {_for_tools(url)}"
            )
        made = backup(url, file or folder_of(url) / name_at(SystemClock().now()))
        sys.stdout.write(f"The records are in {made}, and the copy was checked.\n")
        return 0

    return _with_address(copy)


def put_back(file: Path | None) -> int:
    """Put a copy in the place of the records; without a file, make ready what was put back by other means."""

    def put(url: str) -> int:
        now = SystemClock().now()
        with only_one(url):
            if file is None:
                _there(url)
                engine = open_engine(url)
                try:
                    _told(resume(engine, now))
                finally:
                    engine.dispose()
            elif _postgresql(url):
                return _refused(
                    "PostgreSQL is put back with its own tool. Stop every Kansli, then:\n"
                    f"  pg_restore --clean --if-exists --dbname={_for_tools(url)} {shlex.quote(str(file))}\n"
                    "  kansli restore"
                )
            else:
                _told(restore(url, file, now))
        return verify()

    return _with_address(put)


def verify() -> int:
    """Check the journal's chain; 1 when it does not hold."""

    def walk(engine: Engine) -> int:
        with looking(engine) as connection:
            verdict = journal.verify(connection)
        if verdict.broken is not None:
            sys.stdout.write(f"The journal does not hold: entry {verdict.broken} was changed.\n")
            return 1
        sys.stdout.write(f"The journal holds: {verdict.entries} entries, head {verdict.head}.\n")
        return 0

    return on_the_database(walk)


def accept_clock() -> int:
    """Vouch for the machine's time, so that what a jump had stopped goes on."""

    def vouch(engine: Engine) -> int:
        now = SystemClock().now()
        with engine.begin() as connection:
            why = clock_guard.accept(connection, now)
        sys.stdout.write(f"It is {now.isoformat(timespec='seconds')}. ")
        sys.stdout.write(f"Posting goes on; it had stopped: {why}\n" if why else "Nothing had stopped.\n")
        return 0

    return on_the_database(vouch)


def _told(done: Restored) -> None:
    sys.stdout.write(f"The records were put back; epoch {done.epoch} begins.\n")
    if done.before is not None:
        sys.stdout.write(f"The records from before are in {done.before}.\n")
    if done.held:
        sys.stdout.write(f"{done.held} messages were due before now and wait for you: kansli deliveries list\n")
    if done.unsent:
        sys.stdout.write(f"{done.unsent} answers that may not have reached anybody are not given again.\n")


def _there(url: str) -> None:
    """Looking after the records does not make any."""
    file = database_file(url)
    if file is not None and not file.exists():
        raise FileNotFoundError(f"there is no database yet at {file}")


def _with_address(work: Callable[[str], int]) -> int:
    try:
        # Looking after the records takes no credentials: only the address of the database is wanted.
        alone = {"KANSLI_PROFILE": "local", "KANSLI_HOST": "127.0.0.1"}
        return work(read_settings({**os.environ, **alone}).database_url)
    except _TROUBLES as problem:
        return _refused(str(problem.orig if isinstance(problem, DBAPIError) else problem).strip())


def _postgresql(url: str) -> bool:
    return make_url(url).get_backend_name() == "postgresql"


def _for_tools(url: str) -> str:
    """The address as PostgreSQL's own tools take it; the password is asked for, or in ~/.pgpass."""
    return shlex.quote(make_url(url)._replace(drivername="postgresql", password=None).render_as_string())


def _refused(why: str) -> int:
    sys.stderr.write(f"kansli: {why}\n")
    return 2
