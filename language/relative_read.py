"""Dates reckoned from today or an event: `i övermorgon`, `om två veckor`, `två dagar före mötet`."""

from __future__ import annotations

import calendar
import datetime as dt

from language.dates_read import day_then_month, month_then_day
from language.frame import Day, Frame
from language.names_read import count_at
from language.numeric_read import numeric
from language.tokens import END, MARK, Tokens, by_first_word, phrase_at, words
from language.weekdays_read import weekday_plain

NEAR = by_first_word(
    dict.fromkeys(("idag", "i dag", "today", "ikvall", "i kvall", "tonight", "i eftermiddag", "this afternoon",
                   "this evening", "this morning", "i morse", "i formiddag"), 0)
    | dict.fromkeys(("imorgon", "i morgon", "imorron", "i morron", "i morrn", "imorn", "i morn", "tomorrow",
                     "tomorow", "tommorow", "tommorrow", "tmrw"), 1)
    | dict.fromkeys(("overmorgon", "i overmorgon", "iovermorgon", "the day after tomorrow",
                     "day after tomorrow"), 2)
    | dict.fromkeys(("igar", "i gar", "yesterday"), -1)
    | dict.fromkeys(("forrgar", "i forrgar", "iforrgar", "the day before yesterday", "day before yesterday"), -2)
)  # fmt: skip

_HALF = {"ikvall": "pm", "kvall": "pm", "tonight": "pm", "eftermiddag": "pm", "afternoon": "pm", "evening": "pm",
         "morning": "am", "morse": "am", "formiddag": "am"}  # fmt: skip

_DAYS = {"dag": 1, "dagar": 1, "day": 1, "days": 1, "dygn": 1, "vecka": 7, "veckor": 7, "week": 7, "weeks": 7,
         "fortnight": 14}  # fmt: skip

_SECONDS = {"timme": 3600, "timmar": 3600, "tim": 3600, "h": 3600, "hour": 3600, "hours": 3600, "minut": 60,
            "minuter": 60, "min": 60, "minute": 60, "minutes": 60, "kvart": 900, "halvtimme": 1800}  # fmt: skip

UNITS = frozenset((*_DAYS, *_SECONDS))
"""The units of a length before or after something."""
_MONTH_UNITS = frozenset(("manad", "manader", "month", "months"))

_BEFORE = frozenset(("fore", "innan", "before"))

_AFTER = frozenset(("efter", "after"))

_EVENTS = {
    "motet": "meeting", "mote": "meeting", "moten": "meeting", "motena": "meeting", "sammantradet": "meeting",
    "meeting": "meeting", "meetings": "meeting", "deadline": "deadline", "deadlinen": "deadline",
    "deadlines": "deadline", "nominering": "nomination", "nomineringen": "nomination", "nominations": "nomination",
    "nomineringstid": "nomination", "nomineringstiden": "nomination", "nomination": "nomination",
}  # fmt: skip

_DETERMINERS = words("the a an every each next nasta varje ett en alla all any our vart this detta")


def near_day(read: Tokens, at: int, frame: Frame) -> Day | None:
    """`idag`, `i morgon`, `the day after tomorrow`."""
    found = phrase_at(read, at, NEAR)
    if found is None:
        return None
    end, days = found
    date = frame.today + dt.timedelta(days=days)
    return Day(end, date, half=_HALF.get(read[end - 1].text))


def ahead(read: Tokens, at: int, frame: Frame) -> Day | None:
    """`om två veckor`, `in an hour`, `three days ago`, `two weeks from now`, `a week from Friday`."""
    if read[at].text in ("om", "in"):
        return _stepped(read, at + 1, frame)
    return _ago_or_from(read, at, frame)


def _stepped(read: Tokens, at: int, frame: Frame) -> Day | None:
    if read[at].text in ("half", "halv") or (read[at].text == "en" and read[at + 1].text == "halv"):
        position = at + 1 if read[at].text == "en" else at
        unit = position + 2 if read[position + 1].text == "an" else position + 1
        if read[unit].text in ("timme", "hour"):
            return _moment(unit + 1, frame, 1800)
        return None
    amount = count_at(read, at)
    if amount is None:
        return None
    unit_word = read[at + 1].text
    if read[at + 2].text in ("sedan", "ago", "tidigare"):
        return None
    if unit_word in _SECONDS:
        return _moment(at + 2, frame, amount * _SECONDS[unit_word])
    if unit_word in _DAYS:
        return Day(at + 2, frame.today + dt.timedelta(days=amount * _DAYS[unit_word]))
    if unit_word in _MONTH_UNITS:
        return Day(at + 2, _months_on(frame.today, amount))
    return None


def _moment(end: int, frame: Frame, seconds: int) -> Day:
    if frame.now.tzinfo is None:
        moment = frame.now + dt.timedelta(seconds=seconds)
    else:
        later = frame.now.astimezone(dt.UTC) + dt.timedelta(seconds=seconds)
        moment = later.astimezone(frame.now.tzinfo)
    return Day(end, moment.date(), moment=moment)


def _months_on(day: dt.date, months: int) -> dt.date:
    total = day.year * 12 + day.month - 1 + months
    year, number = total // 12, total % 12 + 1
    return dt.date(year, number, min(day.day, calendar.monthrange(year, number)[1]))


def _ago_or_from(read: Tokens, at: int, frame: Frame) -> Day | None:
    if read[at].text == "for":
        at += 1
    amount = count_at(read, at)
    if amount is None or read[at + 1].text not in _DAYS:
        return None
    step = dt.timedelta(days=amount * _DAYS[read[at + 1].text])
    word = read[at + 2].text
    if word in ("sedan", "ago"):
        return Day(at + 3, frame.today - step)
    if word not in ("from", "fran", "on", "efter", "after"):
        return None
    if read[at + 3].text in ("now", "nu", "idag", "today"):
        return Day(at + 4, frame.today + step)
    base = _base(read, at + 3, frame)
    return None if base is None or base.date is None else Day(base.end, base.date + step, month_said=base.month_said)


def _base(read: Tokens, at: int, frame: Frame) -> Day | None:
    """The plain date that another is reckoned from."""
    position = at
    while read[position].text in ("pa", "on", "den", "the") and position < at + 2:
        position += 1
    return (
        day_then_month(read, position, frame)
        or month_then_day(read, position, frame)
        or numeric(read, position, frame, sure=position > at)
        or near_day(read, position, frame)
        or weekday_plain(read, position, frame)
    )


def before_event(read: Tokens, at: int, frame: Frame) -> Day | None:
    """`två dagar före mötet`, `dagen innan`, `a week before 11 December`."""
    measured = _length(read, at)
    if measured is None:
        return None
    end, length = measured
    word = read[end].text
    if word not in _BEFORE and not (word in _AFTER and length >= dt.timedelta(days=1)):
        return None
    base = _base(read, end + 1, frame)
    if base is not None:
        if base.date is None or base.to is not None or length < dt.timedelta(days=1):
            return None
        return Day(base.end, base.date - length if word in _BEFORE else base.date + length, month_said=True)
    if word in _AFTER:
        return None
    position = end + 1
    while read[position].text in _DETERMINERS and position < end + 3:
        position += 1
    event = _EVENTS.get(read[position].text)
    if event is None:
        alone = read[at].text in ("dagen", "veckan", "timmen") or (read[at].text == "the" and end == at + 2)
        alone = alone or (word in _BEFORE and read[end + 1].kind in (END, MARK))
        return Day(end + 1, relative_to="meeting", before=length) if alone and position == end + 1 else None
    return Day(position + 1, relative_to=event, before=length)


def _length(read: Tokens, at: int) -> tuple[int, dt.timedelta] | None:
    text = read[at].text
    if text in ("dagen", "veckan", "timmen"):
        return at + 1, {"dagen": dt.timedelta(1), "veckan": dt.timedelta(7), "timmen": dt.timedelta(hours=1)}[text]
    amount = 1 if text == "the" else count_at(read, at)
    unit = read[at + 1].text
    if amount is None:
        return None
    if unit in _DAYS:
        return at + 2, dt.timedelta(days=amount * _DAYS[unit])
    return (at + 2, dt.timedelta(seconds=amount * _SECONDS[unit])) if unit in _SECONDS else None
