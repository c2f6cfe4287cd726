"""A meeting: planned, open, closed or cancelled."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from secretary.due import AlreadyPast, Due
from secretary.item import Item, State, standing_items
from secretary.network import Network
from secretary.presence import Presence
from secretary.refusal import LONGEST_TEXT, LONGEST_TITLE, Refused, TooLong


class NoMeeting(Refused):
    """No meeting is planned."""


class NoSuchMeeting(Refused):
    """No meeting on that day; `date`."""


class NoOpenMeeting(Refused):
    """What was asked for belongs to an open meeting, and none is."""


class MeetingIsOpen(Refused):
    """A meeting is open already; `date`."""


class MeetingIsOver(Refused):
    """The meeting is closed or cancelled and cannot be changed so; `date`."""


class MeetingThatDay(Refused):
    """A meeting is planned at that very time; `date`, `time`."""


class EndsBeforeItStarts(Refused):
    """The end lies before the start; `start`, `end`."""


class Stage(StrEnum):
    """Where a meeting is in its life."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Meeting:
    """One meeting with its agenda, its attendance and what was written."""

    number: int
    date: dt.date
    start: dt.time
    end: dt.time | None = None
    place: str = ""
    stage: Stage = Stage.PLANNED
    items: tuple[Item, ...] = ()
    attendance: tuple[Presence, ...] = ()
    deadline: Due | None = None  # the last day to submit items
    published: dt.datetime | None = None
    opened: dt.datetime | None = None
    closed: dt.datetime | None = None
    stated_start: dt.time | None = None  # what the chair said, when it was not the planned time
    stated_end: dt.time | None = None
    current: int | None = None  # the item being dealt with, by its id
    note_taker: str = ""
    reason: str = ""  # why it was cancelled
    series: int | None = None
    occurrence: dt.date | None = None  # the day the series' rule gave it, also after a move
    minutes_sent: dt.datetime | None = None
    minutes_approved: dt.datetime | None = None

    def starts(self, network: Network) -> dt.datetime:
        """The moment it starts."""
        return network.at(self.date, self.start)

    @property
    def is_open(self) -> bool:
        """Whether it is going on."""
        return self.stage is Stage.OPEN

    def item(self, number: int) -> Item:
        """The item with this id, which is not its number on the agenda."""
        return next(item for item in self.items if item.id == number)

    def with_item(self, changed: Item) -> Meeting:
        """The meeting with one of its items changed."""
        return replace(self, items=tuple(changed if item.id == changed.id else item for item in self.items))

    def planned(self) -> Meeting:
        """Itself, when it lies ahead."""
        if self.stage is Stage.OPEN:
            raise MeetingIsOpen(date=self.date)
        if self.stage is not Stage.PLANNED:
            raise MeetingIsOver(date=self.date)
        return self

    def ongoing(self) -> Meeting:
        """Itself, when it is open."""
        if self.stage is not Stage.OPEN:
            raise NoOpenMeeting
        return self


def schedule(
    network: Network,
    date: dt.date,
    start: dt.time,
    end: dt.time | None,
    place: str,
    now: dt.datetime,
    *,
    series: int | None = None,
) -> Meeting:
    """A new meeting that starts from the network's standing frame; its number is given by the records."""
    _ahead(network, date, start, now)
    _in_order(start, end)
    if len(place) > LONGEST_TITLE:
        raise TooLong(limit=LONGEST_TITLE, length=len(place))
    return Meeting(
        number=0,
        date=date,
        start=start,
        end=end,
        place=place.strip(),
        items=standing_items(network.frame),
        series=series,
        occurrence=date if series is not None else None,
    )


def move(
    meeting: Meeting,
    network: Network,
    now: dt.datetime,
    *,
    date: dt.date | None = None,
    start: dt.time | None = None,
    end: dt.time | None = None,
) -> Meeting:
    """The meeting at another time; what was not said stays, and a new start alone keeps the length."""
    meeting.planned()
    new_date = date or meeting.date
    new_start = start or meeting.start
    new_end = end or end_after(meeting, new_start)
    _ahead(network, new_date, new_start, now)
    _in_order(new_start, new_end)
    deadline = meeting.deadline
    if deadline:
        moved = deadline.date + (new_date - meeting.date)
        deadline = Due(max(moved, now.date()), deadline.time)
    return replace(meeting, date=new_date, start=new_start, end=new_end, deadline=deadline)


def cancel(meeting: Meeting, reason: str) -> Meeting:
    """The meeting called off."""
    meeting.planned()
    if len(reason) > LONGEST_TEXT:
        raise TooLong(limit=LONGEST_TEXT, length=len(reason))
    return replace(meeting, stage=Stage.CANCELLED, reason=reason.strip())


def open_meeting(meeting: Meeting, now: dt.datetime, *, stated: dt.time | None = None) -> Meeting:
    """The meeting opened; the first item that is not withdrawn is dealt with at once."""
    meeting.planned()
    first = next((item.id for item in meeting.items if item.state is State.LISTED), None)
    return replace(meeting, stage=Stage.OPEN, opened=now, stated_start=stated, current=first)


def close_meeting(
    meeting: Meeting, now: dt.datetime, *, note_taker: str = "", stated: dt.time | None = None
) -> Meeting:
    """The meeting closed; `note_taker` wrote the notes unless another was named."""
    meeting.ongoing()
    taker = meeting.note_taker or note_taker
    return replace(meeting, stage=Stage.CLOSED, closed=now, stated_end=stated, current=None, note_taker=taker)


def _ahead(network: Network, date: dt.date, start: dt.time, now: dt.datetime) -> None:
    Due(date, start).ahead(now)
    if network.at(date, start) < now:
        raise AlreadyPast(date=date, time=start)


def _in_order(start: dt.time, end: dt.time | None) -> None:
    if end is not None and end <= start:
        raise EndsBeforeItStarts(start=start, end=end)


def end_after(meeting: Meeting, start: dt.time) -> dt.time | None:
    """When the meeting ends if it starts at another time and is as long as before; None past midnight."""
    if meeting.end is None or start == meeting.start:
        return meeting.end
    base = dt.datetime.combine(meeting.date, meeting.start)
    length = dt.datetime.combine(meeting.date, meeting.end) - base
    ended = dt.datetime.combine(meeting.date, start) + length
    return ended.time() if ended.date() == meeting.date else None
