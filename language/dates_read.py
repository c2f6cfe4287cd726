"""Dates that say their month: `den 11 december`, `Dec 11, 2026`, `16/4`, `160421`, `första måndagen i maj`."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from language.names_read import (
    LAST,
    ONLY_SWEDISH_MONTHS,
    cardinal,
    is_amount_unit,
    is_item_number,
    month,
    ordinal,
    weekday,
    year_at,
)
from language.tokens import END, MARK, NUMBER, ORDINAL, WORD, Token, Tokens, is_dash_before_word, whole, words


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


_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_SLASH = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?:[-/]([0-9]{4}|[0-9]{2}))?")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_COMPACT = re.compile(r"(?:20)?([0-9]{2})([0-9]{2})([0-9]{2})")
_OF = frozenset(("i", "of", "in"))
_SHARE = words("av of h tim timme timmar hour hours majoritet majority tjanst del delar")
_AFTER_MAY = words(
    "at kl klockan and och or eller in on i pa for till to until from fran with med as som if om but men 2"
)
_BEFORE_MAY = words("den the on by before after until since from till to of fore efter senast fran and or")


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


def _dated(end: int, date: dt.date | None) -> Day:
    if date is None:
        return Day(end, doubt="no-such-date", month_said=True)
    return Day(end, date, month_said=True)


def year_after(read: Tokens, at: int) -> tuple[int, int | None]:
    """A year that follows a day and month, perhaps after a comma."""
    comma = 1 if read[at].text == "," else 0
    year = year_at(read, at + comma)
    if year is None or is_amount_unit(read[at + comma + 1]):
        return at, None
    return at + comma + 1, year


def month_at(read: Tokens, at: int) -> int | None:
    """A month's name here that is not the English verb `may` or the like."""
    found = month(read[at])
    if found == 5 and read[at].text == "may":
        follows = read[at + 1]
        starts = read[at - 2].text if at > 1 else ""
        sure = follows.kind != WORD or follows.text in _AFTER_MAY or starts in _BEFORE_MAY
        sure = sure or (at > 0 and read[at - 1].kind == ORDINAL) or read[at - 1].text == "of"
        return found if sure else None
    return found


def numeric(read: Tokens, at: int, frame: Frame, *, sure: bool) -> Day | None:
    """`2027-04-16`, `16/4`, `16/4-27`, `16.4.2027` and `270416`."""
    token = read[at]
    if token.kind != NUMBER or is_item_number(read, at) or len(token.text) > 10:
        return None
    if match := _ISO.fullmatch(token.text):
        year, month_number, day = (int(part) for part in match.groups())
        return _dated(at + 1, possible(year, month_number, day))
    if match := _SLASH.fullmatch(token.text):
        return _slash(read, at, frame, match, sure=sure)
    if match := _DOTTED.fullmatch(token.text):
        found = possible(int(match[3]), int(match[2]), int(match[1]))
        return _dated(at + 1, found) if found or sure else None
    if match := _COMPACT.fullmatch(token.text):
        return _compact(read, at, frame, match)
    return None


def _slash(read: Tokens, at: int, frame: Frame, match: re.Match[str], *, sure: bool) -> Day | None:
    day, month_number = int(match[1]), int(match[2])
    follows = read[at + 1]
    if not sure and (follows.text in _SHARE or is_dash_before_word(read, at + 1) or match[0] == "24/7"):
        return None
    end, year = at + 1, None
    if match[3]:
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
    else:
        end, year = year_after(read, at + 1)
    if month_number > 12 or not 1 <= day <= 31:
        return Day(end, doubt="no-such-date", month_said=True) if sure else None
    if month_number < 1:
        return None
    return _dated(end, day_of_month(frame, month_number, day, year))


def _compact(read: Tokens, at: int, frame: Frame, match: re.Match[str]) -> Day | None:
    follows = read[at + 1]
    hangs = follows.text == "-" and follows.start == read[at].end
    if hangs or is_amount_unit(follows) or (follows.kind == NUMBER and len(follows.text) == 3):
        return None
    found = possible(2000 + int(match[1]), int(match[2]), int(match[3]))
    year = frame.today.year
    return _dated(at + 1, found) if found and year - 20 <= found.year <= year + 10 else None


def day_number(read: Tokens, at: int) -> tuple[int, int] | None:
    """The number of a day, `11`, `11:e`, `elfte`: where it ends and its value, 32 and more included."""
    if read[at].kind == NUMBER and not is_item_number(read, at):
        value = whole(read[at], 1, 99)
        return (at + 1, value) if value is not None and not (at and _grouped(read, at)) else None
    if read[at].kind == ORDINAL and read[at].glued:
        return None
    return ordinal(read, at)


def _grouped(read: Tokens, at: int) -> bool:
    return read[at - 1].kind == NUMBER and len(read[at].text) == 3


def day_then_month(read: Tokens, at: int, frame: Frame) -> Day | None:
    """`11 december 2026`, `den 12:e februari`, `the first of May`."""
    number = day_number(read, at)
    if number is None:
        return None
    end, day = number
    if read[end].text in ("of", "i") and read[end - 1].kind != NUMBER:
        end += 1
    month_number = month_at(read, end)
    if month_number is None or (read[end].text == "." and read[end].kind == MARK):
        return None
    end = (
        end + 2 if read[end + 1].text == "." and len(read[end].text) <= 4 and _goes_on(read, end + 2) else end + 1
    )
    end, year = year_after(read, end)
    return _dated(end, day_of_month(frame, month_number, day, year))


def _goes_on(read: Tokens, at: int) -> bool:
    """Whether what follows a full stop belongs to the same phrase, so that it ended an abbreviation."""
    return year_at(read, at) is not None or read[at].text in ("kl", "klockan", "at")


def month_then_day(read: Tokens, at: int, frame: Frame) -> Day | None:
    """`January 22`, `Dec 16th, 2026`; never `i januari 22 platser`."""
    if read[at].kind != WORD or read[at].text in ONLY_SWEDISH_MONTHS:
        return None
    month_number = month(read[at])
    if month_number is None or (at and read[at - 1].text in ("i", "in", "under", "during", "of")):
        return None
    first = at + 2 if read[at + 1].text == "." else at + 1
    number = day_number(read, first)
    if number is None or number[1] > 31 or is_amount_unit(read[number[0]]) or read[first].kind == WORD:
        return None
    if month(read[number[0]]) is not None and read[first].kind == NUMBER:
        return None
    end, year = year_after(read, number[0])
    return _dated(end, day_of_month(frame, month_number, number[1], year))


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
            return _dated(end, found)
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
        return _dated(near[0], nth_weekday(near[1].year, near[1].month, count, day))
    month_number = month_at(read, end)
    if month_number is None:
        return None
    end, year = year_after(read, end + 1)
    for candidate in [year] if year else years_from(frame):
        found = nth_weekday(candidate, month_number, count, day)
        if found and (year or fits(found, frame)):
            return _dated(end, found)
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


def day_alone(read: Tokens, at: int, frame: Frame, anchor: dt.date | None) -> Day | None:
    """`den 14:e`, `on the 14th`: in the month of the date before it in the text, else the next such day."""
    token = read[at]
    if token.kind != ORDINAL or token.glued or not _stands_alone(read[at + 1]):
        return None
    day = int("".join(c for c in token.text if c.isdigit()))
    if not 1 <= day <= 31:
        return Day(at + 1, doubt="no-such-date")
    if anchor is not None:
        found = possible(anchor.year, anchor.month, day)
        return Day(at + 1, found, doubt=None if found else "no-such-date")
    month_start = frame.today.replace(day=1)
    for _ in range(4):
        found = possible(month_start.year, month_start.month, day)
        if found and fits(found, frame):
            return Day(at + 1, found)
        month_start = (month_start + dt.timedelta(days=-1 if frame.past else 32)).replace(day=1)
    return None


_AFTER_ALONE = words(
    "kl klockan at in i on pa and och or eller from fran till to instead istallet for with med same samma as som"
)


def _stands_alone(follows: Token) -> bool:
    if follows.kind == MARK:
        return follows.text not in "-/"
    return follows.kind in (END, NUMBER) or follows.text in _AFTER_ALONE


def several_days(read: Tokens, at: int, frame: Frame) -> list[tuple[int, Day]] | None:
    """Days that share a month: `8, 9 och 10 december` are three, `8–10 december` is one period."""
    before = read[at - 1].text if at else ""
    if before in _NUMBERED:
        return None
    places: list[tuple[int, int]] = []
    position, joined = at, False
    while len(places) < 12:
        number = day_number(read, position) if read[position].kind in (NUMBER, ORDINAL) else None
        if number is None:
            return None
        end, day = number
        last = day_then_month(read, position, frame)
        if last is not None:
            return _sharing(places, position, last) if joined else None
        if read[end].text == "-" and not places:
            return _period(read, at, day, end + 1, frame)
        if read[end].text not in _BETWEEN or (read[end].text in ("till", "to") and before not in _FROM):
            return None
        places.append((position, day))
        joined = joined or read[end].text != ","
        position = end + 1
        if read[end].text == "," and read[position].text in _BETWEEN:
            position, joined = position + 1, True
        if read[position].text in ("den", "the"):
            position += 1
    return None


def _sharing(places: list[tuple[int, int]], position: int, last: Day) -> list[tuple[int, Day]] | None:
    if last.date is None:
        return None
    month_number, year = last.date.month, last.date.year
    first = [(place, _dated(place + 1, possible(year, month_number, day))) for place, day in places]
    return [*first, (position, last)]


_FROM = frozenset(("from", "fran", "mellan", "between"))
_NUMBERED = words(
    "deadline deadlinen poll omrostning omrostningen paminnelse paminnelsen reminder alternativ option"
)
_BETWEEN = frozenset((",", "och", "and", "eller", "or", "samt", "till", "to"))


def _period(read: Tokens, at: int, first: int, second: int, frame: Frame) -> list[tuple[int, Day]] | None:
    last = day_then_month(read, second, frame) or numeric(read, second, frame, sure=False)
    if last is None or last.date is None:
        return None
    start = possible(last.date.year, last.date.month, first)
    if start is None or start > last.date:
        return [(at, Day(last.end, doubt="no-such-date", month_said=True))]
    return [(at, Day(last.end, start, to=last.date, month_said=True))]


def count_at(read: Tokens, at: int) -> int | None:
    """How many days, weeks or hours: a whole number in digits or words."""
    return None if read[at].glued else cardinal(read, at, 1, 999)
