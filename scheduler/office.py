"""Office hours: no reminder in the evening, at a weekend or on a Swedish holiday."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from functools import cache

_DAY = dt.timedelta(days=1)
_SATURDAY = 5
_HOUR = dt.timedelta(hours=1)


class Shift(StrEnum):
    """Which way a reminder goes that falls outside office hours."""

    BEFORE = "before"  # something must be done by then: rather too early
    AFTER = "after"  # something is told: rather later
    NEVER = "never"  # its moment is its meaning


def in_office(local: dt.datetime, opens: dt.time, shuts: dt.time, shift: Shift) -> dt.datetime:
    """The wall-clock time itself when it lies in office hours, or the nearest that does, before or after it."""
    if shift is Shift.NEVER:
        return local
    step = -_DAY if shift is Shift.BEFORE else _DAY
    moved = _in_hours(local, opens, shuts, shift)
    while not works(moved.date()):
        moved += step
    return moved


def _in_hours(local: dt.datetime, opens: dt.time, shuts: dt.time, shift: Shift) -> dt.datetime:
    """The same day's or the neighbouring day's first or last hour, when the time of day is out of hours."""
    last_hour = (dt.datetime.combine(local.date(), shuts) - _HOUR).time()
    if opens <= local.time() < shuts:
        return local
    if shift is Shift.BEFORE:
        day = local.date() if local.time() >= shuts else local.date() - _DAY
        return dt.datetime.combine(day, last_hour)
    day = local.date() if local.time() < opens else local.date() + _DAY
    return dt.datetime.combine(day, opens)


def works(day: dt.date) -> bool:
    """Whether people are at work: no weekend, no public holiday, and not the eve that everybody has off."""
    return day.weekday() < _SATURDAY and day not in _days_off(day.year)


@cache
def _days_off(year: int) -> frozenset[dt.date]:
    import holidays  # when first asked for: it knows every country, and that takes its time

    found = holidays.country_holidays("SE", years=year, categories=("public", "de_facto"))
    return frozenset(found)
