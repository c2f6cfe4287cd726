"""What a meeting, a task, a deadline, a call for nominations or a reminder makes the network owe, and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import singledispatch
from typing import Protocol
from zoneinfo import ZoneInfo

from scheduler.wallclock import duration, earlier, moment
from secretary.deadline import Deadline, Reminder
from secretary.due import Due
from secretary.meeting import Meeting, Stage
from secretary.network import Network
from secretary.nomination import Nomination
from secretary.task import Task

CHANNEL = "channel"
ON_THE_DAY = dt.timedelta(0)


class OnUnknown(StrEnum):
    """What becomes of a message that may or may not have been posted."""

    RESEND = "resend"  # better twice than never
    HOLD = "hold"  # never twice: shown to the secretary


@dataclass(frozen=True)
class Owed:
    """One message owed to one receiver for one occurrence; the words come when it is sent."""

    kind: str  # the part before the full stop is the subject that words it
    object: str  # such as "meeting:3"
    occurrence: str  # such as "P7D"
    target: str  # "channel", or "member:" and the name
    local_due: dt.datetime  # naive: what people asked for, in the network's zone
    due: dt.datetime  # in UTC
    expires: dt.datetime | None = None  # in UTC; from then on it is not worth posting
    facts: Mapping[str, str | int] = field(default_factory=dict)
    on_unknown: OnUnknown = OnUnknown.RESEND

    @property
    def key(self) -> str:
        """What makes it this one in its network; the wall-clock time tells a moved occurrence from the old one."""
        return f"{self.object}:{self.kind}:{self.occurrence}:{self.target}:{self.local_due:%Y-%m-%dT%H:%M}"


class Kept(Protocol):
    """Something that is owed already, as the rules gave it or as it stands in the table."""

    @property
    def key(self) -> str:
        """What makes it this one."""
        ...

    @property
    def due(self) -> dt.datetime:
        """Its moment."""
        ...

    @property
    def expires(self) -> dt.datetime | None:
        """From when on it is not worth posting."""
        ...


@dataclass(frozen=True)
class Difference:
    """What a change makes newly owed, and what it takes back."""

    new: tuple[Owed, ...] = ()
    gone: tuple[Kept, ...] = ()


def plan(before: Iterable[Kept], after: Iterable[Owed], now: dt.datetime) -> Difference:
    """The difference a change makes; what lies behind `now` is not newly owed.

    What keeps its key but not its moment or its expiry is taken back and owed anew, as long as one of the moments
    lies ahead.
    """
    old = {owed.key: owed for owed in before}
    fresh = {owed.key: owed for owed in after}
    changed = {key for key in old.keys() & fresh.keys() if _moved(old[key], fresh[key], now)}
    new = [owed for key, owed in fresh.items() if key in changed or (key not in old and owed.due > now)]
    gone = [kept for key, kept in old.items() if key in changed or key not in fresh]
    return Difference(tuple(sorted(new, key=_by_time)), tuple(sorted(gone, key=_by_time)))


def owed(thing: object, network: Network) -> tuple[Owed, ...]:
    """Everything that a thing makes its network owe, also what lies behind; nothing when the bot was removed."""
    if not network.active:
        return ()
    once = {one.key: one for one in _owed(thing, network)}
    return tuple(sorted(once.values(), key=_by_time))


def owed_for(things: Iterable[object], network: Network) -> tuple[Owed, ...]:
    """Everything that several things make their network owe."""
    return tuple(one for thing in things for one in owed(thing, network))


@singledispatch
def _owed(_thing: object, _network: Network) -> list[Owed]:
    return []


@_owed.register
def _meeting(meeting: Meeting, network: Network) -> list[Owed]:
    if meeting.stage is not Stage.PLANNED:
        return []
    zone = ZoneInfo(network.zone)
    starts = dt.datetime.combine(meeting.date, meeting.start)
    about = f"meeting:{meeting.number}"
    facts: dict[str, str | int] = {"meeting": meeting.number}
    found = [
        Owed("meeting.reminder", about, duration(before), CHANNEL, local, due, moment(starts, zone), facts)
        for before in network.habits.meeting
        for local, due in [earlier(starts, before, zone)]
    ]
    if meeting.deadline:
        found += _counted("items.reminder", about, meeting.deadline, network.habits.items, network, facts)
    return found


@_owed.register
def _task(task: Task, network: Network) -> list[Owed]:
    if task.done or task.due is None:
        return []
    befores = (*network.habits.task, ON_THE_DAY)
    found = []
    for target in _receivers(task, network):
        facts: dict[str, str | int] = {"task": task.number}
        found += _counted("task.reminder", f"task:{task.number}", task.due, befores, network, facts, target)
    return found


@_owed.register
def _deadline(deadline: Deadline, network: Network) -> list[Owed]:
    facts: dict[str, str | int] = {"deadline": deadline.number}
    about = f"deadline:{deadline.number}"
    return _counted("deadline.reminder", about, deadline.due, network.habits.deadline, network, facts)


@_owed.register
def _nomination(nomination: Nomination, network: Network) -> list[Owed]:
    if nomination.wanted is not None and len(nomination.appointed) >= nomination.wanted:
        return []
    about = f"nomination:{nomination.number}"
    facts: dict[str, str | int] = {"nomination": nomination.number}
    found = _counted("nomination.reminder", about, nomination.due, network.habits.nomination, network, facts)
    closes = _told(nomination.due, network)
    closing = moment(closes, ZoneInfo(network.zone))
    return [*found, Owed("nomination.closed", about, "closed", CHANNEL, closes, closing, None, facts)]


@_owed.register
def _reminder(reminder: Reminder, network: Network) -> list[Owed]:
    if reminder.cancelled:
        return []
    local = dt.datetime.combine(reminder.date, reminder.time)
    due = moment(local, ZoneInfo(network.zone))
    facts: dict[str, str | int] = {"reminder": reminder.number}
    return [Owed("reminder.text", f"reminder:{reminder.number}", "once", CHANNEL, local, due, None, facts)]


def _counted(
    kind: str,
    about: str,
    due: Due,
    befores: Iterable[dt.timedelta],
    network: Network,
    facts: Mapping[str, str | int],
    target: str = CHANNEL,
) -> list[Owed]:
    """Reminders counted back from a due day: whole days at the network's hour, hours from the end itself.

    They expire when it is due, and one that would not come before that is left out.
    """
    zone = ZoneInfo(network.zone)
    end = moment(_end(due), zone)
    found = []
    for before in befores:
        whole_days = before % dt.timedelta(days=1) == ON_THE_DAY
        counted_from = dt.datetime.combine(due.date, network.habits.hour) if whole_days else _end(due)
        local, at = earlier(counted_from, before, zone)
        if at < end:
            found.append(Owed(kind, about, duration(before), target, local, at, end, facts))
    return found


def _receivers(task: Task, network: Network) -> tuple[str, ...]:
    """Each assignee on the roll in private; the channel for those whom the network does not know."""
    targets = []
    for name in task.assignees:
        known = network.named(name)
        targets.append(f"member:{known[0].name}" if len(known) == 1 else CHANNEL)
    return tuple(dict.fromkeys(targets))


def _end(due: Due) -> dt.datetime:
    """When a due time is over: at its time, or when its day has ended."""
    if due.time is not None:
        return dt.datetime.combine(due.date, due.time)
    return dt.datetime.combine(due.date + dt.timedelta(days=1), dt.time())


def _told(due: Due, network: Network) -> dt.datetime:
    """When people are told that a due time is over: at its time, or the morning after its day."""
    if due.time is not None:
        return dt.datetime.combine(due.date, due.time)
    return dt.datetime.combine(due.date + dt.timedelta(days=1), network.habits.hour)


def _moved(old: Kept, fresh: Kept, now: dt.datetime) -> bool:
    return (old.due, old.expires) != (fresh.due, fresh.expires) and max(old.due, fresh.due) > now


def _by_time(kept: Kept) -> tuple[dt.datetime, str]:
    return kept.due, kept.key
