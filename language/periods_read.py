"""Weeks, months and years as periods: `v. 15`, `nästa vecka`, `under 2025`, `in March`."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import replace

from language.frame import Day, Frame
from language.names_read import month, weekday, year_at
from language.tokens import Tokens, by_first_word, phrase_at, whole, words

WEEK_PHRASES = by_first_word(
    dict.fromkeys(("nasta vecka", "next week", "i nasta vecka"), 1)
    | dict.fromkeys(("denna vecka", "denna veckan", "den har veckan", "this week", "i veckan"), 0)
    | dict.fromkeys(("forra veckan", "last week"), -1)
)

MONTH_PHRASES = by_first_word(
    dict.fromkeys(("nasta manad", "next month"), 1)
    | dict.fromkeys(("denna manad", "den har manaden", "this month"), 0)
    | dict.fromkeys(("forra manaden", "last month"), -1)
)

YEAR_PHRASES = by_first_word(
    {"nasta ar": 1, "next year": 1, "i ar": 0, "this year": 0, "forra aret": -1, "i fjol": -1, "last year": -1}
)


_PART_OF = words("av of early late veckan vecka week weeks halvan half helgen weekend dagarna days dag dagen day")
_SINCE = frozenset(("sedan", "since", "fran", "from"))
_DURING = frozenset(("under", "during", "in", "i"))
PERIOD_WORDS = frozenset(("v", "vecka", "week", "w", "wk", *_SINCE, *_DURING))
"""The words before a week's number, a month or a year."""


def monday_of(day: dt.date) -> dt.date:
    """The Monday of the week."""
    return day - dt.timedelta(days=day.weekday())


def week_number(read: Tokens, at: int, frame: Frame) -> Day | None:
    """`v 15`, `vecka 50`, `week 15 2027`: Monday to Sunday of the next (or latest) such week."""
    if read[at].text not in ("v", "vecka", "week", "w", "wk"):
        return None
    position = at + 2 if read[at + 1].text == "." else at + 1
    number = whole(read[position], 1, 53)
    if number is None or len(read[position].text) > 2 or read[position + 1].text in ("kr", "%", "av", "of"):
        return None
    if read[at].text in ("w", "wk") and read[position].glued is False and read[position].start > read[at].end + 1:
        return None
    end = position + 1
    comma = 1 if read[end].text == "," else 0
    year = year_at(read, end + comma)
    end = end + comma + 1 if year else end
    if year is None and at > 0:
        year = year_at(read, at - 1)
    monday = _week(frame, number, year)
    if monday is None:
        return Day(end, doubt="no-such-date")
    last = monday
    if read[end].text == "-" and (until := whole(read[end + 1], 1, 53)) and until > number and year is None:
        last = monday + dt.timedelta(weeks=until - number)
        end += 2
    return Day(end, monday, to=last + dt.timedelta(days=6))


def _week(frame: Frame, number: int, year: int | None) -> dt.date | None:
    this_year, this_week, _ = frame.today.isocalendar()
    if year is None:
        ahead = number <= this_week if frame.past else number >= this_week
        year = this_year if ahead else this_year + (-1 if frame.past else 1)
    try:
        return dt.date.fromisocalendar(year, number, 1)
    except ValueError:
        return None


def span_of_time(read: Tokens, at: int, frame: Frame) -> Day | None:
    """A week, month or year as a period: `nästa vecka`, `v 15`, `under 2025`, `in March`."""
    if at and read[at - 1].text in _PART_OF:
        return None
    if found := phrase_at(read, at, WEEK_PHRASES):
        return _named_week(read, found[0], frame, found[1])
    week = week_number(read, at, frame)
    if week is not None:
        return _week_then_day(read, week)
    if found := phrase_at(read, at, MONTH_PHRASES):
        months = frame.today.year * 12 + frame.today.month - 1 + found[1]
        return _month(found[0], months // 12, months % 12 + 1)
    if found := phrase_at(read, at, YEAR_PHRASES):
        return _year(found[0], frame.today.year + found[1])
    return _during(read, at, frame)


def _named_week(read: Tokens, at: int, frame: Frame, weeks: int) -> Day:
    monday = monday_of(frame.today) + dt.timedelta(weeks=weeks)
    return _week_then_day(read, Day(at, monday, to=monday + dt.timedelta(days=6)))


def _week_then_day(read: Tokens, week: Day) -> Day:
    """`nästa vecka på torsdag`, `v 50, torsdag`."""
    position = week.end + 1 if read[week.end].text in ("pa", "on", ",") else week.end
    day = weekday(read[position], definite=True)
    if day is None or week.date is None:
        return week
    return Day(position + 1, week.date + dt.timedelta(days=day))


def _year(end: int, year: int) -> Day:
    return Day(end, dt.date(year, 1, 1), to=dt.date(year, 12, 31))


def _month(end: int, year: int, number: int) -> Day:
    last = calendar.monthrange(year, number)[1]
    return Day(end, dt.date(year, number, 1), to=dt.date(year, number, last), month_said=True)


def _during(read: Tokens, at: int, frame: Frame) -> Day | None:
    word = read[at].text
    since = word in _SINCE and frame.past
    if not since and word not in _DURING:
        return None
    position = at + 2 if read[at + 1].text in ("ar", "aret") else at + 1
    year = year_at(read, position) if word != "i" else None
    if year is not None and read[position + 1].text not in ("kr", "sek", "-", "mkr"):
        found = _year(position + 1, year)
        return replace(found, to=None) if since else found
    number = month(read[at + 1])
    if number is None or (read[at + 1].text == "may" and not since and read[at + 2].text in ("be", "i")):
        return None
    year = year_at(read, at + 2)
    if year is None and whole(read[at + 2], 0, 99) is not None:
        return None
    end = at + 2 if year is None else at + 3
    if year is None:
        year = frame.today.year
        if frame.past and number > frame.today.month:
            year -= 1
        elif not frame.past and number < frame.today.month:
            year += 1
    found = _month(end, year, number)
    return replace(found, to=None) if since else found
