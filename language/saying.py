"""Dates, times, rules, lengths, amounts and lists as the secretary says them; all of it is read back the same.

Swedish as public writing prefers it: `fredag 11 december`, `kl. 8.00–9.15`, a hard space between thousands.
Moments are local to the network.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from language.names_said import names, say_list, say_number
from language.recurrence_said import say_recurrence

_UNITS = {
    "sv": {"D": ("dag", "dagar"), "W": ("vecka", "veckor"), "M": ("månad", "månader"), "TH": ("timme", "timmar"),
           "TM": ("minut", "minuter")},
    "en": {"D": ("day", "days"), "W": ("week", "weeks"), "M": ("month", "months"), "TH": ("hour", "hours"),
           "TM": ("minute", "minutes")},
}  # fmt: skip
__all__ = [
    "say_amount",
    "say_compact_date",
    "say_date",
    "say_days_left",
    "say_duration_before",
    "say_list",
    "say_minutes",
    "say_moment",
    "say_number",
    "say_recurrence",
    "say_span",
    "say_time",
]

_HARD_SPACE = "\N{NO-BREAK SPACE}"
_DURATION = re.compile(r"P(?:(?P<days>[0-9]+)D|(?P<months>[0-9]+)M|T(?P<hours>[0-9]+)H|T(?P<minutes>[0-9]+)M)")


def say_date(
    date: dt.date, language: str, *, year: bool | None = False, weekday: bool = True, today: dt.date | None = None
) -> str:
    """`fredag 11 december 2026`, `Friday 11 December 2026`.

    With `year=None` the year is said only where the date would else be taken for another: outside the twelve
    months from `today` (or whenever `today` is not given).
    """
    days, months = names(language)
    if year is None:
        year = today is None or not 0 <= (date - today).days < 365
    parts = [days[date.weekday()]] if weekday else []
    parts += [str(date.day), months[date.month - 1]]
    return " ".join(parts) + ("" if year is False else f" {date.year:04d}")


def say_time(time: dt.time, language: str) -> str:
    """`kl. 8.00`, `08:00`."""
    return f"kl. {_clock(time, language)}" if language == "sv" else _clock(time, language)


def _clock(time: dt.time, language: str) -> str:
    return f"{time.hour}.{time.minute:02d}" if language == "sv" else f"{time.hour:02d}:{time.minute:02d}"


def say_span(start: dt.time, end: dt.time | None, language: str) -> str:
    """`kl. 8.00–9.15`, `08:00–09:15`; only the start when there is no end."""
    said = say_time(start, language)
    return said if end is None else f"{said}–{_clock(end, language)}"


def say_moment(
    moment: dt.datetime,
    language: str,
    *,
    end: dt.time | None = None,
    year: bool | None = False,
    weekday: bool = True,
    today: dt.date | None = None,
) -> str:
    """`fredag 11 december kl. 8.00–9.15`, `Friday 11 December, 08:00–09:15`."""
    date = say_date(moment.date(), language, year=year, weekday=weekday, today=today)
    return date + (" " if language == "sv" else ", ") + say_span(moment.time(), end, language)


def say_minutes(minutes: int, language: str) -> str:
    """`20 minuter`, `1 timme och 30 minuter`, `2 hours`."""
    hours, rest = divmod(minutes, 60)
    parts = [_counted(hours, "TH", language)] if hours else []
    if rest or not hours:
        parts.append(_counted(rest, "TM", language))
    return say_list(parts, language)


def _counted(number: int, unit: str, language: str, *, words: bool = False) -> str:
    one, many = _UNITS[language][unit]
    return f"{say_number(number, language) if words else number} {one if number == 1 else many}"


def say_duration_before(duration: str, language: str) -> str:
    """`en vecka`, `one week`, `14 dagar`, `en timme`: of an ISO 8601 duration of one unit."""
    match = _DURATION.fullmatch(duration)
    if match is None:
        raise ValueError(f"no such duration: {duration}")
    unit, number = next((unit, int(said)) for unit, said in match.groupdict().items() if said is not None)
    if unit == "days" and number and number % 7 == 0:
        return _counted(number // 7, "W", language, words=True)
    code = {"days": "D", "months": "M", "hours": "TH", "minutes": "TM"}[unit]
    return _counted(number, code, language, words=True)


def say_amount(value: str, language: str, *, currency: bool = True) -> str:
    """`1 952 652 kr` (with hard spaces), `SEK 1,952,652`; decimals only when there are any."""
    number = Decimal(value)
    text = f"{number:,.2f}" if number != number.to_integral() else f"{number:,.0f}"
    if language == "sv":
        text = text.replace(",", _HARD_SPACE).replace(".", ",")
        return f"{text}{_HARD_SPACE}kr" if currency else text
    return f"SEK{_HARD_SPACE}{text}" if currency else text


def say_compact_date(date: dt.date) -> str:
    """`210219`, as meetings are named in minutes."""
    return f"{date.year % 100:02d}{date.month:02d}{date.day:02d}"


def say_days_left(days: int, language: str) -> str:
    """`i dag`, `i morgon`, `om 5 dagar`; `tre dagar sedan` when it has passed."""
    near = {"sv": {0: "i dag", 1: "i morgon", -1: "i går"}, "en": {0: "today", 1: "tomorrow", -1: "yesterday"}}
    if days in near[language]:
        return near[language][days]
    said = _counted(abs(days), "D", language, words=True)
    if days > 0:
        return f"om {said}" if language == "sv" else f"in {said}"
    return f"för {said} sedan" if language == "sv" else f"{said} ago"
