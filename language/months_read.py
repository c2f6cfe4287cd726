"""Days counted within a month: `den sista november`, `första måndagen i maj`."""

from __future__ import annotations

import calendar
import datetime as dt

from language.dates_read import month_at
from language.frame import Day, Frame, dated, fits, possible, years_from
from language.names_read import LAST, ordinal, weekday
from language.numeric_read import year_after
from language.tokens import ORDINAL, WORD, Tokens

_OF = frozenset(("i", "of", "in"))


def last_of_month(read: Tokens, at: int, frame: Frame) -> Day | None:
    """`den sista november`, `last day of November`."""
    if read[at].text not in LAST:
        return None
    end = at + 1
    if read[end].text in ("dagen", "day", "dag"):
        end += 1
    if read[end].text in _OF:
        end += 1
    month_number = month_at(read, end)
    if month_number is None:
        return None
    end, year = year_after(read, end + 1)
    for candidate in [year] if year else years_from(frame):
        found = dt.date(candidate, month_number, calendar.monthrange(candidate, month_number)[1])
        if year or fits(found, frame):
            return dated(end, found)
    return None


def nth_weekday(year: int, month_number: int, nth: int, day: int) -> dt.date | None:
    """The nth such weekday of a month, -1 for the last; None when the month has none."""
    length = calendar.monthrange(year, month_number)[1]
    first = 1 + (day - dt.date(year, month_number, 1).weekday()) % 7
    number = first + 7 * (nth - 1) if nth > 0 else first + 7 * ((length - first) // 7)
    return possible(year, month_number, number)


def weekday_of_month(read: Tokens, at: int, frame: Frame) -> Day | None:
    """`första måndagen i maj`, `the last Friday of May 2027`, `third Tuesday of next month`."""
    nth = nth_at(read, at)
    if nth is None:
        return None
    end, count = nth
    day = weekday(read[end], definite=True)
    if day is None or read[end + 1].text not in _OF:
        return None
    end += 2
    near = _near_month(read, end, frame)
    if near is not None:
        return dated(near[0], nth_weekday(near[1].year, near[1].month, count, day))
    month_number = month_at(read, end)
    if month_number is None:
        return None
    end, year = year_after(read, end + 1)
    for candidate in [year] if year else years_from(frame):
        found = nth_weekday(candidate, month_number, count, day)
        if found and (year or fits(found, frame)):
            return dated(end, found)
        if year:
            break
        if found is None and fits(dt.date(candidate, month_number, 28), frame):
            break
    return Day(end, doubt="no-such-date", month_said=True)


def nth_at(read: Tokens, at: int) -> tuple[int, int] | None:
    """`första` … `femte` or `sista`: where it ends, and 1 … 5 or -1."""
    if read[at].text in LAST:
        return at + 1, -1
    if read[at].kind not in (WORD, ORDINAL):
        return None
    number = ordinal(read, at)
    return number if number and 1 <= number[1] <= 5 else None


def _near_month(read: Tokens, at: int, frame: Frame) -> tuple[int, dt.date] | None:
    words = (read[at].text, read[at + 1].text)
    first = frame.today.replace(day=1)
    if words in (("nasta", "manad"), ("next", "month")):
        return at + 2, (first + dt.timedelta(days=32)).replace(day=1)
    if words in (("denna", "manad"), ("this", "month")):
        return at + 2, first
    return None
