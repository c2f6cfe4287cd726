"""Counting from a due time: how long before or after it somebody is told, and when that is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from scheduler.message import CHANNEL, Owed, member
from scheduler.office import Shift, in_office
from scheduler.wallclock import duration, earlier, moment
from secretary.due import Due
from secretary.network import Network, Role

ON_THE_DAY = dt.timedelta(0)
_DAY = dt.timedelta(days=1)
_EVER = dt.datetime.max.replace(tzinfo=dt.UTC)
Facts = Mapping[str, str | int]


def at(kind: str, about: str, occurrence: str, target: str, local: dt.datetime, network: Network, facts: Facts) -> Owed:
    """What is owed at a wall-clock time."""
    return Owed(kind, about, occurrence, target, local, moment(local, ZoneInfo(network.zone)), facts=facts)


def before(
    kind: str,
    about: str,
    due: Due,
    lengths: Iterable[dt.timedelta],
    network: Network,
    facts: Facts,
    target: str = CHANNEL,
) -> list[Owed]:
    """Reminders counted back from a due day: whole days at the network's hour, hours from the end itself.

    They expire when it is due, and one that would not come before that is left out; of two that office hours bring
    together the later one stays.
    """
    day = dt.datetime.combine(due.date, network.habits.hour)
    return _each(Owed(kind, about, "", target, day, _EVER, facts=facts), lengths, network, end(due))


def before_start(
    kind: str, about: str, starts: dt.datetime, lengths: Iterable[dt.timedelta], network: Network, facts: Facts
) -> list[Owed]:
    """The same before a meeting: whole days at its own time of day."""
    return _each(Owed(kind, about, "", CHANNEL, starts, _EVER, facts=facts), lengths, network, starts)


def _each(pattern: Owed, lengths: Iterable[dt.timedelta], network: Network, ends: dt.datetime) -> list[Owed]:
    """One for each length: whole days before the pattern's own time, hours before the end."""
    zone = ZoneInfo(network.zone)
    over = moment(ends, zone)
    found: dict[dt.datetime, Owed] = {}
    for length in sorted(lengths, reverse=True):
        whole_days = length % _DAY == ON_THE_DAY
        local, asked = earlier(pattern.local_due if whole_days else ends, length, zone)
        if asked >= over:
            continue
        one = replace(pattern, occurrence=duration(length), local_due=local, due=asked, expires=over)
        if whole_days:
            one = in_hours(one, network, Shift.BEFORE)
        found[one.due] = one
    return list(found.values())


def in_hours(owed: Owed, network: Network, shift: Shift) -> Owed:
    """What is owed, at the nearest moment in office hours before or after what was asked for."""
    habits = network.habits
    moved = in_office(owed.local_due, habits.opens, habits.shuts, shift)
    if moved == owed.local_due:
        return owed
    due = moment(moved, ZoneInfo(network.zone))
    return replace(owed, due=due, asked=owed.due if due < owed.due else None)


def end(due: Due) -> dt.datetime:
    """When a due time is over: at its time, or when its day has ended."""
    if due.time is not None:
        return dt.datetime.combine(due.date, due.time)
    return dt.datetime.combine(due.date + _DAY, dt.time())


def told_after(due: Due, network: Network) -> dt.datetime:
    """When people are told that a due time is over: at its time, or the morning after its day."""
    if due.time is not None:
        return dt.datetime.combine(due.date, due.time)
    return dt.datetime.combine(due.date + _DAY, network.habits.hour)


def secretaries(network: Network) -> tuple[str, ...]:
    """Those who keep the network's order, each as a receiver in private."""
    return tuple(member(one.name) for one in network.holding(Role.SECRETARY))
