"""Facts as they are said in a sentence: dates with their weekday, names as a list."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from language import saying
from secretary.due import Due

NOTHING = "none"  # what a sentence is told when a fact is empty: a variant of its own


def said(value: object, language: str) -> str | int:
    """A fact in words; a number stays one, so that the language can count with it."""
    match value:
        case bool():
            return "yes" if value else "no"
        case StrEnum():
            return value.value
        case "" | None:
            return NOTHING
        case str() | int():
            return value
        case dt.datetime():
            return saying.say_moment(value, language)
        case dt.date():
            return saying.say_date(value, language)
        case dt.time():
            return saying.say_time(value, language)
        case Due(date, None):
            return saying.say_date(date, language)
        case Due(date, dt.time() as time):
            return saying.say_moment(dt.datetime.combine(date, time), language)
        case tuple() | list():
            return saying.say_list([str(said(one, language)) for one in value], language)
        case _:
            return str(value)
