"""What is read in a sentence: moments, rules, lengths, amounts, counts and lists, in both languages at once.

The grammar is closed: what is not surely a date is not one. Where a phrase can mean two things its `doubt` says
which, the doubtful part is None, and `readings` holds the possible meanings to choose from.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from language.amounts_read import Amount, Count, Share, find_amounts, find_count, find_fraction
from language.dates_read import (
    Day,
    Frame,
    day_alone,
    day_then_month,
    last_of_month,
    month_then_day,
    numeric,
    several_days,
    weekday_of_month,
)
from language.lists_read import split_list
from language.names_read import SHORT_DAYS, weekday
from language.quantities_read import Before, Quantity, find_before, find_minutes
from language.recurrence_read import Recurrence, find_recurrence, recurrence_at
from language.relative_read import ahead, before_event, near_day, span_of_time, weekday_plain
from language.times_read import Clock, clock_at, part_of_day
from language.tokens import END, MARK, Tokens, tokens

__all__ = [
    "Amount",
    "Before",
    "Count",
    "Quantity",
    "Recurrence",
    "Share",
    "When",
    "find_amounts",
    "find_before",
    "find_count",
    "find_fraction",
    "find_minutes",
    "find_recurrence",
    "find_when",
    "split_list",
]


@dataclass(frozen=True)
class When:
    """A date, a time or both, found in a text.

    `to` makes it a period, `until` a span of the day. With a doubt `date` (or, for `no-such-time`, `time`) is None
    and `readings` are the possible meanings, best first: moments when a time was said, else dates. The doubts are
    `weekday` (weekday and date disagree), `no-such-date`, `no-such-time` and `which-week`.
    `before` is how long before the event named in `relative_to` (`meeting`, `deadline` or `nomination`).
    """

    start: int
    end: int
    date: dt.date | None = None
    time: dt.time | None = None
    until: dt.time | None = None
    to: dt.date | None = None
    doubt: str | None = None
    readings: tuple[dt.datetime | dt.date, ...] = ()
    relative_to: str | None = None
    before: dt.timedelta | None = None


@dataclass(frozen=True)
class _Atom:
    """A date or a time with the token where it begins; the days of one list share a group."""

    at: int
    found: Day | Clock
    group: int = 0


def find_when(text: str, now: dt.datetime, *, past: bool = False) -> tuple[When, ...]:
    """All dates and times in the text, in order; with `past` a day without a year is the latest, else the next.

    `now` is aware, in the zone of the network, or naive and local to it (then the spring gap is not known).
    """
    read = tokens(text)
    atoms = list(_atoms(read, Frame(now, past)))
    return tuple(_joined(read, atoms, now))


def _atoms(read: Tokens, frame: Frame) -> Iterator[_Atom]:
    at, anchor, after_date = 0, None, -9
    while read[at].kind != END:
        if read[at].kind == MARK and read[at].text != "@":
            at += 1
            continue
        rule = recurrence_at(read, at)
        if rule is not None:
            at = after_date = rule[0]
            continue
        days = _days_at(read, at, frame, anchor)
        clock = clock_at(read, at, beside_date=_beside(read, at, after_date))
        if days and (clock is None or days[-1][1].end >= clock.end):
            for place, day in days:
                yield _Atom(place, day, group=at)
            last = days[-1][1]
            anchor = last.date if last.month_said else anchor
            at = after_date = last.end
        elif clock is not None:
            yield _Atom(at, clock, group=after_date if at - after_date < 2 else -1)
            at = clock.end
        else:
            at += 1


def _beside(read: Tokens, at: int, after_date: int) -> bool:
    return at - after_date in (0, 1) and (at == after_date or read[at - 1].text in (",", "start", "-"))


def _days_at(read: Tokens, at: int, frame: Frame, anchor: dt.date | None) -> list[tuple[int, Day]] | None:
    """The date that begins here, or the several that share a month."""
    position = at
    while read[position].text in ("pa", "on", "den", "the", "till") and position < at + 2:
        if read[position].text == "till" and position > at:
            break
        if read[position].text == "till":
            return _one(read, at, frame, anchor)
        position += 1
    several = several_days(read, position, frame)
    if several:
        (first, day), rest = several[0], several[1:]
        return [(at if first == position else first, day), *rest]
    return _one(read, at, frame, anchor)


def _one(read: Tokens, at: int, frame: Frame, anchor: dt.date | None) -> list[tuple[int, Day]] | None:
    position = at
    while read[position].text in ("pa", "on", "den", "the") and position < at + 2:
        position += 1
    led = position > at
    candidates = [
        _with_weekday(read, position, frame),
        day_then_month(read, position, frame),
        month_then_day(read, position, frame),
        numeric(read, position, frame, sure=led),
        last_of_month(read, position, frame),
        weekday_of_month(read, position, frame),
        day_alone(read, position, frame, anchor) if led else None,
        before_event(read, at, frame),
        ahead(read, at, frame),
        near_day(read, at, frame),
        span_of_time(read, position, frame),
        weekday_plain(read, at, frame),
        weekday_plain(read, position, frame),
    ]
    found = [day for day in candidates if day is not None]
    if not found:
        return None
    best = max(found, key=lambda day: day.end)
    part = part_of_day(read, best.end)
    if part is not None and best.moment is None and best.to is None:
        best = replace(best, end=part[0], half=part[1])
    return [(at, best)]


def _with_weekday(read: Tokens, at: int, frame: Frame) -> Day | None:
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
    if date is None or date.date is None or date.date.weekday() == day:
        return date
    shift = (day - date.date.weekday() + 3) % 7 - 3
    readings = (date.date, date.date + dt.timedelta(days=shift))
    return Day(date.end, doubt="weekday", readings=readings, month_said=True)


def _joined(read: Tokens, atoms: list[_Atom], now: dt.datetime) -> Iterator[When]:
    at = 0
    while at < len(atoms):
        here = atoms[at]
        follows = atoms[at + 1] if at + 1 < len(atoms) else None
        if isinstance(here.found, Day):
            group = [here]
            while follows and isinstance(follows.found, Day) and follows.group == here.group:
                group.append(follows)
                at += 1
                follows = atoms[at + 1] if at + 1 < len(atoms) else None
            clock = follows if follows and _touch(read, group[-1], follows) else None
            for atom in group:
                yield _when(read, atom, clock if atom is group[-1] else None, clock, now)
            at += 1 if clock is None else 2
        elif follows and _before_date(read, atoms, at):
            yield _when(read, follows, here, here, now)
            at += 2
        else:
            yield _when(read, None, here, here, now)
            at += 1


def _before_date(read: Tokens, atoms: list[_Atom], at: int) -> bool:
    """Whether the time at this place belongs to the date after it, which has no time of its own."""
    here, day = atoms[at], atoms[at + 1]
    if read[here.found.end].text in ("start", "starts", "startar", "starting", "borjar", "med"):
        return False
    if not _touch(read, here, day) or (here.group >= 0 and day.at > here.found.end):
        return False
    after = atoms[at + 2] if at + 2 < len(atoms) else None
    return not (after and isinstance(after.found, Clock) and _touch(read, day, after))


def _touch(read: Tokens, first: _Atom, second: _Atom) -> bool:
    """Whether a date and a time stand together, with at most a comma or a word of starting between them."""
    if isinstance(first.found, Day) == isinstance(second.found, Day):
        return False
    day = first.found if isinstance(first.found, Day) else second.found
    if isinstance(day, Day) and (day.moment is not None or day.to is not None or day.relative_to is not None):
        return False
    between = [token.text for token in read[first.found.end : second.at]]
    return len(between) <= 2 and all(word in _BETWEEN for word in between)


_BETWEEN = frozenset((",", "-", "(", "start", "starts", "startar", "starting", "borjar", "med", "nu"))


def _when(
    read: Tokens, day_atom: _Atom | None, own: _Atom | None, clock_atom: _Atom | None, now: dt.datetime
) -> When:
    places = [atom for atom in (day_atom, own) if atom is not None]
    start = read[min(atom.at for atom in places)].start
    end = read[max(atom.found.end for atom in places) - 1].end
    day = day_atom.found if day_atom and isinstance(day_atom.found, Day) else Day(0)
    clock = clock_atom.found if clock_atom and isinstance(clock_atom.found, Clock) else Clock(0, None)
    if day.moment is not None:
        return When(start, end, day.date, day.moment.time().replace(second=0, microsecond=0))
    time, until = _afternoon(clock.time, day.half), _afternoon(clock.until, day.half)
    when = When(
        start,
        end,
        day.date,
        time,
        until,
        day.to,
        day.doubt or clock.doubt,
        day.readings,
        day.relative_to,
        day.before,
    )
    if when.readings and time is not None:
        return replace(when, readings=tuple(dt.datetime.combine(date, time) for date in day.readings))
    return _outside_gap(when, now)


def _afternoon(time: dt.time | None, half: str | None) -> dt.time | None:
    """A time before noon said of an afternoon or evening."""
    if time is not None and half == "pm" and 1 <= time.hour < 12:
        return time.replace(hour=time.hour + 12)
    return time


def _outside_gap(when: When, now: dt.datetime) -> When:
    """A time that the clocks skip in spring is no time."""
    if when.date is None or when.time is None or now.tzinfo is None:
        return when
    wall = dt.datetime.combine(when.date, when.time, now.tzinfo)
    real = wall.astimezone(dt.UTC).astimezone(now.tzinfo)
    if real.replace(tzinfo=None) == wall.replace(tzinfo=None):
        return when
    skipped = abs(real.replace(tzinfo=None) - wall.replace(tzinfo=None))
    naive = wall.replace(tzinfo=None)
    return replace(when, time=None, until=None, doubt="no-such-time", readings=(naive + skipped, naive - skipped))
