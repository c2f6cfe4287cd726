"""What a date is reckoned from, and what is read of it before it is joined with a time."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Frame:
    """What a date is reckoned from."""

    now: dt.datetime
    past: bool

    @property
    def today(self) -> dt.date:
        """The day it is."""
        return self.now.date()


@dataclass(frozen=True)
class Day:
    """A date, a period or a moment as read, before it is joined with a time."""

    end: int
    date: dt.date | None = None
    to: dt.date | None = None
    doubt: str | None = None
    readings: tuple[dt.date, ...] = ()
    month_said: bool = False
    half: str | None = None
    """`am` or `pm` when a part of the day was said."""
    moment: dt.datetime | None = None
    relative_to: str | None = None
    before: dt.timedelta | None = None


def possible(year: int, month_number: int, day: int) -> dt.date | None:
    """The date, or None when there is no such day."""
    if 1 <= year <= 9999 and 1 <= month_number <= 12 and 1 <= day <= calendar.monthrange(year, month_number)[1]:
        return dt.date(year, month_number, day)
    return None


def years_from(frame: Frame) -> Iterator[int]:
    """The years in which a day without a year may lie, nearest first."""
    year, step = frame.today.year, -1 if frame.past else 1
    return iter(range(year, year + step * 9, step))


def fits(day: dt.date, frame: Frame) -> bool:
    """Whether a day without a year may be this one: not before today, or not after it when the past is meant."""
    return day <= frame.today if frame.past else day >= frame.today


def day_of_month(frame: Frame, month_number: int, day: int, year: int | None) -> dt.date | None:
    """The next (or latest) such day; None when there is none."""
    if year is not None:
        return possible(year, month_number, day)
    days = (possible(candidate, month_number, day) for candidate in years_from(frame))
    return next((found for found in days if found and fits(found, frame)), None)


def dated(end: int, date: dt.date | None) -> Day:
    """The day as read, or the doubt that there is no such day."""
    if date is None:
        return Day(end, doubt="no-such-date", month_said=True)
    return Day(end, date, month_said=True)
