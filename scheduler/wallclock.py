"""Wall-clock times as moments, and durations as short texts."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

_MINUTE = dt.timedelta(minutes=1)
_DAY = dt.timedelta(days=1)


def moment(local: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """A naive wall-clock time as a moment in UTC.

    A time that does not exist, in the gap of spring, is the first minute after the gap; one that comes twice is
    the first of the two.
    """
    if local.tzinfo is not None:
        raise ValueError("a wall-clock time has no zone of its own")
    while True:
        utc = local.replace(tzinfo=zone, fold=0).astimezone(dt.UTC)
        if utc.astimezone(zone).replace(tzinfo=None) == local:
            return utc
        local = local.replace(second=0, microsecond=0) + _MINUTE


def earlier(local: dt.datetime, before: dt.timedelta, zone: ZoneInfo) -> tuple[dt.datetime, dt.datetime]:
    """A time that much earlier, as wall-clock time and as moment: days by the calendar, hours as they pass."""
    days, rest = divmod(before, _DAY)
    same_time = local - days * _DAY
    if not rest:
        return same_time, moment(same_time, zone)
    passed = moment(same_time, zone) - rest
    return passed.astimezone(zone).replace(tzinfo=None), passed


def duration(length: dt.timedelta) -> str:
    """A duration as in ISO 8601, such as P7D or PT1H; seconds are left out."""
    days, rest = divmod(length, _DAY)
    hours, minutes = divmod(rest // _MINUTE, 60)
    clock = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    return f"P{days}D" + (f"T{clock}" if clock else "") if days or not clock else f"PT{clock}"
