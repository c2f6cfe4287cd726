"""Wall-clock times become moments, also on the days when the clocks change."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from scheduler.wallclock import duration, earlier, moment

STOCKHOLM = ZoneInfo("Europe/Stockholm")
DAY = dt.timedelta(days=1)


def local(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> dt.datetime:
    """A naive wall-clock time."""
    return dt.datetime(year, month, day, hour, minute)  # noqa: DTZ001 - wall-clock is naive


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> dt.datetime:
    """A moment in UTC."""
    return dt.datetime(year, month, day, hour, minute, tzinfo=dt.UTC)


def changes() -> list[dt.date]:
    """Every day until 2037 on which Stockholm changes its clocks."""
    days = [dt.date(2026, 1, 1) + n * DAY for n in range(12 * 366)]

    def offset(day: dt.date) -> dt.timedelta | None:
        return dt.datetime.combine(day, dt.time(), STOCKHOLM).utcoffset()

    return [day for day in days if day.year <= 2037 and offset(day) != offset(day + DAY)]


def test_every_change_of_stockholms_clocks_is_known() -> None:
    """Every change of stockholms clocks is known."""
    assert len(changes()) == 24


@pytest.mark.parametrize("day", changes(), ids=str)
def test_no_quarter_of_a_changing_day_is_lost_or_comes_twice(day: dt.date) -> None:
    """No quarter of a changing day is lost or comes twice."""
    quarters = [dt.datetime.combine(day, dt.time()) + n * dt.timedelta(minutes=15) for n in range(96)]
    moments = [moment(quarter, STOCKHOLM) for quarter in quarters]
    assert moments == sorted(moments)
    for quarter, at in zip(quarters, moments, strict=True):
        shown = at.astimezone(STOCKHOLM)
        if day.month == 3 and quarter.hour == 2:
            assert (shown.hour, shown.minute) == (3, 0)
        else:
            assert shown.replace(tzinfo=None) == quarter
            assert shown.fold == 0


@pytest.mark.parametrize(
    ("asked", "at"),
    [
        (local(2027, 1, 15, 9), utc(2027, 1, 15, 8)),
        (local(2027, 7, 15, 9), utc(2027, 7, 15, 7)),
        (local(2027, 3, 28, 1, 59), utc(2027, 3, 28, 0, 59)),
        (local(2027, 3, 28, 2, 0), utc(2027, 3, 28, 1)),
        (local(2027, 3, 28, 2, 30), utc(2027, 3, 28, 1)),
        (local(2027, 3, 28, 3, 0), utc(2027, 3, 28, 1)),
        (local(2026, 10, 25, 2, 30), utc(2026, 10, 25, 0, 30)),
        (local(2026, 10, 25, 3, 0), utc(2026, 10, 25, 2)),
    ],
)
def test_a_wall_clock_time_is_one_moment(asked: dt.datetime, at: dt.datetime) -> None:
    """A wall clock time is one moment."""
    assert moment(asked, STOCKHOLM) == at


def test_days_go_by_the_calendar_and_hours_as_they_pass() -> None:
    """Days go by the calendar and hours as they pass."""
    starts = local(2027, 3, 28, 9)
    assert earlier(starts, DAY, STOCKHOLM) == (local(2027, 3, 27, 9), utc(2027, 3, 27, 8))
    assert earlier(local(2027, 3, 28, 3, 30), dt.timedelta(hours=1), STOCKHOLM) == (
        local(2027, 3, 28, 1, 30),
        utc(2027, 3, 28, 0, 30),
    )
    assert earlier(starts, DAY + dt.timedelta(hours=2), STOCKHOLM) == (local(2027, 3, 27, 7), utc(2027, 3, 27, 6))


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (dt.timedelta(days=7), "P7D"),
        (dt.timedelta(hours=1), "PT1H"),
        (dt.timedelta(minutes=90), "PT1H30M"),
        (dt.timedelta(days=1, minutes=5), "P1DT5M"),
        (dt.timedelta(0), "P0D"),
    ],
)
def test_a_duration_has_one_short_text(length: dt.timedelta, said: str) -> None:
    """A duration has one short text."""
    assert duration(length) == said
