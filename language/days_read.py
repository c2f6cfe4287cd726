"""Every date and time that begins at some word of a text, longest first; joined to moments in when_read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from language.clock_read import part_of_day
from language.dates_read import day_alone, day_then_month, month_then_day
from language.day_lists_read import JOINERS, several_days
from language.frame import Day, Frame
from language.months_read import last_of_month, weekday_of_month
from language.names_read import (
    CARDINALS,
    DEFINITE,
    GENITIVE,
    LAST,
    MONTHS,
    ORDINALS,
    SHORT_DAYS,
    WEEKDAYS,
    month,
    weekday,
)
from language.numeric_read import numeric
from language.periods_read import MONTH_PHRASES, PERIOD_WORDS, WEEK_PHRASES, YEAR_PHRASES, span_of_time
from language.recurrence_read import RULE_WORDS, recurrence_at
from language.relative_read import NEAR, UNITS, ahead, before_event, near_day
from language.times_read import AFTER_HOUR, CLOCK_WORDS, STARTING, Clock, clock_at
from language.tokens import END, MARK, NUMBER, ORDINAL, WORD, Token, Tokens
from language.weekdays_read import COMING, GONE_WORDS, NEXT, THIS, coming, weekday_gone, weekday_plain


@dataclass(frozen=True)
class Atom:
    """A date or a time with the token where it begins; the days of one list share a group.

    The group of a time is not negative when the time follows a date or a rule.
    """

    at: int
    found: Day | Clock
    group: int


def weekday_and_date(read: Tokens, at: int, frame: Frame) -> Day | None:
    """`fredag den 11 december`: the weekday must agree with the date."""
    day = weekday(read[at], definite=True)
    if day is None:
        day = SHORT_DAYS.get(read[at].text)
    if day is None:
        return None
    position = at + 1
    while read[position].text in (",", ".", "den", "the") and position < at + 4:
        position += 1
    date = (
        day_then_month(read, position, frame)
        or month_then_day(read, position, frame)
        or numeric(read, position, frame, sure=True)
        or day_alone(read, position, frame, None)
    )
    if date is None and position == at + 1 and read[at].text not in SHORT_DAYS:
        return _weekday_and_number(read, position, frame, day)
    if date is None or date.date is None or date.date.weekday() == day:
        return date
    shift = (day - date.date.weekday() + 3) % 7 - 3
    readings = (date.date, date.date + dt.timedelta(days=shift))
    return Day(date.end, doubt="weekday", readings=readings, month_said=True)


def _weekday_and_number(read: Tokens, at: int, frame: Frame, day: int) -> Day | None:
    """`fredag 27`: surely the 27th only if that is a Friday; else it may be an hour, and is asked."""
    date = day_alone(read, at, frame, None, plain=True)
    if date is None or date.date is None or date.date.weekday() == day:
        return date
    return Day(date.end, doubt="weekday", readings=(coming(frame, day), date.date))


Rule = Callable[[Tokens, int, Frame], Day | None]


def _table(rules: Iterable[tuple[Rule, Iterable[str]]]) -> dict[str, tuple[Rule, ...]]:
    """The rules that may apply at a word, by that word."""
    table: dict[str, tuple[Rule, ...]] = {}
    for rule, starts in rules:
        for word in set(starts):
            table[word] = (*table.get(word, ()), rule)
    return table


_LEADS = frozenset(("pa", "on", "den", "the"))
_SMALL = frozenset(("i", "in", "om", "for", "under", "during", "sedan", "since", ",", "."))
_AND = frozenset(("och", "and", "eller", "or", ","))
_OR = frozenset(("eller", "or", "alternativt"))
_BEFORE_ALONE = frozenset(("till", "to", "by", "senast", "until", "before", "fore"))
_RULES = _table(
    (
        (weekday_and_date, (*WEEKDAYS, *DEFINITE, *SHORT_DAYS)),
        (weekday_plain, (*WEEKDAYS, *SHORT_DAYS, *GENITIVE, *NEXT, *GONE_WORDS, *COMING, *THIS)),
        (weekday_gone, ("i",)),
        (month_then_day, MONTHS),
        (day_then_month, (*ORDINALS, "twenty", "thirty")),
        (weekday_of_month, (*ORDINALS, *LAST)),
        (last_of_month, LAST),
        (before_event, (*CARDINALS, "dagen", "veckan", "timmen", "the")),
        (ahead, (*CARDINALS, "om", "in", "for")),
        (near_day, NEAR),
        (span_of_time, (*WEEK_PHRASES, *MONTH_PHRASES, *YEAR_PHRASES, *PERIOD_WORDS)),
    )
)
_MISTYPED: tuple[Rule, ...] = (weekday_and_date, weekday_plain, month_then_day)


def atoms(read: Tokens, frame: Frame) -> list[Atom]:
    """The dates and times of the text in order, not overlapping."""
    found: list[Atom] = []
    anchor: dt.date | None = None
    at, after_date = 0, -9
    while read[at].kind != END:
        token = read[at]
        if _begins_nothing(read, at):
            at += 1
            continue
        if (token.kind == WORD and token.text in RULE_WORDS) or token.kind == ORDINAL:
            rule = recurrence_at(read, at)
            if rule is not None:
                at = after_date = rule[0]
                continue
        follows_day = at == after_date + 1 and bool(found) and isinstance(found[-1].found, Day)
        days = _days_at(read, at, frame, anchor, listed=follows_day and read[at - 1].text in _AND)
        after_clock = found[-1].found.end if found and isinstance(found[-1].found, Clock) else -9
        clock = _clock_at(read, at, after_date, after_clock)
        if days and (clock is None or days[-1].found.end >= clock.end):
            _add(read, found, days)
            last = days[-1].found
            anchor = last.date if isinstance(last, Day) and last.month_said else anchor
            at = after_date = last.end
        elif clock is not None:
            found.append(Atom(at, clock, group=after_date if at - after_date < 2 else -1))
            at = clock.end
        else:
            at += 1
    return found


def _begins_nothing(read: Tokens, at: int) -> bool:
    """What is quickly seen to begin no date and no time, so that the careful look is spared."""
    token, follows = read[at], read[at + 1]
    if token.kind == MARK:
        return token.text != "@"
    if token.kind == WORD:
        return follows.text == token.text or (token.text in _SMALL and (follows.text in _SMALL or follows.kind == MARK))
    if token.glued:
        return read[at - 1].kind != WORD
    alone = follows.kind in (NUMBER, END) or follows.text in (")", ":", ";", "?", "!")
    led = at > 0 and (read[at - 1].kind == WORD or read[at - 1].text in (".", ","))
    return alone and not led and token.kind == NUMBER and len(token.text) <= 2


def _clock_at(read: Tokens, at: int, after_date: int, after_clock: int) -> Clock | None:
    token = read[at]
    if token.kind == NUMBER and at > 1 and read[at - 1].text in _OR and at == after_clock + 1:
        return clock_at(read, at, beside_date=True, cued=True)
    beside = at == after_date or (at == after_date + 1 and read[at - 1].text in (",", "start", "-", "t"))
    if token.kind == NUMBER and token.text.isdigit() and not beside:
        may_begin = read[at + 1].text in AFTER_HOUR or (at > 0 and read[at - 1].text in STARTING)
    else:
        may_begin = token.kind == NUMBER or token.text in CLOCK_WORDS or token.text == "@"
    if may_begin:
        return clock_at(read, at, beside_date=beside)
    return None


def _add(read: Tokens, found: list[Atom], days: list[Atom]) -> None:
    """Keep the days; two with a dash between become one period."""
    last = found[-1].found if found else None
    first = days[0].found
    if isinstance(last, Day) and isinstance(first, Day) and len(days) == 1:
        dash = days[0].at == last.end + 1 and read[last.end].text == "-"
        single = last.to is None and first.to is None and last.moment is None and first.moment is None
        if dash and single and last.date and first.date and last.date < first.date:
            found[-1] = replace(found[-1], found=replace(last, end=first.end, to=first.date))
            return
    found.extend(days)


def _days_at(read: Tokens, at: int, frame: Frame, anchor: dt.date | None, *, listed: bool) -> list[Atom] | None:
    """The date that begins here, or the several that share a month."""
    position = at
    while read[position].text in _LEADS and position < at + 2:
        position += 1
    kind = read[position].kind
    if kind in (NUMBER, ORDINAL) and read[position + 1].text in JOINERS:
        several = several_days(read, position, frame)
        if several:
            places = [at, *(place for place, _ in several[1:])]
            return [Atom(place, day, at) for place, (_, day) in zip(places, several, strict=True)]
    candidates = [day for rule in _rules(read, position) if (day := rule(read, position, frame))]
    if position > at:
        candidates += [day for rule in _rules(read, at) if (day := rule(read, at, frame))]
    led = position > at
    if kind == NUMBER and len(read[position].text) > 2 and (day := numeric(read, position, frame, sure=led)):
        candidates.append(day)
    led = led or listed or (kind == ORDINAL and at > 0 and read[at - 1].text in _BEFORE_ALONE)
    if led and kind in (NUMBER, ORDINAL) and (day := day_alone(read, position, frame, anchor)):
        candidates.append(day)
    if not candidates:
        return None
    best = max(candidates, key=lambda day: day.end)
    part = part_of_day(read, best.end)
    if part is not None and best.moment is None and best.to is None:
        best = replace(best, end=part[0], half=part[1])
    return [Atom(at, best, at)]


def _number_rules(token: Token, follows: Token) -> tuple[Rule, ...]:
    if token.kind == ORDINAL:
        return (day_then_month, weekday_of_month)
    if follows.text in UNITS:
        return (before_event, ahead)
    return (day_then_month,) if follows.kind == WORD and month(follows) is not None else ()


def _rules(read: Tokens, at: int) -> tuple[Rule, ...]:
    token = read[at]
    if token.kind in (NUMBER, ORDINAL):
        return _number_rules(token, read[at + 1])
    if token.kind != WORD:
        return ()
    rules = _RULES.get(token.text)
    if rules is not None:
        return rules
    return _MISTYPED if weekday(token) is not None or month(token) is not None else ()
