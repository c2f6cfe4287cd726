"""Dates reckoned from today: `på torsdag`, `i övermorgon`, `om två veckor`, `v. 15`, `två dagar före mötet`."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import replace

from language.dates_read import Day, Frame, count_at, day_then_month, fits, month_then_day, numeric
from language.names_read import GENITIVE, GONE, SHORT_DAYS, month, weekday, year_at
from language.tokens import Tokens, by_first_word, phrase_at, whole, words

_NEAR = by_first_word(
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
_WEEKS = by_first_word(
    dict.fromkeys(("nasta vecka", "next week", "i nasta vecka"), 1)
    | dict.fromkeys(("denna vecka", "denna veckan", "den har veckan", "this week", "i veckan"), 0)
    | dict.fromkeys(("forra veckan", "last week"), -1)
)
_MONTH_PHRASES = by_first_word(
    dict.fromkeys(("nasta manad", "next month"), 1)
    | dict.fromkeys(("denna manad", "den har manaden", "this month"), 0)
    | dict.fromkeys(("forra manaden", "last month"), -1)
)
_YEARS = by_first_word(
    {"nasta ar": 1, "next year": 1, "i ar": 0, "this year": 0, "forra aret": -1, "i fjol": -1, "last year": -1}
)
_NEXT = frozenset(("nasta", "next"))
_COMING = by_first_word(
    dict.fromkeys(("kommande", "nastkommande", "narmaste", "coming", "the coming", "nu pa", "nu"), 0)
)
_THIS = by_first_word(dict.fromkeys(("denna", "den har", "this"), 0))
_LAST = frozenset(("forra", "last", "senaste"))
_DAYS = {"dag": 1, "dagar": 1, "day": 1, "days": 1, "dygn": 1, "vecka": 7, "veckor": 7, "week": 7, "weeks": 7,
         "fortnight": 14}  # fmt: skip
_SECONDS = {"timme": 3600, "timmar": 3600, "tim": 3600, "h": 3600, "hour": 3600, "hours": 3600, "minut": 60,
            "minuter": 60, "min": 60, "minute": 60, "minutes": 60, "kvart": 900, "halvtimme": 1800}  # fmt: skip
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
    found = phrase_at(read, at, _NEAR)
    if found is None:
        return None
    end, days = found
    date = frame.today + dt.timedelta(days=days)
    return Day(end, date, half=_HALF.get(read[end - 1].text))


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def coming(frame: Frame, day: int) -> dt.date:
    """The next such weekday after today, or the latest before it when the past is meant."""
    if frame.past:
        return frame.today - dt.timedelta(days=(frame.today.weekday() - day - 1) % 7 + 1)
    return frame.today + dt.timedelta(days=(day - frame.today.weekday() - 1) % 7 + 1)


def weekday_plain(read: Tokens, at: int, frame: Frame) -> Day | None:
    """A weekday by itself, with the word that chooses the week: `nästa fredag`, `i fredags`, `this Friday`."""
    if read[at].text == "i" and read[at + 1].text in GONE:
        day = GONE[read[at + 1].text]
        return Day(at + 2, coming(replace(frame, past=True), day))
    if read[at].text in GENITIVE:
        return Day(at + 1, coming(frame, GENITIVE[read[at].text]))
    if read[at].text in _NEXT:
        return _next_weekday(read, at + 1, frame)
    if read[at].text in _LAST:
        return _last_weekday(read, at + 1, frame)
    if found := phrase_at(read, at, _COMING):
        day_at = found[0]
        day_read = weekday(read[day_at], definite=True)
        return None if day_read is None else Day(day_at + 1, coming(replace(frame, past=False), day_read))
    if found := phrase_at(read, at, _THIS):
        return _this_weekday(read, found[0], frame)
    plain = weekday(read[at])
    if plain is not None:
        return _weekday_in_week(read, at + 1, frame, plain) or Day(at + 1, coming(frame, plain))
    return _short_weekday(read, at, frame)


def _short_weekday(read: Tokens, at: int, frame: Frame) -> Day | None:
    """`fre v. 15`, `på tors kl 9`: an abbreviation counts only where nothing else fits."""
    short = SHORT_DAYS.get(read[at].text)
    if short is None:
        return None
    end = at + 2 if read[at + 1].text == "." else at + 1
    within = _weekday_in_week(read, end, frame, short)
    if within is not None:
        return within
    asked = at > 0 and read[at - 1].text in ("pa", "on") and read[at].text not in ("man", "son", "sat", "sun")
    timed = read[at].text not in ("man", "son", "sat", "sun", "fri", "mon") and read[end].text in (
        "kl",
        "klockan",
        "at",
    )
    return Day(end, coming(frame, short)) if asked or timed else None


def _next_weekday(read: Tokens, at: int, frame: Frame) -> Day | None:
    day = weekday(read[at])
    if day is None:
        return _week_genitive(read, at, frame, 1)
    near = coming(replace(frame, past=False), day)
    if _monday(near) == _monday(frame.today):
        return Day(at + 1, doubt="which-week", readings=(near + dt.timedelta(days=7), near))
    return Day(at + 1, near)


def _week_genitive(read: Tokens, at: int, frame: Frame, weeks: int) -> Day | None:
    """`nästa veckas fredag`."""
    day = weekday(read[at + 1]) if read[at].text in ("veckas", "weeks") else None
    if day is None:
        return None
    return Day(at + 2, _monday(frame.today) + dt.timedelta(days=7 * weeks + day))


def _last_weekday(read: Tokens, at: int, frame: Frame) -> Day | None:
    day = weekday(read[at], definite=True)
    if day is None or read[at + 1].text in ("i", "in", "of"):
        return None
    near = coming(replace(frame, past=True), day)
    if _monday(near) == _monday(frame.today):
        return Day(at + 1, doubt="which-week", readings=(near, near - dt.timedelta(days=7)))
    return Day(at + 1, near)


def _this_weekday(read: Tokens, at: int, frame: Frame) -> Day | None:
    day = weekday(read[at], definite=True)
    if day is None:
        return None
    date = _monday(frame.today) + dt.timedelta(days=day)
    if fits(date, frame):
        return Day(at + 1, date)
    week = dt.timedelta(days=-7 if frame.past else 7)
    return Day(at + 1, doubt="which-week", readings=(date + week, date))


def _weekday_in_week(read: Tokens, at: int, frame: Frame, day: int) -> Day | None:
    """The week that follows a weekday: `torsdag nästa vecka`, `fre v. 15`, `fredag om två veckor`."""
    position = at + 1 if read[at].text in ("i", "in", "of", ",") else at
    if found := phrase_at(read, position, _WEEKS):
        return Day(found[0], _monday(frame.today) + dt.timedelta(days=7 * found[1] + day))
    week = week_number(read, position, frame)
    if week is not None:
        return Day(week.end, week.date + dt.timedelta(days=day)) if week.date else week
    if read[at].text in ("om", "in") and read[at + 2].text in ("vecka", "veckor", "week", "weeks"):
        weeks = count_at(read, at + 1)
        if weeks is None or weeks > 60:
            return None
        same = _monday(frame.today) + dt.timedelta(days=7 * weeks + day)
        later = coming(replace(frame, past=False), day) + dt.timedelta(days=7 * weeks)
        if same == later:
            return Day(at + 3, same)
        return Day(at + 3, doubt="which-week", readings=(same, later))
    if read[at].text in ("week", "fortnight") and read[at + 1].text not in ("and", "before"):
        return None
    return None


def week_number(read: Tokens, at: int, frame: Frame) -> Day | None:
    """`v 15`, `vecka 50`, `week 15 2027`: Monday to Sunday of the next (or latest) such week."""
    if read[at].text not in ("v", "vecka", "week", "w", "wk"):
        return None
    position = at + 2 if read[at + 1].text == "." else at + 1
    number = whole(read[position], 1, 99)
    if number is None or len(read[position].text) > 2 or read[position + 1].text in ("kr", "%"):
        return None
    if read[at].text in ("w", "wk") and read[position].glued is False and read[position].start > read[at].end + 1:
        return None
    end = position + 1
    year = year_at(read, end)
    end = end + 1 if year else end
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
    if at and read[at - 1].text in ("av", "of", "early", "late"):
        return None
    if found := phrase_at(read, at, _WEEKS):
        return _named_week(read, found[0], frame, found[1])
    week = week_number(read, at, frame)
    if week is not None:
        return _week_then_day(read, week)
    if found := phrase_at(read, at, _MONTH_PHRASES):
        months = frame.today.year * 12 + frame.today.month - 1 + found[1]
        return _month(found[0], months // 12, months % 12 + 1)
    if found := phrase_at(read, at, _YEARS):
        return _year(found[0], frame.today.year + found[1])
    return _during(read, at, frame)


def _named_week(read: Tokens, at: int, frame: Frame, weeks: int) -> Day:
    monday = _monday(frame.today) + dt.timedelta(weeks=weeks)
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
    since = word in ("sedan", "since", "fran", "from") and frame.past
    if not since and word not in ("under", "during", "in", "i"):
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
    return (
        None if base is None or base.date is None else Day(base.end, base.date + step, month_said=base.month_said)
    )


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
