"""Rules in words: `tredje fredagen varje månad`, `every other Tuesday`; each is read back as the same rule."""

from __future__ import annotations

import re

from language.names_said import names, say_list, say_number, say_ordinal

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKDAYS = "MO,TU,WE,TH,FR"
_PLACE = re.compile(r"(-1|[1-5])([A-Z]{2})")
_UNITS = {
    "sv": {"DAILY": "dag", "WEEKLY": "vecka", "MONTHLY": "månad", "YEARLY": "år"},
    "en": {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"},
}


def say_recurrence(rule: str, language: str) -> str:
    """`tredje fredagen varje månad`, `every other Tuesday`; ValueError for a rule that has no words."""
    facts = dict(part.partition("=")[::2] for part in rule.split(";"))
    freq = facts.pop("FREQ", "")
    interval = int(facts.pop("INTERVAL", "1"))
    kind = (freq, *sorted(facts))
    if freq not in _UNITS[language]:
        said = None
    elif len(kind) == 1:
        said = _every_unit(freq, interval, language)
    elif kind == ("WEEKLY", "BYDAY"):
        said = _weekly(facts["BYDAY"].split(","), interval, language)
    elif kind == ("MONTHLY", "BYDAY"):
        said = _in_month(facts["BYDAY"], interval, language)
    elif kind == ("MONTHLY", "BYMONTHDAY"):
        said = _on_days([int(day) for day in facts["BYMONTHDAY"].split(",")], interval, language)
    elif kind == ("YEARLY", "BYDAY", "BYMONTH"):
        said = _in_year(facts["BYDAY"], int(facts["BYMONTH"]), interval, language)
    else:
        said = None
    if said is None:
        raise ValueError(f"no words for the rule {rule}")
    return said


def _each(interval: int, language: str, *, neuter: bool = False) -> str:
    """`varje`, `varannan`, `var tredje`; `every`, `every other`, `every three`."""
    if language == "en":
        return ("every", "every other")[interval - 1] if interval <= 2 else f"every {say_number(interval, 'en')}"
    if interval == 1:
        return "varje"
    if interval == 2:
        return "vartannat" if neuter else "varannan"
    return f"{'vart' if neuter else 'var'} {say_ordinal(interval, 'sv')}"


def _every_unit(freq: str, interval: int, language: str) -> str:
    many = "s" if language == "en" and interval > 2 else ""
    neuter = language == "sv" and freq == "YEARLY"
    return f"{_each(interval, language, neuter=neuter)} {_UNITS[language][freq]}{many}"


def _weekly(codes: list[str], interval: int, language: str) -> str:
    if ",".join(codes) == _WORKDAYS and interval == 1:
        return "varje vardag" if language == "sv" else "every weekday"
    days = [names(language)[0][CODES.index(code)] for code in codes]
    if language == "sv" and len(days) > 1:
        return f"{_each(interval, language)} vecka på {say_list([day + 'ar' for day in days], language)}"
    if language == "en" and interval > 2:
        return f"{_each(interval, language)} weeks on {say_list(days, language)}"
    return f"{_each(interval, language)} {say_list(days, language)}"


def _nth_weekday(byday: str, language: str) -> str | None:
    match = _PLACE.fullmatch(byday)
    if match is None or match[2] not in CODES:
        return None
    day = names(language)[0][CODES.index(match[2])]
    nth = say_ordinal(int(match[1]), language)
    return f"{nth} {day}en" if language == "sv" else f"the {nth} {day}"


def _in_month(byday: str, interval: int, language: str) -> str | None:
    start = _nth_weekday(byday, language)
    return start and f"{start} {'of ' if language == 'en' else ''}{_every_unit('MONTHLY', interval, language)}"


def _in_year(byday: str, month: int, interval: int, language: str) -> str | None:
    start = _nth_weekday(byday, language)
    inside = "i" if language == "sv" else "in"
    return start and f"{start} {inside} {names(language)[1][month - 1]} {_every_unit('YEARLY', interval, language)}"


def _on_days(days: list[int], interval: int, language: str) -> str | None:
    """`den 15:e varje månad`, `the 1st and 15th of every month`, `sista dagen i varje månad`."""
    unit = _every_unit("MONTHLY", interval, language)
    if days == [-1]:
        return f"sista dagen i {unit}" if language == "sv" else f"the last day of {unit}"
    if not all(1 <= day <= 31 for day in days):
        return None
    said = say_list([_numbered(day, language) for day in days], language)
    return f"den {said} {unit}" if language == "sv" else f"the {said} of {unit}"


def _numbered(day: int, language: str) -> str:
    """`15:e`, `21st`."""
    if language == "sv":
        return f"{day}:{'a' if day in (1, 2, 21, 22, 31) else 'e'}"
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th") if day // 10 != 1 else "th"
    return f"{day}{ending}"
