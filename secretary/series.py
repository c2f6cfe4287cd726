"""A series of meetings by rule."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from itertools import islice

from dateutil.rrule import rrulestr

from secretary.refusal import Refused

HORIZON = dt.timedelta(days=366)
MOST_AHEAD = 60
# Weeks, months and years, on days that the rule names: what people mean by meeting regularly.
SENSIBLE = re.compile(r"FREQ=(WEEKLY|MONTHLY|YEARLY)(;(INTERVAL=[1-9]\d?|BY(DAY|MONTHDAY|MONTH|SETPOS)=[-+\w,]+))*")


class NoSuchRule(Refused):
    """A rule for recurring meetings that gives no days, or too many; `rule`."""


@dataclass(frozen=True)
class Series:
    """Meetings at the same time by an RFC 5545 rule, such as `FREQ=MONTHLY;BYDAY=3FR`."""

    number: int
    rule: str
    first: dt.date
    start: dt.time
    end: dt.time | None = None
    place: str = ""
    ended: bool = False


def begin(rule: str, first: dt.date, start: dt.time, end: dt.time | None, place: str) -> Series:
    """A new series; its number is given by the records."""
    series = Series(0, rule.upper(), first, start, end, place)
    if not SENSIBLE.fullmatch(series.rule):
        raise NoSuchRule(rule=rule)
    try:
        found = days(series, first, first + HORIZON)
    except OverflowError:
        raise NoSuchRule(rule=rule) from None
    if not found:
        raise NoSuchRule(rule=rule)
    return series


def days(series: Series, after: dt.date, until: dt.date) -> tuple[dt.date, ...]:
    """The days of the series from one day to another, both included."""
    try:
        # Anchored on its first day, so that every second week counts from there.
        found = rrulestr(series.rule, dtstart=dt.datetime.combine(series.first, dt.time()))
        window = found.xafter(dt.datetime.combine(after, dt.time()), inc=True)
        return tuple(day.date() for day in islice(window, MOST_AHEAD) if day.date() <= until)
    except (ValueError, TypeError, KeyError, IndexError):
        raise NoSuchRule(rule=series.rule) from None
