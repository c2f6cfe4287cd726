"""One at a time: locks that the database holds until the end of the transaction.

SQLite has one writer at a time anyway, so that there is nothing to hold.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

FOUNDING = 1  # a network gets its number
JOURNAL = 2  # the chain gets its next entry
MIGRATING = 3
_OURS = 0x4B616E73  # keeps our locks apart from those of others in the same database


def one_at_a_time(connection: Connection, what: int) -> None:
    """Wait until nobody else does the same, and keep everybody else out until the transaction ends."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:ours, :what)"), {"ours": _OURS, "what": what})
