"""Copies of the records: made while Kansli runs, checked before they count, and kept by rule."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from bot.migrate import version_of
from bot.running_lock import database_file
from records import journal

DAYS, WEEKS, MONTHS = 7, 4, 12
NIGHT = dt.time(2, 0)
_NAME = "kansli-%Y%m%dT%H%M%SZ.db"


class BackupFailed(Exception):
    """No copy was made, and why."""


def backup(url: str, file: Path) -> Path:
    """Copy the SQLite database at an address into a new file, whoever is writing meanwhile; the copy is checked.

    What was erased from the database is not in the copy either.
    """
    source = database_file(url)
    if source is None or not source.exists():
        raise BackupFailed(f"there is no database file at {make_url(url).render_as_string()}")
    if file.exists():
        raise BackupFailed(f"{file} exists already")
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.part")
    try:
        part.unlink(missing_ok=True)
        part.touch(mode=0o600)
        with closing(sqlite3.connect(source, timeout=10)) as connection:
            connection.execute("VACUUM INTO ?", (str(part),))
        checked(part)
        _on_disk(part)
        part.rename(file)
        _on_disk(file.parent)
    except (sqlite3.Error, OSError) as problem:
        raise BackupFailed(f"the copy could not be made: {problem}") from problem
    finally:
        part.unlink(missing_ok=True)
    return file


def checked(file: Path) -> str:
    """The version of a database file that is whole and whose journal holds, or `BackupFailed`; it is only read."""
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(file), poolclass=NullPool)
    try:
        with engine.connect() as connection:
            if connection.exec_driver_sql("PRAGMA quick_check").scalar() != "ok":
                raise BackupFailed(f"{file} is damaged")
            version = version_of(connection)
            if version is None:
                raise BackupFailed(f"{file} is no database of Kansli")
            verdict = journal.verify(connection)
    except DatabaseError as problem:
        raise BackupFailed(f"{file} is no database of Kansli: {problem.orig}") from problem
    if verdict.broken is not None:
        raise BackupFailed(f"the journal in {file} does not hold: entry {verdict.broken} was changed")
    return version


def folder_of(url: str) -> Path:
    """Where the copies of a database are kept: beside it."""
    file = database_file(url)
    if file is None:
        raise BackupFailed(f"{make_url(url).render_as_string()} is no file")
    return file.parent / "backups"


def name_at(now: dt.datetime) -> str:
    """The name of a copy made at a moment."""
    return now.astimezone(dt.UTC).strftime(_NAME)


def nightly(url: str, now: dt.datetime, zone: ZoneInfo) -> Path | None:
    """Make the copy of the night if it is due, and let go of those that the rule does not keep.

    It is due once each day, from two at night on; `None` when it was made before, or is nobody's business here.
    """
    if database_file(url) is None:
        return None
    folder = folder_of(url)
    here = now.astimezone(zone)
    night = here.replace(hour=NIGHT.hour, minute=NIGHT.minute, second=0, microsecond=0)
    if here < night:
        night -= dt.timedelta(days=1)
    copies = copies_in(folder)
    if any(night <= made <= now for made in copies):
        return None
    made = backup(url, folder / name_at(now))
    copies = copies_in(folder)
    stay = kept(copies, zone)
    for moment, file in copies.items():
        if moment not in stay and moment <= now:
            file.unlink(missing_ok=True)
    return made


def copies_in(folder: Path) -> dict[dt.datetime, Path]:
    """The copies in a folder that are named by their moment, oldest first; other files are nobody's here."""
    found = {}
    for file in folder.glob("kansli-*.db"):
        try:
            found[dt.datetime.strptime(file.name, _NAME).replace(tzinfo=dt.UTC)] = file
        except ValueError:
            continue
    return dict(sorted(found.items()))


def kept(copies: Iterable[dt.datetime], zone: ZoneInfo) -> frozenset[dt.datetime]:
    """Those of the copies that stay: the last of each day, week and month, for the latest seven, four and twelve."""
    stay: set[dt.datetime] = set()
    latest_first = sorted(copies, reverse=True)
    for form, most in (("%Y-%m-%d", DAYS), ("%G-%V", WEEKS), ("%Y-%m", MONTHS)):
        last_of: dict[str, dt.datetime] = {}
        for moment in latest_first:
            last_of.setdefault(moment.astimezone(zone).strftime(form), moment)
        stay |= set(list(last_of.values())[:most])
    return frozenset(stay)


def _on_disk(path: Path) -> None:
    """Wait until a file, or the names in a folder, will outlive a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
