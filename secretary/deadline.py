"""A deadline the network keeps in mind, and a free reminder for the channel."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from secretary.due import AlreadyPast, Due
from secretary.refusal import Refused, checked


class NoSuchDeadline(Refused):
    """No deadline has that number or those words; `deadline`."""


class NoSuchReminder(Refused):
    """No reminder has that number or those words; `reminder`."""


@dataclass(frozen=True)
class Deadline:
    """Something that must be done by a day."""

    number: int
    text: str
    due: Due
    by: str = ""


@dataclass(frozen=True)
class Reminder:
    """A text to post in the channel at a moment, wall-clock in the network's zone."""

    number: int
    text: str
    date: dt.date
    time: dt.time
    by: str = ""
    cancelled: bool = False


def keep(text: str, due: Due, *, by: str, now: dt.datetime) -> Deadline:
    """A new deadline; its number is given by the records."""
    return Deadline(0, checked(text), due.ahead(now), by)


def move(deadline: Deadline, due: Due, now: dt.datetime) -> Deadline:
    """The deadline on another day."""
    return replace(deadline, due=due.ahead(now))


def remind(text: str, date: dt.date, time: dt.time, *, by: str, now: dt.datetime) -> Reminder:
    """A new reminder; its number is given by the records."""
    if Due(date, time).ahead(now) == Due(now.date(), now.time().replace(second=0, microsecond=0, tzinfo=None)):
        raise AlreadyPast(date=date, time=time)
    return Reminder(0, checked(text), date, time, by)


def silence(reminder: Reminder) -> Reminder:
    """The reminder that will not be posted."""
    return replace(reminder, cancelled=True)
