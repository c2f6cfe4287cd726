"""Dates and times found in a text and joined to moments; times that do not exist are told from those that do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from language.days_read import Atom, atoms
from language.frame import Day, Frame
from language.times_read import Clock
from language.tokens import Tokens, tokens


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


def find_when(text: str, now: dt.datetime, *, past: bool = False) -> tuple[When, ...]:
    """All dates and times in the text, in order; with `past` a day without a year is the latest, else the next.

    `now` is aware, in the zone of the network, or naive and local to it (then the spring gap is not known).
    """
    read = tokens(text)
    return tuple(_joined(read, atoms(read, Frame(now, past)), now))


def _joined(read: Tokens, found: list[Atom], now: dt.datetime) -> Iterator[When]:
    at, last = 0, When(0, 0)
    while at < len(found):
        here = found[at]
        if at and last.date and last.time and isinstance(here.found, Clock) and _or_then(read, found, at):
            other = _when(read, None, here, here, now)
            yield _outside_gap(replace(other, date=last.date), now)
            at += 1
            continue
        follows = found[at + 1] if at + 1 < len(found) else None
        if isinstance(here.found, Day):
            group = [here]
            while follows and isinstance(follows.found, Day) and follows.group == here.group:
                group.append(follows)
                at += 1
                follows = found[at + 1] if at + 1 < len(found) else None
            clock = follows if follows and _touch(read, group[-1], follows) else None
            for atom in group:
                last = _when(read, atom, clock if atom is group[-1] else None, clock, now)
                yield last
            at += 1 if clock is None else 2
        elif follows and _before_date(read, found, at):
            last = _when(read, follows, here, here, now)
            yield last
            at += 2
        else:
            yield _when(read, None, here, here, now)
            at += 1


def _or_then(read: Tokens, found: list[Atom], at: int) -> bool:
    """Whether a second time of the same day is offered: `8 dec kl 9 eller 13`; not `or 10 on Monday`."""
    between = [token.text for token in read[found[at - 1].found.end : found[at].at]]
    if between not in (["eller"], ["or"], ["alternativt"]):
        return False
    return at + 1 == len(found) or not _before_date(read, found, at)


def _before_date(read: Tokens, found: list[Atom], at: int) -> bool:
    """Whether the time at this place belongs to the date after it, which has no time of its own."""
    here, day = found[at], found[at + 1]
    if any(token.text in _STARTING for token in read[here.found.end : day.at]):
        return False
    if not _touch(read, here, day) or (here.group >= 0 and day.at > here.found.end):
        return False
    after = found[at + 2] if at + 2 < len(found) else None
    return not (after and isinstance(after.found, Clock) and _touch(read, day, after))


def _touch(read: Tokens, first: Atom, second: Atom) -> bool:
    """Whether a date and a time stand together, with at most a comma or a word of starting between them."""
    if isinstance(first.found, Day) == isinstance(second.found, Day):
        return False
    day = first.found if isinstance(first.found, Day) else second.found
    if isinstance(day, Day) and (day.moment is not None or day.to is not None or day.relative_to is not None):
        return False
    between = [token.text for token in read[first.found.end : second.at]]
    return len(between) <= 2 and all(word in _BETWEEN for word in between)


_STARTING = frozenset(("start", "starts", "startar", "starting", "borjar", "med"))
_BETWEEN = _STARTING | {",", "-", "(", "nu", "t"}


def _when(read: Tokens, day_atom: Atom | None, own: Atom | None, clock_atom: Atom | None, now: dt.datetime) -> When:
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
