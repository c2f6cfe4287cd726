"""Dates that cannot be taken as said: weekday and date disagree, the time does not exist, or it has been."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from dialogs.understanding.model import Doubt
from dialogs.understanding.sentence import Sentence
from dialogs.understanding.slots import reading

DATED: Mapping[str, str] = {
    "meeting.schedule": "date",
    "meeting.series": "from",
    "meeting.move": "date",
    "meeting.shift": "from",
    "meeting.cancel": "meeting",
    "meeting.find_date": "dates",
    "agenda.deadline": "deadline",
    "agenda.postpone": "meeting",
    "task.add": "deadline",
    "deadline.add": "deadline",
    "deadline.move": "deadline",
    "reminder.add": "at",
    "nomination.open": "deadline",
    "nomination.extend": "deadline",
    "poll.open": "deadline",
    "poll.elect": "deadline",
    "remiss.open": "deadline",
    "circulation.open": "deadline",
    "minutes.send": "deadline",
}
"""The slot of every intent whose date must lie ahead."""


def doubt_about(intent: str, slots: Mapping[str, object], sentence: Sentence) -> Doubt | None:
    """Return why the date said for this intent cannot be taken as it is, or None."""
    slot = DATED.get(intent)
    if slot is None:
        return None
    for when in sentence.whens:
        if when.doubt == "no-such-time" and slot == "date":
            return Doubt(
                "start", tuple(_hour(value) for value in when.readings if isinstance(value, datetime)), when.doubt
            )
        if when.doubt is not None:
            return Doubt(slot, tuple(_as_slot(slot, value) for value in when.readings), when.doubt)
    value = slots.get(slot)
    values = value if isinstance(value, list) else [value]
    for one in values:
        if isinstance(one, str) and one[:1].isdigit() and _past(one, sentence.now):
            return Doubt(slot, (), "past")
    return None


def _as_slot(slot: str, value: date | datetime) -> str:
    """A reading as the slot writes it: a meeting and a date have no time."""
    said = reading(value)
    return said[:10] if slot in {"date", "from", "meeting"} else said


def _hour(value: datetime) -> str:
    """The time of a reading, where the day is clear and only the time is not."""
    return f"{value:%H:%M}"


def _past(value: str, now: datetime) -> bool:
    if "T" in value:
        return value < now.strftime("%Y-%m-%dT%H:%M")
    return value < now.date().isoformat()
