"""What a turn changed: written into the journal, kept so that it can be taken back, and owed what it makes owed."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection

from bot.events import Event
from bot.owing import plan_changes
from bot.past import ENTRIES
from records import journal, memory
from records.network import NetworkRecords

NOT_TAKEN_BACK = frozenset({"decision.undo", "speaker", "network.join", "network.leave"})


def keep(
    connection: Connection, records: NetworkRecords, event: Event, action: str, said: str, now: dt.datetime
) -> None:
    """Keep a turn's changes, in its transaction; nothing is written when nothing was changed."""
    changes = records.changes
    if not changes:
        return
    network = records.network
    journal.append(
        connection,
        network.number,
        who=event.who.key,
        action=action,
        message=event.activity,
        changes=changes,
        now=now,
    )
    plan_changes(connection, network, changes, now)
    if action in NOT_TAKEN_BACK:
        return
    meeting = records.meetings.open()
    memory.remember(
        connection,
        records,
        person=event.who.key,
        place=event.where.thread,
        action=action,
        said=said,
        meeting=meeting.number if meeting and action in ENTRIES else None,
        now=now,
    )
