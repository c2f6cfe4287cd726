"""Weekdays and the week they lie in: `på torsdag`, `nästa fredag`, `tisdag nästa vecka`, `fre v. 15`."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from language.frame import Day, Frame, fits
from language.names_read import GENITIVE, GONE, SHORT_DAYS, count_at, month, weekday
from language.periods_read import WEEK_PHRASES, monday_of, week_number
from language.tokens import NUMBER, Tokens, by_first_word, phrase_at, words

NEXT = frozenset(("nasta", "next"))

_SURE_SHORT = words("tis ons tors fre lor tue tues wed weds thu thur thurs")
_OTHERS = words("en a any some nagon nan foljande pafoljande following annan another varken")
COMING = by_first_word(
    dict.fromkeys(("kommande", "nastkommande", "narmaste", "coming", "the coming", "nu pa", "nu"), 0)
)

THIS = by_first_word(dict.fromkeys(("denna", "den har", "this"), 0))

GONE_WORDS = frozenset(("forra", "last", "senaste"))


def coming(frame: Frame, day: int) -> dt.date:
    """The next such weekday after today, or the latest before it when the past is meant."""
    if frame.past:
        return frame.today - dt.timedelta(days=(frame.today.weekday() - day - 1) % 7 + 1)
    return frame.today + dt.timedelta(days=(day - frame.today.weekday() - 1) % 7 + 1)


def weekday_gone(read: Tokens, at: int, frame: Frame) -> Day | None:
    """`i fredags`."""
    day = GONE.get(read[at + 1].text)
    return None if day is None else Day(at + 2, coming(replace(frame, past=True), day))


def weekday_plain(read: Tokens, at: int, frame: Frame) -> Day | None:
    """A weekday by itself, with the word that chooses the week: `nästa fredag`, `this Friday`."""
    if read[at].text in GENITIVE:
        return Day(at + 1, coming(frame, GENITIVE[read[at].text]))
    if read[at].text in NEXT:
        return _next_weekday(read, at + 1, frame)
    if read[at].text in GONE_WORDS:
        return _last_weekday(read, at + 1, frame)
    if found := phrase_at(read, at, COMING):
        day_at = found[0]
        day_read = weekday(read[day_at], definite=True)
        return None if day_read is None else Day(day_at + 1, coming(replace(frame, past=False), day_read))
    if found := phrase_at(read, at, THIS):
        return _this_weekday(read, found[0], frame)
    plain = weekday(read[at])
    if plain is None:
        return _short_weekday(read, at, frame)
    if _some_other(read, at):
        return None
    within = _weekday_in_week(read, at + 1, frame, plain)
    if within is None and read[at + 1].text == "week" and read[at].text.endswith("day"):
        return Day(at + 2, coming(replace(frame, past=False), plain) + dt.timedelta(days=7))
    return within or Day(at + 1, coming(frame, plain))


def _some_other(read: Tokens, at: int) -> bool:
    """Whether it is not the coming one: `en fredag`, `the following Friday`, `the Friday after next`."""
    if at and read[at - 1].text in _OTHERS:
        return True
    after = read[at + 1].text
    return (after == "after" and read[at + 2].text == "next") or (
        after in ("i", "in") and month(read[at + 2]) is not None
    )


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
    timed = timed or (read[at].text in _SURE_SHORT and read[end].kind == NUMBER and not read[end].text.isdigit())
    return Day(end, coming(frame, short)) if asked or timed else None


def _next_weekday(read: Tokens, at: int, frame: Frame) -> Day | None:
    day = weekday(read[at])
    if day is None:
        return _week_genitive(read, at, frame, 1)
    near = coming(replace(frame, past=False), day)
    if monday_of(near) == monday_of(frame.today):
        return Day(at + 1, doubt="which-week", readings=(near + dt.timedelta(days=7), near))
    return Day(at + 1, near)


def _week_genitive(read: Tokens, at: int, frame: Frame, weeks: int) -> Day | None:
    """`nästa veckas fredag`."""
    day = weekday(read[at + 1]) if read[at].text in ("veckas", "weeks") else None
    if day is None:
        return None
    return Day(at + 2, monday_of(frame.today) + dt.timedelta(days=7 * weeks + day))


def _last_weekday(read: Tokens, at: int, frame: Frame) -> Day | None:
    day = weekday(read[at], definite=True)
    if day is None or read[at + 1].text in ("i", "in", "of"):
        return None
    near = coming(replace(frame, past=True), day)
    if monday_of(near) == monday_of(frame.today):
        return Day(at + 1, doubt="which-week", readings=(near, near - dt.timedelta(days=7)))
    return Day(at + 1, near)


def _this_weekday(read: Tokens, at: int, frame: Frame) -> Day | None:
    day = weekday(read[at], definite=True)
    if day is None:
        return None
    date = monday_of(frame.today) + dt.timedelta(days=day)
    if fits(date, frame):
        return Day(at + 1, date)
    week = dt.timedelta(days=-7 if frame.past else 7)
    return Day(at + 1, doubt="which-week", readings=(date + week, date))


def _weekday_in_week(read: Tokens, at: int, frame: Frame, day: int) -> Day | None:
    """The week that follows a weekday: `torsdag nästa vecka`, `fre v. 15`, `fredag om två veckor`."""
    position = at + 1 if read[at].text in ("i", "in", "of", ",") else at
    if found := phrase_at(read, position, WEEK_PHRASES):
        return Day(found[0], monday_of(frame.today) + dt.timedelta(days=7 * found[1] + day))
    week = week_number(read, position, frame)
    if week is not None:
        return Day(week.end, week.date + dt.timedelta(days=day)) if week.date else week
    if read[at].text in ("om", "in") and read[at + 2].text in ("vecka", "veckor", "week", "weeks"):
        weeks = count_at(read, at + 1)
        if weeks is None or weeks > 60:
            return None
        same = monday_of(frame.today) + dt.timedelta(days=7 * weeks + day)
        later = coming(replace(frame, past=False), day) + dt.timedelta(days=7 * weeks)
        if same == later:
            return Day(at + 3, same)
        return Day(at + 3, doubt="which-week", readings=(same, later))
    return None
