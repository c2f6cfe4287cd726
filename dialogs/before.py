"""What "the same as last time" means as an answer."""

from __future__ import annotations

import datetime as dt

from secretary.meeting import Meeting
from secretary.ports import Records


def same_as_before(slot: str, records: Records, now: dt.datetime) -> object | None:
    """The value that the slot had at the last meeting, in the form of the contract; None where there was none."""
    last = _last(records, now)
    if last is None:
        return None
    match slot:
        case "start":
            return f"{last.start:%H:%M}"
        case "end":
            return f"{last.end:%H:%M}" if last.end else None
        case "place":
            return last.place or None
        case "people":
            return [one.name for one in last.attendance if one.present] or None
        case _:
            return None


def _last(records: Records, now: dt.datetime) -> Meeting | None:
    """The last meeting that was held, or else the one planned last."""
    held = records.meetings.held(now.date())
    return held[0] if held else next(iter(reversed(records.meetings.planned(now.date()))), None)
