"""What the records say about how Kansli is doing, as gauges."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection

from bot import clock_guard
from bot.backup import copies_in, folder_of
from bot.metrics import Gauge
from bot.restore import epoch
from bot.running_lock import database_file
from records import journal
from records.delivery_views import counted, oldest_due


def measured(connection: Connection, now: dt.datetime) -> tuple[Gauge, ...]:
    """The deliveries by state, the age of the one due longest, the journal, the clock and the epoch."""
    oldest = oldest_due(connection)
    late = dt.timedelta(0) if oldest is None else max(now - oldest, dt.timedelta(0))
    return (
        *(Gauge("deliveries", count, {"state": state}) for state, count in counted(connection).items()),
        Gauge("delivery_oldest_due_age_seconds", late.total_seconds()),
        Gauge("journal_entries", journal.last(connection)),
        Gauge("clock_stopped", clock_guard.stopped(connection) is not None),
        Gauge("epoch", epoch(connection)),
    )


def of_copies(url: str, now: dt.datetime) -> tuple[Gauge, ...]:
    """The age of the newest nightly copy; nothing where there is none, or where the database makes its own."""
    copies = copies_in(folder_of(url)) if database_file(url) is not None else {}
    if not copies:
        return ()
    return (Gauge("backup_age_seconds", (now - max(copies)).total_seconds()),)
