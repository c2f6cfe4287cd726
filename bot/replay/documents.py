"""Writing the documents of a replayed conversation into a folder."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

from bot import papers
from bot.papers import Order
from bot.replay.stage import Stage
from documents.render import FORMATS, render
from records.network import NetworkRecords
from secretary.meeting import Meeting
from secretary.meeting import Stage as Life

WITHIN = dt.timedelta(days=366)


async def ordered(stage: Stage) -> list[tuple[str, Order]]:
    """Agendas of all meetings held or planned within a year, minutes of those that were opened, by file name."""
    found: list[tuple[str, Order]] = await stage.read(lambda records: _orders(records, stage.today))
    return found


def write(orders: list[tuple[str, Order]], folder: Path) -> None:
    """Write each in every format."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, order in orders:
        for form in FORMATS:
            (folder / f"{name}.{form}").write_bytes(render(order.document(), form))


def _orders(records: NetworkRecords, today: dt.date) -> list[tuple[str, Order]]:
    found: list[tuple[str, Order]] = []
    same_day: Counter[dt.date] = Counter()
    for meeting in sorted(records.meetings.all(), key=lambda one: (one.date, one.start, one.number)):
        if meeting.stage is Life.CANCELLED or abs(meeting.date - today) > WITHIN:
            continue
        same_day[meeting.date] += 1
        name = str(meeting.date) + (f"-{same_day[meeting.date]}" if same_day[meeting.date] > 1 else "")
        found += [(f"{name}-{kind}", papers.order(records, kind, meeting.number, today)) for kind in _kinds(meeting)]
    return found


def _kinds(meeting: Meeting) -> tuple[str, ...]:
    return ("agenda", "minutes") if meeting.opened else ("agenda",)
