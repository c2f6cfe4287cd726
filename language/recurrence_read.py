"""What comes again and again, as an RFC 5545 rule: `tredje fredagen varje månad`, `varannan tisdag`."""

from __future__ import annotations

from dataclasses import dataclass

from language.months_read import nth_at
from language.names_read import CARDINALS, LAST, ORDINALS, PLURAL, SHORT_DAYS, cardinal, month, ordinal, weekday
from language.tokens import NUMBER, ORDINAL, PAD, Tokens, tokens, whole

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_EACH = frozenset(("varje", "var", "vart", "every", "each", "varenda"))
_OTHER = frozenset(("varannan", "varannat", "vartannat"))
_MONTH = frozenset(("manad", "manaden", "manader", "month", "months"))
_WEEK = frozenset(("vecka", "veckan", "veckor", "week", "weeks"))
_OF = frozenset(("i", "of", "in", "pa"))
_AND = frozenset(("och", "and", ","))
_PERIODS = {
    "dag": "DAILY",
    "day": "DAILY",
    "days": "DAILY",
    "ar": "YEARLY",
    "year": "YEARLY",
    "years": "YEARLY",
} | dict.fromkeys(_WEEK, "WEEKLY")
_PERIODS |= dict.fromkeys(_MONTH, "MONTHLY")
_ADVERBS = {"dagligen": "DAILY", "daily": "DAILY", "veckovis": "WEEKLY", "weekly": "WEEKLY", "monthly": "MONTHLY",
            "yearly": "YEARLY", "annually": "YEARLY", "arligen": "YEARLY", "manadsvis": "MONTHLY"}  # fmt: skip
_PARITY = frozenset(("jamna", "udda", "ojamna", "even", "odd", "jamn", "ojamn"))
_WORKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"


_WORKDAYS_SAID = ("vardagar", "weekdays")
_LEADS = ("pa", "on", "den", "the")
RULE_WORDS = frozenset((*_EACH, *_OTHER, *_ADVERBS, *PLURAL, *ORDINALS, *LAST, *_WORKDAYS_SAID, *_LEADS, "en", "once"))
"""The words with which a rule may begin."""


@dataclass(frozen=True)
class Recurrence:
    """A rule found in a text; `rule` is an RFC 5545 RRULE value."""

    start: int
    end: int
    rule: str


def find_recurrence(text: str) -> Recurrence | None:
    """The first rule in the text."""
    read = tokens(text)
    for at in range(len(read) - PAD):
        found = recurrence_at(read, at) if read[at].text in RULE_WORDS or read[at].kind == ORDINAL else None
        if found is not None:
            end, rule = found
            return Recurrence(read[at].start, read[end - 1].end, rule) if rule else None
    return None


def recurrence_at(read: Tokens, at: int) -> tuple[int, str | None] | None:
    """The rule that begins here and where it ends; the rule is None when it cannot be written down."""
    start = at
    while read[at].text in _LEADS and at < start + 2:
        at += 1
    found = _nth_day(read, at) or _every(read, at) or _plural(read, at) or _adverb(read, at) or _monthly_date(read, at)
    if found is None:
        return None
    end, _ = found
    position = end + 1 if read[end].text in _OF else end
    if read[position].text in _PARITY and read[position + 1].text in _WEEK:
        return position + 2, None
    if read[end].text in ("utom", "except", "forutom"):
        return end, None
    return found


def _rule(freq: str, interval: int = 1, tail: str = "") -> str:
    return f"FREQ={freq}" + (f";INTERVAL={interval}" if interval > 1 else "") + (f";{tail}" if tail else "")


def _interval(read: Tokens, at: int) -> tuple[int, int] | None:
    """`varje` 1, `varannan` 2, `var tredje` 3, `every two` 2."""
    text = read[at].text
    if text in _OTHER:
        return at + 1, 2
    if text not in _EACH:
        return None
    if read[at + 1].text == "other":
        return at + 2, 2
    number = ordinal(read, at + 1)
    if number is not None and 2 <= number[1] <= 52:
        return number
    count = cardinal(read, at + 1, 1, 52)
    if count is not None and read[at + 2].text in _PERIODS:
        return at + 2, count
    return at + 1, 1


def _days(read: Tokens, at: int) -> tuple[int, list[int]] | None:
    """One weekday or several joined by `och`."""
    found: list[int] = []
    end = position = at
    while len(found) < 7:
        while read[position].text in ("pa", "on"):
            position += 1
        day = weekday(read[position], definite=True)
        if day is None:
            day = PLURAL.get(read[position].text)
        if day is None:
            break
        found.append(day)
        end = position + 1
        if read[end].text not in _AND:
            break
        position = end + 1
    return (end, found) if found else None


def _byday(days: list[int]) -> str:
    return "BYDAY=" + ",".join(CODES[day] for day in sorted(set(days)))


def _nth_day(read: Tokens, at: int) -> tuple[int, str] | None:
    """`tredje fredagen varje månad`, `the last Tuesday of each month`, `första måndagen i maj varje år`."""
    if read[at].text in _EACH:
        return _every_nth(read, at)
    nth = nth_at(read, at)
    if nth is None:
        return None
    day = weekday(read[nth[0]], definite=True)
    if day is None:
        day = SHORT_DAYS.get(read[nth[0]].text)
    if day is None:
        return None
    position = nth[0] + 1
    of = read[position].text in _OF
    position = position + 1 if of else position
    number = month(read[position]) if of else None
    if number is not None:
        yearly = _interval(read, position + 1)
        if yearly is None or read[yearly[0]].text not in ("ar", "year", "years"):
            return None
        return yearly[0] + 1, _rule("YEARLY", yearly[1], f"BYMONTH={number};BYDAY={nth[1]}{CODES[day]}")
    end, interval = _interval(read, position) or (position, 1)
    if read[end].text == "the" and end == position:
        end += 1
    said = end > position or read[end].text in ("manaden", "month")
    if read[end].text not in _MONTH or not said:
        return None
    return end + 1, _rule("MONTHLY", interval, f"BYDAY={nth[1]}{CODES[day]}")


def _every_nth(read: Tokens, at: int) -> tuple[int, str] | None:
    """`every 3rd Friday`, `every last Tuesday of the month`; `every second Tuesday` alone is every other."""
    nth = nth_at(read, at + 1)
    day = weekday(read[nth[0]]) if nth else None
    if nth is None or day is None or read[at].text == "var":
        return None
    end = nth[0] + 1
    position = end + 1 if read[end].text in _OF else end
    position = position + 1 if read[position].text in ("the", "each", "every", "varje") else position
    if read[position].text in _MONTH:
        return position + 1, _rule("MONTHLY", tail=f"BYDAY={nth[1]}{CODES[day]}")
    if nth[1] == 2:
        return None
    return end, _rule("MONTHLY", tail=f"BYDAY={nth[1]}{CODES[day]}")


def _every(read: Tokens, at: int) -> tuple[int, str] | None:
    """`varje fredag`, `varannan tisdag`, `every two weeks on Thursday`, `var fjärde vecka`."""
    step = _interval(read, at)
    if step is None or (read[at].text, read[at + 1].text) == ("var", "ar"):
        return None  # "Var är mötet?" asks where; every year is "vart år"
    end, interval = step
    if read[end].text in ("vardag", "weekday") and interval == 1:
        return end + 1, _WORKDAYS
    days = _days(read, end)
    if days is not None:
        return days[0], _rule("WEEKLY", interval, _byday(days[1]))
    freq = _PERIODS.get(read[end].text)
    return None if freq is None else _period(read, end + 1, freq, interval)


def _period(read: Tokens, at: int, freq: str, interval: int) -> tuple[int, str]:
    if freq == "WEEKLY" and (days := _days(read, at)):
        return days[0], _rule(freq, interval, _byday(days[1]))
    if freq == "MONTHLY":
        position = at + 1 if read[at].text in ("den", "pa", "on", ",") else at
        position = position + 1 if read[position].text in ("the", "den") else position
        if read[position].kind == ORDINAL and (day := ordinal(read, position)) and 1 <= day[1] <= 31:
            return day[0], _rule(freq, interval, f"BYMONTHDAY={day[1]}")
        if read[position - 1].text == "den" and (number := whole(read[position], 1, 31)):
            return position + 1, _rule(freq, interval, f"BYMONTHDAY={number}")
        nth = nth_at(read, position)
        weekday_number = weekday(read[nth[0]], definite=True) if nth else None
        if nth and weekday_number is not None:
            return nth[0] + 1, _rule(freq, interval, f"BYDAY={nth[1]}{CODES[weekday_number]}")
    return at, _rule(freq, interval)


def _plural(read: Tokens, at: int) -> tuple[int, str] | None:
    """`torsdagar`, `on Mondays and Wednesdays`."""
    if read[at].text in _WORKDAYS_SAID:
        return at + 1, _WORKDAYS
    if read[at].text not in PLURAL or read[at + 1].text in ("'", "’"):
        return None
    if at and (read[at - 1].kind == NUMBER or read[at - 1].text in CARDINALS):
        return None
    days = _days(read, at)
    if days is None:
        return None
    position = days[0]
    step = _interval(read, position)
    if step is not None and read[step[0]].text in _WEEK:
        return step[0] + 1, _rule("WEEKLY", step[1], _byday(days[1]))
    return days[0], _rule("WEEKLY", tail=_byday(days[1]))


def _adverb(read: Tokens, at: int) -> tuple[int, str] | None:
    freq = _ADVERBS.get(read[at].text)
    if freq is not None:
        return _period(read, at + 1, freq, 1)
    words = [token.text for token in read[at : at + 4]]
    if words in (["en", "gang", "i", "manaden"], ["en", "gang", "i", "veckan"]):
        return _period(read, at + 4, _PERIODS[words[3]], 1)
    if words[:2] == ["once", "a"] and words[2] in ("week", "month", "year"):
        return _period(read, at + 3, _PERIODS[words[2]], 1)
    return None


def _monthly_date(read: Tokens, at: int) -> tuple[int, str] | None:
    """`den 15:e varje månad`, `the 1st of every month`, `sista dagen i månaden`."""
    if read[at].text in LAST and read[at + 1].text in ("dagen", "day", "dag"):
        end, day = at + 2, -1
    elif (number := ordinal(read, at)) is not None and 1 <= number[1] <= 31:
        end, day = number
    elif (plain := cardinal(read, at, 1, 31)) is not None and at and read[at - 1].text == "den":
        end, day = at + 1, plain
    else:
        return None
    days = [day]
    while read[end].text in _AND and (more := ordinal(read, end + 1)) and 1 <= more[1] <= 31:
        end = more[0]
        days.append(more[1])
    position = end + 1 if read[end].text in _OF else end
    step = _interval(read, position)
    if step is None and read[position].text in ("the", "manaden"):
        step = (position + 1, 1) if read[position].text == "the" else (position, 1)
    if step is None or read[step[0]].text not in _MONTH:
        return None
    return step[0] + 1, _rule("MONTHLY", step[1], f"BYMONTHDAY={','.join(map(str, days))}")
